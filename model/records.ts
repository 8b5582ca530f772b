/**
 * What is stored: articles that were read and the statements found in them. Knows nothing of the database that holds them.
 */
import type { Article } from './article.ts';
import type { PreciseDate } from './date.ts';
import type { Side, Statement, StatementKind } from './statement.ts';
import type { Verdict } from './verdict.ts';

/** An article that was read. Its full text is not kept, only what was said in it. */
export interface StoredArticle {
  /** See `articleIdOf`. */
  readonly id: string;
  readonly url: string;
  readonly site: string;
  readonly title: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly published?: PreciseDate;
  readonly modified?: PreciseDate;
  readonly canonicalUrl?: string;
  readonly distrustedCanonical?: string;
  /** Where on the page each of these was read. */
  readonly provenance?: Article['provenance'];
  readonly caseId: string;
  readonly verdict: Verdict;
  /** Words of the article that were readable. */
  readonly wordCount: number;
  readonly statementCount: number;
  /** The readable text stops before the article's end. */
  readonly isCutShort?: true;
  /** How many of its statements have which kind, side, event and dispute, so that lists need not read them all. */
  readonly facets?: ArticleFacets;
  /** Counts up whenever its statements change. */
  readonly revision?: number;
  /** Another article that stands for the same work (see `storage/copies.ts`); absent for the one that does. */
  readonly copyOf?: string;
  /** By which copies are known: see `storage/fingerprint.ts`. Absent for short texts and for what earlier versions stored. */
  readonly sketch?: readonly number[];
  readonly marks?: readonly number[];
  /** Milliseconds since 1970. */
  readonly firstReadAt: number;
  readonly lastReadAt: number;
}

export interface ArticleFacets {
  readonly kinds: Readonly<Partial<Record<StatementKind, number>>>;
  readonly sides: Readonly<Partial<Record<Side, number>>>;
  /** By id of the event or dispute. */
  readonly events: Readonly<Record<string, number>>;
  readonly disputes: Readonly<Record<string, number>>;
}

/** The side that speaks; those whose speaker is unresolved stand with the others. */
export function sideOf({ speaker }: Pick<Statement, 'speaker'>): Side {
  return speaker.status === 'unresolved' ? 'other' : speaker.side;
}

/** The facets of an article with these statements. */
export function facetsOf(statements: readonly Statement[]): ArticleFacets {
  const counted = <Key extends string>(keys: readonly (Key | undefined)[]) => {
    const counts = new Map<Key, number>();
    for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
    return Object.fromEntries(counts) as Partial<Record<Key, number>>;
  };
  return {
    kinds: counted(statements.map(({ kind }) => kind)),
    sides: counted(statements.map(sideOf)),
    events: counted(statements.map(({ eventId }) => eventId)) as Record<string, number>,
    disputes: counted(statements.map(({ disputeId }) => disputeId)) as Record<string, number>,
  };
}

/** A statement with the words that a list shows and by which a page can find it again. */
export interface StoredStatement extends Statement {
  /** `articleId` and statement `id`, joined by a slash: unique in the store. */
  readonly key: string;
  readonly articleId: string;
  readonly caseId: string;
  /** Place in reading order, from 0. */
  readonly order: number;
  /** The content's words, discontinuous parts joined by " … ". */
  readonly words: string;
  readonly sourceWords: string;
  readonly cueWords: string;
  /** Up to 32 characters of text before and after the content (W3C `TextQuoteSelector`). */
  readonly prefix: string;
  readonly suffix: string;
  /** The heading under which it stands in the article; absent before the first one. */
  readonly section?: string;
}

/** What the analysis found in an article that the reader has corrected: kept so that a correction can be taken back. */
export interface StoredAnalysis {
  readonly articleId: string;
  readonly statements: readonly StoredStatement[];
  /** Corrections whose words are not in the text as it was last read. */
  readonly lostIds: readonly string[];
}

/** A reader's note on an article, or on one of its statements. */
export interface Note {
  readonly id: string;
  readonly articleId: string;
  readonly caseId: string;
  /** Absent: the note is about the article. */
  readonly statementId?: string;
  /** The statement's words with what stands around them, by which another analysis finds it again. */
  readonly about?: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  readonly text: string;
  /** Milliseconds since 1970 of its last change. */
  readonly at: number;
}
