/** What is said in an entry of a live blog is said on the entry's day, unless the text says another. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyse } from '../../analysis/analyse.ts';
import { loadTagger } from '../../analysis/tagger/tagger.ts';
import { type ArticleEntry, articleOfText, publishedAt } from '../../model/article.ts';
import { preciseDate } from '../../model/date.ts';
import { textOf } from '../../model/span.ts';
import { readAllCaseFiles } from '../../scripts/case-files.ts';

const LINES = [
  'WhatsApp v. NSO Group: the trial over Pegasus as it happens',
  'NSO Group denied that it had ever hacked WhatsApp’s servers with its Pegasus spyware.',
  'WhatsApp said in a statement that NSO had attacked 1,400 of its users, and it demanded damages.',
  'NSO Group denied on 29 October 2019 that it had attacked WhatsApp, and said that it would fight the lawsuit.',
];
const text = LINES.join('\n');
const day = (iso: string) => {
  const date = preciseDate(iso);
  if (!date) throw new Error(`${iso} is no date.`);
  return date;
};
const entry = (first: number, last: number, iso?: string): ArticleEntry => {
  const start = text.indexOf(LINES[first] ?? '\n');
  const end = text.indexOf(LINES[last] ?? '\n') + (LINES[last] ?? '').length;
  return iso === undefined ? { start, end } : { start, end, published: day(iso) };
};

test('by entry, by the text, else not at all', () => {
  const published = day('2025-04-28');
  const plain = articleOfText(text, { title: LINES[0] ?? '', published });
  const article = { ...plain, entries: [entry(1, 1, '2025-05-06'), entry(2, 2), entry(3, 3, '2025-05-07')] };
  const tagger = loadTagger(readFileSync(join(import.meta.dirname, '../../public/tagger.bin')));
  const { statements } = analyse(article, readAllCaseFiles(), tagger);
  const madeOn = (words: string) =>
    statements.filter(({ contentSpans }) => textOf(text, contentSpans).includes(words)).map((statement) => statement.madeOn?.iso);
  expect(madeOn('ever hacked')).toEqual(['2025-05-06']);
  expect(new Set(madeOn('1,400'))).toEqual(new Set([undefined]));
  expect(madeOn('had attacked WhatsApp')).toEqual(['2019-10-29']);
  expect(publishedAt(article, 0)).toEqual(published);
  expect(publishedAt(article, text.indexOf('1,400'))).toEqual(published);
});
