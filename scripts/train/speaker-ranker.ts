/**
 * Learns the weights of the speakers' ranker from articles with gold speakers: log-linear, full batch, no chance in it.
 */
import type { Features } from '../../analysis/speakers/features.ts';
import { type Rank, rankBy } from '../../analysis/speakers/rank.ts';
import { probabilitiesOf } from '../../analysis/speakers/ranker.ts';
import { type Cast, resolveSpeakers } from '../../analysis/speakers/resolve.ts';
import { isSameName, type SpeakerArticle } from './speaker-gold.ts';

interface Example {
  readonly lists: readonly Features[];
  /** Indexes of the lists that are right. */
  readonly right: readonly number[];
}

type Weights = Record<string, number>;

/** "its opponents" asks for whom they oppose, not for who speaks. */
const FLIPPED = /\b(?:opponents?|adversar(?:y|ies)|accusers?|foes?)\b/i;

/** Runs the resolver and keeps every choice that it asks for. With an oracle, the history is the true one. */
function examplesOf(article: SpeakerArticle, cast: Cast, weights: Weights | undefined, enough: number): Example[] {
  const byToken = new Map<number, { speakers: readonly string[] }>();
  article.gold.forEach((gold) => {
    const start = gold.source[0]?.[0];
    if (start === undefined || FLIPPED.test(article.text.slice(start, gold.source[0]?.[1]))) return;
    const token = article.document.tokens.findIndex(({ end }) => end > start);
    if (!byToken.has(token)) byToken.set(token, gold);
  });
  const examples: Example[] = [];
  const learnt = weights && rankBy({ enough, weights });
  const rank: Rank = {
    enough,
    probabilities(lists, actors, at) {
      const gold = byToken.get(at);
      const right = actors.flatMap((actor, index) => (gold?.speakers.some((name) => isSameName(name, cast.actors[actor]?.name ?? '')) ? [index] : []));
      const answer = right.length > 0 ? right : [lists.length - 1];
      if (gold) examples.push({ lists, right: answer });
      return learnt ? learnt.probabilities(lists, actors, at) : lists.map((_, index) => (answer.includes(index) ? 1 / answer.length : 0));
    },
  };
  resolveSpeakers(article.document, article.attributions, cast, rank);
  return examples;
}

/** Fits the weights by gradient descent with momentum; `decay` keeps them small. */
function fit(examples: readonly Example[], decay: number, start: Weights = {}): Weights {
  const weights: Weights = { ...start };
  const speed: Weights = {};
  for (let round = 0; round < 250; round++) {
    const slope: Weights = {};
    for (const { lists, right } of examples) {
      const all = probabilitiesOf(lists, weights);
      const sum = right.reduce((total, index) => total + (all[index] ?? 0), 0) || 1e-12;
      lists.forEach((features, index) => {
        const wanted = right.includes(index) ? (all[index] ?? 0) / sum : 0;
        const push = wanted - (all[index] ?? 0);
        if (Math.abs(push) < 1e-9) return;
        for (const name in features) slope[name] = (slope[name] ?? 0) + push * (features[name] ?? 0);
      });
    }
    for (const name of Object.keys(slope)) {
      const step = ((slope[name] ?? 0) - decay * (weights[name] ?? 0)) / examples.length;
      speed[name] = 0.9 * (speed[name] ?? 0) + step;
      weights[name] = (weights[name] ?? 0) + 0.8 * (speed[name] ?? 0);
    }
  }
  return weights;
}

/** Learns from the true history first, then also from the history that the learnt weights make. */
export function learn(articles: readonly SpeakerArticle[], cast: Cast, { decay, enough }: { decay: number; enough: number }): Weights {
  const truth = articles.flatMap((article) => examplesOf(article, cast, undefined, enough));
  let weights = fit(truth, decay);
  for (let round = 0; round < 2; round++) {
    const own = articles.flatMap((article) => examplesOf(article, cast, weights, enough));
    weights = fit([...truth, ...own], 2 * decay, weights);
  }
  return weights;
}
