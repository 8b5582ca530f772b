/**
 * Decoding of a linear-chain CRF (Lafferty, McCallum and Pereira 2001): the best sequence of tags, and how sure each one is.
 */
import { TAG_COUNT, TAGS } from './tags.ts';

const FORBIDDEN = -1e4;

/** Transition scores, row = tag before, with what BIO forbids (an inside tag after another role) made impossible. */
export function constrained(transition: Float32Array): Float32Array {
  const scores = Float32Array.from(transition);
  TAGS.forEach((tag, to) => {
    if (!tag.startsWith('I-')) return;
    TAGS.forEach((before, from) => {
      if (before.slice(2) !== tag.slice(2)) scores[from * TAG_COUNT + to] = FORBIDDEN;
    });
  });
  return scores;
}

function startScore(tag: number): number {
  return TAGS[tag]?.startsWith('I-') ? FORBIDDEN : 0;
}

/** The best sequence of tags for `length` rows of emissions (Viterbi). */
export function viterbi(emissions: Float32Array, length: number, transition: Float32Array): Uint8Array {
  const path = new Uint8Array(length);
  const back = new Uint8Array(length * TAG_COUNT);
  let best = new Float64Array(TAG_COUNT);
  for (let tag = 0; tag < TAG_COUNT; tag++) best[tag] = (emissions[tag] as number) + startScore(tag);
  for (let row = 1; row < length; row++) {
    const next = new Float64Array(TAG_COUNT);
    for (let to = 0; to < TAG_COUNT; to++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let from = 0; from < TAG_COUNT; from++) {
        const score = (best[from] as number) + (transition[from * TAG_COUNT + to] as number);
        if (score <= top) continue;
        top = score;
        back[row * TAG_COUNT + to] = from;
      }
      next[to] = top + (emissions[row * TAG_COUNT + to] as number);
    }
    best = next;
  }
  let tag = best.indexOf(Math.max(...best));
  for (let row = length - 1; row >= 0; row--) {
    path[row] = tag;
    tag = back[row * TAG_COUNT + tag] as number;
  }
  return path;
}

/** Probability of every tag at every row (forward-backward), row by row. */
export function marginals(emissions: Float32Array, length: number, transition: Float32Array): Float32Array {
  const forward = sweep(emissions, length, transition, false);
  const backward = sweep(emissions, length, transition, true);
  const result = new Float32Array(length * TAG_COUNT);
  const scores = new Float64Array(TAG_COUNT);
  for (let row = 0, at = 0; row < length; row++) {
    for (let tag = 0; tag < TAG_COUNT; tag++, at++) scores[tag] = (forward[at] as number) + (backward[at] as number) - (emissions[at] as number);
    const total = logSumExp(scores);
    for (let tag = 0; tag < TAG_COUNT; tag++) result[row * TAG_COUNT + tag] = Math.exp((scores[tag] as number) - total);
  }
  return result;
}

/** Log of the summed scores of all sequences that end (or, backward, begin) with each tag at each row. */
function sweep(emissions: Float32Array, length: number, transition: Float32Array, isBackward: boolean): Float64Array {
  const scores = new Float64Array(length * TAG_COUNT);
  const ways = new Float64Array(TAG_COUNT);
  for (let step = 0; step < length; step++) {
    const row = isBackward ? length - 1 - step : step;
    const before = (isBackward ? row + 1 : row - 1) * TAG_COUNT;
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      for (let other = 0; other < TAG_COUNT && step > 0; other++)
        ways[other] = (scores[before + other] as number) + (transition[isBackward ? tag * TAG_COUNT + other : other * TAG_COUNT + tag] as number);
      const reached = step > 0 ? logSumExp(ways) : 0;
      scores[row * TAG_COUNT + tag] = reached + (row === 0 ? startScore(tag) : 0) + (emissions[row * TAG_COUNT + tag] as number);
    }
  }
  return scores;
}

function logSumExp(values: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > top) top = value;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return top + Math.log(sum);
}
