import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { StoredArticleSchema, StoredStatementSchema } from '../../model/record-guards.ts';
import { readAllCaseFiles } from '../../scripts/case-files.ts';
import { generateStore } from '../../scripts/generate-store.ts';
import { type CheckedTable, isSound } from '../../storage/sound-record.ts';
import version1 from './samples/version-1.json' with { type: 'json' };

const [caseFile] = readAllCaseFiles();
if (!caseFile) throw new Error('There is no case.');
const { articles, statements } = generateStore(caseFile, { articles: 5, statements: 40 });
const QUOTE = { exact: 'a', prefix: '', suffix: '', start: 0, end: 1 };
const SAMPLES: Record<CheckedTable, object> = {
  articles: articles[0] ?? {},
  statements: statements[0] ?? {},
  corrections: { id: 'c', articleId: 'a', caseId: 'x', at: 1, isUndone: false, change: { type: 'dismiss', statementId: 's' }, target: QUOTE },
  analysed: { articleId: 'a', statements: [statements[0]], lostIds: [] },
  notes: { id: 'a', articleId: 'a', caseId: 'x', text: 'n', at: 1 },
};

test('what we store is sound, of every version', () => {
  for (const article of [...articles, ...version1.articles]) expect(isSound('articles', article)).toBe(true);
  for (const statement of [...statements, ...version1.statements]) expect(isSound('statements', statement)).toBe(true);
  // The guard for backups says the same of them.
  for (const article of articles) expect(v.is(StoredArticleSchema, article)).toBe(true);
  for (const statement of statements) expect(v.is(StoredStatementSchema, statement)).toBe(true);
});

describe.each(Object.entries(SAMPLES) as [CheckedTable, Record<string, unknown>][])('a record of %s', (table, sample) => {
  test('is sound', () => expect(isSound(table, sample)).toBe(true));

  test.each(Object.keys(sample))('whose %s is of another type is not', (field) => {
    const value = sample[field];
    for (const other of [null, typeof value === 'number' ? 'seven' : 7]) {
      // Fields that no view relies on may be anything.
      if (['sketch', 'marks'].includes(field)) continue;
      expect(isSound(table, { ...sample, [field]: other })).toBe(false);
    }
  });

  test.each([null, undefined, 'text', 7, [], {}])('is not %j', (other) => expect(isSound(table, other)).toBe(false));
});

test('a number that is none is not sound', () => {
  expect(isSound('statements', { ...SAMPLES.statements, order: Number.NaN })).toBe(false);
});
