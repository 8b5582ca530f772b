/**
 * The tagger: for every token of an article, whether it is part of a source, a cue or a content, and how sure that is.
 * A network scores the tags, a CRF picks the best sequence of them. What the network made of the tokens also tells kinds. Trained by `scripts/train/`.
 */
import { type KindNetwork, kindNetwork } from '../kinds/network.ts';
import { type SequenceClassifier, sequenceClassifier } from '../kinds/sequence-classifier.ts';
import { blocksOf, isHeadline } from '../text/blocks.ts';
import type { Token } from '../text/tokens.ts';
import { constrained, marginals, viterbi } from './crf.ts';
import { COLUMN_COUNT, featuresOf } from './features.ts';
import type { Kernel } from './kernel.ts';
import { createNetwork } from './network.ts';
import { TAG_COUNT, TAGS } from './tags.ts';
import { Traits } from './traits.ts';
import { readWeights } from './weights.ts';

export interface Tagged {
  /** Index into `TAGS`, by token. */
  readonly tags: Uint8Array;
  /** Probability of that tag, by token. */
  readonly certainty: Float32Array;
  readonly traits: Traits;
}

/** Names that must not matter, as indexes of tokens: where each begins, and its further words. */
export interface MaskedNames {
  readonly first: ReadonlySet<number>;
  readonly rest: ReadonlySet<number>;
}

export interface Tagger {
  /** Tags the tokens of one article. A masked name is seen as one word, always the same. Time grows linearly with their number. */
  readonly tag: (tokens: readonly Token[], masked?: MaskedNames) => Tagged;
  /** Judges kinds by the traits of the tokens. */
  readonly kinds: KindNetwork;
  /** Judges kinds by reading the words. */
  readonly sequences: SequenceClassifier;
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

  /** Tags one run of tokens that is read as one; `keep` is given the traits of each. */
  const tagRun = (features: Int32Array, length: number, keep: (index: number, traits: Float32Array, at: number) => void): Omit<Tagged, 'traits'> => {
    const emissions = new Float32Array(length * TAG_COUNT);
    for (let begin = 0; begin < length; begin += STRETCH) {
      const end = Math.min(begin + STRETCH, length);
      const from = Math.max(0, begin - CONTEXT);
      const to = Math.min(length, end + CONTEXT);
      const stretch = network.read(features.subarray(from * COLUMN_COUNT, to * COLUMN_COUNT), to - from);
      emissions.set(stretch.emissions.subarray((begin - from) * TAG_COUNT, (end - from) * TAG_COUNT), begin * TAG_COUNT);
      for (let index = begin; index < end; index++) keep(index, stretch.traits, (index - from) * network.traitCount);
    }
    const tags = viterbi(emissions, length, transition);
    const probabilities = marginals(emissions, length, transition);
    return { tags, certainty: Float32Array.from(tags, (tag, index) => probabilities[index * TAG_COUNT + tag] as number) };
  };

  return {
    kinds: kindNetwork(weights),
    sequences: sequenceClassifier(weights, kernel),
    tag(tokens, masked = NO_NAMES) {
      const seen = seenTokens(tokens, masked);
      const features = featuresOf(seen.tokens, weights.vocabulary, seen.names);
      const [tags, certainty] = [new Uint8Array(tokens.length), new Float32Array(tokens.length)];
      const traits = new Traits(tokens.length, network.traitCount);
      for (const [first, after] of runsOf(seen.tokens)) {
        const run = tagRun(features.subarray(first * COLUMN_COUNT, after * COLUMN_COUNT), after - first, (index, made, at) => {
          traits.keep(seen.places[first + index] as number, made, at);
        });
        for (let index = first; index < after; index++) {
          const at = seen.places[index] as number;
          tags[at] = run.tags[index - first] as number;
          certainty[at] = run.certainty[index - first] as number;
        }
      }
      // The further words of a name go with its first.
      for (const at of masked.rest) {
        tags[at] = insideOf(tags[at - 1] as number);
        certainty[at] = certainty[at - 1] as number;
      }
      return { tags, certainty, traits };
    },
  };
}

export const NO_NAMES: MaskedNames = { first: new Set(), rest: new Set() };

/** What the network is shown: the tokens without the further words of masked names, where they stood, and which of them are such names. */
export function seenTokens(
  tokens: readonly Token[],
  masked: MaskedNames,
): { readonly tokens: readonly Token[]; readonly places: readonly number[]; readonly names: ReadonlySet<number> } {
  const places = tokens.flatMap((_, index) => (masked.rest.has(index) ? [] : [index]));
  const names = new Set(places.flatMap((place, index) => (masked.first.has(place) ? [index] : [])));
  return { tokens: places.map((place) => tokens[place] as Token), places, names };
}

/** The tag of a token that goes on with what the tag before it began. */
function insideOf(tag: number): number {
  const inside = TAGS.indexOf(`I-${TAGS[tag]?.slice(2)}` as (typeof TAGS)[number]);
  return Math.max(inside, 0);
}

/**
 * Runs of tokens `[first, after)` that are read as one: the body as it goes on from paragraph to paragraph, and each headline by itself, so that
 * what stands in front of an article changes nothing in it.
 */
export function runsOf(tokens: readonly Token[]): [first: number, after: number][] {
  const runs: [number, number][] = [];
  let isOpen = false;
  for (const [first, after] of blocksOf(tokens)) {
    const isApart = isHeadline(tokens, first, after);
    const last = runs.at(-1);
    if (isOpen && !isApart && last) last[1] = after;
    else runs.push([first, after]);
    isOpen = !isApart;
  }
  return runs;
}
