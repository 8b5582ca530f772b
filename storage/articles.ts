/**
 * Articles and their statements: written by the background, read by every page of the extension.
 */
import { liveQuery, type Observable } from 'dexie';
import type { Article } from '../model/article.ts';
import { QUOTE_CONTEXT } from '../model/quote.ts';
import type { StoredArticle, StoredStatement } from '../model/records.ts';
import { siteOf } from '../model/settings.ts';
import { hull, textOf } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import type { Verdict } from '../model/verdict.ts';
import { articleIdOf } from './article-identity.ts';
import { recordDeletion } from './changes.ts';
import { statementsOf, storeAnalysed } from './corrections.ts';
import { type AllegedlyDatabase, database } from './database.ts';

export interface Reading {
  readonly article: Article;
  readonly caseId: string;
  readonly verdict: Verdict;
  readonly statements: readonly Statement[];
  readonly isCutShort?: boolean;
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

/**
 * Stores an article and its statements, in one transaction; reading it again replaces what was found in it, keeps when it was first
 * read, and lays the reader's corrections over it. Gives the article's id.
 */
export async function storeReading(reading: Reading, db: AllegedlyDatabase = database()): Promise<string> {
  const { article, caseId, statements } = reading;
  const id = articleIdOf(article);
  await db.transaction('rw', [db.articles, db.statements, db.corrections, db.analysed, db.notes, db.changes], async () => {
    const known = await db.articles.get(id);
    const { firstReadAt = reading.readAt, revision = 0 } = known ?? {};
    await db.articles.put({ ...storedArticle(id, reading, firstReadAt), revision });
    const found = statements.map((statement, order) => storedStatement(id, caseId, article, statement, order));
    await storeAnalysed(id, found, article.text, db);
  });
  return id;
}

/** Forgets an article and everything that belongs to it: statements, corrections, notes. */
export async function deleteArticle(id: string, db: AllegedlyDatabase = database()): Promise<void> {
  await db.transaction('rw', [db.articles, db.statements, db.corrections, db.analysed, db.notes, db.changes, db.kept], async () => {
    await db.articles.delete(id);
    await db.analysed.delete(id);
    for (const table of [db.statements, db.corrections, db.notes]) await table.where('articleId').equals(id).delete();
    await recordDeletion(id, db);
  });
}

export interface ArticleWithStatements {
  readonly article: StoredArticle;
  /** In reading order. */
  readonly statements: readonly StoredStatement[];
}

/** The article and its statements, now and after every change; undefined while there is none. */
export function liveArticle(id: string, db: AllegedlyDatabase = database()): Observable<ArticleWithStatements | undefined> {
  return liveQuery(async () => {
    const article = await db.articles.get(id);
    if (!article) return undefined;
    return { article, statements: await statementsOf(id, db) };
  });
}

function storedArticle(id: string, { article, caseId, verdict, statements, isCutShort, readAt }: Reading, firstReadAt: number): StoredArticle {
  const { url, title, outlet, byline, published, text } = article;
  return {
    id,
    url,
    site: siteOf(url),
    title,
    ...(outlet === undefined ? {} : { outlet }),
    ...(byline === undefined ? {} : { byline }),
    ...(published === undefined ? {} : { published }),
    caseId,
    verdict,
    wordCount: text.match(/\S+/g)?.length ?? 0,
    statementCount: statements.length,
    ...(isCutShort ? { isCutShort } : {}),
    firstReadAt,
    lastReadAt: readAt,
  };
}

function storedStatement(articleId: string, caseId: string, { text, blocks }: Article, statement: Statement, order: number): StoredStatement {
  // Some statements have no content of their own ("NSO declined to comment"): their cue stands for them.
  const spans = statement.contentSpans.length > 0 ? statement.contentSpans : statement.cueSpans;
  const [start, end] = hull(spans) ?? [0, 0];
  const heading = blocks.findLast((block) => block.kind === 'heading' && block.end <= start);
  return {
    ...statement,
    key: `${articleId}/${statement.id}`,
    articleId,
    caseId,
    order,
    words: textOf(text, spans),
    sourceWords: textOf(text, statement.sourceSpans),
    cueWords: textOf(text, statement.cueSpans),
    prefix: text.slice(Math.max(0, start - QUOTE_CONTEXT), start),
    suffix: text.slice(end, end + QUOTE_CONTEXT),
    ...(heading ? { section: text.slice(heading.start, heading.end) } : {}),
  };
}
