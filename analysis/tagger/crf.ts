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

/**
 * Probability of every tag at every row (forward-backward), row by row. It multiplies chances instead of adding their logarithms, each row
 * scaled to a sum of one, so that none vanishes however long the sequence is (Rabiner 1989, V.A).
 */
export function marginals(emissions: Float32Array, length: number, transition: Float32Array): Float32Array {
  const chances = chancesOf(emissions, length);
  const moves = Float64Array.from(transition, (score) => Math.exp(score));
  const forward = new Float64Array(length * TAG_COUNT);
  for (let row = 0; row < length; row++) {
    const [at, before] = [row * TAG_COUNT, (row - 1) * TAG_COUNT];
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      let reached = row === 0 ? Math.exp(startScore(tag)) : 0;
      for (let other = 0; other < TAG_COUNT && row > 0; other++) reached += (forward[before + other] as number) * (moves[other * TAG_COUNT + tag] as number);
      forward[at + tag] = reached * (chances[at + tag] as number);
    }
    scale(forward, at);
  }
  // What follows each tag: one for all at the end.
  const [backward, next] = [new Float64Array(TAG_COUNT).fill(1), new Float64Array(TAG_COUNT)];
  for (let row = length - 1; row >= 0; row--) {
    const at = row * TAG_COUNT;
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      next[tag] = (chances[at + tag] as number) * (backward[tag] as number);
      forward[at + tag] = (forward[at + tag] as number) * (backward[tag] as number);
    }
    scale(forward, at);
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      let sum = 0;
      for (let other = 0; other < TAG_COUNT; other++) sum += (moves[tag * TAG_COUNT + other] as number) * (next[other] as number);
      backward[tag] = sum;
    }
    scale(backward, 0);
  }
  return Float32Array.from(forward);
}

/** Exponentials of the scores, the largest of each row one. */
function chancesOf(emissions: Float32Array, length: number): Float64Array {
  const chances = new Float64Array(length * TAG_COUNT);
  for (let at = 0; at < chances.length; at += TAG_COUNT) {
    let top = Number.NEGATIVE_INFINITY;
    for (let tag = 0; tag < TAG_COUNT; tag++) top = Math.max(top, emissions[at + tag] as number);
    for (let tag = 0; tag < TAG_COUNT; tag++) chances[at + tag] = Math.exp((emissions[at + tag] as number) - top);
  }
  return chances;
}

/** Scales the tags' numbers from that place on to a sum of one; where none is possible all stay zero. */
function scale(values: Float64Array, at: number): void {
  let sum = 0;
  for (let tag = 0; tag < TAG_COUNT; tag++) sum += values[at + tag] as number;
  for (let tag = 0; tag < TAG_COUNT; tag++) values[at + tag] = (values[at + tag] as number) / (sum || 1);
}
