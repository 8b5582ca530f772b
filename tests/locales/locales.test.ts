import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { IMPORT_PROBLEMS } from '../../storage/exchange/import-plan.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'public/_locales');
type Messages = Record<string, { message: string }>;
const read = (locale: string) => JSON.parse(readFileSync(join(FOLDER, locale, 'messages.json'), 'utf8')) as Messages;
const english = read('en');
/** Names that are the same in every script: the product's, and the language's own tag. */
const IN_LATIN = new Set(['extensionName', 'languageTag']);
const placeholders = (message: string) => [...message.matchAll(/\$\d/g)].map(String).sort();

test('the languages are there', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'he', 'hi', 'pt']);
});

describe.each(readdirSync(FOLDER).filter((locale) => locale !== 'en'))('%s', (locale) => {
  const messages = read(locale);

  test('has the messages of English, none more and none less', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  test('has their placeholders, and no message is empty', () => {
    const wrong = Object.entries(messages).filter(
      ([key, { message }]) => message.trim() === '' || placeholders(message).join() !== placeholders(english[key]?.message ?? '').join(),
    );
    expect(wrong).toEqual([]);
  });

  test('is written in its script', () => {
    const scripts: Record<string, RegExp> = { ar: /\p{Script=Arabic}/u, he: /\p{Script=Hebrew}/u, hi: /\p{Script=Devanagari}/u };
    const script = scripts[locale] ?? /\p{Script=Latin}/u;
    expect(Object.entries(messages).filter(([key, { message }]) => !IN_LATIN.has(key) && !script.test(message))).toEqual([]);
  });
});

test('every message that the code names is there', () => {
  const rooms = ['components', 'entrypoints', 'pages'];
  const sources = rooms.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(ROOT, room, name), 'utf8')),
  );
  const named = sources.flatMap((source) => [
    ...[...source.matchAll(/\bt\(\s*'(\w+)'/g)].map(([, key = '']) => [key]),
    ...[...source.matchAll(/\bcount\(\s*'(\w+)'/g)].map(([, key = '']) => [`${key}_one`, `${key}_other`]),
  ]);
  expect([...new Set(named.flat())].filter((key) => !Object.hasOwn(english, key))).toEqual([]);
});

test('every reason for which a file is not taken in has its words', () => {
  expect(IMPORT_PROBLEMS.filter((problem) => !Object.hasOwn(english, `importProblem_${problem}`))).toEqual([]);
});
