import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { workerTarget } from '../../scripts/launch-extension.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';
import { type Extension, markedWords, marksOf, startExtension, unmarked } from '../support/extension.ts';

const CHOSEN = ['verdict-2025-sample', 'injunction-2025', 'quadranet-2020-tech'];
const articles = fixtureArticles().filter(({ id }) => CHOSEN.includes(id));

let extension: Extension;
beforeAll(async () => {
  extension = await startExtension(articles.map((article, index) => [`/${index}`, articlePage(article)] as const));
});
afterAll(() => extension?.close());

const SCOPES = { page: 0, site: 1, everywhere: 2 } as const;

/** Sets a switch of the popup that speaks of a page. */
async function set(page: Page, scope: keyof typeof SCOPES, isOn: boolean): Promise<void> {
  const popup = await extension.openPopupFor(page);
  await popup.waitForSelector('.switch:not([disabled])');
  const target = (await popup.$$('.switch'))[SCOPES[scope]];
  if ((await target?.evaluate((each) => each.getAttribute('aria-checked'))) !== String(isOn)) await target?.click();
  await popup.waitForFunction(
    (index, wanted) => document.querySelectorAll('.switch')[index]?.getAttribute('aria-checked') === wanted,
    {},
    SCOPES[scope],
    String(isOn),
  );
  await popup.close();
}

describe('switching annotations reaches every open tab at once, and comes back', () => {
  let first: Page;
  let sameSite: Page;
  let otherSite: Page;
  let words: string[];
  beforeAll(async () => {
    // Each while it is in front: hidden pages are given little time on a busy machine.
    first = await extension.open('/0');
    words = [await markedWords(first)];
    sameSite = await extension.open('/1');
    words.push(await markedWords(sameSite));
    otherSite = await extension.open('/2', 'other.example');
    words.push(await markedWords(otherSite));
  });

  test.each([
    ['page', [false, true, true]],
    ['site', [false, false, true]],
    ['everywhere', [false, false, false]],
  ] as const)('%s', async (scope, marked) => {
    const pages = [first, sameSite, otherSite];
    await set(first, scope, false);
    for (const [index, page] of pages.entries()) {
      if (marked[index]) expect(await markedWords(page)).toBe(words[index]);
      else await unmarked(page);
      expect(await page.evaluate(() => document.querySelectorAll('allegedly-chip').length)).toBe(marked[index] ? 1 : 0);
    }
    await set(first, scope, true);
    for (const [index, page] of pages.entries()) expect(await markedWords(page)).toBe(words[index]);
  });
});

describe('the worker is killed', () => {
  const kill = async () => {
    const target = await workerTarget(extension.browser);
    await (await target.worker())?.close();
  };
  let page: Page;
  beforeEach(async () => {
    page = await extension.open('/0');
    await marksOf(page);
    await kill();
  });

  test('the next article is read all the same', async () => {
    const next = await extension.open('/1');
    expect(Object.keys(await marksOf(next)).length).toBeGreaterThan(1);
    await next.close();
  });

  test('popup and sidebar still know the page that was read before', async () => {
    const panel = await extension.openPanelFor(page);
    await panel.waitForSelector('.statement');
    await panel.close();
  });

  test('a switch still works', async () => {
    await set(page, 'page', false);
    await unmarked(page);
    await set(page, 'page', true);
    await marksOf(page);
  });
});

test('the choice survives a restart of the browser, and what was read does too', async () => {
  const page = await extension.open('/0');
  await marksOf(page);
  await set(page, 'page', false);
  await unmarked(page);
  extension = await extension.restart();
  const again = await extension.open('/0');
  const other = await extension.open('/1');
  await marksOf(other);
  expect(await again.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
  const panel = await extension.openPanelFor(again);
  await panel.waitForSelector('.statement');
  expect(await panel.$eval('.missing', (note) => note.textContent)).toContain('off');
  await set(again, 'page', true);
  await marksOf(again);
});
