/**
 * Which attribution's content holds another attribution: "NSO rejected the claim that …". Knows spans only.
 */
import type { Attribution } from '../../model/attribution.ts';
import { type Document, tokenAt } from '../document.ts';

/** For each attribution, the index of the one whose smallest content holds its cue. `contents` are the tokens of each content. */
export function containersOf(document: Document, attributions: readonly Attribution[], contents: readonly (readonly number[])[]): (number | undefined)[] {
  const smallest = new Map<number, number>();
  const order = contents.map((_, index) => index).sort((a, b) => (contents[b]?.length ?? 0) - (contents[a]?.length ?? 0));
  const cues = new Set(attributions.map((attribution) => cueOf(document, attribution)));
  for (const index of order) for (const token of contents[index] ?? []) if (cues.has(token)) smallest.set(token, index);
  return attributions.map((attribution, index) => {
    const holder = attribution.parent ?? smallest.get(cueOf(document, attribution));
    return holder === index ? undefined : holder;
  });
}

function cueOf(document: Document, { cueSpans, contentSpans }: Attribution): number {
  return tokenAt(document, cueSpans[0]?.[0] ?? contentSpans[0]?.[0] ?? 0);
}
