import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundledCases } from '../../cases/bundled.ts';
import { articlePage } from '../../scripts/article-page.ts';
import { fillStore, generateStore } from '../../scripts/generate-store.ts';
import { sampleArticle } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension } from '../support/extension.ts';

const sample = sampleArticle();
const caseFile = bundledCases().find(({ id }) => id === 'whatsapp-v-nso');
if (!caseFile) throw new Error('The case is missing.');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = ['article', 'timeline', 'disputes', 'library'] as const;
const store = generateStore(caseFile, { articles: 300, statements: 5_000 });

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
  await fillStore(panel, store);
  await panel.reload();
  await panel.waitForSelector('.statement');
});
afterAll(() => extension?.close());

const click = (selector: string) => panel.waitForSelector(selector).then((element) => element?.evaluate((each) => (each as HTMLElement).click()));
const show = async (view: (typeof VIEWS)[number]) => {
  await click(`#tab-${view}`);
  await panel.waitForSelector(`#panel-${view}:not([hidden])`);
};
const say = (text: string) => panel.waitForFunction((wanted) => document.body.textContent?.includes(wanted), { polling: 100 }, text);
const search = async (words: string) => {
  await panel.$eval(
    '.library-head input',
    (input, value) => {
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    words,
  );
};

describe('a store of 300 articles and 5,000 statements', () => {
  test('the library lists every article, with only a few rows in the page', async () => {
    await show('library');
    await say('301 articles');
    await panel.waitForSelector('.library-row h2');
    expect((await panel.$$('.library-row')).length).toBeLessThan(60);
    await panel.$eval('#panel-library', (scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await panel.waitForSelector('li[aria-posinset="301"] .library-row h2');
    await panel.$eval('#panel-library', (scroller) => scroller.scrollTo(0, 0));
  });

  test('a search finds every statement that holds the words', async () => {
    await search('source code exhibits');
    const expected = store.statements.filter(({ words }) => ['source', 'code', 'exhibits'].every((word) => words.includes(word))).length;
    await say(`${new Intl.NumberFormat('en').format(expected)} results`);
    expect(await panel.$$eval('.library-row mark', (marks) => new Set(marks.map((mark) => mark.textContent)).size)).toBe(3);
    await search('');
  });

  test('facets narrow, and count what is left', async () => {
    await click('.facets > summary');
    await click('.facet-list .chip');
    const chip = await panel.$eval('.facet-list .chip[aria-pressed="true"]', (element) => element.textContent ?? '');
    await say(`${/\d+$/.exec(chip)?.[0]} article`);
    await click('.facet-list .chip[aria-pressed="true"]');
    await say('301 articles');
  });

  test('a note is kept, found and seen', async () => {
    await click('.library-row .add-note');
    await panel.waitForSelector('.note-form textarea');
    await panel.type('.note-form textarea', 'zebra crossing');
    await click('.note-form button[type="submit"]');
    await panel.waitForFunction(() => document.querySelector('.library-row .note')?.textContent?.endsWith('zebra crossing'), { polling: 100 });
    await search('zebra');
    await say('1 result');
    await search('');
    await say('301 articles');
  });

  test('an article that is deleted is gone from the list', async () => {
    await click('li[aria-posinset="1"] .delete-article');
    await click('li[aria-posinset="1"] .row-actions .button');
    await say('300 articles');
    // The next article has come to its place; it is not asked about.
    await panel.waitForFunction(() => document.querySelector('li[aria-posinset="1"] .delete-article') !== null, { polling: 100 });
    expect(await panel.$('.library-row [role="alert"]')).toBeNull();
  });

  test('a dispute shows both sides, and the same statement in several outlets once', async () => {
    await show('disputes');
    await click('.dispute > summary');
    await panel.waitForSelector('.same-statement details');
    expect(await panel.$$eval('.position', (positions) => new Set(positions.map((each) => each.getAttribute('data-side'))).size)).toBeGreaterThan(1);
    await click('.same-statement details summary');
    expect(await panel.$eval('.same-statement details[open] .likeness', (element) => element.textContent)).toMatch(/verbatim|trimmed|in other words/);
  });

  test('the timeline counts what was read about each event, and shows it', async () => {
    await show('timeline');
    await panel.waitForSelector('.stored summary');
    await click('.stored summary');
    await panel.waitForSelector('.event .same-statement');
    const box = await (await panel.$('.overview-picture'))?.boundingBox();
    if (!box) throw new Error('There is no picture of the whole.');
    await panel.mouse.move(box.x + box.width * 0.3, box.y + box.height - 10);
    await panel.mouse.down();
    await panel.mouse.move(box.x + box.width * 0.6, box.y + 10, { steps: 3 });
    await panel.mouse.up();
    await panel.waitForSelector('.timeline-head .link');
    // The years stand in the picture, and are not to be taken for text.
    expect(await panel.evaluate(() => getSelection()?.toString())).toBe('');
    await click('.timeline-head .link');
    await panel.$eval('.overview-range input', (input) => {
      (input as HTMLInputElement).value = String(2024 * 12);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await say('January 2024 to');
    const first = await panel.$eval('.event time', (time) => time.getAttribute('datetime') ?? '');
    expect(first >= '2024').toBe(true);
    await click('.timeline-head .link');
  });

  test('a backup is saved, and an import says what it would change before it does', async () => {
    await show('library');
    const folder = mkdtempSync(join(tmpdir(), 'allegedly-export-'));
    const session = await panel.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await click('.data-tools > summary');
    await click('#export');
    let files: string[] = [];
    for (let tries = 0; tries < 200 && !files.some((file) => file.endsWith('.json')); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      files = readdirSync(folder);
    }
    const file = join(folder, files.find((each) => each.endsWith('.json')) ?? '');
    const input = await panel.$('.data-tools input[type="file"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await panel.waitForSelector('.import-plan');
    expect(await panel.$eval('.import-plan', (plan) => plan.textContent)).toContain('Everything in this file is here already');
  });
});

const LOOKS = ['light', 'dark', 'right to left', 'forced colours'] as const;

describe('accessible', () => {
  const violations = async () => {
    await panel.evaluate(AXE);
    return panel.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
      return (await axe.run()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`)[0]}`,
      );
    });
  };
  test.each(LOOKS.flatMap((look) => VIEWS.map((view) => [view, look] as const)))('%s, %s', async (view, look) => {
    await panel.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: look === 'dark' ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: look === 'forced colours' ? 'active' : 'none' },
    ]);
    await panel.evaluate(
      (direction) => {
        document.documentElement.dir = direction;
      },
      look === 'right to left' ? 'rtl' : 'ltr',
    );
    await show(view);
    expect(await violations()).toEqual([]);
    const lines = await panel.$$eval('[role="tab"]', (tabs) => tabs.map((tab) => [tab.ariaSelected, getComputedStyle(tab).borderBlockEndColor]));
    expect(lines.filter(([, line]) => line === lines.find(([isSelected]) => isSelected === 'true')?.[1])).toHaveLength(1);
    // Nothing may stick out at the narrowest width, or when text is twice as large.
    for (const [width, size] of [
      [320, '100%'],
      [400, '200%'],
    ] as const) {
      await panel.setViewport({ width, height: 900 });
      const excess = await panel.evaluate(
        (rootSize, id) => {
          document.documentElement.style.fontSize = rootSize;
          const scroller = document.getElementById(`panel-${id}`);
          const found = scroller ? scroller.scrollWidth - scroller.clientWidth : 0;
          document.documentElement.style.fontSize = '';
          return found;
        },
        size,
        view,
      );
      expect(excess).toBeLessThanOrEqual(1);
    }
    await panel.setViewport({ width: 400, height: 900 });
  });
});
