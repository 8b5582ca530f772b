/** Backups that are old, cut off, written by a clock that was wrong, half edited by hand, or of a store that saw the same articles otherwise. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundledCases } from '../../cases/bundled.ts';
import { facetsOf } from '../../model/records.ts';
import { storeReading } from '../../storage/articles.ts';
import { listedWithOthers } from '../../storage/copies.ts';
import { correctStatement, statementsOf, undoCorrection } from '../../storage/corrections.ts';
import { AllegedlyDatabase } from '../../storage/database.ts';
import { exportText } from '../../storage/exchange/export.ts';
import { importFile } from '../../storage/exchange/import.ts';
import { writeNote } from '../../storage/notes.ts';
import { deleteStored } from '../../storage/usage.ts';
import { longText, readingOf } from '../support/readings.ts';

const [caseFile] = bundledCases();
if (!caseFile) throw new Error('There is no bundled case.');

const TEXT = longText('ledger');
const WIRE = 'https://wire.example/ledger';
const PAPER = 'https://paper.example/ledger';
const NOW = Date.now();

let db: AllegedlyDatabase;
beforeEach(() => {
  db = new AllegedlyDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete({ disableAutoOpen: true }));

const read = (text: string, url: string, readAt = 1_000) => storeReading(readingOf(text, url, { readAt }), db);
const take = (text: string) => importFile(text, db, { isDry: false, actors: caseFile.actors, now: NOW });
const backup = () => exportText('backup', caseFile, db);
/** Ids of the articles that the library lists. */
const listed = async () => {
  const all = await db.articles.toArray();
  const others = await listedWithOthers(all, db);
  return all.flatMap(({ id }) => (others.has(id) ? [] : [id]));
};
const correctFirst = async (articleId: string, id: string, now = 5) => {
  const [first] = await statementsOf(articleId, db);
  await correctStatement({ articleId, change: { type: 'kind', statementId: first?.id ?? '', kind: 'demand' }, id, now }, db);
};

type Records = Record<string, Record<string, unknown>[]>;
async function edited(edit: (records: Records) => unknown): Promise<string> {
  const records = JSON.parse(await backup()) as Records;
  edit(records);
  return JSON.stringify(records);
}
const first = (records: Records, name: string): Record<string, unknown> => records[name]?.[0] ?? {};

describe('a work that two stores know by different articles', () => {
  test('is listed once after one was taken into the other', async () => {
    await read(TEXT, PAPER, 1_000);
    await read(TEXT, WIRE, 5_000);
    const others = await backup();
    await deleteStored({ scope: 'all' }, db);
    await read(TEXT, WIRE, 1_000);
    await read(TEXT, PAPER, 2_000);
    await take(others);
    expect(await listed()).toHaveLength(1);
    const copies = (await db.articles.toArray()).filter(({ copyOf }) => copyOf !== undefined);
    expect(copies).toHaveLength(1);
    expect(copies[0]?.copyOf).toBe((await listed())[0]);
  });

  test.each<[string, (records: Records) => unknown, number]>([
    ['a copy of itself', (records) => Object.assign(first(records, 'articles'), { copyOf: first(records, 'articles')['id'] }), 3],
    [
      'copies in a circle',
      ({ articles = [] }) => {
        for (const [at, article] of articles.entries()) article['copyOf'] = articles[(at + 1) % articles.length]?.['id'];
      },
      1,
    ],
    [
      'a copy of a copy',
      ({ articles = [] }) => {
        for (const at of [0, 1]) Object.assign(articles[at] ?? {}, { copyOf: articles[at + 1]?.['id'] });
      },
      1,
    ],
    ['a copy of what is not there', (records) => Object.assign(first(records, 'articles'), { copyOf: 'https://gone.example/a' }), 3],
  ])('%s: nothing vanishes', async (_name, edit, expected) => {
    for (const [at, subject] of ['ledger', 'harbour', 'garden'].entries()) await read(longText(subject), `https://news.example/${subject}`, at + 1);
    const text = await edited(edit);
    await deleteStored({ scope: 'all' }, db);
    await take(text);
    expect(await listed()).toHaveLength(expected);
    // Forgotten as one work, all of it goes.
    for (const articleId of await listed()) await deleteStored({ scope: 'article', articleId }, db);
    expect(await db.articles.count()).toBe(0);
  });
});

