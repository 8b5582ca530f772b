/** What leaves in the formats of others, held to what those say: RFC 4180, CommonMark, TimelineJS 3 and CSL-JSON. None of them is read with what wrote it. */
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledCases } from '../../cases/bundled.ts';
import { generateStore } from '../../scripts/generate-store.ts';
import { toCsl, toTimelineJs } from '../../storage/exchange/record-formats.ts';
import { CSV_COLUMNS, toCsv, toMarkdown } from '../../storage/exchange/tables.ts';

const cases = bundledCases();
const caseFile = cases.find(({ id }) => id === 'whatsapp-v-nso');
if (!caseFile) throw new Error('There is no bundled case.');
const store = { ...generateStore(caseFile, { articles: 6, statements: 60 }), notes: [] };
const [article] = store.articles;
const [statement] = store.statements;
if (!article || !statement) throw new Error('The generated store is empty.');

/** The records of a text of RFC 4180, by its grammar and nothing more lenient: lines end in CRLF, and a quote stands only where it may. */
function recordsOf(csv: string): string[][] {
  const records: string[][] = [[]];
  const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  for (let at = 0; at < csv.length; ) {
    field.lastIndex = at;
    const [whole = '', quoted, plain = ''] = field.exec(csv) ?? [];
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    at += whole.length;
    if (csv.startsWith('\r\n', at)) records.push([]);
    else if (csv[at] !== ',') throw new Error(`Neither a comma nor the end of a line: ${JSON.stringify(csv.slice(at, at + 20))}`);
    at += csv[at] === ',' ? 1 : 2;
  }
  return records.slice(0, -1);
}

const text = (signs: string) => fc.string({ unit: fc.constantFrom(...signs), maxLength: 40 });

