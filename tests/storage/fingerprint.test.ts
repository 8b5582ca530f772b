import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { areSameWork, fingerprintOf, marksOf, sharedPart } from '../../storage/fingerprint.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';

const ARTICLES = fixtureArticles().map(({ title, paragraphs }) => ({ title, paragraphs: [...paragraphs] }));
const long = ARTICLES.toSorted((a, b) => b.paragraphs.join(' ').length - a.paragraphs.join(' ').length)[0];
if (!long) throw new Error('There is no fixture article.');

const textOf = (parts: readonly string[]) => parts.join('\n');
const print = (text: string) => fingerprintOf(text) ?? [];
const original = print(textOf([long.title, ...long.paragraphs]));

describe('a copy is known again', () => {
  test.each<[string, string]>([
    ['word for word', textOf([long.title, ...long.paragraphs])],
    ['under another headline and byline', textOf(['Another headline altogether', 'By a desk of ours', ...long.paragraphs])],
    [
      'with curly quotes and other dashes',
      textOf([long.title, ...long.paragraphs])
        .replaceAll("'", '’')
        .replaceAll(' - ', ' – '),
    ],
    ['in capitals', textOf([long.title, ...long.paragraphs]).toUpperCase()],
    ['without its last paragraph', textOf([long.title, ...long.paragraphs.slice(0, -1)])],
    [
      'with the outlet’s own words at its end',
      textOf([long.title, ...long.paragraphs, 'Follow us everywhere for more of the same, and write to the desk if you can.']),
    ],
    ['with a paragraph moved', textOf([long.title, ...long.paragraphs.slice(1), long.paragraphs[0] ?? ''])],
  ])('%s', (_how, text) => {
    expect(areSameWork(original, print(text))).toBe(true);
    // It is found by one of its marks before it is compared.
    expect(marksOf(print(text)).some((mark) => marksOf(original).includes(mark))).toBe(true);
  });
});

test('no two articles of our own are taken for one, also those about the same day', () => {
  const folder = join(import.meta.dirname, '../corpus/articles');
  const corpus = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const all = [...ARTICLES.map(({ title, paragraphs }) => textOf([title, ...paragraphs])), ...corpus].map(print);
  let highest = 0;
  all.forEach((one, at) => {
    for (const other of all.slice(at + 1)) highest = Math.max(highest, sharedPart(one, other));
  });
  expect(all.length).toBeGreaterThan(80);
  expect(highest).toBeLessThan(0.35);
});

test('half an article is another one, and a short text is not known again', () => {
  expect(areSameWork(original, print(textOf(long.paragraphs.slice(0, Math.floor(long.paragraphs.length / 2)))))).toBe(false);
  expect(fingerprintOf('NSO denied it.')).toBeUndefined();
  expect(fingerprintOf(Array(200).fill('again').join(' '))).toBeUndefined();
});
