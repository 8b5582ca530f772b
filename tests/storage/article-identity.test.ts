import fc from 'fast-check';
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

/** Two addresses, and whether they are one article. */
const PAIRS: readonly (readonly [one: string, other: string, isSame: boolean])[] = [
  // AMP, in the forms in which publishers and caches serve it.
  ['https://www.news.example/a/story', 'https://www.news.example/amp/a/story', true],
  ['https://www.news.example/a/story.html', 'https://www.news.example/a/story.amp.html', true],
  ['https://www.news.example/a/story', 'https://www.news.example/a/story.amp', true],
  ['https://www.news.example/a/story.html', 'https://www.news.example/a/story/amp.html', true],
  ['https://www.news.example/a/story', 'https://www.news.example/a/story?amp', true],
  ['https://www.news.example/a/story', 'https://www.news.example/a/story?amp=1', true],
  ['https://www.news.example/a/story', 'https://www.news.example/a/story?outputType=amp', true],
  ['https://www.news.example/a/story', 'https://www.news.example/a/story?output=amp', true],
  ['https://www.news.example/a/story', 'https://www-news-example.cdn.ampproject.org/c/s/www.news.example/a/story', true],
  ['https://www.news.example/a/story', 'https://www-news-example.cdn.ampproject.org/v/s/www.news.example/a/story?amp_js_v=0.1&usqp=mq331', true],
  ['https://www.news.example/a/story', 'https://www.google.com/amp/s/www.news.example/a/story', true],
  ['https://www.news.example/a/story', 'https://www.google.co.uk/amp/s/amp.news.example/a/story', true],
  ['https://www.news.example/a/story', 'https://www-news-example.cdn.ampproject.org/c/s/www.news.example/another', false],
  ['https://www.news.example/a/story', 'https://google.mallory.example/amp/s/www.news.example/a/story', false],
  ['https://www.news.example/a/story', 'https://www.google.example/amp/s/www.news.example/a/story', false],
  ['https://www.news.example/a/story', 'https://www.google.com.mallory.org/amp/s/www.news.example/a/story', false],
  ['https://www.news.example/a/story', 'https://www.google.com.br/amp/s/www.news.example/a/story', true],
  ['https://www.news.example/a/ampere', 'https://www.news.example/a/', false],
  ['https://www.news.example/a/amplifiers', 'https://www.news.example/a/lifiers', false],
  ['https://amp.dev/story', 'https://dev/story', false],
  // Hosts for small screens.
  ['https://www.news.example/a', 'https://m.news.example/a', true],
  ['https://news.example/a', 'https://mobile.news.example/a', true],
  ['https://news.example/a', 'https://www.m.news.example/a', true],
  ['https://news.example/a', 'https://touch.news.example/a', true],
  ['https://en.pedia.example/wiki/NSO', 'https://en.m.pedia.example/wiki/NSO', true],
  ['https://en.pedia.example/wiki/NSO', 'https://de.pedia.example/wiki/NSO', false],
  ['https://m.example/a', 'https://example/a', false],
  ['https://www2.news.example/a', 'https://news.example/a', true],
  ['https://blog.news.example/a', 'https://news.example/a', false],
  // What tracks the reader.
  ['https://news.example/a?at_medium=social&at_campaign=x', 'https://news.example/a', true],
  ['https://news.example/a?unlocked_article_code=1.x', 'https://news.example/a', true],
  ['https://news.example/a?mkt_tok=abc&_hsenc=p2', 'https://news.example/a', true],
  ['https://news.example/a?gbraid=1&wbraid=2&gad_source=1', 'https://news.example/a', true],
  ['https://news.example/a?pk_campaign=1&mtm_source=2', 'https://news.example/a', true],
  ['https://news.example/a?ttclid=1&twclid=2&li_fat_id=3', 'https://news.example/a', true],
  ['https://news.example/a?__twitter_impression=true', 'https://news.example/a', true],
  ['https://news.example/a?id=7&utm_id=8', 'https://news.example/a?id=7', true],
  ['https://news.example/a?id=7', 'https://news.example/a?id=8', false],
  ['https://news.example/a?page=2', 'https://news.example/a', false],
  ['https://news.example/a?utmost=1', 'https://news.example/a', false],
  ['https://news.example/a?reference=1', 'https://news.example/a', false],
  ['https://news.example/a?v=dQw4', 'https://news.example/a?v=dQw5', false],
  // Slashes, escapes, cases, ports, indexes, forms.
  ['https://news.example/a//b/', 'https://news.example/a/b', true],
  ['https://news.example/caf%c3%a9', 'https://news.example/caf%C3%A9', true],
  ['https://news.example/caf%C3%A9', 'https://news.example/café', true],
  ['https://news.example/a%2Db', 'https://news.example/a-b', true],
  ['https://news.example/a%2Fb', 'https://news.example/a/b', false],
  ['https://news.example:443/a', 'http://news.example:80/a', true],
  ['https://news.example:8443/a', 'https://news.example/a', false],
  ['https://news.example/a/index.php', 'https://news.example/a', true],
  ['https://news.example/a?', 'https://news.example/a', true],
  ['https://news.example/a?print=1', 'https://news.example/a', true],
  ['https://news.example/a?view=print', 'https://news.example/a', true],
  ['https://news.example/a?view=2', 'https://news.example/a', false],
  ['https://reader:secret@news.example/a', 'https://news.example/a', true],
  ['https://news.example./a', 'https://news.example/a', true],
  ['https://news.example/a#live', 'https://news.example/a', true],
  ['https://news.example/a?b=1&c=2', 'https://news.example/a?c=2&b=1', true],
  ['https://news.example/a?b=1&b=2', 'https://news.example/a?b=1', false],
  ['https://news.example/2020/05/06/a', 'https://news.example/2020/05/07/a', false],
];

test.each(PAIRS)('%s and %s: one article, %s', (one, other, isSame) => {
  expect(normalisedUrl(one) === normalisedUrl(other)).toBe(isSame);
});

test('normalised once, an address is not changed any more, whatever it is', () => {
  const part = fc.constantFrom('amp', 'index.html', 'a', 'story.amp', 'amp.html', '', 'm', '%7e', '%2F', 'www');
  const host = fc.constantFrom('www.m.news.example', 'amp.www.news.example', 'news.example:81', 'en.m.pedia.example', 'news.example.');
  const query = fc.constantFrom('', '?amp', '?utm_source=a&id=1', '?a=%20b', '?view=amp&b');
  fc.assert(
    fc.property(host, fc.array(part, { maxLength: 5 }), query, (name, parts, search) => {
      const once = normalisedUrl(`https://${name}/${parts.join('/')}${search}`);
      expect(normalisedUrl(once)).toBe(once);
    }),
    { numRuns: 500, seed: 7 },
  );
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