describe('CSV', () => {
  test('a record for each statement, the columns first, as many fields in each', () => {
    const records = recordsOf(toCsv(store));
    expect(records.map(({ length }) => length)).toEqual(Array.from({ length: 61 }, () => CSV_COLUMNS.length));
    expect(records[0]).toEqual([...CSV_COLUMNS]);
  });

  test('any words come back, and none is a formula', () => {
    fc.assert(
      fc.property(text('",\n\r=+-@\ta“ '), (words) => {
        const note = { id: statement.key, articleId: article.id, caseId: caseFile.id, text: words, at: 5 };
        const records = recordsOf(toCsv({ articles: [{ ...article, title: words }], statements: [{ ...statement, words }], notes: [note] }));
        expect(records.map(({ length }) => length)).toEqual([CSV_COLUMNS.length, CSV_COLUMNS.length]);
        for (const column of ['words', 'title', 'note'] as const) {
          const cell = records[1]?.[CSV_COLUMNS.indexOf(column)] ?? '';
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
          expect(cell.replace(/^'/, '')).toBe(words);
        }
      }),
    );
  });
});

/** The plain text that CommonMark makes of a piece of a line; throws where a sign in it may mean something. */
function plainOf(markdown: string): string {
  const tokens = markdown.match(/\\[!-/:-@[-`{-~]|&(?:lt|gt|amp);|[\s\S]/g) ?? [];
  const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
  return tokens
    .map((token) => {
      if (token.length === 1 && /[\\`*_{}[\]()#+\-.!|<>~&\n]/.test(token)) throw new Error(`${token} may mean something in ${markdown}`);
      return entities[token] ?? token.replace(/^\\/, '');
    })
    .join('');
}

describe('Markdown', () => {
  test('any words are the same words in it, and mean nothing else', () => {
    fc.assert(
      fc.property(text('\\`*_{}[]()#+-.!|<>~&;=:"\'1a\n '), (words) => {
        const note = { id: article.id, articleId: article.id, caseId: caseFile.id, text: `a${words}`, at: 5 };
        const lines = toMarkdown({ articles: [{ ...article, title: words }], statements: [{ ...statement, words }], notes: [note] }, words).split('\n');
        const plain = words.replace(/\s+/g, ' ');
        expect(plainOf(lines[0]?.replace(/^# /, '') ?? '')).toBe(plain);
        expect(plainOf(lines[2]?.replace(/^## \[/, '').replace(/\]\(<[^<>]*>\)$/, '') ?? '')).toBe(plain);
        const said = lines.find((line) => line.startsWith('- **')) ?? '';
        expect(plainOf(said.replace(/^- \*\*[a-z-]+\*\*, [^:]*: /, '').replace(/ \(\[words\]\(<[^<>]*>\)\)$/, ''))).toBe(plain);
        for (const line of lines.filter((each) => each.startsWith('> '))) plainOf(line.slice(2));
      }),
    );
  });

  test('holds every article, statement and note, and no address that is not of the web', () => {
    const note = { id: article.id, articleId: article.id, caseId: caseFile.id, text: 'Mine', at: 5 };
    const lines = toMarkdown({ ...store, notes: [note] }, 'A case').split('\n');
    expect([/^## /, /^- \*\*/, /^> Mine$/].map((form) => lines.filter((line) => form.test(line)).length)).toEqual([6, 60, 1]);
    expect(toMarkdown({ ...store, articles: [{ ...article, url: 'javascript:alert(1)' }] }, 'A case')).not.toMatch(/\]\(<javascript/);
  });
});

/** As JSON Schema, closed: what the documentation of each format says of the fields that ours use. */
const ajv = new Ajv({ strict: false, formats: { web: (address: string) => /^https?:$/.test(URL.parse(address)?.protocol ?? '') } });
const string = { type: 'string', minLength: 1 };
const closed = (required: readonly string[], properties: object) => ({ type: 'object', additionalProperties: false, required, properties });

const DATE = closed(['year'], {
  year: { type: 'integer' },
  month: { type: 'integer', minimum: 1, maximum: 12 },
  day: { type: 'integer', minimum: 1, maximum: 31 },
});
const TEXT = closed(['headline', 'text'], { headline: string, text: string });
const isTimelineJs = ajv.compile(
  closed(['events'], {
    title: closed(['text'], { text: TEXT }),
    events: {
      type: 'array',
      minItems: 1,
      items: closed(['start_date', 'text', 'unique_id'], { start_date: DATE, text: TEXT, unique_id: string, group: string }),
    },
  }),
);

const PARTS = { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } };
const CSL_DATE = closed(['date-parts'], { 'date-parts': { type: 'array', minItems: 1, maxItems: 2, items: PARTS } });
const isCsl = ajv.compile({
  type: 'array',
  items: closed(['id', 'type'], {
    ...{ id: string, type: { enum: ['article-newspaper', 'legal_case'] }, title: string, 'title-short': string, 'container-title': string },
    ...{ author: { type: 'array', items: closed(['literal'], { literal: string }) }, issued: CSL_DATE, accessed: CSL_DATE },
    ...{ URL: { type: 'string', format: 'web' }, number: string, authority: string, 'publisher-place': string },
  }),
});

describe.each(cases.map((each) => [each.id, each] as const))('of %s', (_id, each) => {
  test('TimelineJS: every event, dates no more precise than they are known, texts that are HTML there', () => {
    const made = JSON.parse(toTimelineJs(each)) as { events: { unique_id: string; start_date: object; text: { text: string } }[] };
    expect([isTimelineJs(made), isTimelineJs.errors]).toEqual([true, null]);
    expect(made.events.map(({ unique_id: id, start_date: date }) => [id, Object.values(date)])).toEqual(
      each.events.map(({ id, date }) => [id, date.iso.split('-').map(Number)]),
    );
    const [first] = each.events;
    const hostile = { ...each, events: first ? [{ ...first, title: '<b>x', summary: '<script>x</script>' }] : [] };
    expect(toTimelineJs(hostile)).not.toMatch(/<script|<b>/);
  });

  test('CSL-JSON: an entry for each article and each event of a docket', () => {
    const made = JSON.parse(toCsl(store.articles, each)) as { type: string }[];
    expect([isCsl(made), isCsl.errors]).toEqual([true, null]);
    const { length } = each.events.filter(({ docketId }) => docketId);
    expect(Object.entries(Object.groupBy(made, ({ type }) => type)).map(([type, all]) => [type, all?.length])).toEqual(
      [
        ['article-newspaper', 6],
        ['legal_case', length],
      ].filter(([, many]) => many !== 0),
    );
  });
});
