/**
 * Articles and their statements: written by the background, read by every page of the extension.
 */
import { liveQuery, type Observable } from 'dexie';
import type { Article } from '../model/article.ts';
import { QUOTE_CONTEXT } from '../model/quote.ts';
import type { StoredArticle, StoredStatement } from '../model/records.ts';
import { siteOf } from '../model/settings.ts';
import { hull, textOf } from '../model/span.ts';
import { type Statement, shownSpans } from '../model/statement.ts';
import type { Verdict } from '../model/verdict.ts';
import { articleIdOf } from './article-identity.ts';
import { correctionsOfCopies, findOriginal } from './copies.ts';
import { statementsOf, storeAnalysed } from './corrections.ts';
import { type AllegedlyDatabase, database } from './database.ts';
import { fingerprintOf, marksOf } from './fingerprint.ts';
import { mergeCorrections } from './merge-corrections.ts';

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
 * read, and lays the reader's corrections over it. A text that is stored already under another address is kept as a copy of that
 * article. Gives the article's id.
 */
export async function storeReading(reading: Reading, db: AllegedlyDatabase = database()): Promise<string> {
  const { article, caseId, statements } = reading;
  const id = articleIdOf(article);
  await db.transaction('rw', [...db.contents, db.changes], async () => {
    const known = await db.articles.get(id);
    const { firstReadAt = reading.readAt, revision = 0 } = known ?? {};
    const kinship = await kinshipOf(id, reading, known, db);
    // The clock may have been put back since: nothing is read for the last time before it was read for the first.
    await db.articles.put({ ...storedArticle(id, reading, Math.min(firstReadAt, reading.readAt)), ...kinship, revision });
    const found = statements.map((statement, order) => storedStatement(id, caseId, article, statement, order));
    const shared = mergeCorrections(found, await correctionsOfCopies(id, db), { text: article.text, articleId: id });
    await storeAnalysed(id, shared.statements, article.text, db);
  });
  return id;
}

/** The sketch of the text, and the article that it is a copy of: found when it is first read, and kept from then on. */
async function kinshipOf(
  id: string,
  { article, caseId }: Reading,
  known: StoredArticle | undefined,
  db: AllegedlyDatabase,
): Promise<Pick<StoredArticle, 'copyOf' | 'sketch' | 'marks'>> {
  const sketch = fingerprintOf(article.text);
  if (!sketch) return known?.copyOf === undefined ? {} : { copyOf: known.copyOf };
  // What stands for a work of its own already, with perhaps copies of its own, stays so.
  const copyOf = known ? known.copyOf : await findOriginal(id, caseId, sketch, db);
  return { sketch, marks: marksOf(sketch), ...(copyOf === undefined ? {} : { copyOf }) };
}

/** Whether there is such an article. */
export async function isStored(id: string, db: AllegedlyDatabase = database()): Promise<boolean> {
  return (await db.articles.where('id').equals(id).count()) > 0;
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
  const { url, title, outlet, byline, published, modified, canonicalUrl, distrustedCanonical, provenance, text } = article;
  return {
    id,
    url,
    site: siteOf(url),
    title,
    ...(outlet === undefined ? {} : { outlet }),
    ...(byline === undefined ? {} : { byline }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(distrustedCanonical === undefined ? {} : { distrustedCanonical }),
    ...(provenance === undefined ? {} : { provenance }),
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
  const spans = shownSpans(statement);
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
