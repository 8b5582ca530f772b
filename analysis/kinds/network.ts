/**
 * What the tagger's network thinks of an attribution's kind: a linear layer over the traits of the words of source, cue and content, trained by
 * `scripts/train/train.py`. It reads what stands around the words, which the classifier's features do not; it does not know who speaks.
 */
import type { Traits } from '../tagger/traits.ts';
import type { Weights } from '../tagger/weights.ts';

/** The tokens of an attribution: source, cue, content. */
export type RoleTokens = readonly [source: readonly number[], cue: readonly number[], content: readonly number[]];

export interface KindNetwork {
  /** Probability of each of `KIND_CLASSES`, in order. */
  readonly probabilities: (traits: Traits, roles: RoleTokens) => number[];
}

/** Reads the layer from the tagger's weights. Throws where they lack it. */
export function kindNetwork(weights: Weights): KindNetwork {
  const { rows, columns, values, scales } = weights.packed('0.kind.out');
  const { values: bias } = weights.matrix('0.kind.out_bias');
  return {
    probabilities(traits, roles) {
      // Each role has its own share of the traits.
      const size = traits.count / roles.length;
      const input = roles.flatMap((tokens, role) => [...traits.pooled(tokens, role * size, (role + 1) * size)]);
      return softmax(
        Array.from({ length: rows }, (_, kind) => {
          let sum = 0;
          for (let column = 0; column < columns; column++) sum += (input[column] as number) * (values[kind * columns + column] as number);
          return (bias[kind] as number) + sum * (scales[kind] as number);
        }),
      );
    },
  };
}

/** Probabilities of scores; they sum to 1. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
