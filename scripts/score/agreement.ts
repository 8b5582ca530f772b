/** How far two annotators of the same articles agree, by the measures that the analysis is held to. */
import type { GoldArticle } from '../corpus/parse-corpus.ts';
import type { Share } from './own-corpus.ts';
import { pairUp } from './pairs.ts';

export interface Agreement {
  readonly articles: number;
  /** F1 of relations, one annotator against the other. */
  readonly relation: number;
  /** Of the relation pairs, those for which both chose the same kind first. */
  readonly kind: Share;
  /** F1 of denials among the relation pairs. */
  readonly denial: number;
}

/** Undefined where no article was annotated twice. */
export function agreement(first: readonly GoldArticle[], second: readonly GoldArticle[]): Agreement | undefined {
  const firstById = new Map(first.map((article) => [article.id, article]));
  const tally = { articles: 0, pairs: 0, all: 0, kind: { hit: 0, of: 0 }, bothDenial: 0, denials: 0 };
  for (const other of second) {
    const one = firstById.get(other.id);
    if (!one) continue;
    tally.articles++;
    tally.all += one.attributions.length + other.attributions.length;
    for (const [a, b] of pairUp(one.attributions, other.attributions, one.text)) {
      const [left, right] = [one.attributions[a], other.attributions[b]];
      if (!left || !right) continue;
      tally.pairs++;
      tally.kind.of++;
      if (left.kinds[0] === right.kinds[0]) tally.kind.hit++;
      const denials = [left, right].filter(({ kinds }) => kinds[0] === 'denial').length;
      tally.denials += denials;
      if (denials === 2) tally.bothDenial += 2;
    }
  }
  if (tally.articles === 0) return undefined;
  return { articles: tally.articles, relation: (2 * tally.pairs) / tally.all, kind: tally.kind, denial: tally.bothDenial / tally.denials };
}
