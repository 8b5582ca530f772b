import { describe, expect, test } from 'vitest';
import { ALL_SITES, domainOf, originsOfDomain, patternsOf, siteAccessOf, webOrigins } from '../../model/site-access.ts';
import DEFAULT_OUTLETS from '../../state/default-outlets.json' with { type: 'json' };

describe('the domain that somebody means', () => {
  test.each<[string, string | undefined]>([
    ['news.example', 'news.example'],
    [' News.Example ', 'news.example'],
    ['www.news.example', 'news.example'],
    ['https://www.news.example/a/b?c#d', 'news.example'],
    ['http://news.example:8080/', 'news.example'],
    ['*.news.example', 'news.example'],
    ['*://*.news.example/*', 'news.example'],
    ['news.example.', 'news.example'],
    ['edition.news.co.example', 'edition.news.co.example'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['', undefined],
    ['com', undefined],
    ['*', undefined],
    ['*.*', undefined],
    ['<all_urls>', undefined],
    ['https://*/*', undefined],
    ['localhost', undefined],
    ['127.0.0.1', undefined],
    ['[::1]', undefined],
    ['0x7f.1', undefined],
    ['javascript:alert(1)', undefined],
    ['file:///etc', undefined],
    ['chrome://settings', undefined],
    ['someone@news.example', undefined],
    ['news.example\\evil.example', undefined],
    ['news example', undefined],
    ['news.*', undefined],
    ['-news.example', undefined],
    [`${'a'.repeat(64)}.example`, undefined],
    [`${'a.'.repeat(200)}example`, undefined],
    ['a'.repeat(3_000), undefined],
  ])('%.40s', (text, domain) => expect(domainOf(text)).toBe(domain));
});

test('every outlet that ships is a domain, once, in order', () => {
  expect(DEFAULT_OUTLETS.map(domainOf)).toEqual(DEFAULT_OUTLETS);
  expect(DEFAULT_OUTLETS).toEqual([...new Set(DEFAULT_OUTLETS)].sort());
});

describe('what is granted, in the reader’s terms', () => {
  const outlets = (granted: readonly string[], wanted = ['a.example', 'b.example']) =>
    siteAccessOf(granted, wanted)
      .outlets.filter(({ isGranted }) => isGranted)
      .map(({ domain }) => domain);

  test.each<[string, readonly string[], string, readonly string[]]>([
    ['nothing', [], 'on-click', []],
    ['all sites as asked', ALL_SITES, 'all-sites', ['a.example', 'b.example']],
    ['all sites as browsers may write it', ['*://*/*'], 'all-sites', ['a.example', 'b.example']],
    ['every address', ['<all_urls>'], 'all-sites', ['a.example', 'b.example']],
    ['one outlet', patternsOf('a.example'), 'outlets', ['a.example']],
    ['one host, by the browser’s own settings', ['https://a.example/*'], 'outlets', ['a.example']],
    ['with a port', ['https://a.example:443/*'], 'outlets', ['a.example']],
    ['a part of an outlet', ['https://www.a.example/*'], 'outlets', ['www.a.example']],
    ['a domain that is not on the list', patternsOf('c.example'), 'outlets', ['c.example']],
    ['a domain that only ends alike', patternsOf('nota.example'), 'outlets', ['nota.example']],
    ['unencrypted alone', ['http://*/*'], 'on-click', []],
    ['no pages of the web', ['file:///*', 'chrome://favicon/*'], 'on-click', []],
  ])('%s', (_name, granted, mode, names) => {
    expect(siteAccessOf(granted, ['a.example', 'b.example']).mode).toBe(mode);
    expect(outlets(granted)).toEqual(names);
  });

  test('the list itself stays, granted or not', () => {
    expect(siteAccessOf([], ['b.example', 'a.example']).outlets).toEqual([
      { domain: 'a.example', isGranted: false },
      { domain: 'b.example', isGranted: false },
    ]);
  });
});

test('giving a domain back gives back its parts, and nothing else', () => {
  const granted = [...ALL_SITES, ...patternsOf('a.example'), 'https://www.a.example/*', 'https://nota.example/*', 'https://b.example/*'];
  expect(originsOfDomain(granted, 'a.example')).toEqual([...patternsOf('a.example'), 'https://www.a.example/*']);
});

test('only pages of the web are registered for', () => {
  expect(webOrigins(['https://a.example/*', 'file:///*', 'chrome://favicon/*', '*://*/*', '<all_urls>'])).toEqual([
    'https://a.example/*',
    '*://*/*',
    '<all_urls>',
  ]);
});
