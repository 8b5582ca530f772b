/**
 * Learns the weights of the speakers' ranker from articles with gold speakers: log-linear, full batch, no chance in it.
 */
import type { Features } from '../../analysis/speakers/features.ts';
import { type Rank, rankBy } from '../../analysis/speakers/rank.ts';
import { type Cast, resolveSpeakers } from '../../analysis/speakers/resolve.ts';
import { isSameName } from '../corpus/same-name.ts';
import type { SpeakerArticle } from './speaker-gold.ts';

interface Example {
  readonly lists: readonly Features[];
  /** Indexes of the lists that are right. */
  readonly right: readonly number[];
  readonly weight: number;
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
      if (gold) examples.push({ lists, right: answer, weight: article.weight });
      return learnt ? learnt.probabilities(lists, actors, at) : lists.map((_, index) => (answer.includes(index) ? 1 / answer.length : 0));
    },
  };
  resolveSpeakers(article.document, article.attributions, cast, rank);
  return examples;
}

/** Fits the weights by gradient descent with momentum; `decay` keeps them small. */
function fit(examples: readonly Example[], decay: number, start: Weights = {}): Weights {
  const names = [...new Set(examples.flatMap(({ lists }) => lists.flatMap((features) => Object.keys(features))))];
  const idOf = new Map(names.map((name, id) => [name, id]));
  const packed = examples.map(({ lists, right, weight }) => ({
    right: new Set(right),
    weight,
    lists: lists.map((features) => Object.entries(features).map(([name, value]): [number, number] => [idOf.get(name) ?? 0, value])),
  }));
  const weights = Float64Array.from(names, (name) => start[name] ?? 0);
  const speed = new Float64Array(names.length);
  for (let round = 0; round < 250; round++) {
    const slope = new Float64Array(names.length);
    for (const example of packed) addSlope(example, weights, slope);
    slope.forEach((value, id) => {
      speed[id] = 0.9 * (speed[id] ?? 0) + (value - decay * (weights[id] ?? 0)) / examples.length;
      weights[id] = (weights[id] ?? 0) + 0.8 * (speed[id] ?? 0);
    });
  }
  return Object.fromEntries(names.map((name, id) => [name, weights[id] ?? 0]));
}

interface Packed {
  readonly right: ReadonlySet<number>;
  readonly weight: number;
  readonly lists: readonly (readonly [id: number, value: number][])[];
}

function addSlope({ lists, right, weight }: Packed, weights: Float64Array, slope: Float64Array): void {
  const shares = lists.map((list) => Math.exp(list.reduce((sum, [id, value]) => sum + value * (weights[id] ?? 0), 0)));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const wanted = shares.reduce((sum, share, index) => sum + (right.has(index) ? share : 0), 0) || 1e-12;
  lists.forEach((list, index) => {
    const share = shares[index] ?? 0;
    const push = weight * ((right.has(index) ? share / wanted : 0) - share / all);
    if (Math.abs(push) > 1e-6) for (const [id, value] of list) slope[id] = (slope[id] ?? 0) + push * value;
  });
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
