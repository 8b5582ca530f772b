/** Records that cannot be made sense of, a store that is deleted under us, and a disk that is full. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { liveArticle, storeReading } from '../../storage/articles.ts';
import { correctStatement, journalOf, statementsOf } from '../../storage/corrections.ts';
import { AllegedlyDatabase } from '../../storage/database.ts';
import { writeNote } from '../../storage/notes.ts';
import { StoreService } from '../../storage/store-service.ts';
import { isPassing, troubleOf } from '../../storage/store-trouble.ts';
import { storeUsage } from '../../storage/usage.ts';
import { longText, readingOf } from '../support/readings.ts';

const QUERY = { caseId: 'case-a', text: '', outlets: [], years: [], sides: [], kinds: [], sort: 'read', offset: 0, limit: 50 } as const;
const URLS = ['https://news.example/a', 'https://news.example/b'] as const;

let db: AllegedlyDatabase;
beforeEach(async () => {
  db = new AllegedlyDatabase(`test-${crypto.randomUUID()}`);
  for (const [at, url] of URLS.entries()) await storeReading(readingOf(longText(`matter${at}`), url), db);
  await correctStatement({ articleId: URLS[0], change: { type: 'dismiss', statementId: (await firstOf(0))?.id ?? '' }, id: 'c1', now: 5 }, db);
  await correctStatement({ articleId: URLS[0], change: { type: 'kind', statementId: (await firstOf(0))?.id ?? '', kind: 'demand' }, id: 'c2', now: 6 }, db);
  await writeNote({ articleId: URLS[0], text: 'Mine', now: 6 }, db);
});
afterEach(() => db.delete({ disableAutoOpen: true }));

const firstOf = async (article: 0 | 1) => (await statementsOf(URLS[article], db))[0];

/** Spoils a record behind Dexie's back; its key stays. */
async function spoil(table: string, key: string, how: (record: Record<string, unknown>) => void): Promise<void> {
  const store = db.backendDB().transaction(table, 'readwrite').objectStore(table);
  await new Promise((resolve, reject) => {
    const request = store.get(key);
    request.onsuccess = () => {
      const record = request.result as Record<string, unknown>;
      how(record);
      store.put(record).onsuccess = resolve;
    };
    request.onerror = reject;
  });
}

/** Everything that views ask for. */
async function seeEverything(): Promise<number> {
  const service = new StoreService(db);
  await service.complete();
  await service.library(QUERY);
  await service.library({ ...QUERY, text: 'part' });
  await service.digest('case-a');
  await service.dispute('case-a', 'd');
  await storeUsage(db);
  for (const url of URLS) {
    await statementsOf(url, db);
    await journalOf(url, db);
  }
  return (await service.library({ ...QUERY, sort: 'title' })).total;
}

describe('a broken record', () => {
  test.each<[table: string, key: () => Promise<string>, left: number]>([
    ['articles', async () => URLS[1], 1],
    ['statements', async () => (await firstOf(1))?.key ?? '', 2],
    ['corrections', async () => 'c1', 2],
    ['analysed', async () => URLS[0], 2],
    ['notes', async () => URLS[0], 2],
  ])('of %s is put aside as it was found, counted, and hides no other', async (table, keyOf, left) => {
    const key = await keyOf();
    const others = await db.table(table).count();
    await spoil(table, key, (record) => {
      const field = { articles: 'title', statements: 'contentSpans', corrections: 'target', analysed: 'statements', notes: 'text' }[table] ?? '';
      record[field] = 7;
    });
    expect(await seeEverything()).toBe(left);
    await expect.poll(() => db.oddities.count(), { timeout: 10_000 }).toBe(1);
    expect((await db.oddities.toArray())[0]).toMatchObject({ table, key });
    expect(await db.table(table).count()).toBe(others - 1);
    // Reading the article again makes good what can be made good, and keeps the corrections that are left.
    for (const [at, url] of URLS.entries()) await storeReading(readingOf(longText(`matter${at}`), url, { readAt: 2_000 }), db);
    expect(await seeEverything()).toBe(2);
    expect((await journalOf(URLS[0], db)).length).toBe(table === 'corrections' ? 1 : 2);
    expect((await statementsOf(URLS[0], db)).length).toBe(table === 'corrections' ? 14 : 13);
  });

  test('that was meanwhile written anew stays where it is', async () => {
    const key = (await firstOf(1))?.key ?? '';
    const good = await db.statements.get(key);
    await spoil('statements', key, (record) => {
      record['words'] = null;
    });
    expect((await statementsOf(URLS[1], db)).length).toBe(13);
    if (good) await db.statements.put(good);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await db.oddities.count()).toBe(0);
    expect((await statementsOf(URLS[1], db)).length).toBe(14);
  });

  test('does not keep a cursor from going on', async () => {
    await spoil('statements', (await firstOf(1))?.key ?? '', (record) => {
      record['words'] = 7;
    });
    let seen = 0;
    await db.statements.each(() => {
      seen++;
    });
    expect(seen).toBe(13 + 13);
  });
});

test('a store that is deleted while it is open: what is asked next finds an empty one, and what is written is kept', async () => {
  const live: (number | undefined)[] = [];
  const subscription = liveArticle(URLS[0], db).subscribe((found) => live.push(found?.statements.length));
  await expect.poll(() => live.at(-1)).toBe(13);
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(db.name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  expect(await db.articles.count()).toBe(0);
  await storeReading(readingOf(longText('matter0'), URLS[0]), db);
  expect(await db.statements.count()).toBe(14);
  await expect.poll(() => live.at(-1)).toBe(14);
  subscription.unsubscribe();
});

test('a store that is deleted in the middle of a write: the write fails as one that can be tried again, or has been made', async () => {
  const writing = storeReading(readingOf(longText('matter9'), 'https://news.example/c'), db).catch((error: unknown) => error);
  const deleting = new Promise((resolve) => {
    indexedDB.deleteDatabase(db.name).onsuccess = resolve;
  });
  const result = await writing;
  await deleting;
  if (typeof result !== 'string') expect(isPassing(result)).toBe(true);
  await storeReading(readingOf(longText('matter9'), 'https://news.example/c'), db);
  expect(await db.articles.toCollection().primaryKeys()).toEqual(['https://news.example/c']);
});

test.each<[unknown, ReturnType<typeof troubleOf>]>([
  [new DOMException('full', 'QuotaExceededError'), 'full'],
  [Object.assign(new Error('Dexie'), { inner: new DOMException('full', 'QuotaExceededError') }), 'full'],
  [Object.assign(new Error('Abort'), { inner: Object.assign(new Error('x'), { inner: new DOMException('', 'QuotaExceededError') }) }), 'full'],
  [new DOMException('', 'VersionError'), 'newer'],
  [new DOMException('', 'UnknownError'), 'unavailable'],
  [new DOMException('', 'InvalidStateError'), 'unavailable'],
  [new Error('This article is no longer stored.'), undefined],
  ['text', undefined],
  [undefined, undefined],
])('%s is told of as %s', (error, trouble) => {
  expect(troubleOf(error)).toBe(trouble);
});
