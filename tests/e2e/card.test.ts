import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { sidePanel, tabIdOf, workerTarget } from '../../scripts/launch-extension.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension } from '../support/extension.ts';
import { clickOwn, eventually, hover, markAt, openCard, ownElements, withoutCard } from '../support/own-root.ts';

const article = fixtureArticles().find(({ id }) => id === 'quadranet-2020-tech');
if (!article) throw new Error('A fixture article is missing.');
const DENIAL = 'does not operate the Pegasus software';
const CLAIM = 'one address belonging to the hosting company';

let extension: Extension;
let page: Page;
beforeAll(async () => {
  extension = await startExtension([['/early', articlePage(article)]]);
  page = await extension.open('/early');
  await marksOf(page);
});
afterAll(() => extension?.close());
beforeEach(() => withoutCard(page));

declare const chrome: { tabs: { sendMessage(tabId: number, message: unknown, options: object): Promise<unknown> } };

/** As the keyboard command does it: the browser gives keyboard commands to no test. */
async function step(by: 1 | -1): Promise<unknown> {
  const tabId = await tabIdOf(extension.browser, page.url());
  const worker = await (await workerTarget(extension.browser)).worker();
  return worker?.evaluate(
    (id, direction) => chrome.tabs.sendMessage(id, { allegedly: 1, message: 'mark.step', body: { by: direction } }, { frameId: 0 }),
    tabId,
    by,
  );
}

describe('what a card of a 2020 denial says', () => {
  test('speaker and side, kind, manner, the words that make it one, the other side, what was found later, the event', async () => {
    const { card } = await hover(page, DENIAL);
    expect(card.attributes).toMatchObject({ role: 'dialog', 'aria-label': 'Denial, NSO Group' });
    for (const part of [
      /Denial/,
      /NSO Group/,
      /Defendant/,
      /quoted/i,
      /Marked because of ?It.*repeated/,
      /The other side/,
      /Found later · December 20, 2024/,
      /Timeline/,
    ])
      expect(card.text).toMatch(part);
  });
});

describe('it behaves (WCAG 1.4.13)', () => {
  test('never covers its words, and sets them off', async () => {
    for (const words of [DENIAL, CLAIM]) {
      await withoutCard(page);
      const { card, mark } = await hover(page, words);
      const { box } = card;
      expect(box).toBeDefined();
      for (const line of mark.lines)
        expect(box && box.left < line.right && box.right > line.left && box.top < line.bottom && box.bottom > line.top).toBe(false);
      expect(await page.evaluate(() => [...(CSS.highlights.get('allegedly-active-light') ?? [])].map(String).join(''))).toContain(words);
    }
  });

  test('stays while the pointer is on it, goes when it has left', async () => {
    const { card } = await hover(page, DENIAL);
    const { box } = card;
    if (!box) throw new Error('The card has no place.');
    await page.mouse.move(box.left + 40, box.top + 40, { steps: 4 });
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await openCard(page)).toBeDefined();
    await page.mouse.move(2, 2);
    await eventually(async () => !(await openCard(page)));
    expect(await page.evaluate(() => CSS.highlights.has('allegedly-active-light'))).toBe(false);
  });

  test('Esc dismisses it', async () => {
    await hover(page, CLAIM);
    await page.keyboard.press('Escape');
    expect(await openCard(page)).toBeUndefined();
  });

  test('the page keeps focus, clicks and what is selected and copied', async () => {
    await page.evaluate((words) => {
      const host = [...document.querySelectorAll('p')].find((each) => each.textContent?.includes(words));
      host?.addEventListener('click', () => Object.assign(window, { clicked: true }), { once: true });
    }, CLAIM);
    const { mark } = await hover(page, CLAIM);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    const line = mark.lines[0];
    await page.mouse.click((line?.left ?? 0) + 30, ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2);
    expect(await page.evaluate(() => (window as unknown as { clicked?: boolean }).clicked)).toBe(true);
    const selected = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('article') as Element);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      const text = getSelection()?.toString() ?? '';
      getSelection()?.removeAllRanges();
      return text;
    });
    expect(selected).toContain(CLAIM);
    expect(selected).not.toMatch(/Found later|Not a statement/);
  });
});

