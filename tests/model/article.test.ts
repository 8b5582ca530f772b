import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Article, ArticleSchema, articleOfText } from '../../model/article.ts';

test('lines become blocks, with the offsets of the given text', () => {
  const text = 'A title\r\n\r\n  First paragraph. \n\nSecond 🗞 paragraph.\n';
  const article = articleOfText(text, { title: 'A title' });
  expect(article.text).toBe(text);
  expect(article.blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['title', 'A title'],
    ['paragraph', 'First paragraph.'],
    ['paragraph', 'Second 🗞 paragraph.'],
  ]);
});

describe('what is no article is refused', () => {
  const article: Article = {
    url: 'https://news.example/a',
    title: 'T',
    text: 'one\ntwo',
    blocks: [
      { kind: 'paragraph', start: 0, end: 3 },
      { kind: 'paragraph', start: 4, end: 7 },
    ],
  };
  test.each<[string, unknown, boolean]>([
    ['an article', article, true],
    [
      'overlapping blocks',
      {
        ...article,
        blocks: [
          { kind: 'paragraph', start: 0, end: 5 },
          { kind: 'paragraph', start: 4, end: 7 },
        ],
      },
      false,
    ],
    [
      'a live blog',
      {
        ...article,
        entries: [
          { start: 0, end: 3, published: { iso: '2025-05-06', precision: 'day' } },
          { start: 4, end: 7 },
        ],
      },
      true,
    ],
    [
      'overlapping entries',
      {
        ...article,
        entries: [
          { start: 0, end: 5 },
          { start: 4, end: 7 },
        ],
      },
      false,
    ],
    ['an entry past the end', { ...article, entries: [{ start: 0, end: 8 }] }, false],
    ['a block past the end', { ...article, blocks: [{ kind: 'paragraph', start: 0, end: 8 }] }, false],
    ['a block that ends before it starts', { ...article, blocks: [{ kind: 'paragraph', start: 3, end: 0 }] }, false],
    ['an unknown kind', { ...article, blocks: [{ kind: 'advert', start: 0, end: 3 }] }, false],
    ['a broken offset', { ...article, blocks: [{ kind: 'paragraph', start: 0.5, end: 3 }] }, false],
    ['a date that does not exist', { ...article, published: { iso: '2020-02-30', precision: 'day' } }, false],
    ['a field that is not of the list', { ...article, __proto__: null, extra: 1 }, false],
    ['no text', { ...article, text: undefined }, false],
    ['text beyond the limit', { ...article, text: 'a'.repeat(2_000_001), blocks: [] }, false],
    ['null', null, false],
  ])('%s', (_name, value, isArticle) => {
    expect(v.is(ArticleSchema, value)).toBe(isArticle);
  });
});
