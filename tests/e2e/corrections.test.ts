import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { sampleArticle } from '../fixtures/articles/load.ts';
import { type Extension, markedWords, marksOf, startExtension } from '../support/extension.ts';

const sample = sampleArticle();
/** Words of the sample that are no statement. */
const PLAIN = 'The trial opened a window on an industry';

let extension: Extension;
let page: Page;
let panel: Page;
beforeAll(async () => {
  extension = await startExtension([['/sample', articlePage(sample)]]);
  page = await extension.open('/sample');
  await marksOf(page);
  panel = await extension.openPanelFor(page);
  await panel.setViewport({ width: 400, height: 900 });
  await panel.waitForSelector('.statement');
});
afterAll(() => extension?.close());

const cards = () => panel.$$eval('.statement', (each) => each.map((card) => `${card.getAttribute('data-kind')}: ${card.querySelector('.words')?.textContent}`));
const openForm = async () => {
  await panel.$eval('.statement .correct-toggle', (button) => button.getAttribute('aria-expanded') === 'true' || (button as HTMLElement).click());
  await panel.waitForSelector('.statement .correct-fields');
};
const turn = (id: 'undo' | 'redo') =>
  panel.waitForSelector(`#${id}:not([disabled])`).then((button) => button?.evaluate((each) => (each as HTMLElement).click()));

describe('what a reader puts right in the sidebar', () => {
  test('a kind: in the list, on the page, and still so after the page was read again', async () => {
    const [first = ''] = await cards();
    await openForm();
    await panel.select('.statement .correct-fields select', 'no-comment');
    await panel.waitForSelector('.statement[data-kind="no-comment"]');
    const words = first.replace(/^[\w-]+: /, '');
    await page.bringToFront();
    await page.waitForFunction(
      (wanted) =>
        [...CSS.highlights]
          .filter(([name]) => name.includes('no-comment'))
          .flatMap(([, highlight]) => [...highlight])
          .some((range) => wanted.includes(range.toString().trim().slice(0, 20))),
      { polling: 100 },
      words,
    );
    await page.reload();
    await marksOf(page);
    await panel.bringToFront();
    await panel.waitForFunction((wanted) => document.querySelector('.statement')?.textContent?.includes(wanted), { polling: 100 }, words);
    expect((await cards())[0]).toBe(`no-comment: ${words}`);
  });

  test('undo takes it back, redo does it again', async () => {
    const corrected = await cards();
    await turn('undo');
    await panel.waitForFunction(() => document.querySelector('.statement')?.getAttribute('data-kind') !== 'no-comment', { polling: 100 });
    await turn('redo');
    await panel.waitForFunction(() => document.querySelector('.statement')?.getAttribute('data-kind') === 'no-comment', { polling: 100 });
    expect(await cards()).toEqual(corrected);
    await turn('undo');
  });

  test('what is no statement goes from the list and from the page', async () => {
    const before = await cards();
    await openForm();
    await panel.$eval('.statement .dismiss', (button) => (button as HTMLElement).click());
    await panel.waitForFunction((number) => document.querySelectorAll('.statement').length === number - 1, { polling: 100 }, before.length);
    expect(await cards()).toEqual(before.slice(1));
    await turn('undo');
    await panel.waitForFunction((number) => document.querySelectorAll('.statement').length === number, { polling: 100 }, before.length);
  });

  test('words selected on the page become a statement', async () => {
    expect(await markedWords(page)).not.toContain(PLAIN);
    await page.evaluate((words) => {
      const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) => textContent?.includes(words));
      const node = paragraph?.firstChild;
      if (node) getSelection()?.setBaseAndExtent(node, 0, node, words.length);
    }, PLAIN);
    await panel.$eval('.journal summary', (summary) => (summary as HTMLElement).click());
    await panel.waitForSelector('#add-statement');
    await panel.$eval('#add-statement', (button) => (button as HTMLElement).click());
    await panel.waitForFunction((words) => [...document.querySelectorAll('.words')].some(({ textContent }) => textContent === words), { polling: 100 }, PLAIN);
    await page.waitForFunction(
      (words) => [...CSS.highlights.values()].some((highlight) => [...highlight].some((range) => range.toString() === words)),
      { polling: 100 },
      PLAIN,
    );
  });

  test('a note stands with its statement, is found in the library, and can be brought back after it was deleted', async () => {
    const click = (selector: string) => panel.waitForSelector(selector).then((element) => element?.evaluate((each) => (each as HTMLElement).click()));
    const noted = (text: string) =>
      panel.waitForFunction(
        (wanted) => {
          const note = document.querySelector('.statement .note')?.textContent;
          return wanted === '' ? note === undefined : note?.endsWith(wanted);
        },
        { polling: 100 },
        text,
      );
    await click('.statement .note-toggle');
    await panel.waitForSelector('.statement .note-form textarea');
    await panel.type('.statement .note-form textarea', 'ask the zebra');
    await click('.statement .note-form button[type="submit"]');
    await noted('ask the zebra');
    await click('#tab-library');
    await panel.waitForSelector('.library-head input');
    await panel.type('.library-head input', 'zebra');
    await panel.waitForFunction(() => document.querySelector('.library-row .note mark')?.textContent === 'zebra', { polling: 100 });
    await click('#tab-article');
    await click('.statement .delete-note');
    await noted('');
    await click('.said button');
    await noted('ask the zebra');
  });

  test('the statement in view follows the page', async () => {
    await page.bringToFront();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    await page.mouse.move(300, 300);
    await page.mouse.wheel({ deltaY: 60 });
    await panel.waitForSelector('.statement[data-in-view="true"][aria-current="location"]');
    const words = await panel.$eval('.statement[data-in-view="true"] .words', (element) => element.textContent ?? '');
    const isSeen = await page.evaluate((wanted) => {
      const paragraph = [...document.querySelectorAll('p, h1')].find(({ textContent }) => textContent?.replace(/\s+/g, ' ').includes(wanted));
      const box = paragraph?.getBoundingClientRect();
      return box !== undefined && box.bottom > 0 && box.top < innerHeight;
    }, words.split(' … ')[0] ?? '');
    expect(isSeen).toBe(true);
  });
});
