import { describe, expect, test } from 'vitest';
import type { PageState } from '../../model/page-state.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../model/settings.ts';
import { type PageFacts, sitePattern, WHYS, type Why, whyNothing } from '../../model/why-nothing.ts';

const ADDRESS = 'https://news.example/a';
const CLAIM = { kind: 'claim', confidence: 0.9 } as const;
const DISPUTED = { kind: 'denial', confidence: 0.9, disputeId: 'd' } as const;

const page = (changes: Partial<PageState> = {}, status: 'about' | 'mentions' | 'unsure' | 'no' = 'about'): PageState => ({
  tabId: 1,
  url: ADDRESS,
  title: 'A',
  status: 'read',
  verdict: { status, caseId: 'c', score: 0.9, reasons: [] },
  statements: 2,
  shown: 2,
  waiting: 0,
  orphans: 0,
  ...changes,
});
const facts = (changes: Partial<PageFacts> = {}): PageFacts => ({
  url: ADDRESS,
  isGranted: true,
  page: undefined,
  settings: DEFAULT_SETTINGS,
  statements: undefined,
  activeCases: 1,
  offCases: [],
  ...changes,
});
const chosen = (changes: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...changes });
const waiting = { shown: 0, waiting: 2 };

const TABLE: readonly (readonly [name: string, given: Partial<PageFacts>, why: Why | undefined])[] = [
  ['a page of the browser', { url: 'chrome://extensions/' }, 'browser-page'],
  ['a new tab', { url: 'about:newtab' }, 'browser-page'],
  ['another extension', { url: 'chrome-extension://abc/a.html' }, 'browser-page'],
  ['source text', { url: 'view-source:https://news.example/' }, 'browser-page'],
  ['a store', { url: 'https://chromewebstore.google.com/detail/x' }, 'store-page'],
  ['the old store', { url: 'https://chrome.google.com/webstore/category/x' }, 'store-page'],
  ['add-ons of Firefox', { url: 'https://addons.mozilla.org/en-US/' }, 'store-page'],
  ['a site that only begins like a store', { url: 'https://addons.mozilla.org.example/' }, 'not-recognised'],
  ['a file of the machine', { url: 'file:///a.html' }, 'file'],
  ['a PDF by its address', { url: 'https://court.example/order.pdf?x=1' }, 'pdf'],
  ['a PDF by what it is', { contentType: 'application/pdf' }, 'pdf'],
  ['a web page whose address ends like a PDF’s', { url: 'https://news.example/order.pdf', contentType: 'text/html' }, 'not-recognised'],
  ['no case is looked for', { activeCases: 0 }, 'no-case'],
  ['a site that was not granted', { isGranted: false }, 'no-access'],
  ['an address that nobody tells', { url: undefined, isGranted: false }, 'no-access'],
  ['a page without both sides', {}, 'not-recognised'],
  ['asked for a moment ago', { isGranted: false, asked: 'waiting' }, 'reading'],
  ['asked for, and there is no article', { isGranted: false, asked: 'in-vain' }, 'no-article'],
  ['being read', { page: page({ status: 'reading' }) }, 'reading'],
  ['given up', { page: page({ status: 'failed', problem: 'too long' }) }, 'failed'],
  ['about something else', { page: page({ statements: 0, shown: 0 }, 'no') }, 'not-about'],
  ['about something else, and no case is looked for', { page: page({ statements: 0, shown: 0 }, 'no'), activeCases: 0 }, 'no-case'],
  ['a mention', { page: page({ statements: 0, shown: 0 }, 'mentions') }, 'mentions'],
  ['a teaser', { page: page({ statements: 0, shown: 0 }, 'unsure') }, 'unsure'],
  ['no statement', { page: page({ statements: 0, shown: 0, leftOut: 0 }) }, 'none-found'],
  ['speech that is not certain enough', { page: page({ statements: 0, shown: 0, leftOut: 4 }) }, 'left-out'],
  ['off everywhere', { page: page(waiting), settings: chosen({ everywhere: false }) }, 'off-everywhere'],
  ['off on the site', { page: page(waiting), settings: chosen({ sites: { 'news.example': false } }) }, 'off-site'],
  ['off on the page', { page: page(waiting), settings: chosen({ pages: { [ADDRESS]: false } }) }, 'off-page'],
  [
    'off on the page of a site that is on',
    { page: page(waiting), settings: chosen({ sites: { 'news.example': true }, pages: { [ADDRESS]: false } }) },
    'off-page',
  ],
  ['a case that is followed no longer', { page: page(waiting), offCases: ['c'], activeCases: 0 }, 'case-off'],
  ['nothing disputed', { page: page(waiting), settings: chosen({ density: 'disputes' }), statements: [CLAIM, CLAIM] }, 'disputes-only'],
  ['kinds that are hidden', { page: page(waiting), settings: chosen({ hiddenKinds: ['claim'] }), statements: [CLAIM, CLAIM] }, 'kinds-hidden'],
  [
    'disputed, but of a hidden kind',
    { page: page(waiting), settings: chosen({ density: 'disputes', hiddenKinds: ['denial'] }), statements: [DISPUTED, DISPUTED] },
    'kinds-hidden',
  ],
  ['folded away', { page: page(waiting), statements: [CLAIM, DISPUTED] }, 'folded'],
  ['no longer there', { page: page({ shown: 0, orphans: 2 }), statements: [CLAIM, DISPUTED] }, 'gone'],
  ['marked', { page: page(), statements: [CLAIM, DISPUTED] }, undefined],
  ['marked before the store has answered', { page: page() }, undefined],
];

describe('why nothing is marked', () => {
  test.each(TABLE)('%s', (_name, given, why) => expect(whyNothing(facts(given))).toBe(why));

  test('the table knows every reason', () => {
    expect([...new Set(TABLE.flatMap(([, , why]) => why ?? []))].sort()).toEqual([...WHYS].sort());
  });
});

test.each([
  ['https://news.example/a', 'https://news.example/*'],
  ['http://news.example:8080/', 'http://news.example/*'],
  ['chrome://settings', undefined],
  ['', undefined],
])('the pattern of %s', (url, pattern) => expect(sitePattern(url)).toBe(pattern));
