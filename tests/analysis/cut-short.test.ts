import { expect, test } from 'vitest';
import { isCutShort } from '../../analysis/cut-short.ts';
import { articleOfText } from '../../model/article.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';

test.each<[boolean, string]>([
  [true, 'The company said that …'],
  [true, 'The company said.\nSubscribe to continue reading'],
  [true, 'The company said.\nThis article is for subscribers only.'],
  [true, 'The company said.\nAlready a subscriber? Log in'],
  [true, 'The company said it would [+3120 chars]'],
  [false, 'The company said it would appeal.'],
  [false, 'He said … and then he left.\nThe company will appeal.'],
  [false, 'Readers may subscribe to the service.\nIt is free.'],
])('%s: %j', (expected, text) => {
  expect(isCutShort(articleOfText(text))).toBe(expected);
});

test('none of the fixture articles that are whole is taken for one', () => {
  const taken = fixtureArticles().filter(({ id, paragraphs }) => !id.startsWith('unsure-') && isCutShort(articleOfText(paragraphs.join('\n'))));
  expect(taken.map(({ id }) => id)).toEqual([]);
});
