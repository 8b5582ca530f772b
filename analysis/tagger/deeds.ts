/**
 * Deeds before a court and what is claimed with them: "filed a lawsuit against NSO claiming that …". Deterministic, over the tagger's pieces.
 */
import type { Token } from '../text/tokens.ts';
import type { LinkedPieces } from './linker.ts';

const DEED = /\b(?:fil(?:es?|ed|ing)|brings?|brought|launch(?:es|ed|ing)?|lodg(?:es?|ed|ing)|sue[sd]?|suing)\b/;
const CLAIMING = /^(?:alleging|claiming|arguing|saying|contending|asserting|demanding|seeking)$/;
/** So many tokens behind a deed, whom and where it was done to may be named before what it claims. */
const MOST_BEFORE_CLAIMING = 14;

/** "filed a lawsuit against NSO claiming that …": the participle is the cue, and what was filed against whom no part of what is said. */
export function withoutDeed(linked: LinkedPieces, tokens: readonly Token[]): LinkedPieces {
  const [content] = linked.contents;
  const cueWords = tokens.slice(linked.cue.first, linked.cue.last + 1).map(({ text }) => text.toLowerCase());
  if (!content || content.first <= linked.cue.last || !DEED.test(cueWords.join(' ')) || cueWords.some((word) => CLAIMING.test(word))) return linked;
  for (let index = content.first; index < Math.min(content.last - 1, content.first + MOST_BEFORE_CLAIMING); index++) {
    if (!CLAIMING.test(tokens[index]?.text.toLowerCase() ?? '')) continue;
    return { ...linked, cue: { role: 'cue', first: index, last: index }, contents: [{ ...content, first: index + 1 }, ...linked.contents.slice(1)] };
  }
  return linked;
}

const SUIT = /^(?:lawsuits?|suits?|complaints?|case|action|petition|claim|proceedings|charges)$/;
/** Between a deed and whom it was done to. */
const MOST_BEFORE_AGAINST = 10;
const MOST_OF_SUBJECT = 10;
const HELPS = /^(?:has|had|have|also|then|later|already|recently|since|first|jointly|\w+ly)$/;
const OPENS_CLAUSE = /^(?:[,;:–—]|["“”]|when|that|after|and|as|while|because|before|but|where|since)$/;

/** "Facebook filed a lawsuit against NSO claiming that …": Facebook claims, and not the one beside the participle. */
export function ofWhoSued(linked: LinkedPieces, tokens: readonly Token[]): LinkedPieces {
  const { cue, source } = linked;
  const wordAt = (index: number) => tokens[index]?.text.toLowerCase() ?? '';
  if (!source || cue.first !== cue.last || !(CLAIMING.test(wordAt(cue.first)) || wordAt(cue.first) === 'accusing')) return linked;
  if (source.last >= cue.first || cue.first - source.last > 2) return linked;
  const verb = deedBefore(source.first, wordAt, (index) => tokens[index]?.sentence === tokens[cue.first]?.sentence);
  if (verb === undefined) return linked;
  let last = verb - 1;
  while (last > 0 && HELPS.test(wordAt(last))) last--;
  let first = last;
  const isInside = (index: number) => index >= 0 && tokens[index]?.sentence === tokens[verb]?.sentence && !OPENS_CLAUSE.test(wordAt(index));
  // "WhatsApp said it had sued": the pronoun alone is the subject.
  const isPronoun = /^(?:it|he|she|they)$/.test(wordAt(last));
  while (!isPronoun && last - first < MOST_OF_SUBJECT && isInside(first - 1)) first--;
  // "…, which filed a lawsuit": whoever that is stands further off.
  const isClear = isInside(first) && !/^(?:who|which)$/.test(wordAt(last)) && last - first < MOST_OF_SUBJECT;
  return { ...linked, source: isClear ? { role: 'source', first, last } : undefined };
}

/** The verb of a deed that is done to whoever is named from that token on: "sued", "filed a lawsuit against". */
function deedBefore(target: number, wordAt: (index: number) => string, isHere: (index: number) => boolean): number | undefined {
  const at = wordAt(target - 1) === 'the' ? target - 2 : target - 1;
  if (/^(?:sued|sues|suing)$/.test(wordAt(at))) return at;
  if (wordAt(at) !== 'against') return undefined;
  let hasSuit = false;
  for (let index = at - 1; index > at - MOST_BEFORE_AGAINST && isHere(index); index--) {
    hasSuit ||= SUIT.test(wordAt(index));
    if (hasSuit && DEED.test(wordAt(index))) return index;
  }
  return undefined;
}
