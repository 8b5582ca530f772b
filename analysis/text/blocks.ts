/**
 * The blocks of an article as stretches of its tokens.
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