describe('by keyboard', () => {
  test('next and before go through all marks in order, say so, and give the focus back', async () => {
    await page.evaluate(() => {
      scrollTo(0, 0);
      (document.querySelector('nav a') as HTMLElement).focus();
    });
    expect(await step(1)).toEqual({ ok: true, body: { isFound: true } });
    const first = await eventually(async () => {
      const card = await openCard(page);
      return card?.text ? card : undefined;
    });
    expect(first.text).toMatch(/1 of \d+/);
    await eventually(async () => page.evaluate(() => document.activeElement?.tagName === 'ALLEGEDLY-CHIP'));
    const said = (await ownElements(page)).find(({ attributes }) => attributes['role'] === 'status')?.text;
    expect(said).toMatch(/^Claim, .*: NSO ran WhatsApp attacks.* 1 of \d+$/);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ALLEGEDLY-CHIP');
    await page.keyboard.press('n');
    const shows = (text: string) => eventually(async () => (await openCard(page))?.text.includes(text), text);
    await shows('2 of ');
    await page.keyboard.press('p');
    await shows('1 of ');
    await step(-1);
    const total = /1 of (\d+)/.exec(first.text)?.[1];
    await shows(`${total} of ${total}`);
    await page.keyboard.press('Escape');
    expect(await openCard(page)).toBeUndefined();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('News');
  });

  test('keys typed into the card do not reach the page’s shortcuts', async () => {
    await page.evaluate(() => document.addEventListener('keydown', ({ key }) => Object.assign(window, { heard: key })));
    await step(1);
    await eventually(async () => page.evaluate(() => document.activeElement?.tagName === 'ALLEGEDLY-CHIP'));
    await page.keyboard.press('n');
    expect(await page.evaluate(() => (window as unknown as { heard?: string }).heard)).toBeUndefined();
  });
});

describe('corrections', () => {
  test('“not a statement” takes the mark away, and undo brings it back', async () => {
    const number = async () => Object.entries(await marksOf(page)).flatMap(([name, words]) => (name.includes('-active-') ? [] : words)).length;
    const before = await number();
    await hover(page, DENIAL);
    await clickOwn(page, 'Not a statement');
    await eventually(async () => (await number()) < before);
    await clickOwn(page, 'Undo');
    await eventually(async () => (await number()) === before);
    await markAt(page, DENIAL);
  });

  test('another kind repaints the mark and changes the card', async () => {
    await hover(page, CLAIM);
    await clickOwn(page, 'Correct');
    await eventually(async () => (await ownElements(page)).find(({ tag }) => tag === 'select'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Fin');
    await eventually(async () => (await openCard(page))?.attributes['aria-label']?.startsWith('Finding'));
    expect(Object.entries(await marksOf(page)).some(([name, words]) => name.startsWith('allegedly-finding') && words.join().includes(CLAIM))).toBe(true);
  });
});

test('its event opens the real side panel at that event', async () => {
  await hover(page, DENIAL);
  const link = (await ownElements(page)).find(({ attributes }) => attributes['class'] === 'event');
  expect(link?.box).toBeDefined();
  const title = link?.text.replace(/^\w+ \d+, \d{4} ?|^\w+ \d{4} ?/, '');
  await page.mouse.click((link?.box?.left ?? 0) + 60, ((link?.box?.top ?? 0) + (link?.box?.bottom ?? 0)) / 2);
  const panel = await sidePanel(extension.browser);
  await panel.waitForFunction((wanted) => document.activeElement?.querySelector('h3')?.textContent === wanted, { timeout: 20_000 }, title);
});
