/**
 * What a view can be shown before any index is there: the articles last read, straight from the store, and the numbers that were kept.
 * Reads a few records only, so that a page may ask without its worker, whose start takes longer.
 */
import { type Digest, type LibraryAnswer, type LibraryFacets, type LibraryQuery, listedOf } from '../model/library.ts';
import { own } from '../model/named.ts';
import type { StoredArticle } from '../model/records.ts';
import { listedWithOthers } from './copies.ts';
import { type AllegedlyDatabase, database } from './database.ts';
import { digestOf } from './digest.ts';
import { keptSummary } from './kept-index.ts';
import { rowsOf } from './library-rows.ts';

const NO_FACETS: LibraryFacets = { outlets: [], years: [], sides: [], kinds: [] };
/** Whether it has a note is looked up. */
const AS_ARTICLE = { type: 'article', hasNote: true, isNoted: false } as const;

/** The numbers of a case as they were kept; undefined where something has changed since, or nothing was kept. */
export async function firstDigest(caseId: string, db: AllegedlyDatabase = database()): Promise<Digest | undefined> {
  const kept = await summaryOf(caseId, db);
  return kept?.isCurrent ? kept.digest : undefined;
}

/**
 * The articles last read; undefined where the query asks for something else. They are counted where their number is at hand, or where no
 * index has been kept, so that it will take long until one can tell.
 */
export async function firstRows(query: LibraryQuery, db: AllegedlyDatabase = database()): Promise<LibraryAnswer | undefined> {
  if (!isPlain(query)) return undefined;
  const { caseId, offset, limit } = query;
  const [kept, newest] = await Promise.all([summaryOf(caseId, db), lastRead(caseId, offset + limit, db)]);
  const rows = await rowsOf(
    newest.slice(offset).map((article) => ({ ...AS_ARTICLE, key: article.id, article: listedOf(article) })),
    db,
  );
  const total = kept ? kept.digest.articles : await countListed(caseId, db);
  return {
    ...{ offset, rows, isComplete: false, isCounted: !kept || kept.isCurrent },
    total: Math.max(total, offset + rows.length),
    facets: kept?.isCurrent ? kept.facets : NO_FACETS,
  };
}

async function summaryOf(caseId: string, db: AllegedlyDatabase) {
  const kept = await keptSummary(db);
  return kept && { ...(own(kept.summary, caseId) ?? { digest: digestOf([]), facets: NO_FACETS }), isCurrent: kept.isCurrent };
}

/** The articles of a case last read, so many of them, each work once. */
async function lastRead(caseId: string, many: number, db: AllegedlyDatabase): Promise<StoredArticle[]> {
  for (let limit = many; ; limit *= 2) {
    const newest = await ofCase(caseId, db).reverse().limit(limit).toArray();
    const hidden = await listedWithOthers(newest, db);
    const shown = newest.filter(({ id }) => !hidden.has(id));
    if (shown.length >= many || newest.length < limit) return shown.slice(0, many);
  }
}

async function countListed(caseId: string, db: AllegedlyDatabase): Promise<number> {
  const copies = (await db.articles.where('copyOf').above('').toArray()).filter((copy) => copy.caseId === caseId);
  return (await ofCase(caseId, db).count()) - (await listedWithOthers(copies, db)).size;
}

function ofCase(caseId: string, db: AllegedlyDatabase) {
  return db.articles.where('[caseId+lastReadAt]').between([caseId, 0], [caseId, Number.POSITIVE_INFINITY]);
}

/** Whether the query asks for the articles last read, and no more. */
function isPlain({ text, outlets, years, sides, kinds, sort }: LibraryQuery): boolean {
  return text.trim() === '' && sort === 'read' && outlets.length + years.length + sides.length + kinds.length === 0;
}
