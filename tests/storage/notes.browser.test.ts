import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleOfText } from '../../model/article.ts';
import type { Statement, StatementKind } from '../../model/statement.ts';
import { storeReading } from '../../storage/articles.ts';
import { correctStatement, statementsOf, undoCorrection } from '../../storage/corrections.ts';
import { AllegedlyDatabase } from '../../storage/database.ts';
import { writeNote } from '../../storage/notes.ts';
import { deleteStored } from '../../storage/usage.ts';

const TEXT = 'WhatsApp said NSO was to blame for all of it.\nNSO denied that it had ever run the servers.';

function statement(id: string, words: string, text: string, kind: StatementKind = 'claim'): Statement {
  const start = text.indexOf(words);
  return {
    ...{ id, kind, speaker: { status: 'unresolved' }, sourceSpans: [], cueSpans: [], quoteType: 'indirect', confidence: 0.9 },
    contentSpans: [[start, start + words.length]],
  };
}

let db: AllegedlyDatabase;
let articleId: string;
const read = (text: string, statements: readonly Statement[], readAt: number) =>
  storeReading(
    {
      article: articleOfText(text, { url: 'https://news.example/a', title: 'Blame' }),
      ...{ caseId: 'case-a', verdict: { status: 'about', caseId: 'case-a', score: 1, reasons: [] }, statements, readAt },
    },
    db,
  );
beforeEach(async () => {
  db = new AllegedlyDatabase(`test-${crypto.randomUUID()}`);
  articleId = await read(TEXT, [statement('s1', 'NSO was to blame for all of it', TEXT), statement('s2', 'that it had ever run the servers', TEXT)], 1);
  await writeNote({ articleId, statementId: 's2', text: 'Check the record', now: 5 }, db);
});
afterEach(() => db.delete());

const notes = async () => (await db.notes.toArray()).map(({ statementId, text }) => [statementId, text]);

test.each<[string, string, string, StatementKind]>([
  ['another kind', TEXT, 'that it had ever run the servers', 'denial'],
  ['another place', `Updated on Monday.\n${TEXT}`, 'that it had ever run the servers', 'claim'],
  ['a little more', TEXT, 'denied that it had ever run the servers', 'claim'],
])('a note stays with its words when they are read again as %s', async (_name, text, words, kind) => {
  await read(text, [statement('n1', 'NSO was to blame for all of it', text), statement('n2', words, text, kind)], 2);
  expect(await notes()).toEqual([['n2', 'Check the record']]);
});

test('a note whose words are gone is kept, and finds them when they come back', async () => {
  await read(TEXT, [statement('s1', 'NSO was to blame for all of it', TEXT)], 2);
  expect(await notes()).toEqual([['s2', 'Check the record']]);
  await read(TEXT, [statement('s9', 'that it had ever run the servers', TEXT)], 3);
  expect(await notes()).toEqual([['s9', 'Check the record']]);
});

test('corrections leave it where it is; a statement dismissed and brought back has its note', async () => {
  await correctStatement({ articleId, change: { type: 'dismiss', statementId: 's2' }, id: 'c1', now: 9 }, db);
  await undoCorrection(articleId, db);
  expect((await statementsOf(articleId, db)).map(({ id }) => id)).toContain('s2');
  expect(await notes()).toEqual([['s2', 'Check the record']]);
});

test('no text takes it away; deleting the article takes it along', async () => {
  await writeNote({ articleId, text: 'On the article', now: 6 }, db);
  await writeNote({ articleId, statementId: 's2', text: ' ', now: 7 }, db);
  expect(await notes()).toEqual([[undefined, 'On the article']]);
  await deleteStored({ scope: 'article', articleId }, db);
  expect(await notes()).toEqual([]);
});
