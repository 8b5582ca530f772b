import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundledCases } from '../../cases/bundled.ts';
import { articleOfText } from '../../model/article.ts';
import type { LibraryQuery } from '../../model/library.ts';
import { generateStore } from '../../scripts/generate-store.ts';
import { storeReading } from '../../storage/articles.ts';
import { AllegedlyDatabase } from '../../storage/database.ts';
import { firstDigest, firstRows } from '../../storage/first-answers.ts';
import { keepIndex, keepSummary } from '../../storage/kept-index.ts';
import type { KeptFacts, KeptSummary, KeptTexts } from '../../storage/library-index.ts';
import { writeNote } from '../../storage/notes.ts';
import { StoreService } from '../../storage/store-service.ts';
import { deleteStored } from '../../storage/usage.ts';

const [caseFile] = bundledCases();
if (!caseFile) throw new Error('There is no bundled case.');
const generated = generateStore(caseFile, { articles: 320, statements: 960 });
const [first] = generated.articles;
if (!first) throw new Error('The generated store is empty.');
const ALL: LibraryQuery = { caseId: caseFile.id, text: '', outlets: [], years: [], sides: [], kinds: [], sort: 'read', offset: 0, limit: 30 };

let db: AllegedlyDatabase;
beforeEach(async () => {
  db = new AllegedlyDatabase(`test-${crypto.randomUUID()}`);
  await db.articles.bulkAdd([...generated.articles]);
  await db.statements.bulkAdd([...generated.statements]);
});
afterEach(() => db.delete());

const started = (store: AllegedlyDatabase) => new StoreService(store, undefined, 20);

/** What a service answers that has read the whole store anew. */
async function afresh() {
  await db.kept.clear();
  return answers(started(db));
}

async function answers(service: StoreService) {
  await service.complete();
  const queries = [ALL, { ...ALL, text: 'source code' }, { ...ALL, text: 'zebra' }, { ...ALL, sort: 'outlet' as const, text: 'the' }];
  const found = await Promise.all(queries.map((query) => service.library(query)));
  return { digest: await service.digest(ALL.caseId), found };
}

