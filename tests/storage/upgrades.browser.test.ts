/** From every version to the newest, also broken off in the middle, kept waiting, or the other way round. */
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { correctStatement, statementsOf, turnCorrection } from '../../storage/corrections.ts';
import { AllegedlyDatabase } from '../../storage/database.ts';
import { StoreService } from '../../storage/store-service.ts';
import { troubleOf } from '../../storage/store-trouble.ts';
import version1 from './samples/version-1.json';
import version2 from './samples/version-2.json';
import version3 from './samples/version-3.json';

interface Sample {
  readonly schema: Readonly<Record<string, string>>;
}
/** With the number of articles that are there in the end, and the words of the notes. */
const SAMPLES: readonly (readonly [number, Sample & Readonly<Record<string, unknown>>, number, string])[] = [
  [1, version1, 1, ''],
  [2, version2, 2, 'First note\n\nSecond note On another'],
  [3, version3, 3, 'First note On another'],
];
const STORY = 'https://news.example/a/story';

let name: string;
beforeEach(() => {
  name = `test-${crypto.randomUUID()}`;
});
afterEach(() => Dexie.delete(name));

async function store(version: number, sample: Sample & Readonly<Record<string, unknown>>): Promise<Dexie> {
  const old = new Dexie(name);
  old.version(version).stores({ ...sample.schema });
  for (const table of Object.keys(sample.schema)) await old.table(table).bulkAdd(sample[table] as object[]);
  return old;
}

/** The version that the browser has for it, and everything in it, without any code of ours. */
async function raw(): Promise<Record<string, unknown>> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const found: Record<string, unknown> = { version: db.version };
  const transaction = db.transaction([...db.objectStoreNames]);
  for (const table of db.objectStoreNames) {
    const request = transaction.objectStore(table).getAll();
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    found[table] = request.result;
  }
  db.close();
  return found;
}

test('version 1: everything is there, with what later versions add', async () => {
  (await store(1, version1)).close();
  const db = new AllegedlyDatabase(name);
  const [first] = version1.articles;
  const facets = { kinds: { claim: 1 }, sides: { plaintiff: 1 }, events: { complaint: 1 }, disputes: {} };
  expect(await db.articles.toArray()).toEqual([{ ...first, facets, revision: 1 }]);
  expect(await statementsOf(first?.id ?? '', db)).toEqual(version1.statements);
  db.close();
});

test('version 2: an article stored under two forms of its address is one, and nothing of the reader’s is lost', async () => {
  (await store(2, version2)).close();
  const db = new AllegedlyDatabase(name);
  expect(await db.articles.toCollection().primaryKeys()).toEqual([STORY, 'https://news.example/b']);
  expect(await db.articles.get(STORY)).toMatchObject({ title: 'A story (updated)', firstReadAt: 1000, lastReadAt: 4000, statementCount: 1 });
  expect((await statementsOf(STORY, db)).map(({ key, kind }) => [key, kind])).toEqual([[`${STORY}/claim-1`, 'demand']]);
  expect((await db.notes.toArray()).map(({ id, text }) => [id, text])).toEqual([
    [STORY, 'First note\n\nSecond note'],
    ['https://news.example/b', 'On another'],
  ]);
  await turnCorrection({ articleId: STORY, to: 'undo', id: 'request-1', now: 1 }, db);
  expect((await statementsOf(STORY, db))[0]?.kind).toBe('claim');
  await correctStatement({ articleId: STORY, change: { type: 'dismiss', statementId: 'claim-1' }, id: 'c2', now: 1 }, db);
  expect(await statementsOf(STORY, db)).toEqual([]);
  db.close();
});

test('version 3: everything is there as it was; the library lists a work once, and keeps its index', async () => {
  (await store(3, version3)).close();
  const before = await raw();
  const db = new AllegedlyDatabase(name);
  await db.opened();
  expect(await raw()).toEqual({ ...before, version: 40, changes: [], kept: [] });
  const service = new StoreService(db, undefined, 20);
  await service.complete();
  const query = { caseId: 'whatsapp-v-nso', text: '', outlets: [], years: [], sides: [], kinds: [], sort: 'title', offset: 0, limit: 9 } as const;
  expect((await service.library(query)).rows.map(({ article }) => article.title)).toEqual(['A story', 'Another']);
  await expect.poll(() => db.kept.count(), { timeout: 10_000 }).toBe(3);
  expect((await new StoreService(db).library(query)).rows.map(({ article }) => article.title)).toEqual(['A story', 'Another']);
  db.close();
});

describe.each(SAMPLES)('an upgrade from version %i that is broken off', (version, sample, articles, notes) => {
  // After so many writes of the upgrade the browser ends the transaction, as it does when it is killed.
  test.each([0, 1, 2, 3, 4, 5, 6, 8, 10, 14])('at its write number %i: as it was before, and then as if nothing had been', async (at) => {
    (await store(version, sample)).close();
    const before = await raw();
    let writes = 0;
    const broken = new AllegedlyDatabase(name);
    broken.use({
      stack: 'dbcore',
      level: 20,
      create: (down) => ({
        ...down,
        table: (table) => ({
          ...down.table(table),
          mutate: (request) => {
            if (writes++ === at) (request.trans as unknown as IDBTransaction).abort();
            return down.table(table).mutate(request);
          },
        }),
      }),
    });
    const isThrough = await broken.open().then(
      () => true,
      () => false,
    );
    broken.close();
    // An upgrade that has fewer writes goes through.
    if (!isThrough) expect(await raw()).toEqual(before);
    else expect(writes).toBeLessThanOrEqual(at);
    const db = new AllegedlyDatabase(name);
    await db.opened();
    expect(await db.articles.count()).toBe(articles);
    expect((await db.notes.toArray()).map(({ text }) => text).join(' ')).toBe(notes);
    db.close();
  });
});

test('a connection of an older version makes way', async () => {
  const old = await store(2, version2);
  const db = new AllegedlyDatabase(name);
  await db.opened();
  expect(await db.articles.count()).toBe(2);
  expect(old.isOpen()).toBe(false);
  db.close();
});

test('a connection that does not make way is told of, and waited for', async () => {
  (await store(2, version2)).close();
  const stubborn = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const db = new AllegedlyDatabase(name);
  const error: unknown = await db.opened().catch((each: unknown) => each);
  expect(troubleOf(error)).toBe('blocked');
  expect(troubleOf(await db.opened().catch((each: unknown) => each))).toBe('blocked');
  stubborn.close();
  await expect.poll(() => db.opened().then(() => db.articles.count()), { timeout: 10_000 }).toBe(2);
  db.close();
});

test('a store of a newer version is refused, told of, and left as it is', async () => {
  const newer = new Dexie(name);
  newer.version(40).stores({ articles: 'id, another', letters: '++id' });
  await newer.table('articles').add({ id: 'a', another: 1 });
  newer.close();
  const before = await raw();
  const db = new AllegedlyDatabase(name);
  expect(troubleOf(await db.opened().catch((each: unknown) => each))).toBe('newer');
  expect(troubleOf(await db.articles.toArray().catch((each: unknown) => each))).toBe('newer');
  expect(troubleOf(await db.notes.put({ id: 'a', articleId: 'a', caseId: 'x', text: 'n', at: 1 }).catch((each: unknown) => each))).toBe('newer');
  db.close();
  expect(await raw()).toEqual(before);
});
