import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundledCases } from '../../cases/bundled.ts';
import { generateStore } from '../../scripts/generate-store.ts';
import { AllegedlyDatabase } from '../../storage/database.ts';
import { exportText } from '../../storage/exchange/export.ts';
import { importFile } from '../../storage/exchange/import.ts';
import { ImportError } from '../../storage/exchange/import-text.ts';

const [caseFile] = bundledCases();
if (!caseFile) throw new Error('There is no bundled case.');
const generated = generateStore(caseFile, { articles: 3, statements: 30 });

type Records = Record<string, Record<string, unknown>[]>;

let db: AllegedlyDatabase;
let backup: string;
/** How long this machine, as busy as it is, takes to build a sound file of the size that bombs have. */
let yardstick: number;

const fresh = async () => {
  db = new AllegedlyDatabase(`test-${crypto.randomUUID()}`);
  await db.articles.bulkAdd([...generated.articles]);
  await db.statements.bulkAdd([...generated.statements]);
};
const everything = async () => JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
const take = (text: string) => importFile(text, db, { isDry: false, actors: caseFile.actors, now: Date.now() });

beforeAll(async () => {
  await fresh();
  backup = await exportText('backup', caseFile, db);
  await db.delete();
  const sound = JSON.parse(backup) as Records;
  const statements = sound['statements'] ?? [];
  const many = JSON.stringify({
    ...sound,
    statements: Array.from({ length: Math.ceil(50_000_000 / JSON.stringify(statements).length) }, () => statements).flat(),
  });
  const begin = performance.now();
  JSON.parse(many);
  yardstick = performance.now() - begin;
}, 60_000);
beforeEach(fresh);
afterEach(() => db.delete());

/** The backup with one thing of it changed. */
function changed(change: (records: Records) => unknown): string {
  const records = JSON.parse(backup) as Records;
  change(records);
  return JSON.stringify(records);
}
const first = (records: Records, name: string): Record<string, unknown> => records[name]?.[0] ?? {};
const AHEAD = Date.now() + 10 * 86_400_000;
const collection = (items: string) => `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","first":{"items":[${items}]}}`;
const annotation = (words: string, url = generated.articles[0]?.url ?? '', source = 'urn:allegedly:kind:demand') => {
  const selector = { type: 'TextQuoteSelector', exact: words };
  return JSON.stringify({ body: [{ source }, { source: 'urn:allegedly:actor:%E0%A4%A' }], target: { source: url, selector: [selector] } });
};
const comment = (words: string) => {
  const target = { source: generated.articles[0]?.url, selector: [{ type: 'TextQuoteSelector', exact: words }] };
  return JSON.stringify({ motivation: 'commenting', body: { type: 'TextualBody', value: words }, target });
};

const BOMBS: readonly (readonly [name: string, make: () => string])[] = [
  ['50 MB of one word', () => changed((records) => Object.assign(first(records, 'articles'), { title: 'x'.repeat(50_000_000) }))],
  ['10 MB of opening signs', () => '['.repeat(10_000_000)],
  ['10 MB of quotation marks', () => '"'.repeat(10_000_001)],
  ['10 MB of back-slashes', () => `"${'\\'.repeat(10_000_000)}`],
  ['50 MB of nothing', () => ' '.repeat(50_000_000)],
  ['50 MB of nothing before a slip', () => `[${'\n'.repeat(50_000_000)}}`],
  ['more than is ever read', () => ' '.repeat(100_000_001)],
  ['a million records', () => `{"format":"allegedly-backup","version":1,"articles":[${'0,'.repeat(1_000_000)}0]}`],
  ['a million keys', () => `{${'"k":0,'.repeat(1_000_000)}"k":0}`],
  ['a million spans of one statement', () => backup.replace('"contentSpans":[', `"contentSpans":[${'[0,0],'.repeat(1_000_000)}`)],
  ['a million counts of one article', () => backup.replace('"events":{', `"events":{${'"e":1,'.repeat(1_000_000)}`)],
  ['a million annotations', () => collection(`${'0,'.repeat(1_000_000)}0`)],
  ['ten thousand deep', () => `${'{"a":['.repeat(10_000)}${']}'.repeat(10_000)}`],
  ['ten thousand deep in a record', () => backup.replace('"articles":[', `"articles":[${'['.repeat(10_000)}${']'.repeat(10_000)},`)],
  ['a million ends of nothing', () => ']'.repeat(1_000_000)],
  ['a prototype', () => backup.replace('{', '{"__proto__":{"polluted":1},')],
  ['a prototype in a record', () => backup.replace('"articles":[{', '"articles":[{"__proto__":{"polluted":1},')],
  ['a constructor in a record', () => backup.replace('"statements":[{', '"statements":[{"constructor":{"prototype":{"polluted":1}},')],
  ['an article twice', () => changed((records) => records['articles']?.push(first(records, 'articles')))],
  ['a statement twice', () => changed((records) => records['statements']?.push(first(records, 'statements')))],
  ['an article read in time to come', () => changed((records) => Object.assign(first(records, 'articles'), { lastReadAt: AHEAD }))],
  ['a time after all times', () => changed((records) => Object.assign(first(records, 'articles'), { lastReadAt: 1e300 }))],
  ['an address that is a script', () => changed((records) => Object.assign(first(records, 'articles'), { url: 'javascript:alert(1)' }))],
  ['a statement of another article', () => changed((records) => Object.assign(first(records, 'statements'), { articleId: 'https://other.example/' }))],
  ['a statement under another key', () => changed((records) => Object.assign(first(records, 'statements'), { key: 'another' }))],
  ['an object for a text', () => changed((records) => Object.assign(first(records, 'statements'), { words: { type: 'script', props: {} } }))],
  ['comments without end on one article', () => collection(Array.from({ length: 20_000 }, (_, index) => comment(`words ${index}`)).join())],
  ['annotations without end that differ', () => collection(Array.from({ length: 20_000 }, (_, index) => annotation(`words ${index}`)).join())],
];

describe('refused whole, in words, and no slower than a sound file of the size is built', () => {
  test.each(BOMBS)('%s', async (_name, make) => {
    const text = make();
    const before = await everything();
    // The least of some attempts: whatever else the machine does can only make one look worse.
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 4 && least > yardstick * 2; attempt++) {
      const begin = performance.now();
      await expect(take(text)).rejects.toBeInstanceOf(ImportError);
      least = Math.min(least, performance.now() - begin);
    }
    expect(least).toBeLessThanOrEqual(yardstick * 2);
    expect(await everything()).toBe(before);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

test('an annotation by an actor whose name cannot be read is taken in all the same', async () => {
  const [statement] = generated.statements;
  const [article] = generated.articles.filter(({ id }) => id === statement?.articleId);
  const plan = await take(collection(annotation(statement?.words ?? '', article?.url, statement?.kind === 'demand' ? 'urn:allegedly:kind:claim' : undefined)));
  expect(plan).toMatchObject({ format: 'annotations', newCorrections: 1 });
});
