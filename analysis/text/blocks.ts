/**
 * The blocks of an article as stretches of its tokens, and which of them are headlines.
 */
import type { Token } from './tokens.ts';

/** For each block that has tokens, in order, its tokens `[first, after)`. */
export function blocksOf(tokens: readonly Token[]): (readonly [first: number, after: number])[] {
  const blocks: [number, number][] = [];
  tokens.forEach(({ block }, index) => {
    const last = blocks.at(-1);
    if (last && tokens[last[0]]?.block === block) last[1] = index + 1;
    else blocks.push([index, index + 1]);
  });
  return blocks;
}

/** Longer blocks are no headlines, whatever they end with. */
const LONGEST_HEADLINE = 25;

/** Whether the block of tokens `[first, after)` is a headline: short, and without a stop at its end. */
export function isHeadline(tokens: readonly Token[], first: number, after: number): boolean {
  const end = tokens.slice(Math.max(first, after - 3), after).map(({ text }) => text);
  return after - first <= LONGEST_HEADLINE && !/[.!?…:;,]["'”’)]*$/u.test(end.join(''));
}
