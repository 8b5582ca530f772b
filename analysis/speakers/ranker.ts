/**
 * Log-linear choice among candidates: the weights of what speaks for each, as probabilities. Knows no text.
 */
import type { Features } from './features.ts';
import learnt from './ranker-weights.json' with { type: 'json' };

export interface RankerWeights {
  /** Least probability at which an answer is given. */
  readonly enough: number;
  readonly weights: Readonly<Record<string, number>>;
}

export const LEARNT: RankerWeights = learnt;

/** Probability of each list of features, in order; they sum to 1. */
export function probabilitiesOf(lists: readonly Features[], weights: Readonly<Record<string, number>>): number[] {
  const scores = lists.map((features) => {
    let score = 0;
    for (const name in features) score += (features[name] ?? 0) * (weights[name] ?? 0);
    return score;
  });
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
