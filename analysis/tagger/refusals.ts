/**
 * Who declines to answer: attributions that mostly have no content. Deterministic, over linked pieces.
 */
import { isEvasive, isNoComment } from '../kinds/content.ts';
import type { Token } from '../text/tokens.ts';
import type { LinkedPieces } from './linker.ts';
import { type Piece, phraseIn } from './pieces.ts';

function isNoAnswer(cue: Piece, tokens: readonly Token[]): boolean {
  const phrase = phraseIn(cue, tokens);
  return isNoComment(phrase.replaceAll("n't", " n't")) || isNoComment(phrase);
}

/** "NSO did not reply.": who declines to answer says nothing, and that is what is told of him. */
export function isRefusal({ cue, source }: LinkedPieces, tokens: readonly Token[]): boolean {
  return source !== undefined && (isNoAnswer(cue, tokens) || isEvasive(phraseIn(cue, tokens)));
}

/** When, to whom and how far nothing was answered is no matter on which nothing was said. */
const NO_MATTER =
  /^(?:(?:to|with) (?:us|me|reporters|journalists|the (?:press|media|paper|newspaper|website|site|agency))\b|(?:last|this) (?:night|week|month|evening|morning)\b|yesterday|today|tonight|immediately$|further$|in (?:detail|public|time)|while\b|before\b|until\b|beyond\b|by (?:deadline|press|publication|the time)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:late|early) on\b|so far|as (?:it|he|she|they)\b)/;

/** What was not answered, which is a content: "today on the ruling", "to reporters whether it hid its code". */
const MATTER = /\b(?:on (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)|about|over|whether|why|how|what|who|whom|if|questions?|regarding|concerning)\b/;

/** "could not be reached last night": the refusal alone. */
export function withoutNoMatter(linked: LinkedPieces, tokens: readonly Token[]): LinkedPieces {
  const [content, ...others] = linked.contents;
  if (!content || others.length > 0 || content.first !== linked.cue.last + 1 || !isNoAnswer(linked.cue, tokens)) return linked;
  const phrase = phraseIn(content, tokens);
  return NO_MATTER.test(phrase) && !MATTER.test(phrase) ? { ...linked, contents: [] } : linked;
}
