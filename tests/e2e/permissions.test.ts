import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { workerTarget } from '../../scripts/launch-extension.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';
import { type Extension, markedWords, marksOf, startExtension, unmarked } from '../support/extension.ts';
import { eventually } from '../support/own-root.ts';

const ROOT = join(import.meta.dirname, '../..');
const [first, second] = ['verdict-2025-sample', 'injunction-2025'].map((id) => fixtureArticles().find((article) => article.id === id));
if (!first || !second) throw new Error('A fixture article is missing.');
const PAGES = [
  ['/0', articlePage(first)],
  ['/1', articlePage(second)],
] as const;

const WAIT = { timeout: 30_000, polling: 100 } as const;

/** What tests call of the extension's interface, in its worker, and of the browser's own settings page. */
declare const chrome: {
  permissions: {
    getAll(): Promise<{ origins?: string[] }>;
    remove(some: { origins: string[] }): Promise<boolean>;
    request(some: { origins: string[] }): Promise<boolean>;
  };
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
  developerPrivate: {
    updateExtensionConfiguration(update: { extensionId: string; hostAccess: string }): Promise<void>;
    addHostPermission(id: string, host: string): Promise<void>;
    removeHostPermission(id: string, host: string): Promise<void>;
  };
};

/** Sites for which the gate is registered now. */
async function registered({ browser }: Extension): Promise<string[]> {
  const worker = await (await workerTarget(browser)).worker();
  const scripts = await worker?.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  return (scripts ?? []).flatMap(({ matches }) => matches).sort();
}

const registeredFor = (extension: Extension, matches: readonly string[]) =>
  eventually(async () => (await registered(extension)).join(' ') === [...matches].sort().join(' '), `the gate on ${matches.join(' ') || 'no site'}`);

describe('in the browser’s own settings', () => {
  let extension: Extension;
  let settings: Page;
  let news: Page;
  let other: Page;
  let words: string;
  const id = () => extension.origin.split('/').at(-1) ?? '';
  const access = (hostAccess: string) =>
    settings.evaluate((extensionId, value) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: value }), id(), hostAccess);

  beforeAll(async () => {
    extension = await startExtension(PAGES);
    settings = await extension.browser.newPage();
    await settings.goto('chrome://extensions');
    // Each while it is in front: hidden pages are given little time on a busy machine.
    news = await extension.open('/0');
    words = await markedWords(news);
    other = await extension.open('/1', 'other.example');
    await marksOf(other);
  });
  afterAll(() => extension?.close());

  test('withdrawn for every site: open tabs are left without a reload, and nothing is registered', async () => {
    await access('ON_CLICK');
    await registeredFor(extension, []);
    for (const page of [news, other]) {
      await unmarked(page);
      expect(await page.evaluate(() => document.querySelectorAll('allegedly-chip').length)).toBe(0);
    }
    const next = await extension.open('/0');
    // Longer than the gate's second look takes.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await next.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    await next.close();
  });

  test('granted for one outlet: its open tab is marked again without a reload, no other is', async () => {
    await access('ON_SPECIFIC_SITES');
    await settings.evaluate((extensionId) => chrome.developerPrivate.addHostPermission(extensionId, 'http://*.news.example/*'), id());
    await registeredFor(extension, ['http://*.news.example/*']);
    expect(await markedWords(news)).toBe(words);
    expect(await other.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    const part = await extension.open('/1', 'edition.news.example');
    await marksOf(part);
    await part.close();
  });

  test('a page that shows a dialog does not keep others waiting', async () => {
    const rude = await extension.open('/1', 'rude.news.example');
    await marksOf(rude);
    const dialog = new Promise<{ dismiss: () => Promise<void> }>((resolve) => rude.once('dialog', resolve));
    await rude.evaluate(() => void setTimeout(() => alert('Wait')));
    const shown = await dialog;
    await settings.evaluate((extensionId) => chrome.developerPrivate.removeHostPermission(extensionId, 'http://*.news.example/*'), id());
    await registeredFor(extension, []);
    await unmarked(news);
    await access('ON_ALL_SITES');
    await registeredFor(extension, ['http://*/*', 'https://*/*']);
    expect(await markedWords(news)).toBe(words);
    await marksOf(other);
    await shown.dismiss();
    await rude.close();
  });
});