describe('a backup of a time when addresses were told apart less well', () => {
  test('gives no second article, and its corrections and notes come to the one that is there', async () => {
    const id = await read(TEXT, WIRE);
    await correctFirst(id, 'c1');
    await writeNote({ articleId: id, text: 'Mine', now: 6 }, db);
    const old = (await backup()).replaceAll(WIRE, 'http://www.wire.example/ledger?utm_source=x');
    await deleteStored({ scope: 'all' }, db);
    await read(TEXT, WIRE, 2_000);
    expect(await take(old)).toMatchObject({ newArticles: 0, newCorrections: 1, newNotes: 1 });
    expect(await db.articles.toCollection().primaryKeys()).toEqual([id]);
    expect((await statementsOf(id, db))[0]?.kind).toBe('demand');
    expect((await db.notes.toArray()).map((note) => [note.id, note.text])).toEqual([[id, 'Mine']]);
  });

  test('two of its articles that are one become one, with what was the reader’s of both', async () => {
    const id = await read(TEXT, WIRE);
    await correctFirst(id, 'c1');
    await writeNote({ articleId: id, text: 'One', now: 6 }, db);
    const double = await edited((records) => {
      const other = JSON.parse(JSON.stringify(records).replaceAll(WIRE, `${WIRE}?fbclid=1`)) as Records;
      Object.assign(first(other, 'articles'), { lastReadAt: 500, firstReadAt: 500 });
      Object.assign(first(other, 'corrections'), { id: 'c2', at: 7 });
      Object.assign(first(other, 'notes'), { text: 'Two', at: 7 });
      for (const [name, list] of Object.entries(records)) if (Array.isArray(list)) list.push(...(other[name] ?? []));
    });
    await deleteStored({ scope: 'all' }, db);
    expect(await take(double)).toMatchObject({ newArticles: 1, newCorrections: 2, newNotes: 1 });
    expect((await db.articles.get(id))?.firstReadAt).toBe(500);
    expect((await statementsOf(id, db)).filter(({ kind }) => kind === 'demand')).toHaveLength(1);
    expect(await statementsOf(id, db)).toHaveLength(14);
    expect((await db.notes.get(id))?.text).toBe('One\n\nTwo');
    // It can be forgotten by its site, as what was read here.
    expect(await deleteStored({ scope: 'site', site: 'wire.example' }, db)).toMatchObject({ articles: 1, corrections: 2, notes: 1 });
  });

  test('its numbers are those of its statements', async () => {
    const id = await read(TEXT, WIRE);
    const text = await edited((records) => {
      const { facets: _, ...article } = first(records, 'articles');
      records['articles'] = [{ ...article, statementCount: 99 }];
    });
    await deleteStored({ scope: 'all' }, db);
    await take(text);
    expect(await db.articles.get(id)).toMatchObject({ statementCount: 14, facets: facetsOf(await statementsOf(id, db)) });
  });
});

test('what a clock that was ahead has written comes back, in its order, once the clock is right', async () => {
  const year = 366 * 86_400_000;
  const id = await read(TEXT, WIRE, NOW + year);
  await correctFirst(id, 'b', NOW + year);
  await correctStatement(
    { articleId: id, change: { type: 'kind', statementId: (await statementsOf(id, db))[0]?.id ?? '', kind: 'finding' }, id: 'a', now: NOW + year },
    db,
  );
  await writeNote({ articleId: id, text: 'Mine', now: NOW + year }, db);
  const text = await backup();
  await deleteStored({ scope: 'all' }, db);
  expect(await take(text)).toMatchObject({ newArticles: 1, newCorrections: 2, newNotes: 1 });
  expect((await db.corrections.orderBy('at').toArray()).map((correction) => correction.id)).toEqual(['b', 'a']);
  expect((await statementsOf(id, db))[0]?.kind).toBe('finding');
});

