/**
 * "The claim that it spied is false, NSO said.": the claim is the subject of what NSO said, and not beside it. The tagger gives each token one role and so
 * leaves the rest of the sentence alone. Deterministic, over linked pieces.
 */
import type { Token } from '../text/tokens.ts';
import { CLAIM_NOUNS } from './claim-nouns.ts';
import type { LinkedPieces } from './linker.ts';
import { type Piece, phraseIn } from './pieces.ts';

const NOBODYS_WORD = new RegExp(
  `^(?:the|any|this|that|an?|all|such|these|those|every) (?:\\w+ )?(?:${CLAIM_NOUNS}|ideas?|notions?|hints?|theory|theories|insinuations?)$`,
);

const PREDICATE = /^(?:is|are|was|were|has|have|had|does|do|did|will|would|could|can|cannot|may|might|should|must)$/;

/** Whether the cue is a noun that leaves open whose word it is: "the claim", "any suggestion", but not "the WhatsApp claim". */
export function isNobodysWord(cue: Piece, tokens: readonly Token[]): boolean {
  return NOBODYS_WORD.test(phraseIn(cue, tokens)) && !tokens.slice(cue.first + 1, cue.last).some(({ text }) => /^\p{Lu}/u.test(text));
}

/** The attributions of a block, those whose content such a claim is the subject of with all of it. */
export function withSubjects(linked: readonly LinkedPieces[], tokens: readonly Token[]): LinkedPieces[] {
  return linked.map((outer) => {
    for (const inner of linked) {
      const contents = withSubject(inner, outer, tokens);
      if (contents) return { ...outer, contents };
    }
    return outer;
  });
}

/** The contents of the outer one with the inner one before them, if that is their subject: it opens the sentence, and nothing but them and who says so stands behind. */
function withSubject(inner: LinkedPieces, { cue, source, contents }: LinkedPieces, tokens: readonly Token[]): Piece[] | undefined {
  const [claim] = inner.contents;
  if (inner.source || !claim || inner.contents.length > 1 || !source) return undefined;
  if (!isNobodysWord(inner.cue, tokens) || claim.first !== inner.cue.last + 1) return undefined;
  const sentence = tokens[inner.cue.first]?.sentence;
  const opens = tokens[inner.cue.first - 1];
  if (opens?.sentence === sentence && opens?.opensQuote !== true) return undefined;
  const speaker = { first: Math.min(cue.first, source.first), last: Math.max(cue.last, source.last) };
  const isBehind = speaker.first > claim.last && tokens[speaker.first]?.sentence === sentence && /^[,”"]$/.test(tokens[speaker.first - 1]?.text ?? '');
  if (!isBehind || contents.some(({ first, last }) => first <= claim.last || tokens[last]?.sentence !== sentence)) return undefined;
  const subject: Piece = { role: 'content', first: inner.cue.first, last: claim.last };
  // Where the tagger left the rest alone, there must be one: "is false".
  if (contents.length === 0 && !PREDICATE.test(tokens[claim.last + 1]?.text ?? '')) return undefined;
  if (contents.every(({ last }) => last < speaker.first)) return [{ ...subject, last: beforeComma(speaker.first - 1, tokens) }];
  // "The claim that it spied, NSO said, is false.": who says so stands amid it.
  const isAmid = speaker.first <= claim.last + 2 && contents.every(({ first }) => first > speaker.last);
  return isAmid ? [subject, ...contents] : undefined;
}

function beforeComma(last: number, tokens: readonly Token[]): number {
  return tokens[last]?.text === ',' ? last - 1 : last;
}
