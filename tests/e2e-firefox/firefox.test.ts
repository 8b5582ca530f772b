/** The main job in a real Firefox, and what only Firefox does: the panel docks in the page where a click there can open no sidebar. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { FIREFOX_ORIGIN } from '../../scripts/launch-firefox.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';
import { marksOf, unmarked } from '../support/extension.ts';
import { type Firefox, startFirefox } from '../support/firefox.ts';

const [sample, unrelated] = ['verdict-2025-sample', 'no-sports'].map((wanted) => fixtureArticles().find(({ id }) => id === wanted));
if (!sample || !unrelated) throw new Error('A fixture article is missing.');

const WAIT = { polling: 100, timeout: 60_000 };
/** Where the chip's words are, and where the docked panel is, in a window of 1280 × 900. */
const CHIP = { x: 1130, y: 866 };
const PANEL = { x: 900, y: 0, width: 360, height: 880 };

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await startFirefox([
    ['/article', articlePage(sample)],
    ['/strict', articlePage(sample)],
    ['/unrelated', articlePage(unrelated)],
    [
      '/thief',
      `<!doctype html><title>Thief</title><style>*{margin:0;border:0}</style><iframe width="400" height="400" src="${FIREFOX_ORIGIN}/sidepanel.html?ticket=2.x"></iframe>`,
    ],
  ]);
  firefox.server.headers.set('/strict', { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'" });
  page = await firefox.open('/article');
  await page.waitForFunction(() => CSS.highlights.size > 0, WAIT);
});
afterAll(() => firefox?.close());

/** The first words of a kind on the page, in px of the viewport, from their middle. */
const wordsOf = (of: Page, kind: string) =>
  of.evaluate((prefix) => {
    const ranges = [...CSS.highlights].filter(([name]) => name.startsWith(prefix)).flatMap(([, highlight]) => [...highlight] as Range[]);
    const { x, y, width, height } = ranges.map((range) => range.getBoundingClientRect()).sort((a, b) => a.y - b.y)[0] ?? new DOMRect();
    return { x, y, width, height };
  }, `allegedly-${kind}-`);
/** Whether our element is what a pointer would meet there. */
const isOurs = (of: Page, { x, y }: { x: number; y: number }) =>
  of.waitForFunction((at) => document.elementFromPoint(at.x, at.y)?.localName === 'allegedly-chip', WAIT, { x, y });