describe('what is refused says where', () => {
  const cut = (text: string) => text.slice(0, Math.floor(text.length / 2));
  test.each<[string, (text: string) => string | Promise<string>, string, RegExp]>([
    ['a file cut off', cut, 'cut_off', /^$/],
    ['a comma too many', (text) => text.replace('"version":1,', '"version":1,,'), 'no_json', /^1:\d+$/],
    ['words on the third line', (text) => `\n\nso ${text}`, 'no_json', /^3:\d+$/],
    [
      'UTF-16 read as UTF-8',
      (text) => new TextDecoder().decode(new Uint8Array(new Uint16Array([...text].map((sign) => sign.charCodeAt(0))).buffer)),
      'no_text',
      /^$/,
    ],
    ['a picture', () => new TextDecoder().decode(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])), 'no_text', /^$/],
    ['an article twice', () => edited(({ articles }) => articles?.push(articles[0] ?? {})), 'inconsistent', /^articles\.1\.id$/],
    [
      'a statement of nobody',
      () => edited((records) => Object.assign(first(records, 'statements'), { articleId: 'https://x.example/' })),
      'inconsistent',
      /^statements\.0\.articleId$/,
    ],
    [
      'a statement under another key',
      () => edited((records) => Object.assign(first(records, 'statements'), { key: 'x' })),
      'inconsistent',
      /^statements\.0\.key$/,
    ],
    ['a note under another id', () => edited((records) => Object.assign(first(records, 'notes'), { id: 'x' })), 'inconsistent', /^notes\.0\.id$/],
    ['a note of times to come', () => edited((records) => Object.assign(first(records, 'notes'), { at: NOW + 1e10 })), 'ahead', /^notes\.0\.at$/],
    ['an id that is no address', (text) => text.replaceAll(WIRE, 'https://'), 'no_backup', /^articles\.0\.id$/],
    ['an unknown kind', () => edited((records) => Object.assign(first(records, 'statements'), { kind: 'rumour' })), 'no_backup', /^statements\.0\.kind$/],
  ])('%s', async (_name, make, problem, place) => {
    const id = await read(TEXT, WIRE);
    await writeNote({ articleId: id, text: 'Mine', now: 6 }, db);
    const text = await make(await backup());
    await expect(take(text)).rejects.toMatchObject({ problem, place: expect.stringMatching(place) });
  });

  test('a byte order mark is no mistake, and half a sign in an id keeps nothing from being exported', async () => {
    const id = await read(TEXT, WIRE);
    const text = await edited((records) => {
      const statement = first(records, 'statements');
      Object.assign(statement, { id: 'a\ud800', key: `${id}/a\ud800`, speaker: { status: 'actor', actorId: 'b\udc00', name: '\ud800', side: 'other' } });
    });
    await deleteStored({ scope: 'all' }, db);
    await take(`\uFEFF${text}`);
    const own = { ...caseFile, id: 'case-a' };
    for (const format of ['jsonld', 'csv', 'markdown', 'csl'] as const) expect(await exportText(format, own, db)).not.toBe('');
  });
});

test('three hundred annotations of one article are taken in at once, and each can be taken back', async () => {
  const id = await read(TEXT, WIRE);
  const items = Array.from({ length: 300 }, (_, at) => ({
    body: [{ source: 'urn:allegedly:kind:demand' }],
    target: {
      source: WIRE,
      selector: [
        { type: 'TextQuoteSelector', exact: `words ${at}` },
        { type: 'TextPositionSelector', start: at * 20, end: at * 20 + `words ${at}`.length },
      ],
    },
  }));
  const file = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection', first: { items } };
  expect(await take(JSON.stringify(file))).toMatchObject({ format: 'annotations', newStatements: 300 });
  expect(await statementsOf(id, db)).toHaveLength(314);
  expect(new Set((await db.corrections.toArray()).map(({ at }) => at)).size).toBe(300);
  await undoCorrection(id, db);
  expect(await statementsOf(id, db)).toHaveLength(313);
});
