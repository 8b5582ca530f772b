import { describe, expect, test } from 'vitest';
import { articleIdOf, normalisedUrl } from '../../storage/article-identity.ts';

const ARTICLE = 'https://www.news.example/2020/04/whatsapp-nso';

describe('addresses of one article', () => {
  test.each([
    `${ARTICLE}#comments`,
    `${ARTICLE}/`,
    `${ARTICLE}/amp`,
    `${ARTICLE}/amp/`,
    `${ARTICLE}/index.html`,
    `${ARTICLE}/index.htm`,
    ARTICLE.replace('https:', 'http:'),
    ARTICLE.replace('www.', ''),
    ARTICLE.replace('www.', 'm.'),
    ARTICLE.replace('www.', 'mobile.'),
    ARTICLE.replace('www.', 'amp.'),
    ARTICLE.replace('news.example', 'NEWS.example'),
    ...[
      'utm_source=x',
      'utm_medium=social&utm_campaign=y',
      'fbclid=abc',
      'gclid=1',
      'msclkid=1',
      'mc_cid=1&mc_eid=2',
      'igshid=1',
      'cmpid=rss',
      'ncid=txt',
      'ref=home',
      'ref_src=twsrc',
      'smid=tw-share',
      'guccounter=1',
      '_ga=1.2',
      'yclid=7',
      'soc_src=mail',
      'xtor=RSS-1',
      'UTM_Source=x',
    ].map((query) => `${ARTICLE}?${query}`),
  ])('%s', (address) => {
    expect(normalisedUrl(address)).toBe('https://news.example/2020/04/whatsapp-nso');
  });
});

describe('addresses of different articles', () => {
  test.each([
    ['https://news.example/a', 'https://news.example/b'],
    ['https://news.example/a', 'https://other.example/a'],
    ['https://news.example/story?id=1', 'https://news.example/story?id=2'],
    ['https://news.example/?p=25816', 'https://news.example/?p=25817'],
    ['https://news.example/', 'https://news.example/a'],
    ['https://edition.news.example/a', 'https://news.example/a'],
    ['https://news.example/A', 'https://news.example/a'],
    ['https://news.example:8080/a', 'https://news.example/a'],
    ['https://news.example/ampere', 'https://news.example/'],
    ['https://news.example/referee?reference=2', 'https://news.example/referee'],
  ])('%s ≠ %s', (one, other) => {
    expect(normalisedUrl(one)).not.toBe(normalisedUrl(other));
  });
});

test('the order of parameters does not matter', () => {
  expect(normalisedUrl('https://news.example/s?b=2&a=1')).toBe(normalisedUrl('https://news.example/s?a=1&b=2&utm_term=x'));
});

test('a trusted canonical address counts for more than the page’s own', () => {
  expect(articleIdOf({ url: 'https://cdn.example/c/s/news', canonicalUrl: ARTICLE })).toBe(articleIdOf({ url: ARTICLE }));
});

test('what is no address throws', () => {
  expect(() => normalisedUrl('not an address')).toThrow(TypeError);
});
