/**
 * What the library is asked and what it answers: articles, or statements and notes that hold some words, with how many there are
 * of each outlet, year, side and kind. Knows nothing of where they are kept.
 */
import { type ArticleFacets, facetsOf, type Note, type StoredArticle, type StoredStatement } from './records.ts';
import type { Side, StatementKind } from './statement.ts';

export const LIBRARY_SORTS = ['read', 'published', 'outlet', 'title', 'statements'] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

export interface LibraryQuery {
  readonly caseId: string;
  /** Words that statements or notes must hold; "" for articles. */
  readonly text: string;
  /** Each empty: all. */
  readonly outlets: readonly string[];
  readonly years: readonly string[];
  readonly sides: readonly Side[];
  readonly kinds: readonly StatementKind[];
  readonly sort: LibrarySort;
  readonly offset: number;
  readonly limit: number;
}

/** What a list shows of an article. */
export type ListedArticle = Pick<StoredArticle, 'id' | 'caseId' | 'url' | 'site' | 'title' | 'outlet' | 'published' | 'statementCount' | 'lastReadAt'> & {
  readonly facets: ArticleFacets;
};

export type LibraryArticle = ListedArticle & { readonly note?: Note };

export type LibraryRow =
  | { readonly type: 'article'; readonly article: LibraryArticle }
  | { readonly type: 'statement'; readonly article: LibraryArticle; readonly statement: StoredStatement; readonly note?: Note }
  /** `statement`: what the note is about, where that is a statement and it is still there. */
  | { readonly type: 'note'; readonly article: LibraryArticle; readonly note: Note; readonly statement?: StoredStatement };

/** Values with how many results have them, were they chosen alone in their facet; the most frequent first, years the latest first. */
export interface LibraryFacets {
  readonly outlets: readonly (readonly [string, number])[];
  readonly years: readonly (readonly [string, number])[];
  readonly sides: readonly (readonly [Side, number])[];
  readonly kinds: readonly (readonly [StatementKind, number])[];
}

export interface LibraryAnswer {
  readonly total: number;
  /** False while the total is only what is known so far. */
  readonly isCounted: boolean;
  readonly offset: number;
  readonly rows: readonly LibraryRow[];
  readonly facets: LibraryFacets;
  /** False while statements are still being taken into the index. */
  readonly isComplete: boolean;
}

export interface Tally {
  readonly articles: number;
  readonly statements: number;
}

/** What the store holds of a case, in numbers. */
export interface Digest extends Tally {
  readonly events: Readonly<Record<string, Tally>>;
  readonly disputes: Readonly<Record<string, Tally>>;
  /** By month of publication, `YYYY-MM`; articles whose month is not known are left out. */
  readonly months: Readonly<Record<string, Tally>>;
}

/** The name under which an article's outlet is listed. */
export function outletOf({ outlet, site }: Pick<StoredArticle, 'outlet' | 'site'>): string {
  return outlet ?? site.replace(/^www\./, '');
}

/** What a list shows of a stored article. */
export function listedOf({ id, caseId, url, site, title, outlet, published, statementCount, lastReadAt, facets }: StoredArticle): ListedArticle {
  return {
    ...{ id, caseId, url, site, title, statementCount, lastReadAt, facets: facets ?? facetsOf([]) },
    ...(outlet === undefined ? {} : { outlet }),
    ...(published === undefined ? {} : { published }),
  };
}
