/**
 * The tagger: for every token of an article, whether it is part of a source, a cue or a content, and how sure that is.
 * A network scores the tags, a CRF picks the best sequence of them. Trained by `scripts/train/`.
 */
import type { Token } from '../text/tokens.ts';
import { constrained, marginals, viterbi } from './crf.ts';
import { COLUMN_COUNT, featuresOf } from './features.ts';
import type { Kernel } from './kernel.ts';
import { createNetwork } from './network.ts';
import { TAG_COUNT } from './tags.ts';
import { readWeights } from './weights.ts';

export interface Tagged {
  /** Index into `TAGS`, by token. */
  readonly tags: Uint8Array;
  /** Probability of that tag, by token. */
  readonly certainty: Float32Array;
}

export interface Tagger {
  /** Tags the tokens of one article; those in `masked` (indexes) are names that must not matter. Time grows linearly with their number. */
  readonly tag: (tokens: readonly Token[], masked?: ReadonlySet<number>) => Tagged;
}

/** Articles are tagged in stretches of this many tokens, so that memory stays bounded however long they are … */
const STRETCH = 2_000;
/** … each with this many tokens of its neighbours on either side to read by. */
const CONTEXT = 100;

/** Makes a tagger of packed weights. Throws as `readWeights` does. `kernel` makes the arithmetic; tests choose a plain one. */
export function loadTagger(bytes: Uint8Array, kernel?: (bytes: number) => Kernel): Tagger {
  const weights = readWeights(bytes);
  const network = createNetwork(weights, STRETCH + 2 * CONTEXT, kernel);
  const transition = constrained(network.transition);

  /** Tags one run of tokens that is read as one. */
  const tagRun = (features: Int32Array, length: number): Tagged => {
    const emissions = new Float32Array(length * TAG_COUNT);
    for (let begin = 0; begin < length; begin += STRETCH) {
      const end = Math.min(begin + STRETCH, length);
      const from = Math.max(0, begin - CONTEXT);
      const to = Math.min(length, end + CONTEXT);
      const stretch = network.emissions(features.subarray(from * COLUMN_COUNT, to * COLUMN_COUNT), to - from);
      emissions.set(stretch.subarray((begin - from) * TAG_COUNT, (end - from) * TAG_COUNT), begin * TAG_COUNT);
    }
    const tags = viterbi(emissions, length, transition);
    const probabilities = marginals(emissions, length, transition);
    return { tags, certainty: Float32Array.from(tags, (tag, index) => probabilities[index * TAG_COUNT + tag] as number) };
  };

  return {
    tag(tokens, masked) {
      const features = featuresOf(tokens, weights.vocabulary, masked);
      const [tags, certainty] = [new Uint8Array(tokens.length), new Float32Array(tokens.length)];
      for (const [first, after] of runsOf(tokens)) {
        const run = tagRun(features.subarray(first * COLUMN_COUNT, after * COLUMN_COUNT), after - first);
        tags.set(run.tags, first);
        certainty.set(run.certainty, first);
      }
      return { tags, certainty };
    },
  };
}

/** Longer blocks are no headlines, whatever they end with. */
const LONGEST_HEADLINE = 25;

/**
 * Runs of tokens `[first, after)` that are read as one: the body as it goes on from paragraph to paragraph, and each headline by itself, so that
 * what stands in front of an article changes nothing in it.
 */
function runsOf(tokens: readonly Token[]): [first: number, after: number][] {
  const runs: [number, number][] = [];
  let isOpen = false;
  for (let first = 0; first < tokens.length; ) {
    const block = tokens[first]?.block;
    let after = first + 1;
    while (after < tokens.length && tokens[after]?.block === block) after++;
    const isHeadline =
      after - first <= LONGEST_HEADLINE &&
      !/[.!?…:;,]["'”’)]*$|["”’]$/u.test(
        tokens
          .slice(Math.max(first, after - 3), after)
          .map(({ text }) => text)
          .join(''),
      );
    const last = runs.at(-1);
    if (isOpen && !isHeadline && last) last[1] = after;
    else runs.push([first, after]);
    isOpen = !isHeadline;
    first = after;
  }
  return runs;
}