describe('an article about the case', () => {
  test('is marked in its kinds, and not touched', async () => {
    const kinds = new Set(Object.keys(await marksOf(page)).map((name) => name.split('-')[1]));
    expect([...kinds]).toEqual(expect.arrayContaining(['claim', 'denial', 'demand', 'finding']));
    expect(await page.evaluate(() => [document.body.querySelectorAll('allegedly-chip').length, document.querySelectorAll('allegedly-chip').length])).toEqual([
      0, 1,
    ]);
  });

  test('shows its card over the words that the pointer rests on', async () => {
    const { x, y } = await wordsOf(page, 'denial');
    await page.mouse.move(x + 20, y + 8);
    await page.mouse.move(x + 24, y + 9);
    await isOurs(page, { x: x + 30, y: y - 40 });
    expect(await page.evaluate(() => [...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-active')))).toBe(true);
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 5);
  });

  test('is in the sidebar’s page, from which a statement leads to its words', async () => {
    const panel = await firefox.openOwn('sidepanel', page);
    await panel.waitForSelector('.statement');
    expect((await panel.$$('.statement')).length).toBeGreaterThan(20);
    await panel.$eval('.statement .words', (words) => (words as HTMLElement).click());
    await page.waitForFunction(() => CSS.highlights.has('allegedly-flash'), WAIT);
    await panel.close();
  });

  test('loses its marks with the switch of the popup, to the last pixel, and gets them back', async () => {
    await page.bringToFront();
    const { x, y, width, height } = await wordsOf(page, 'finding');
    const clip = { x, y, width, height: height + 8 };
    const inkOn = await firefox.ink(page, clip);
    const popup = await firefox.openOwn('popup', page);
    await popup.waitForSelector('.switch:not([disabled])');
    await popup.$eval('.switch', (each) => (each as HTMLElement).click());
    await unmarked(page);
    await page.bringToFront();
    const inkOff = await firefox.ink(page, clip);
    expect(inkOff).toBeLessThan(inkOn);
    await popup.$eval('.switch', (each) => (each as HTMLElement).click());
    await marksOf(page);
    await popup.close();
  });
});

test('a page about something else is left alone', async () => {
  const other = await firefox.open('/unrelated');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await other.evaluate(() => [CSS.highlights.size, document.querySelectorAll('allegedly-chip').length])).toEqual([0, 0]);
  await other.close();
});

describe('the sidebar', () => {
  test.each(['/article', '/strict'])('docks in the page for a click on the chip, and moves nothing (%s)', async (path) => {
    const own = path === '/article' ? page : await firefox.open(path);
    await own.bringToFront();
    await own.waitForFunction(() => CSS.highlights.size > 0, WAIT);
    await isOurs(own, CHIP);
    const before = await own.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('h1')?.getBoundingClientRect().x]);
    await own.mouse.click(CHIP.x, CHIP.y);
    await isOurs(own, { x: 1000, y: 400 });
    await expect.poll(() => firefox.ink(own, PANEL), { timeout: 60_000, interval: 500 }).toBeGreaterThan(5_000);
    expect(await own.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('h1')?.getBoundingClientRect().x])).toEqual(before);
    // The page learns neither that there is a frame nor where it is from.
    expect(await own.evaluate(() => [window.length, performance.getEntries().filter(({ name }) => name.startsWith('moz-extension')).length])).toEqual([0, 0]);
    if (own !== page) await own.close();
  });

  test('docked, knows its page, its cases and trouble with the store, and offers nothing that saves or deletes', async () => {
    const frame = page.frames()[1];
    if (!frame) throw new Error('The panel is not docked.');
    await frame.waitForSelector('.statement');
    const tabs = await frame.$$eval('[role="tab"]', (all) => all.map((each) => each.textContent));
    expect(tabs).toHaveLength(3);
    await frame.$eval('.statement .words', (words) => (words as HTMLElement).click());
    await page.waitForFunction(() => CSS.highlights.has('allegedly-flash'), WAIT);
    await frame.$$eval('[role="tab"]', (all) => (all[1] as HTMLElement).click());
    await frame.waitForSelector('.case-choice select');
    expect((await frame.$$('.case-choice option')).length).toBeGreaterThan(1);
    await firefox.noteStoreTrouble('full');
    await frame.waitForSelector('.store-notice');
    expect(await frame.$$('.store-notice button')).toEqual([]);
    await firefox.noteStoreTrouble(undefined);
    await frame.waitForSelector('.store-notice', { hidden: true });
  });

  test('shows nothing to a page that frames it by itself', async () => {
    const thief = await firefox.open('/thief');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await firefox.ink(thief, { x: 0, y: 0, width: 400, height: 400 })).toBe(0);
    await thief.close();
  });

  test('is the browser’s own from the popup', async () => {
    const popup = await firefox.openOwn('popup', page);
    expect(await firefox.isSidebarOpen()).toBe(false);
    await popup.click('#open-sidebar');
    await expect.poll(() => firefox.isSidebarOpen(), { timeout: 30_000 }).toBe(true);
    await popup.close();
    await firefox.window.hideSidebar();
  });

  test('opens from the context menu, which adds the words that are selected as a statement', async () => {
    await page.bringToFront();
    const words = await page.evaluate(() => {
      const heading = document.querySelector('h1');
      const range = document.createRange();
      if (heading) range.selectNodeContents(heading);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      const { x, y } = range.getBoundingClientRect();
      return { exact: range.toString(), x, y };
    });
    await page.mouse.click(words.x + 20, words.y + 12, { button: 'right' });
    await firefox.window.chooseEntry('add:demand');
    await expect.poll(() => firefox.isSidebarOpen(), { timeout: 30_000 }).toBe(true);
    const isMarked = (exact: string) =>
      [...CSS.highlights].some(([name, all]) => name.startsWith('allegedly-demand') && [...all].some((range) => (range as Range).toString() === exact));
    await page.waitForFunction(isMarked, WAIT, words.exact);
  });
});

test('options and welcome open, and no script of ours has met an error anywhere', async () => {
  for (const [name, last] of [
    ['options', '#shortcuts kbd'],
    ['welcome', '#open-options'],
  ] as const) {
    const own = await firefox.openOwn(name, page);
    await own.waitForSelector(last);
    await own.close();
  }
  expect(await firefox.window.errors()).toEqual([]);
  // And such errors are seen.
  const own = await firefox.openOwn('options', page);
  await own.evaluate(() => void Promise.reject(new Error('On purpose')));
  await expect.poll(() => firefox.window.errors()).toEqual([expect.stringContaining('On purpose')]);
  await own.close();
});

test('what was read, and a choice, outlive the browser', async () => {
  const popup = await firefox.openOwn('popup', page);
  await popup.waitForSelector('.switch:not([disabled])');
  await popup.$eval('.switch', (each) => (each as HTMLElement).click());
  await unmarked(page);
  firefox = await firefox.restart();
  const again = await firefox.open('/article');
  const panel = await firefox.openOwn('sidepanel', again);
  await panel.waitForSelector('.statement', { timeout: 60_000 });
  expect(await again.evaluate(() => CSS.highlights.size)).toBe(0);
});
