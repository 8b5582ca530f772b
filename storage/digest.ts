/** What the store holds of a case, in numbers. Pure. */
import type { Digest, ListedArticle, Tally } from '../model/library.ts';

/** The numbers of articles that are those of a case. */
export function digestOf(articles: readonly ListedArticle[]): Digest {
  const events = new Map<string, Tally>();
  const disputes = new Map<string, Tally>();
  const months = new Map<string, Tally>();
  const add = (tallies: Map<string, Tally>, key: string, statements: number) => {
    const before = tallies.get(key);
    tallies.set(key, { articles: (before?.articles ?? 0) + 1, statements: (before?.statements ?? 0) + statements });
  };
  for (const { facets, published, statementCount } of articles) {
    for (const [id, count] of Object.entries(facets.events)) add(events, id, count);
    for (const [id, count] of Object.entries(facets.disputes)) add(disputes, id, count);
    if (published && published.precision !== 'year') add(months, published.iso.slice(0, 7), statementCount);
  }
  return {
    articles: articles.length,
    statements: articles.reduce((sum, { statementCount }) => sum + statementCount, 0),
    ...{ events: Object.fromEntries(events), disputes: Object.fromEntries(disputes), months: Object.fromEntries(months) },
  };
}