/** Waits until the condition holds. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const kept = async () => (await db.kept.count()) === 3;
const read = (id: string, words: string) =>
  storeReading(
    {
      article: articleOfText(`WhatsApp said ${words}.`, { url: `https://news.example/${id}`, title: 'Another' }),
      caseId: ALL.caseId,
      verdict: { status: 'about', caseId: ALL.caseId, score: 1, reasons: [] },
      statements: [
        {
          ...{ id: 's', kind: 'claim', speaker: { status: 'unresolved' }, sourceSpans: [], cueSpans: [], quoteType: 'indirect', confidence: 1 },
          contentSpans: [[14, 14 + words.length]],
        },
      ],
      readAt: 2_000_000_000_000,
    },
    db,
  );

test('an index taken up again answers as one made anew does, whatever has changed since', async () => {
  const service = started(db);
  const before = await answers(service);
  await until(kept);
  expect(await answers(started(db))).toEqual(before);
  await read('new', 'a zebra crossed');
  await writeNote({ articleId: first.id, text: 'zebra too', now: 3 }, db);
  const after = await answers(started(db));
  expect(await kept()).toBe(true);
  expect(after.digest.articles).toBe(321);
  expect(after.found[2]?.rows.map(({ type }) => type)).toEqual(['statement', 'note']);
  expect(after).toEqual(await afresh());
});

test('follows what another connection writes', async () => {
  const other = new AllegedlyDatabase(db.name);
  const service = started(other);
  await service.complete();
  await read('new', 'a zebra crossed');
  await until(async () => (await service.library({ ...ALL, text: 'zebra' })).total === 1);
  await deleteStored({ scope: 'article', articleId: first.id }, db);
  await until(async () => (await service.digest(ALL.caseId)).articles === 320);
  expect(await answers(service)).toEqual(await afresh());
  other.close();
});

test('tells of changes where no index was ever asked for, as on a page that shows numbers alone', async () => {
  const other = new AllegedlyDatabase(db.name);
  let told = 0;
  const service = new StoreService(other, () => told++, 20);
  expect((await service.usage()).articles).toBe(320);
  await read('new', 'a zebra crossed');
  await until(async () => told > 0 && (await service.usage()).articles === 321);
  const before = told;
  await deleteStored({ scope: 'all' }, db);
  await until(async () => told > before);
  expect((await service.usage()).sites).toEqual([]);
  other.close();
});

test('of what was deleted nothing is kept: no words, no address', async () => {
  const id = await read('new', 'a zebra crossed');
  const service = started(db);
  await service.complete();
  await until(kept);
  expect(JSON.stringify(await db.kept.toArray())).toContain('zebra');
  await deleteStored({ scope: 'article', articleId: id }, db);
  expect(await db.kept.count()).toBe(0);
  expect(JSON.stringify(await db.changes.toArray())).not.toContain(id);
  await until(kept);
  expect(JSON.stringify(await db.kept.toArray())).not.toContain('zebra');
});

test('of a note that was deleted nothing is kept', async () => {
  await writeNote({ articleId: first.id, text: 'a zebra crossed', now: 3 }, db);
  const service = started(db);
  await service.complete();
  await until(kept);
  const seq = (await db.changes.orderBy('seq').last())?.seq ?? 0;
  const words = (await db.kept.orderBy('name').toArray()).map(({ content }) => content) as [KeptFacts, KeptSummary, KeptTexts];
  await writeNote({ articleId: first.id, text: '', now: 4 }, db);
  // A page that has not heard of it keeps what it has.
  expect(await keepIndex({ facts: words[0], summary: words[1], texts: words[2] }, seq, db)).toBe(false);
  await keepSummary(words[1], seq, db);
  expect(await db.kept.count()).toBe(0);
  await until(kept);
  expect(JSON.stringify(await db.kept.toArray())).not.toContain('zebra');
  expect(await answers(started(db))).toEqual(await afresh());
});

test('of the words that were taken out of a note nothing is kept; more words leave what is kept as it is', async () => {
  const note = (text: string, now: number) => writeNote({ articleId: first.id, text, now }, db);
  await note('a zebra crossed', 3);
  const service = started(db);
  await service.complete();
  await until(kept);
  await note('a zebra crossed the road', 4);
  expect(await kept()).toBe(true);
  await note('a horse crossed the road', 5);
  expect(JSON.stringify(await db.kept.toArray())).not.toContain('zebra');
  await until(kept);
  expect(JSON.stringify(await db.kept.toArray())).not.toContain('zebra');
});

test('a broken record that is found while the index is kept: the index is made and kept anew without it', async () => {
  const id = await read('new', 'a zebra crossed');
  const service = started(db);
  await service.complete();
  await until(kept);
  const other = new AllegedlyDatabase(db.name);
  await other.open();
  const store = other.backendDB().transaction('statements', 'readwrite').objectStore('statements');
  await new Promise((resolve) => {
    store.get(`${id}/s`).onsuccess = ({ target }) => {
      store.put({ ...(target as IDBRequest<object>).result, speaker: 7 }).onsuccess = resolve;
    };
  });
  expect((await other.statements.where('articleId').equals(id).toArray()).length).toBe(0);
  await until(async () => (await other.oddities.count()) === 1);
  await until(async () => (await service.library({ ...ALL, text: 'zebra' })).total === 0);
  await until(kept);
  expect(JSON.stringify(await db.kept.toArray())).not.toContain('zebra');
  const row = (await service.library(ALL)).rows.find(({ article }) => article.id === id);
  expect(row?.article).toMatchObject({ statementCount: 0, facets: { kinds: {} } });
  expect(await answers(service)).toEqual(await afresh());
  other.close();
});

describe('before any index is there', () => {
  const lastRead = generated.articles
    .map(({ lastReadAt }) => lastReadAt)
    .toSorted((a, b) => b - a)
    .slice(0, 30);

  test('the articles last read are there, with their number and no facets', async () => {
    const answer = await firstRows(ALL, db);
    expect(answer).toMatchObject({ total: 320, isCounted: true, isComplete: false, facets: { outlets: [], years: [] } });
    expect(answer?.rows.map(({ article }) => article.lastReadAt)).toEqual(lastRead);
    expect(await firstDigest(ALL.caseId, db)).toBeUndefined();
  });

  test('and what was kept of the numbers, as long as nothing has changed', async () => {
    const service = started(db);
    const { digest, found } = await answers(service);
    await until(kept);
    expect(await firstDigest(ALL.caseId, db)).toEqual(digest);
    expect(await firstRows(ALL, db)).toEqual({ ...found[0], isComplete: false });
    expect(await firstDigest('another', db)).toMatchObject({ articles: 0, events: {} });
    await read('new', 'a zebra crossed');
    expect(await firstDigest(ALL.caseId, db)).toBeUndefined();
    expect(await firstRows(ALL, db)).toMatchObject({ isCounted: false, facets: { outlets: [] } });
  });

  test('the numbers are kept again after each change, without the index', async () => {
    const service = started(db);
    await answers(service);
    await until(kept);
    await read('new', 'a zebra crossed');
    await until(async () => (await firstDigest(ALL.caseId, db))?.articles === 321);
    expect((await db.kept.get('facts'))?.seq).toBeLessThan((await db.kept.get('summary'))?.seq ?? 0);
  });

  test('a copy is not listed beside what it is a copy of', async () => {
    const newest = generated.articles.toSorted((a, b) => b.lastReadAt - a.lastReadAt);
    for (const { id } of newest.slice(0, 25)) await db.articles.update(id, { copyOf: newest[40]?.id ?? '' });
    const answer = await firstRows(ALL, db);
    expect(answer?.total).toBe(295);
    expect(answer?.rows.map(({ article }) => article.id)).toEqual(newest.slice(25, 55).map(({ id }) => id));
  });

  test('nothing is answered that was asked otherwise', async () => {
    for (const other of [{ text: 'zebra' }, { sort: 'title' as const }, { years: ['2020'] }]) expect(await firstRows({ ...ALL, ...other }, db)).toBeUndefined();
  });
});

test('an index that was kept of another store is noticed, and made anew', async () => {
  await answers(started(db));
  await until(kept);
  await db.articles.delete(first.id);
  await db.statements.where('articleId').equals(first.id).delete();
  expect((await answers(started(db))).digest.articles).toBe(319);
});

test('lines of the log that are gone are no matter: what was kept is passed over', async () => {
  const service = started(db);
  await answers(service);
  await until(kept);
  for (let number = 0; number < 3; number++) await read(`new-${number}`, 'a zebra crossed');
  await db.changes.where('seq').below(3).delete();
  expect((await answers(started(db))).found[2]?.total).toBe(3);
});