describe('as it is installed: no site is granted', () => {
  let extension: Extension;
  let page: Page;
  beforeAll(async () => {
    const out = 'build/e2e-asked';
    execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build'], { cwd: ROOT, stdio: 'ignore', env: { ...process.env, ALLEGEDLY_OUT: out } });
    extension = await startExtension(PAGES, undefined, join(ROOT, out, 'chrome-mv3'));
    page = await extension.open('/0');
  });
  afterAll(() => extension?.close());

  test('nothing runs in a page', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await registered(extension)).toEqual([]);
    expect(await page.evaluate(() => [[...CSS.highlights.keys()], document.querySelectorAll('allegedly-chip').length])).toEqual([[], 0]);
  });

  test('a click on the toolbar icon, and one in the popup, read just this page', async () => {
    const own = [...(await extension.browser.extensions()).values()][0];
    if (!own) throw new Error('The extension is not there.');
    await page.bringToFront();
    await page.triggerExtensionAction(own);
    const popup = await (await extension.browser.waitForTarget((target) => target.url().endsWith('/popup.html'), { timeout: 20_000 })).asPage();
    await popup.waitForSelector('#read-page:not([disabled])');
    await popup.click('#read-page');
    expect(await markedWords(page)).not.toBe('');
    const next = await extension.open('/1', 'other.example');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await next.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    expect(await registered(extension)).toEqual([]);
    await next.close();
  });

  test('what the click has let in is read again on the same page, and no longer on the next', async () => {
    await page.goto('http://other.example/1');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
  });

  describe('the choice on the welcome page', () => {
    let welcome: Page;
    const ALL = ['http://*/*', 'https://*/*'];
    /** Of what the page has asked of the browser, the origins; the browser's own question cannot be answered by a test. */
    const asked = () => welcome.evaluate(() => (globalThis as unknown as { asked: string[][] }).asked);
    const shown = (mode: string | null) =>
      welcome.waitForFunction((wanted) => document.querySelector('.answer')?.getAttribute('data-mode') === wanted, WAIT, mode);
    const choose = async (mode: string) => {
      await welcome.bringToFront();
      await welcome.click(`.access-choice[data-mode="${mode}"] input`);
    };
    /** Notes what is asked, and has the browser's question answered: `refused` by a no, `asked` by whoever sits before it. */
    const answering = (answer: 'refused' | 'asked') =>
      welcome.evaluate((how) => {
        const { permissions } = chrome;
        const request = permissions.request.bind(permissions);
        const notes = globalThis as unknown as { asked: string[][] };
        notes.asked = [];
        permissions.request = (some) => {
          notes.asked.push(some.origins);
          return how === 'refused' ? Promise.resolve(false) : request(some);
        };
      }, answer);
    const granted = () => welcome.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);

    beforeAll(async () => {
      welcome = await extension.browser.newPage();
      await welcome.goto(`${extension.origin}/welcome.html`);
      await welcome.waitForSelector('.access-choice[data-mode="all-sites"]');
      await page.goto('http://news.example/0');
    });

    test.each(['all-sites', 'outlets'])(
      '%s, refused: nothing is registered or shown as chosen, and the reader is told what works all the same',
      async (mode) => {
        await answering('refused');
        await choose(mode);
        await welcome.waitForFunction(() => document.querySelector('.answer[data-kind="problem"]')?.textContent, WAIT);
        expect(await welcome.$$eval('.access-choice input:checked', ({ length }) => length)).toBe(0);
        expect(await registered(extension)).toEqual([]);
        const [origins = []] = await asked();
        if (mode === 'all-sites') expect(origins).toEqual(ALL);
        else expect(origins.length).toBeGreaterThan(20);
        await welcome.reload();
        await welcome.waitForSelector('.access-choice');
      },
    );

    test('the question left open and the page closed: nothing is registered, and the page asks as before', async () => {
      await answering('asked');
      await choose('all-sites');
      expect(await asked()).toEqual([ALL]);
      await welcome.close();
      expect(await registered(extension)).toEqual([]);
      welcome = await extension.browser.newPage();
      await welcome.goto(`${extension.origin}/welcome.html`);
      await welcome.waitForSelector('.access-choice');
      await shown(null);
    });

    test('only when I click: nothing is asked, and it is shown as chosen', async () => {
      await answering('asked');
      await choose('on-click');
      await shown('on-click');
      expect([await asked(), await granted(), await registered(extension)]).toEqual([[], [], []]);
    });

    test('all sites, granted: the gate is registered at once, and pages that are open are marked without a reload', async () => {
      await grantedBefore(ALL);
      await answering('asked');
      await choose('all-sites');
      await shown('all-sites');
      await registeredFor(extension, ALL);
      await page.bringToFront();
      await marksOf(page);
    });

    test('these outlets, granted: the others are given back, and their pages left at once', async () => {
      await answering('asked');
      await choose('outlets');
      await shown('outlets');
      const [origins = []] = await asked();
      await registeredFor(extension, origins);
      await page.bringToFront();
      await unmarked(page);
    });

    test('and taken back: only when I click', async () => {
      await choose('on-click');
      await shown('on-click');
      await registeredFor(extension, []);
      expect(await granted()).toEqual([]);
    });

    /** What the reader has granted before the browser grants without its question. */
    async function grantedBefore(origins: readonly string[]): Promise<void> {
      const settings = await extension.browser.newPage();
      await settings.goto('chrome://extensions');
      const id = extension.origin.split('/').at(-1) ?? '';
      for (const origin of origins) await settings.evaluate((own, host) => chrome.developerPrivate.addHostPermission(own, host), id, origin);
      await settings.close();
    }
  });
});
