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

/** What tests call of the extension's interface, in its worker, and of the browser's own settings page. */
declare const chrome: {
  permissions: { getAll(): Promise<{ origins?: string[] }>; remove(some: { origins: string[] }): Promise<boolean> };
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
});
