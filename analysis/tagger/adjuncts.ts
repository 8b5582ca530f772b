/**
 * When and how a claim was denied is no part of it: "has disputed that account from the first day". Deterministic, over linked pieces.
 */
import { stanceOfCue } from '../kinds/cue-lexicon.ts';
import type { Token } from '../text/tokens.ts';
import { CLAIM_NOUNS } from './claim-nouns.ts';
import type { LinkedPieces } from './linker.ts';
import type { Piece } from './pieces.ts';

/** How such an adjunct begins; one that is short must be all that is left. */
const ADJUNCT =
  /^(?:(?:ever )?since\b|(?:right )?from (?:the (?:very )?(?:first|start|outset|beginning)|day one)\b|on the (?:same |very )?(?:day|morning|evening)\b|as soon as\b|as \w+ as (?:ever|before)\b|(?:at the time|at every turn|so far|to this day|all along|more than once|time and again|on the spot)$|within (?:minutes|hours|days|weeks)\b|in the strongest\b)/;
/** What is denied and not done: of a deed the adjunct may tell when it was done. */
const CLAIM = new RegExp(
  `^(?:it|this|that|them|all|${CLAIM_NOUNS}|accounts?|pictures?|readings?|versions?|views?|stor(?:y|ies)|descriptions?|suits?|lawsuits?|reports?|findings?|hacking|innocence|particular)$`,
);
/** What is denied in so many words or fewer is outweighed by an adjunct; behind more of them it hardly counts. */
const LONGEST_OBJECT = 6;
const FEWEST_OF_ADJUNCT = 2;

/** The attribution without what tells when or how, where a verb of denying has a short object. */
export function withoutAdjunct(linked: LinkedPieces, tokens: readonly Token[]): LinkedPieces {
  const { cue, contents } = linked;
  const [content, ...others] = contents;
  if (!content || content.first !== cue.last + 1) return linked;
  const isDenial = stanceOfCue(tokens.slice(cue.first, cue.last + 1).map(({ text }) => text.toLowerCase())) === 'deny';
  const cut = isDenial ? beginOfAdjunct(content, tokens) : undefined;
  return cut === undefined ? linked : { ...linked, contents: [{ ...content, last: cut - 1 }, ...others] };
}

/** The token with which an adjunct begins behind an object that names a claim. */
function beginOfAdjunct({ first, last }: Piece, tokens: readonly Token[]): number | undefined {
  const words = tokens.slice(first, last + 1).map(({ text }) => text.toLowerCase());
  // "that it spied", "that reports were false", "having read it": a clause
  const isDemonstrated = (CLAIM.test(words[1] ?? '') && !/s$/.test(words[1] ?? '')) || ADJUNCT.test(words.slice(1).join(' '));
  if (/^(?:that|whether)$/.test(words[0] ?? '') && !isDemonstrated) return undefined;
  if (/ing$/.test(words[0] ?? '') || tokens[first]?.isQuoted) return undefined;
  for (let length = 1; length <= Math.min(words.length - FEWEST_OF_ADJUNCT, LONGEST_OBJECT); length++) {
    const rest = words.slice(length);
    if (!CLAIM.test(words[length - 1] ?? '') || !ADJUNCT.test(rest.join(' '))) continue;
    // "the claim at the time, and that it ran servers": more is said behind it.
    return rest.some((word) => /^(?:[,;:–—]|and|but|or)$/.test(word)) ? undefined : first + length;
  }
  return undefined;
}
