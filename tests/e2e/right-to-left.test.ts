/** A browser in Hebrew: the messages are Hebrew, and every view runs from right to left. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension } from '../support/extension.ts';
import { hover } from '../support/own-root.ts';

const article = fixtureArticles().find(({ id }) => id === 'quadranet-2020-tech');
if (!article) throw new Error('A fixture article is missing.');

let extension: Extension;
let page: Page;
beforeAll(async () => {
  extension = await startExtension([['/early', articlePage(article)]], undefined, undefined, 'he');
  page = await extension.open('/early');
  await marksOf(page);
});
afterAll(() => extension?.close());

/** Language and direction of a page, whether what it says is Hebrew, and whether it runs over its edge. */
const looked = async (own: Page, ready: string) => {
  await own.waitForSelector(ready);
  return own.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    isHebrew: /\p{Script=Hebrew}/u.test(document.body.textContent ?? ''),
    isOverflowing: document.documentElement.scrollWidth > innerWidth,
  }));
};
const HEBREW = { lang: 'he', dir: 'rtl', isHebrew: true, isOverflowing: false };

const openOwn = async (name: string) => {
  const own = await extension.browser.newPage();
  await own.goto(`${extension.origin}/${name}.html`);
  return own;
};

test.each<[string, () => Promise<Page>, string]>([
  ['sidebar', () => extension.openPanelFor(page), '.statement'],
  ['popup', () => extension.openPopupFor(page), 'main'],
  ['options', () => openOwn('options'), 'main'],
  ['welcome', () => openOwn('welcome'), 'main'],
])('%s', async (_name, open, ready) => {
  const own = await open();
  try {
    expect(await looked(own, ready)).toEqual(HEBREW);
  } finally {
    await own.close();
  }
});

test('the card, on a page that runs from left to right', async () => {
  await page.bringToFront();
  const { card } = await hover(page, 'does not operate the Pegasus software');
  expect(card.attributes).toMatchObject({ dir: 'rtl' });
  expect(card.text).toMatch(/\p{Script=Hebrew}/u);
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('');
});
