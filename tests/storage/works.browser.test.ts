import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../model/correction.ts';
import { storeReading } from '../../storage/articles.ts';
import { backupState, noteBackup } from '../../storage/backup-reminder.ts';
import { correctStatement, statementsOf, turnCorrection } from '../../storage/corrections.ts';
import { AllegedlyDatabase } from '../../storage/database.ts';
import { writeNote } from '../../storage/notes.ts';
import { StoreService } from '../../storage/store-service.ts';
import { countForDeletion, deleteStored, storeUsage } from '../../storage/usage.ts';
import { longText, readingOf } from '../support/readings.ts';

const TEXT = longText('ledger');
const WIRE = 'https://www.wire.example/ledger';
const PAPER = 'https://paper.example/2020/ledger?utm_source=x';
const QUERY = { caseId: 'case-a', text: '', outlets: [], years: [], sides: [], kinds: [], sort: 'read', offset: 0, limit: 50 } as const;

let db: AllegedlyDatabase;
beforeEach(() => {
  db = new AllegedlyDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete({ disableAutoOpen: true }));

const read = (text: string, url: string, readAt = 1_000) => storeReading(readingOf(text, url, { readAt }), db);
const correct = async (articleId: string, change: (statementId: string) => Change, id: string, now = 5) => {
  const [first] = await statementsOf(articleId, db);
  await correctStatement({ articleId, change: change(first?.id ?? ''), id, now }, db);
};
const listed = async () => (await new StoreService(db).library(QUERY)).rows.map(({ article }) => article.id);

describe('copies of one work', () => {
  test('are listed and counted once, and share corrections when they are read', async () => {
    const wire = await read(TEXT, WIRE);
    await correct(wire, (statementId) => ({ type: 'kind', statementId, kind: 'demand' }), 'c1');
    const paper = await read(`Another headline\n${TEXT}\nAll rights are the paper’s.`, PAPER, 2_000);
    expect(paper).not.toBe(wire);
    expect((await db.articles.get(paper))?.copyOf).toBe(wire);
    expect((await statementsOf(paper, db))[0]?.kind).toBe('demand');
    expect(await listed()).toEqual([wire]);
    const service = new StoreService(db);
    await service.complete();
    expect(await service.digest('case-a')).toMatchObject({ articles: 1, statements: 14 });
    expect(await service.library({ ...QUERY, sort: 'title' })).toMatchObject({ total: 1 });
    // Taken back where it was made, it is taken back in the copy when that is read again.
    await turnCorrection({ articleId: wire, to: 'undo', id: 'request-1', now: 9 }, db);
    await read(`Another headline\n${TEXT}`, PAPER, 3_000);
    expect((await statementsOf(paper, db))[0]?.kind).toBe('claim');
  });

  test('a copy whose original is gone is listed', async () => {
    const wire = await read(TEXT, WIRE);
    const paper = await read(TEXT, PAPER, 2_000);
    await db.articles.delete(wire);
    expect(await listed()).toEqual([paper]);
    const service = new StoreService(db);
    await service.complete();
    expect(await service.library({ ...QUERY, sort: 'title' })).toMatchObject({ total: 1 });
  });

  test('a copy whose original is put aside stands for the work from then on', async () => {
    const wire = await read(TEXT, WIRE);
    const paper = await read(TEXT, PAPER, 2_000);
    const third = await read(TEXT, 'https://third.example/a', 3_000);
    const service = new StoreService(db);
    await service.complete();
    const store = db.backendDB().transaction('articles', 'readwrite').objectStore('articles');
    await new Promise((resolve) => {
      store.get(wire).onsuccess = ({ target }) => {
        store.put({ ...(target as IDBRequest<object>).result, title: 7 }).onsuccess = resolve;
      };
    });
    expect(await db.articles.get(wire)).toBeUndefined();
    const title = async () => (await service.library({ ...QUERY, sort: 'title' })).rows.map(({ article }) => article.id);
    await expect.poll(title, { timeout: 10_000 }).toEqual([paper]);
    expect((await db.articles.get(third))?.copyOf).toBe(paper);
    expect(await listed()).toEqual([paper]);
  });

  test('another article, and the same words about another case, are no copies', async () => {
    await read(TEXT, WIRE);
    await read(longText('harbour'), PAPER);
    await storeReading(readingOf(TEXT, 'https://third.example/a', { caseId: 'case-b' }), db);
    expect((await db.articles.toArray()).filter(({ copyOf }) => copyOf !== undefined)).toEqual([]);
  });

  test('deleting the article forgets its copies; deleting a site leaves the other’s to stand for the work', async () => {
    const wire = await read(TEXT, WIRE);
    const paper = await read(TEXT, PAPER, 2_000);
    expect(await countForDeletion({ scope: 'site', site: 'wire.example' }, db)).toMatchObject({ articles: 1, statements: 14 });
    await deleteStored({ scope: 'site', site: 'wire.example' }, db);
    expect(await listed()).toEqual([paper]);
    await read(TEXT, WIRE, 3_000);
    expect((await db.articles.get(wire))?.copyOf).toBe(paper);
    expect(await deleteStored({ scope: 'article', articleId: wire }, db)).toEqual({ articles: 2, statements: 28, corrections: 0, notes: 0 });
    expect(await db.statements.count()).toBe(0);
  });
});

describe('what is stored, and forgetting it', () => {
  beforeEach(async () => {
    const wire = await read(TEXT, WIRE);
    await correct(wire, (statementId) => ({ type: 'dismiss', statementId }), 'c1');
    await writeNote({ articleId: wire, text: 'Mine', now: 6 }, db);
    await read(longText('harbour'), 'https://paper.example:8080/b');
    await read(longText('garden'), 'https://papers.example/b');
  });

  test('is told by site and in all, and the sizes add up', async () => {
    const usage = await storeUsage(db);
    expect(usage).toMatchObject({ articles: 3, statements: 13 + 28, corrections: 1, notes: 1, oddities: 0 });
    expect(usage.sites.map(({ site, notes }) => [site, notes]).sort()).toEqual([
      ['paper.example:8080', 0],
      ['papers.example', 0],
      ['wire.example', 1],
    ]);
    expect(usage.sites.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(usage.bytes);
  });

  test('a site is forgotten, and no other whose name begins alike; a request that is asked twice answers as before', async () => {
    const what = { scope: 'site', site: 'wire.example' } as const;
    const counts = { articles: 1, statements: 13, corrections: 1, notes: 1 };
    expect(await countForDeletion(what, db)).toEqual(counts);
    expect(await deleteStored(what, db, 'request-1')).toEqual(counts);
    expect(await deleteStored(what, db, 'request-1')).toEqual(counts);
    expect(await deleteStored(what, db, 'request-2')).toEqual({ articles: 0, statements: 0, corrections: 0, notes: 0 });
    expect(await deleteStored({ scope: 'site', site: 'paper.example' }, db)).toMatchObject({ articles: 0 });
    expect(await db.articles.count()).toBe(2);
  });

  test('everything is forgotten but when the last backup was, and that something changed', async () => {
    await noteBackup('saved', 7, db);
    expect(await deleteStored({ scope: 'all' }, db)).toMatchObject({ articles: 3, notes: 1 });
    for (const table of db.tables) expect([table.name, await table.count()]).toEqual([table.name, table.name === 'meta' || table.name === 'changes' ? 1 : 0]);
  });
});

describe('a backup is due', () => {
  const DAY = 86_400_000;
  const NOW = 1_000 * DAY;
  const note = (articleId: string, statementId: number, now: number) => writeNote({ articleId, statementId: String(statementId), text: 'Mine', now }, db);

  test.each<[string, number, number, number | undefined, number | undefined, boolean]>([
    ['nothing of the reader’s own', 0, 0, undefined, undefined, false],
    ['a little, made lately', 3, 1, undefined, undefined, false],
    ['a little, long ago', 1, 31, undefined, undefined, true],
    ['much, made lately', 10, 1, undefined, undefined, true],
    ['much, but backed up since', 10, 2, 1, undefined, false],
    ['much since the last backup', 10, 1, 5, undefined, true],
    ['much, but later was wished for', 10, 1, undefined, 3, false],
    ['much, and later was long ago', 10, 1, undefined, 8, true],
    ['the last backup lies in the future: the clock was put back', 10, 1, -400, undefined, true],
  ])('%s', async (_what, own, daysAgo, backupDaysAgo, laterDaysAgo, isDue) => {
    const articleId = await read(TEXT, WIRE, NOW - daysAgo * DAY);
    for (let at = 0; at < own; at++) await note(articleId, at, NOW - daysAgo * DAY);
    if (backupDaysAgo !== undefined) await noteBackup('saved', NOW - backupDaysAgo * DAY, db);
    if (laterDaysAgo !== undefined) await noteBackup('later', NOW - laterDaysAgo * DAY, db);
    expect((await backupState(NOW, db)).isDue).toBe(isDue);
  });
});

test('whatever is read again, in whatever form and order: one article each, and the reader’s corrections and notes as they were', async () => {
  const forms = ['', '?utm_source=a', '#top', '/amp', '?amp=1'];
  const step = fc.record({
    article: fc.integer({ min: 0, max: 2 }),
    form: fc.constantFrom(...forms),
    isLonger: fc.boolean(),
    readAt: fc.integer({ min: 1, max: 9_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      await deleteStored({ scope: 'all' }, db);
      const subjects = ['ledger', 'harbour', 'garden'];
      const ids: string[] = [];
      for (const [at, subject] of subjects.entries()) {
        const id = await read(longText(subject), `https://www.news.example/${subject}`);
        ids.push(id);
        await correct(id, (statementId) => ({ type: 'kind', statementId, kind: 'concession' }), `c${at}`);
        await writeNote({ articleId: id, text: `On ${subject}`, now: 7 }, db);
      }
      const own = async () => [await db.corrections.toArray(), await db.notes.toArray()];
      const before = await own();
      for (const { article, form, isLonger, readAt } of steps) {
        const text = `${isLonger ? 'Updated today\n' : ''}${longText(subjects[article] ?? '')}`;
        expect(await read(text, `https://m.news.example/${subjects[article]}${form}`, readAt)).toBe(ids[article]);
      }
      expect(await own()).toEqual(before);
      expect(await db.articles.toCollection().primaryKeys()).toEqual(ids.toSorted());
      expect(await db.statements.count()).toBe(42);
      for (const id of ids) expect((await statementsOf(id, db)).filter(({ kind }) => kind === 'concession')).toHaveLength(1);
      for (const { firstReadAt, lastReadAt } of await db.articles.toArray()) expect(firstReadAt).toBeLessThanOrEqual(lastReadAt);
    }),
    { numRuns: 12, seed: 11 },
  );
});

test('a step back that is asked for twice is taken once, also after the clock was put back', async () => {
  await db.requests.bulkAdd(Array.from({ length: 200 }, (_, at) => ({ id: `earlier-${at}`, at: 1_000_000 + at, answer: true })));
  const id = await read(TEXT, WIRE);
  await correct(id, (statementId) => ({ type: 'kind', statementId, kind: 'demand' }), 'c1');
  await correct(id, (statementId) => ({ type: 'kind', statementId, kind: 'finding' }), 'c2', 6);
  // The same correction again, as a client sends it that has not heard the answer.
  await correct(id, (statementId) => ({ type: 'kind', statementId, kind: 'finding' }), 'c2', 7);
  expect(await db.corrections.count()).toBe(2);
  for (let time = 0; time < 2; time++) expect(await turnCorrection({ articleId: id, to: 'undo', id: 'request-9', now: 9 }, db)).toBe(true);
  expect((await statementsOf(id, db))[0]?.kind).toBe('demand');
});
