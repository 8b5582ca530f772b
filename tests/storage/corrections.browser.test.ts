import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleOfText } from '../../model/article.ts';
import type { Change } from '../../model/correction.ts';
import type { Statement } from '../../model/statement.ts';
import { type Reading, storeReading } from '../../storage/articles.ts';
import { correctStatement, journalOf, redoCorrection, statementsOf, undoCorrection } from '../../storage/corrections.ts';
import { AllegedlyDatabase } from '../../storage/database.ts';
import { deleteStored } from '../../storage/usage.ts';
import version1 from './samples/version-1.json';

const TEXT = 'WhatsApp said NSO was to blame.\nNSO denied it flatly.';

function statement(id: string, words: string, text = TEXT): Statement {
  const start = text.indexOf(words);
  return {
    ...{ id, kind: 'claim', speaker: { status: 'unresolved' }, sourceSpans: [], cueSpans: [], quoteType: 'indirect', confidence: 0.9 },
    contentSpans: [[start, start + words.length]],
  };
}

function reading(text = TEXT): Reading {
  return {
    article: articleOfText(text, { url: 'https://news.example/a', title: 'Blame' }),
    caseId: 'case-a',
    verdict: { status: 'about', caseId: 'case-a', score: 1, reasons: [] },
    statements: [statement('s1', 'NSO was to blame', text), statement('s2', 'it flatly', text)],
    readAt: 1_000,
  };
}

let db: AllegedlyDatabase;
let articleId: string;
let made = 0;
beforeEach(async () => {
  db = new AllegedlyDatabase(`test-${crypto.randomUUID()}`);
  articleId = await storeReading(reading(), db);
});
afterEach(() => db.delete());

const correct = (change: Change) => correctStatement({ articleId, change, id: `c${++made}`, now: 5 }, db);
const kinds = async () => (await statementsOf(articleId, db)).map(({ kind }) => kind);

test('a correction is seen at once, is taken back and done again, step by step', async () => {
  await correct({ type: 'kind', statementId: 's2', kind: 'denial' });
  await correct({ type: 'dismiss', statementId: 's1' });
  expect(await kinds()).toEqual(['denial']);
  expect((await db.articles.get(articleId))?.statementCount).toBe(1);
  expect(await undoCorrection(articleId, db)).toBe(true);
  expect(await kinds()).toEqual(['claim', 'denial']);
  expect(await undoCorrection(articleId, db)).toBe(true);
  expect(await kinds()).toEqual(['claim', 'claim']);
  expect(await undoCorrection(articleId, db)).toBe(false);
  expect(await redoCorrection(articleId, db)).toBe(true);
  expect(await redoCorrection(articleId, db)).toBe(true);
  expect(await redoCorrection(articleId, db)).toBe(false);
  expect(await kinds()).toEqual(['denial']);
});

test('a new correction after one was taken back leaves nothing to do again', async () => {
  await correct({ type: 'kind', statementId: 's2', kind: 'denial' });
  await undoCorrection(articleId, db);
  await correct({ type: 'kind', statementId: 's2', kind: 'demand' });
  expect(await redoCorrection(articleId, db)).toBe(false);
  expect(await kinds()).toEqual(['claim', 'demand']);
  expect((await journalOf(articleId, db)).map(({ change }) => change)).toEqual([{ type: 'kind', statementId: 's2', kind: 'demand' }]);
});

test('corrections survive another reading of a changed text, and can still be taken back', async () => {
  await correct({ type: 'kind', statementId: 's2', kind: 'denial' });
  await correct({
    ...{ type: 'add', kind: 'claim', speaker: { status: 'unresolved' } },
    quote: { exact: 'WhatsApp said', prefix: '', suffix: ' NSO was to blame.', start: 0, end: 13 },
  });
  await storeReading(reading(`Updated on Monday.\n${TEXT}`), db);
  expect((await statementsOf(articleId, db)).map(({ kind, words }) => [kind, words])).toEqual([
    ['claim', 'WhatsApp said'],
    ['claim', 'NSO was to blame'],
    ['denial', 'it flatly'],
  ]);
  await undoCorrection(articleId, db);
  await undoCorrection(articleId, db);
  expect(await kinds()).toEqual(['claim', 'claim']);
});

test('what is not stored cannot be corrected, and nothing is left of the attempt', async () => {
  await expect(correct({ type: 'dismiss', statementId: 'nobody' })).rejects.toThrow('no longer stored');
  await deleteStored({ scope: 'article', articleId }, db);
  await expect(correct({ type: 'dismiss', statementId: 's1' })).rejects.toThrow('no longer stored');
  expect(await db.corrections.count()).toBe(0);
  expect(await db.analysed.count()).toBe(0);
});

test('deleting an article takes its corrections along', async () => {
  await correct({ type: 'dismiss', statementId: 's1' });
  await deleteStored({ scope: 'article', articleId }, db);
  expect([await db.corrections.count(), await db.analysed.count(), await db.statements.count()]).toEqual([0, 0, 0]);
});

test('a store of version 1 opens with everything in it, and can be corrected', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(1).stores(version1.schema);
  await old.table('articles').bulkAdd(version1.articles);
  await old.table('statements').bulkAdd(version1.statements);
  old.close();
  const now = new AllegedlyDatabase(name);
  const [first] = version1.articles;
  if (!first) throw new Error('The sample is empty.');
  const facets = { kinds: { claim: 1 }, sides: { plaintiff: 1 }, events: { complaint: 1 }, disputes: {} };
  expect(await now.articles.toArray()).toEqual([{ ...first, facets, revision: 1 }]);
  expect(await statementsOf(first.id, now)).toEqual(version1.statements);
  await correctStatement({ articleId: first.id, change: { type: 'kind', statementId: 'claim-1', kind: 'demand' }, id: 'c', now: 1 }, now);
  expect((await statementsOf(first.id, now))[0]?.kind).toBe('demand');
  await now.delete();
});
