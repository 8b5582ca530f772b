import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundledCases } from '../../cases/bundled.ts';
import { generateStore } from '../../scripts/generate-store.ts';
import { correctStatement, statementsOf, undoCorrection } from '../../storage/corrections.ts';
import { AllegedlyDatabase } from '../../storage/database.ts';
import { exportText } from '../../storage/exchange/export.ts';
import { importFile } from '../../storage/exchange/import.ts';
import { ImportError } from '../../storage/exchange/import-text.ts';
import { writeNote } from '../../storage/notes.ts';

const caseFile = bundledCases().find(({ id }) => id === 'whatsapp-v-nso');
if (!caseFile) throw new Error('There is no bundled case.');
const generated = generateStore(caseFile, { articles: 40, statements: 400 });
const [article] = generated.articles;
const [statement] = generated.statements;
if (!article || !statement) throw new Error('The generated store is empty.');

let db: AllegedlyDatabase;
beforeEach(async () => {
  db = new AllegedlyDatabase(`test-${crypto.randomUUID()}`);
  await db.articles.bulkAdd([...generated.articles]);
  await db.statements.bulkAdd([...generated.statements]);
  await correctStatement({ articleId: article.id, change: { type: 'kind', statementId: statement.id, kind: 'concession' }, id: 'c1', now: 5 }, db);
  await correctStatement({ articleId: article.id, change: { type: 'dismiss', statementId: statement.id }, id: 'c2', now: 6 }, db);
  await undoCorrection(article.id, db);
  await writeNote({ articleId: article.id, text: 'A note of mine', now: 7 }, db);
  await writeNote({ articleId: article.id, statementId: statement.id, text: 'And on these words', now: 8 }, db);
});
afterEach(() => db.delete());

/** All that is the reader's; the log of changes and what is kept of the index are derived from it. */
const tables = () => db.tables.filter(({ name }) => name !== 'changes' && name !== 'kept');
const everything = async () => Object.fromEntries(await Promise.all(tables().map(async (table) => [table.name, await table.toArray()] as const)));
const wipe = () => Promise.all(db.tables.map((table) => table.clear()));
const take = (text: string, isDry: boolean) => importFile(text, db, { isDry, actors: caseFile.actors, now: 9 });

describe('a backup', () => {
  test('exported, everything wiped, imported: the store is equal', async () => {
    const before = await everything();
    const backup = await exportText('backup', caseFile, db);
    await wipe();
    const plan = await take(backup, true);
    expect(plan).toMatchObject({ newArticles: 40, newerArticles: 0, newStatements: 400, newCorrections: 2, newNotes: 2, unchanged: 0 });
    expect((await everything())['articles']).toEqual([]);
    expect(await take(backup, false)).toEqual(plan);
    expect(await everything()).toEqual(before);
  });

  test('imported over what is there: nothing changes, and it says so', async () => {
    const backup = await exportText('backup', caseFile, db);
    const before = await everything();
    expect(await take(backup, false)).toMatchObject({ newArticles: 0, newStatements: 0, newCorrections: 0, newNotes: 0, unchanged: 40 });
    expect(await everything()).toEqual(before);
  });

  test('corrections of both are united', async () => {
    const backup = await exportText('backup', caseFile, db);
    await db.corrections.clear();
    await db.analysed.clear();
    await wipe();
    await db.articles.bulkAdd([...generated.articles]);
    await db.statements.bulkAdd([...generated.statements]);
    expect(await take(backup, false)).toMatchObject({ newArticles: 0, newCorrections: 2 });
    expect((await statementsOf(article.id, db)).find(({ id }) => id === statement.id)?.kind).toBe('concession');
  });

  test.each<[string, (backup: Record<string, unknown[]>) => unknown]>([
    ['not JSON', () => 'what is this'],
    ['something else', () => ({ hello: 1 })],
    ['a field of another type', (backup) => ({ ...backup, articles: [{ ...(backup['articles']?.[0] as object), title: 7 }] })],
    ['a field too many', (backup) => ({ ...backup, extra: true })],
    ['an address that runs a script', (backup) => ({ ...backup, articles: [{ ...(backup['articles']?.[0] as object), url: 'javascript:alert(1)' }] })],
    ['an article twice', (backup) => ({ ...backup, articles: [...(backup['articles'] ?? []), backup['articles']?.[0]] })],
    ['statements of nobody', (backup) => ({ ...backup, articles: [] })],
    ['a prototype', (backup) => JSON.parse(JSON.stringify(backup).replace('{', '{"__proto__":{"polluted":1},'))],
    ['too deep', () => `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['a million items', () => ({ format: 'allegedly-backup', version: 1, articles: Array.from({ length: 1_000_000 }, () => 0) })],
  ])('refused whole, with a reason: %s', async (_name, make) => {
    const backup = JSON.parse(await exportText('backup', caseFile, db)) as Record<string, unknown[]>;
    const made = make(backup);
    const text = typeof made === 'string' ? made : JSON.stringify(made);
    const before = await everything();
    await expect(take(text, false)).rejects.toThrow(ImportError);
    expect(await everything()).toEqual(before);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

test('annotations by others become corrections that can be taken back', async () => {
  const collection = JSON.parse(await exportText('jsonld', caseFile, db)) as { first: { items: { body: { source?: string }[] }[] } };
  const [body] = collection.first.items.find(({ body: [first] }) => first?.source?.endsWith('claim'))?.body ?? [];
  if (body) body.source = 'urn:allegedly:kind:demand';
  const text = JSON.stringify(collection);
  expect(await take(text, true)).toMatchObject({ format: 'annotations', newCorrections: 1, newStatements: 0, newArticles: 0 });
  const demands = async () => (await db.statements.toArray()).filter(({ kind }) => kind === 'demand').length;
  const before = await demands();
  await take(text, false);
  expect(await demands()).toBe(before + 1);
  const made = (await db.corrections.toArray()).find(({ at }) => at === 9);
  if (made) await undoCorrection(made.articleId, db);
  expect(await demands()).toBe(before);
});

test('comments by others become notes where the reader has none', async () => {
  const text = await exportText('jsonld', caseFile, db);
  expect(await take(text, true)).toMatchObject({ newNotes: 0, newCorrections: 0 });
  await db.notes.clear();
  expect(await take(text, true)).toMatchObject({ format: 'annotations', newNotes: 2 });
  expect(await db.notes.count()).toBe(0);
  await take(text, false);
  expect((await db.notes.toArray()).map(({ id, text: own }) => [id, own])).toEqual([
    [article.id, 'A note of mine'],
    [`${article.id}/${statement.id}`, 'And on these words'],
  ]);
});
