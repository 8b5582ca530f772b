/** What pages say of themselves, in documents of a real browser. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ArticleSchema } from '../../model/article.ts';
import { PreciseDateSchema } from '../../model/date.ts';
import { canonicalUrl } from '../../reading/canonical-url.ts';
import { readMetadata } from '../../reading/metadata.ts';
import { readDate } from '../../reading/page-dates.ts';

/** A page at an address, which DOMParser's documents take over from a `<base>` only in part: their URL is set by hand. */
function page(head: string, { body = '', lang = '', url = 'https://news.example/2020/04/story' } = {}): Document {
  const parsed = new DOMParser().parseFromString(
    `<html${lang ? ` lang="${lang}"` : ''}><head><base href="${url}"><title>A storm in court | The Ledger</title>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
  Object.defineProperty(parsed, 'URL', { value: url });
  return parsed;
}
const ld = (json: unknown) => `<script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script>`;
const article = (more: object) => ({ '@type': 'NewsArticle', headline: 'A storm in court', ...more });

describe('published', () => {
  it.each([
    ['JSON-LD', ld(article({ datePublished: '2020-04-27T23:10:00-07:00' })), '', '2020-04-27', 'json-ld'],
    ['a list', ld([{ '@type': 'WebSite' }, article({ datePublished: '2020-04-27' })]), '', '2020-04-27', 'json-ld'],
    ['a graph', ld({ '@graph': [{ '@type': 'Organization' }, article({ datePublished: '2020-04-27' })] }), '', '2020-04-27', 'json-ld'],
    ['a page’s main thing', ld({ '@type': 'WebPage', mainEntity: article({ datePublished: '2020-04-27' }) }), '', '2020-04-27', 'json-ld'],
    ['several types', ld(article({ '@type': ['Article', 'NewsArticle'], datePublished: '2020-04-27' })), '', '2020-04-27', 'json-ld'],
    ['a last comma', ld('{"@type":"NewsArticle","datePublished":"2020-04-27",}'), '', '2020-04-27', 'json-ld'],
    ['a bare line break', ld('{"@type":"NewsArticle","headline":"A\nstorm","datePublished":"2020-04-27"}'), '', '2020-04-27', 'json-ld'],
    ['a comment around it', ld('<!-- {"@type":"NewsArticle","datePublished":"2020-04-27"} -->'), '', '2020-04-27', 'json-ld'],
    ['broken JSON, then a meta', `${ld('{"@type":')}<meta property="article:published_time" content="2020-04-28T05:36:09+01:00">`, '', '2020-04-28', 'meta'],
    ['another broken one first', ld('{') + ld(article({ datePublished: '2020-04-27' })), '', '2020-04-27', 'json-ld'],
    [
      'a date that is none, then a meta',
      `${ld(article({ datePublished: 'soon' }))}<meta name="parsely-pub-date" content="2020-04-28">`,
      '',
      '2020-04-28',
      'meta',
    ],
    ['a time element', '', '<article><time datetime="2020-04-29T10:00Z">yesterday</time></article>', '2020-04-29', 'time'],
    [
      'a time element with its role',
      '',
      '<time datetime="2001-01-01">x</time><time itemprop="datePublished" datetime="2020-04-29">x</time>',
      '2020-04-29',
      'time',
    ],
  ])('from %s', (_name, head, body, iso, origin) => {
    const { published, provenance } = readMetadata(page(head, { body }));
    expect(published).toEqual({ iso, precision: 'day' });
    expect(provenance['published']).toBe(origin);
  });

  it('is the article’s of this page, not of one that it links to', () => {
    const other = article({ headline: 'Elsewhere', datePublished: '2010-01-01' });
    const own = { ...article({ headline: 'Something else', datePublished: '2020-04-27' }), mainEntityOfPage: { '@id': 'https://news.example/2020/04/story' } };
    expect(readMetadata(page(ld(other) + ld(own))).published?.iso).toBe('2020-04-27');
    expect(readMetadata(page(ld(other) + ld(article({ datePublished: '2020-04-26' })))).published?.iso).toBe('2020-04-26');
  });

  it('does not come after the last change', () => {
    const both = readMetadata(page(ld(article({ datePublished: '2020-04-27', dateModified: '2020-05-02T08:00:00Z' }))));
    expect(both.modified?.iso).toBe('2020-05-02');
    expect(readMetadata(page(ld(article({ datePublished: '2020-04-27', dateModified: '1970-01-01' })))).modified).toBeUndefined();
  });
});

it.each([
  ['2020-04-27', '2020-04-27'],
  ['2020-04-27T23:59:59-11:00', '2020-04-27'],
  ['2020-04-27 08:00', '2020-04-27'],
  ['2020-4-7', '2020-04-07'],
  ['20200427', '2020-04-27'],
  ['20200427T101500Z', '2020-04-27'],
  ['2020/04/27', '2020-04-27'],
  ['Mon, 27 Apr 2020 10:00:00 GMT', '2020-04-27'],
  ['April 27, 2020 at 6:00 p.m. EDT', '2020-04-27'],
  ['27th April 2020', '2020-04-27'],
  ['1587981600', '2020-04-27'],
  ['1587981600000', '2020-04-27'],
  ['2020-04', '2020-04'],
  ['2020-02-30', undefined],
  ['04/05/2020', undefined],
  ['Today', undefined],
  ['', undefined],
  ['12345', undefined],
])('readDate(%j) is %j', (text, iso) => {
  expect(readDate(text)?.iso).toBe(iso);
});

const canonical = (href: string) => `<link rel="canonical" href="${href}">`;
it.each([
  ['its own', canonical('https://news.example/2020/04/story'), 'https://news.example/2020/04/story'],
  ['a relative one', canonical('/2020/04/story?id=7#top'), 'https://news.example/2020/04/story?id=7'],
  ['of a sister host', canonical('https://www.news.example/story'), 'https://www.news.example/story'],
  ['og:url', '<meta property="og:url" content="https://news.example/story">', 'https://news.example/story'],
  ['none', '', undefined],
  ['empty', canonical(''), undefined],
  ['the root', canonical('https://news.example/'), undefined],
  ['a language’s root', canonical('https://news.example/en-us/'), undefined],
  ['an index', canonical('https://news.example/index.html'), undefined],
  ['another site', canonical('https://wire.example.org/story'), undefined],
  ['no web address', canonical('mailto:desk@news.example'), undefined],
  ['nonsense', canonical('https://['), undefined],
  ['two that disagree', canonical('https://news.example/a') + canonical('https://news.example/b'), undefined],
])('canonical address: %s', (_name, head, expected) => {
  expect(canonicalUrl(page(head))).toBe(expected);
});

it.each([
  ['two hosts of one country site', 'https://m.news.co.uk/a', 'https://www.news.co.uk/a', 'https://www.news.co.uk/a'],
  ['two sites of one country', 'https://one.co.uk/a', 'https://two.co.uk/a', undefined],
  ['an edition names the site', 'https://edition.news.example/a', 'https://www.news.example/a', 'https://www.news.example/a'],
  ['a desk names a site of three letters', 'https://blog.orb.at/a', 'https://orb.at/a', 'https://orb.at/a'],
  ['the site names an edition', 'https://news.example/a', 'https://blog.news.example/a', 'https://blog.news.example/a'],
  // Who stand side by side under one name may be strangers to each other: on the hosts of blogs, newsletters and projects they are.
  ['a neighbour under one name', 'https://mallory.pages.example/a', 'https://alice.pages.example/a', undefined],
  ['another edition', 'https://us.news.example/a', 'https://edition.news.example/a', undefined],
  ['a neighbour below four letters of a country', 'https://mallory.asso.fr/a', 'https://www.alice.asso.fr/a', undefined],
  ['another port', 'https://news.example:8443/a', 'https://news.example/a', undefined],
])('canonical address: %s', (_name, url, href, expected) => {
  expect(canonicalUrl(page(canonical(href), { url }))).toBe(expected);
});

it.each([
  ['names, and their origin', ld(article({ author: [{ name: 'Ann Ro' }, { name: 'Bo Ti' }] })), '', 'Ann Ro, Bo Ti', 'json-ld'],
  ['references', ld({ '@graph': [article({ author: { '@id': '#ann' } }), { '@type': 'Person', '@id': '#ann', name: 'Ann Ro' }] }), '', 'Ann Ro', 'json-ld'],
  ['entities', ld(article({ author: { name: 'Ann O&#39;Ro' } })), '', "Ann O'Ro", 'json-ld'],
  ['no address of an author', '<meta name="author" content="https://news.example/ann">', '<p class="byline">By Ann Ro</p>', 'Ann Ro', 'page'],
  ['"by" is no name', '<meta name="author" content="By Ann Ro">', '', 'Ann Ro', 'meta'],
])('byline: %s', (_name, head, body, byline, origin) => {
  const read = readMetadata(page(head, { body }));
  expect(read.byline).toBe(byline);
  expect(read.provenance['byline']).toBe(origin);
});

it.each([
  ['html', page('', { lang: 'en_GB' }), 'en-GB'],
  ['meta', page('<meta property="og:locale" content="fr_FR">'), 'fr-FR'],
  ['neither', page(''), undefined],
  ['nonsense', page('', { lang: '{{lang}}' }), undefined],
])('language from %s', (_name, document, language) => {
  expect(readMetadata(document).language).toBe(language);
});

it('the title loses the outlet’s name', () => {
  expect(readMetadata(page('<meta property="og:site_name" content="The Ledger">')).title).toBe('A storm in court');
});

describe('a page made to cost time or to be refused', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}"Ann Ro"${']'.repeat(levels)}`;
  it.each<[string, () => Document]>([
    [
      'lists ten times ten thousand deep',
      () => page(ld(`{"@type":"NewsArticle","headline":${deep(100_000)},"author":${deep(100_000)},"publisher":${deep(100_000)}}`)),
    ],
    [
      'a graph that leads in a circle',
      () =>
        page(
          ld({
            '@graph': [
              { '@id': '#a', '@type': 'Article', author: { '@id': '#b' }, mainEntity: { '@id': '#a' } },
              { '@id': '#b', name: { '@id': '#a' } },
            ],
          }),
        ),
    ],
    [
      'objects where texts belong',
      () => page(ld(article({ headline: { '@value': 'x' }, datePublished: [{}], author: [null, 7, [[]]], publisher: [[{}]], inLanguage: {} }))),
    ],
    ['a hundred thousand articles', () => page(ld(`[${'{"@type":"Article","headline":"aaaa"},'.repeat(100_000)}{}]`))],
    [
      'titles that are nearly the same, without end',
      () => page(`<title>${'a'.repeat(300_000)}</title>${ld(Array.from({ length: 1_000 }, () => article({ headline: `${'a'.repeat(1_000)}b` })))}`),
    ],
    ['blanks at the end of a script that is none', () => page(ld(`{"a":1}-->${' '.repeat(300_000)}x`))],
    ['bylines within bylines', () => page('', { body: `${'<div class="byline">'.repeat(300)}${`<i class="byline">${'x'.repeat(300)}</i>`.repeat(2_000)}` })],
    [
      'a megabyte in every field',
      () =>
        page(
          `<title>${'t'.repeat(1_000_000)}</title>${ld(article({ headline: 'h'.repeat(1_000_000), publisher: 'p'.repeat(1_000_000), author: 'a'.repeat(1_000_000), inLanguage: 'en-'.concat('abcdefgh-'.repeat(100_000), 'ab') }))}<link rel="canonical" href="/${'c'.repeat(1_000_000)}">`,
        ),
    ],
  ])('%s: read in no time that anybody would notice, and its article may be sent', (_name, make) => {
    const document = make();
    // Some of them took a minute; the time limit for a test tells.
    const { isLive: _, description: __, ...known } = readMetadata(document);
    const sent = v.safeParse(ArticleSchema, { ...known, url: 'https://news.example/a', text: '', blocks: [] });
    expect(sent.issues).toBeUndefined();
  });

  it.each(['99999-01-01', '-1-01-01', '2020-13-45', '0000-00-00', '1e9999', `${'9'.repeat(100_000)}`, '2020-04-27'.repeat(100_000)])(
    'a date like %.20j… is none, or one that there is',
    (value) => {
      const { published } = readMetadata(page(ld(article({ datePublished: value }))));
      expect(published === undefined || v.is(PreciseDateSchema, published)).toBe(true);
    },
  );
});
