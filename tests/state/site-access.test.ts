/** What is asked of the browser, and what is given back, for each answer to "where may it read?". The browser's permissions are played by a set. */
import { beforeEach, describe, expect, test, vi } from 'vitest';

const played = vi.hoisted(() => ({ granted: new Set<string>(), says: true, asked: [] as string[][] }));

vi.mock('wxt/browser', () => ({
  browser: {
    permissions: {
      getAll: async () => ({ origins: [...played.granted] }),
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => played.granted.has(origin)),
      request: async ({ origins }: { origins: string[] }) => {
        played.asked.push(origins);
        if (played.says) for (const origin of origins) played.granted.add(origin);
        return played.says;
      },
      remove: async ({ origins }: { origins: string[] }) => {
        for (const origin of origins) played.granted.delete(origin);
        return true;
      },
    },
    runtime: { getManifest: () => ({}) },
  },
}));

const { chooseOnClick, giveBackSite, grantedOrigins, requestAllSites, requestOutlets, requestSite } = await import('../../state/site-access.ts');
const { ALL_SITES, patternsOf } = await import('../../model/site-access.ts');

const of = (...domains: string[]) => domains.flatMap((domain) => patternsOf(domain)).sort();
const granted = async () => (await grantedOrigins()).sort();

beforeEach(() => {
  played.granted = new Set();
  played.says = true;
  played.asked = [];
});

type Row = readonly [what: string, before: readonly string[], choose: () => Promise<unknown>, after: readonly string[]];

describe('the reader agrees', () => {
  test.each<Row>([
    ['all sites', [], requestAllSites, [...ALL_SITES].sort()],
    ['these outlets', [], () => requestOutlets(['a.example', 'b.example']), of('a.example', 'b.example')],
    ['these outlets, where all sites were granted', [...ALL_SITES], () => requestOutlets(['a.example']), of('a.example')],
    ['these outlets, where another was granted', of('c.example'), () => requestOutlets(['a.example']), of('a.example')],
    ['a list that names none', of('c.example'), () => requestOutlets(['not a domain']), []],
    ['one site more', of('c.example'), () => requestSite('https://a.example/story'), of('a.example', 'c.example')],
    ['only when I click', of('a.example', 'b.example'), chooseOnClick, []],
    ['one site back', of('a.example', 'b.example'), () => giveBackSite('a.example'), of('b.example')],
  ])('%s', async (_what, before, choose, after) => {
    played.granted = new Set(before);
    await choose();
    expect(await granted()).toEqual(after);
  });
});

describe('the reader refuses: everything stays as it was', () => {
  test.each<Row>([
    ['all sites', of('a.example'), requestAllSites, of('a.example')],
    ['these outlets', of('c.example'), () => requestOutlets(['a.example']), of('c.example')],
    ['one site more', of('c.example'), () => requestSite('a.example'), of('c.example')],
  ])('%s', async (_what, before, choose, after) => {
    played.granted = new Set(before);
    played.says = false;
    expect(await choose()).toBe(false);
    expect(played.asked).toHaveLength(1);
    expect(await granted()).toEqual(after);
  });
});

test('the browser is asked in the very turn of the click, with nothing awaited before', () => {
  void requestAllSites();
  void requestOutlets(['a.example']);
  void requestSite('a.example');
  expect(played.asked).toHaveLength(3);
});
