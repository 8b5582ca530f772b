/** What the store holds, by site and in all, and the ways to forget it: an article, a site, everything. */
import { liveQuery, type Observable } from 'dexie';
import type { Deletion, SiteUsage, StoredCounts, StoreUsage } from '../model/store-state.ts';
import type { Oddity } from './broken-records.ts';
import { recordDeletion } from './changes.ts';
import { copiesOf, leaveWork } from './copies.ts';
import { type AllegedlyDatabase, database } from './database.ts';
import { once } from './requests.ts';

const NOTHING: StoredCounts = { articles: 0, statements: 0, corrections: 0, notes: 0 };

/** The site that an article is counted under, from its id: the host without "www." and the like. */
export function siteOfId(articleId: string): string {
  return URL.parse(articleId)?.host ?? '';
}

/** Reads every record once: some seconds for the largest stores. To be asked in a worker. */
export async function storeUsage(db: AllegedlyDatabase = database()): Promise<StoreUsage> {
  const sites = new Map<string, { -readonly [K in keyof SiteUsage]: SiteUsage[K] }>();
  const count = (articleId: string, record: object, kind?: keyof StoredCounts) => {
    const site = siteOfId(articleId);
    const usage = sites.get(site) ?? { ...NOTHING, site, bytes: 0, lastReadAt: 0 };
    usage.bytes += bytesOf(record);
    if (kind) usage[kind]++;
    sites.set(site, usage);
    return usage;
  };
  await db.transaction('r', db.contents, async () => {
    for (const article of await db.articles.toArray()) {
      const usage = count(article.id, article, 'articles');
      usage.lastReadAt = Math.max(usage.lastReadAt, article.lastReadAt);
    }
    // One article after the other: all statements at once would be most of a worker's memory.
    for (const id of await db.articles.toCollection().primaryKeys()) {
      for (const statement of await db.statements.where('articleId').equals(id).toArray()) count(id, statement, 'statements');
    }
    for (const correction of await db.corrections.toArray()) count(correction.articleId, correction, 'corrections');
    for (const note of await db.notes.toArray()) count(note.articleId, note, 'notes');
    for (const analysed of await db.analysed.toArray()) count(analysed.articleId, analysed);
  });
  const list = [...sites.values()].sort((a, b) => b.bytes - a.bytes || a.site.localeCompare(b.site));
  const sum = (kind: keyof StoredCounts | 'bytes') => list.reduce((total, usage) => total + usage[kind], 0);
  return {
    sites: list,
    ...{ articles: sum('articles'), statements: sum('statements'), corrections: sum('corrections'), notes: sum('notes'), bytes: sum('bytes') },
    ...(await browserUsage()),
    oddities: await db.oddities.count(),
  };
}

async function browserUsage(): Promise<Pick<StoreUsage, 'used' | 'quota' | 'isPersisted'>> {
  const { storage } = navigator as { storage?: StorageManager };
  const [estimate, isPersisted] = await Promise.all([storage?.estimate().catch(() => undefined), storage?.persisted().catch(() => undefined)]);
  return { used: estimate?.usage, quota: estimate?.quota, isPersisted };
}

const encoder = new TextEncoder();

function bytesOf(record: object): number {
  return encoder.encode(JSON.stringify(record)).length;
}

/** What a deletion would take, so that the reader can be asked with numbers. */
export async function countForDeletion(what: Deletion, db: AllegedlyDatabase = database()): Promise<StoredCounts> {
  return db.transaction('r', db.contents, async () => countsOf(what.scope === 'all' ? undefined : await idsOf(what, db), db));
}

/**
 * Forgets it, in one transaction; gives what was there, also when it is asked for again with the same request. What has been forgotten
 * already is no error.
 */
export async function deleteStored(what: Deletion, db: AllegedlyDatabase = database(), requestId?: string): Promise<StoredCounts> {
  // An async function, not one that gives a promise: else Dexie loses the transaction at the first `await`.
  return db.transaction('rw', [...db.contents, db.oddities, db.requests, db.changes, db.kept], async () => {
    const work = () => deleteNow(what, db);
    return requestId === undefined ? work() : once(requestId, Date.now(), db, work);
  });
}

async function deleteNow(what: Deletion, db: AllegedlyDatabase): Promise<StoredCounts> {
  if (what.scope === 'all') {
    const counts = await countsOf(undefined, db);
    // The date of the last backup stays: it says nothing of what was read.
    for (const table of [...db.contents, db.oddities, db.requests, db.changes]) await table.clear();
    await recordDeletion([], db);
    return counts;
  }
  const ids = await idsOf(what, db);
  const counts = await countsOf(ids, db);
  for (const id of ids) await leaveWork(id, ids, db);
  await db.articles.bulkDelete(ids);
  await db.analysed.bulkDelete(ids);
  for (const id of ids) for (const table of [db.statements, db.corrections, db.notes]) await table.where('articleId').equals(id).delete();
  await recordDeletion(ids, db);
  // What was put aside because it could not be read goes with what it seems to belong to.
  const odd = (await db.oddities.toArray()).filter(({ articleId }) => articleId !== undefined && ids.includes(articleId));
  await db.oddities.bulkDelete(odd.map(({ id }) => id));
  return counts;
}

/** How many records were put aside because they could not be read, now and after every change. */
export function liveOddityCount(db: AllegedlyDatabase = database()): Observable<number> {
  return liveQuery(() => db.oddities.count());
}

/** Those records, as they are. */
export function readOddities(db: AllegedlyDatabase = database()): Promise<Oddity[]> {
  return db.oddities.toArray();
}

/** Forgets what was put aside because it could not be read. */
export async function deleteOddities(db: AllegedlyDatabase = database()): Promise<void> {
  await db.oddities.clear();
}

async function idsOf(what: Exclude<Deletion, { scope: 'all' }>, db: AllegedlyDatabase): Promise<string[]> {
  if (what.scope === 'article') return [what.articleId, ...(await copiesOf(what.articleId, db))];
  const keys = await db.articles.where('id').startsWith(`https://${what.site}`).primaryKeys();
  return keys.filter((id) => siteOfId(id) === what.site);
}

async function countsOf(ids: readonly string[] | undefined, db: AllegedlyDatabase): Promise<StoredCounts> {
  const number = async (table: 'statements' | 'corrections' | 'notes') => {
    if (!ids) return db[table].count();
    let sum = 0;
    for (const id of ids) sum += await db[table].where('articleId').equals(id).count();
    return sum;
  };
  return {
    articles: ids ? (await db.articles.bulkGet([...ids])).filter((article) => article !== undefined).length : await db.articles.count(),
    statements: await number('statements'),
    corrections: await number('corrections'),
    notes: await number('notes'),
  };
}
