/**
 * Which found attributions are which of the gold ones, by the relation measure of the shared scorer: the cues overlap, the contents overlap
 * with an intersection over union of at least one half, and the sources overlap; a role that both lack matches.
 */
import type { Span } from '../../model/span.ts';

export interface Roles {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** Word tokens of a text as spans; punctuation is none. */
export function wordSpans(text: string): Span[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}$%]+(?:['’.,-][\p{L}\p{N}]+)*/gu), (match): Span => [match.index, match.index + match[0].length]);
}

type WordSet = ReadonlySet<number>;

function wordsOf(spans: readonly Span[], words: readonly Span[]): WordSet {
  const found = new Set<number>();
  words.forEach(([start, end], index) => {
    if (spans.some(([from, to]) => from < end && start < to)) found.add(index);
  });
  return found;
}

function overlap(a: WordSet, b: WordSet): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

function iou(a: WordSet, b: WordSet): number {
  const both = overlap(a, b);
  return both / (a.size + b.size - both || 1);
}

const meets = (a: WordSet, b: WordSet) => overlap(a, b) > 0 || (a.size === 0 && b.size === 0);

/** One-to-one pairs `[gold, found]` of indexes, the best overlap first. A content that both lack (a refusal to comment) matches. */
export function pairUp(gold: readonly Roles[], found: readonly Roles[], text: string): [gold: number, found: number][] {
  const words = wordSpans(text);
  const sets = ({ source, cue, content }: Roles) => ({ source: wordsOf(source, words), cue: wordsOf(cue, words), content: wordsOf(content, words) });
  const [left, right] = [gold.map(sets), found.map(sets)];
  const candidates: { value: number; pair: [number, number] }[] = [];
  left.forEach((g, i) => {
    right.forEach((f, j) => {
      const isContentAlike = iou(g.content, f.content) >= 0.5 || (g.content.size === 0 && f.content.size === 0);
      if (meets(g.cue, f.cue) && meets(g.source, f.source) && isContentAlike)
        candidates.push({ value: iou(g.content, f.content) + iou(g.cue, f.cue), pair: [i, j] });
    });
  });
  candidates.sort((a, b) => b.value - a.value);
  const [usedGold, usedFound] = [new Set<number>(), new Set<number>()];
  return candidates.flatMap(({ pair }) => {
    if (usedGold.has(pair[0]) || usedFound.has(pair[1])) return [];
    usedGold.add(pair[0]);
    usedFound.add(pair[1]);
    return [pair];
  });
}
