import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleOfText } from '../../model/article.ts';
import type { Statement } from '../../model/statement.ts';
import { type ArticleWithStatements, deleteArticle, liveArticle, type Reading, storeReading } from '../../storage/articles.ts';
import { AllegedlyDatabase } from '../../storage/database.ts';

const TEXT = 'WhatsApp said NSO was to blame.\nNSO denied it.';

function statement(id: string, words: string, more: Partial<Statement> = {}): Statement {
  const start = TEXT.indexOf(words);
  return {
    id,
    kind: 'claim',
    speaker: { status: 'actor', actorId: 'whatsapp', name: 'WhatsApp', side: 'plaintiff' },
    sourceSpans: [[0, 8]],
    cueSpans: [[9, 13]],
    contentSpans: [[start, start + words.length]],
    quoteType: 'indirect',
    confidence: 0.9,
    ...more,
  };
}

function reading(more: Partial<Reading> = {}): Reading {
  return {
    article: articleOfText(TEXT, { url: 'https://www.news.example/a?utm_source=x', title: 'Blame' }),
    caseId: 'case-a',
    verdict: { status: 'about', caseId: 'case-a', score: 1, reasons: [] },
    statements: [statement('s1', 'NSO was to blame', { eventId: 'e1' }), statement('s2', 'it', { kind: 'denial' })],
    readAt: 1_000,
    ...more,
  };
}

let db: AllegedlyDatabase;
beforeEach(() => {
  db = new AllegedlyDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

/** The first value of a live query that the condition accepts. */
function once<T>(
  live: { subscribe(next: (value: T) => void, failed: (error: unknown) => void): { unsubscribe(): void } },
  accepts: (value: T) => boolean,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const subscription = live.subscribe((value) => {
      if (!accepts(value)) return;
      resolve(value);
      queueMicrotask(() => subscription.unsubscribe());
    }, reject);
  });
}

test('an article and its statements are kept, in reading order, with their words and surroundings', async () => {
  const id = await storeReading(reading(), db);
  const stored = await once(liveArticle(id, db), (value) => value !== undefined);
  expect(stored?.article).toMatchObject({
    id: 'https://news.example/a',
    site: 'www.news.example',
    statementCount: 2,
    wordCount: 9,
    firstReadAt: 1_000,
    lastReadAt: 1_000,
  });
  expect(stored?.statements.map(({ id, words, sourceWords, cueWords, order }) => [id, words, sourceWords, cueWords, order])).toEqual([
    ['s1', 'NSO was to blame', 'WhatsApp', 'said', 0],
    ['s2', 'it', 'WhatsApp', 'said', 1],
  ]);
  expect(stored?.statements[0]).toMatchObject({ prefix: 'WhatsApp said ', suffix: '.\nNSO denied it.' });
});

test('reading an article again updates it, under any of its addresses, and doubles nothing', async () => {
  const first = await storeReading(reading(), db);
  const second = await storeReading(
    reading({
      article: articleOfText(TEXT, { url: 'https://news.example/a/#top', title: 'Blame (updated)' }),
      statements: [statement('s1', 'NSO was to blame')],
      readAt: 2_000,
    }),
    db,
  );
  expect(second).toBe(first);
  expect(await db.articles.toArray()).toMatchObject([{ title: 'Blame (updated)', firstReadAt: 1_000, lastReadAt: 2_000 }]);
  expect(await db.statements.count()).toBe(1);
});

test('a write that fails midway leaves what was there', async () => {
  const id = await storeReading(reading(), db);
  const broken = { ...statement('s3', 'it'), confidence: (() => 0) as unknown as number };
  await expect(storeReading(reading({ statements: [broken], readAt: 2_000 }), db)).rejects.toThrow();
  expect((await db.articles.get(id))?.lastReadAt).toBe(1_000);
  expect(await db.statements.count()).toBe(2);
});

test('deleting forgets the article and its statements alone', async () => {
  const id = await storeReading(reading(), db);
  const other = await storeReading(reading({ article: articleOfText(TEXT, { url: 'https://news.example/b', title: 'B' }) }), db);
  await deleteArticle(id, db);
  expect(await db.articles.toCollection().primaryKeys()).toEqual([other]);
  expect(new Set((await db.statements.toArray()).map(({ articleId }) => articleId))).toEqual(new Set([other]));
});

test('a live article follows what another connection writes', async () => {
  const other = new AllegedlyDatabase(db.name);
  const seen: (number | undefined)[] = [];
  const changed = once<ArticleWithStatements | undefined>(liveArticle('https://news.example/a', db), (value) => {
    seen.push(value?.statements.length);
    return value !== undefined;
  });
  await db.open();
  await storeReading(reading(), other);
  expect((await changed)?.statements.length).toBe(2);
  expect(seen.at(-1)).toBe(2);
  other.close();
});
