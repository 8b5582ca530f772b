/**
 * Whose answer it was: "The firm's short answer was: nonsense." The tagger often takes the verb, or the colon, for the cue of such a sentence; it is the noun.
 * In "came the reply" it takes the reply for who speaks.
 * Deterministic, over linked pieces. Knows no actors.
 */
import type { Token } from '../text/tokens.ts';
import type { LinkedPieces } from './linker.ts';
import { distance, type Piece, phraseIn } from './pieces.ts';

/** Nouns for what somebody says. */
const SAID = new Set(
  'reply answer response retort rejoinder riposte position argument defence defense claim credo refrain line stance view point message verdict summary explanation excuse case contention complaint protest denial objection statement comment reading theory rebuttal prediction warning'.split(
    ' ',
  ),
);
/** What stands between the noun and what is said: no verb of saying, and so no cue if there is a noun. */
const LINKING = /^(?:(?:is|was|are|were|has been|had been|have been|remains?|remained|stays?|stayed|has not changed|had not changed)(?: [:,–—])?|[:–—-])$/;
const POSSESSIVE = /^(?:['’]s?|its|their|his|her|our|my)$/i;
/** "the firm's short, familiar answer" */
const MOST_TO_NOUN = 4;

const NO_COMPOUND = /^(?:[,.;:!?–—-]|["“”'‘’]|and|of|in|to|for|on|with|at|by|from|is|was|has|had|remains?)$/;

const COMES = /^(?:comes?|came)(?: (?:back|quickly|swiftly|soon|promptly|at once))?$/;
const NOBODYS = /^(?:the|an?|one|another|this)$/;

/** The attribution with the noun for its cue, and with whose it is for its source, where a possessive tells; with nobody for its source where the noun was taken for it. */
export function withNominalCue(linked: LinkedPieces, tokens: readonly Token[]): LinkedPieces {
  const { source, cue } = linked;
  const wordAt = (index: number) => tokens[index]?.text.toLowerCase() ?? '';
  const words = tokens.slice(cue.first, cue.last + 1).map(({ text }) => text.toLowerCase());
  if (!source) return linked;
  if (COMES.test(words.join(' ')) && isNobodysAnswer(source, wordAt) && distance(source, cue) === 1 && wordAt(Math.max(source.last, cue.last) + 1) !== 'from')
    return { ...linked, source: undefined, cue: { role: 'cue', first: Math.min(source.first, cue.first), last: Math.max(source.last, cue.last) } };
  if (!LINKING.test(words.join(' '))) return linked;
  const owner = firstPossessive(source, wordAt);
  if (owner === undefined) return linked;
  // The noun stands behind its owner and, if the verb follows, before that: "the firm's answer was", "was the firm's answer".
  const end = cue.first > source.last ? cue.first : owner + 1 + MOST_TO_NOUN;
  const noun = nounBehind(owner, end, tokens, wordAt);
  if (noun === undefined || noun < source.last) return linked;
  return { ...linked, source: { ...source, last: owner }, cue: { role: 'cue', first: owner + 1, last: noun } };
}

/** "the answer", "a swift reply" */
function isNobodysAnswer({ first, last }: Piece, wordAt: (index: number) => string): boolean {
  return last - first <= 2 && last > first && NOBODYS.test(wordAt(first)) && SAID.has(wordAt(last));
}

/** The first: "NSO's response to WhatsApp's claim" is NSO's. */
function firstPossessive({ first, last }: Piece, wordAt: (index: number) => string): number | undefined {
  for (let index = first; index <= last; index++) if (POSSESSIVE.test(wordAt(index))) return index;
  return undefined;
}

function nounBehind(owner: number, end: number, tokens: readonly Token[], wordAt: (index: number) => string): number | undefined {
  for (let index = owner + 1; index < Math.min(end, owner + 1 + MOST_TO_NOUN); index++) {
    if (tokens[index]?.sentence !== tokens[owner]?.sentence || tokens[index]?.isQuoted) return undefined;
    // "NSO's point man", "its defence lawyer": no noun for what is said
    if (SAID.has(wordAt(index)) && (index + 1 === end || NO_COMPOUND.test(wordAt(index + 1)))) return index;
    if (/^(?:[,;:–—]|and|of|in|to|for|on|with|at|by|from)$/.test(wordAt(index))) return undefined;
  }
  return undefined;
}

/** Whether the cue is one that nobody speaks: "came the reply". */
export function isNobodysReply(cue: Piece, tokens: readonly Token[]): boolean {
  const words = phraseIn(cue, tokens).split(' ');
  return words.some((word) => COMES.test(word)) && words.some((word) => SAID.has(word));
}
