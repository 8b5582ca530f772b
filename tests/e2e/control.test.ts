/** Popup, options and welcome as somebody in a hurry uses them: every switch, bad files, double clicks, and what follows in open tabs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { SAMPLE_CASE, SAMPLE_RECOGNITION } from '../cases/sample-case.ts';
import { fixtureArticles, sampleArticle } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension, unmarked } from '../support/extension.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const sample = sampleArticle();
const unrelated = fixtureArticles().find(({ id }) => id === 'no-sports');
if (!sample || !unrelated) throw new Error('A fixture article is missing.');

/** Coverage of the invented case that is imported. */
const LUMEN = {
  title: 'Harbor sues Lumen over lamps that failed at sea',
  published: '2024-02-20',
  paragraphs: [
    'Harbor, the ferry operator, sued Lumen in district court in January over lamps that went dark on two of its boats, in a case filed as 1:24-cv-00001.',
    'Harbor alleged in its complaint that the lamp had failed twice in one night. Harbor said it had warned Lumen of the fault weeks before.',
    'Lumen denied that anything was wrong with the lamp. Dana Reyes, a spokeswoman for Lumen, said the company would fight the lawsuit brought by Harbor.',
    'Judge Ames ruled that the case of Harbor against Lumen could go on. Lumen did not respond to a request for comment on the ruling.',
  ],
};

let extension: Extension;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'control-'));
  extension = await startExtension([
    ['/sample', articlePage(sample)],
    ['/unrelated', articlePage(unrelated)],
    ['/lumen', articlePage(LUMEN)],
  ]);
});
afterAll(async () => {
  await extension?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function own(name: 'options' | 'welcome'): Promise<Page> {
  const page = await extension.browser.newPage();
  await page.setViewport({ width: 1100, height: 900 });
  await page.goto(`${extension.origin}/${name}.html`);
  return page;
}

/** What axe finds on the page as it stands, by rule and place. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } };
    return (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
  });
}

const click = (page: Page, selector: string) => page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
const text = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');

async function choose(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  const input = (await page.waitForSelector('#case-files')) as ElementHandle<HTMLInputElement> | null;
  await input?.uploadFile(...paths);
}

describe('the popup', () => {
  test('says what each side says, and lets axe find nothing', async () => {
    const page = await extension.open('/sample');
    await marksOf(page);
    const popup = await extension.openPopupFor(page);
    await popup.waitForSelector('.side-counts');
    expect(await text(popup, '.side-counts')).toMatch(/Plaintiff\d+.*Defendant\d+/);
    expect(await text(popup, '.finding')).toMatch(/\d+ marked on the page, of \d+ statements/);
    expect(await violations(popup)).toEqual([]);
    await popup.close();
    await page.close();
  });

  test('off on this page: says so, and its button switches it on again', async () => {
    const page = await extension.open('/sample');
    await marksOf(page);
    const popup = await extension.openPopupFor(page);
    await popup.waitForSelector('.switch:not([disabled])');
    await click(popup, '.switch');
    await popup.waitForSelector('[data-why="off-page"]');
    await unmarked(page);
    await click(popup, '[data-remedy="page"]');
    await popup.waitForFunction(() => !document.querySelector('[data-why]'), { polling: 100 });
    await marksOf(page);
    await popup.close();
    await page.close();
  });

  test('a page about something else is not read, and says why; asked to read it, it says what it found', async () => {
    const page = await extension.open('/unrelated');
    const popup = await extension.openPopupFor(page);
    await popup.waitForSelector('[data-why="not-recognised"]');
    expect(await violations(popup)).toEqual([]);
    await click(popup, '[data-remedy="read"]');
    await popup.waitForSelector('[data-why="not-about"], [data-why="mentions"]', { timeout: 20_000 });
    await popup.close();
    await page.close();
  });
});

describe('the options', () => {
  let options: Page;
  beforeAll(async () => {
    options = await own('options');
    await options.waitForSelector('.case-table');
    await options.waitForSelector('.shortcuts kbd');
  });

  test('axe finds nothing, in light, dark and at 320 pixels, where nothing sticks out', async () => {
    expect(await violations(options)).toEqual([]);
    await options.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await violations(options)).toEqual([]);
    await options.emulateMediaFeatures([]);
    await options.setViewport({ width: 320, height: 900 });
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await options.setViewport({ width: 1100, height: 900 });
  });

  test('list every command with its key', async () => {
    const rows = await options.$$eval('.shortcuts > div', (divs) => divs.map((div) => div.textContent ?? ''));
    expect(rows).toHaveLength(6);
    expect(rows.filter((row) => /Alt|⌥|no key/.test(row))).toHaveLength(6);
    expect(rows.join()).toContain('Open the sidebar');
  });

  test('another line and colour: drawn at once in an open tab, readable whatever was picked, and as usual again', async () => {
    const page = await extension.open('/sample');
    await marksOf(page);
    const drawn = () => page.evaluate(() => getComputedStyle(document.body, '::highlight(allegedly-claim-light-sure)').textDecorationStyle);
    expect(await drawn()).toContain('solid');
    await options.select('tr[data-kind="claim"] select', 'dotted');
    await page.waitForFunction(() => getComputedStyle(document.body, '::highlight(allegedly-claim-light-sure)').textDecorationStyle.includes('dotted'), {
      polling: 100,
    });
    await options.$eval('tr[data-kind="claim"] input[type="color"]', (input) => {
      (input as HTMLInputElement).value = '#ffff66';
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await options.waitForFunction(() => document.querySelector('.look-editor .problem')?.textContent?.includes('Claim'), { polling: 100 });
    expect(await options.$eval('tr[data-kind="claim"] input[type="color"]', (input) => (input as HTMLInputElement).value)).not.toBe('#ffff66');
    await click(options, 'tr[data-kind="claim"] .text-button');
    await page.waitForFunction(() => getComputedStyle(document.body, '::highlight(allegedly-claim-light-sure)').textDecorationStyle.includes('solid'), {
      polling: 100,
    });
    await page.close();
  });

  test('a kind that is hidden goes from an open tab at once', async () => {
    const page = await extension.open('/sample');
    await marksOf(page);
    await click(options, 'tr[data-kind="denial"] input[type="checkbox"]');
    await page.waitForFunction(() => ![...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-denial')), { polling: 100 });
    await click(options, 'tr[data-kind="denial"] input[type="checkbox"]');
    await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-denial')), { polling: 100 });
    await page.close();
  });

  test.each([
    ['no JSON at all', { 'case.json': 'hello', 'recognition.json': SAMPLE_RECOGNITION }, /case\.json:1:/],
    ['an empty file', { 'whole.json': '' }, /whole\.json:1:1/],
    [
      'a wrong word in line 31',
      { 'case.json': SAMPLE_CASE.replace('"id": "pleadings"', '"id": "Pleadings"'), 'recognition.json': SAMPLE_RECOGNITION },
      /case\.json:31:/,
    ],
    ['a case without its terms', { 'case.json': SAMPLE_CASE }, /recognition/],
    ['a pit of brackets', { 'deep.json': '['.repeat(20_000) }, /deep\.json:1:/],
  ])('a bad file is told by line beside its text: %s', async (_name, files, told) => {
    await choose(options, files);
    await options.waitForSelector('.case-problems');
    expect(await text(options, '.case-problems')).toMatch(told);
    expect(await options.$$eval('.case-table > li', (rows) => rows.length)).toBe(
      await options.$$eval('.case-table > li', (rows) => rows.filter((row) => row.getAttribute('data-case') !== 'harbor-v-lumen').length),
    );
    expect(await violations(options)).toEqual([]);
  });

  test('a good file becomes a case: recognised, marked, on the timeline, in dispute; off, its marks go; removed, it is gone', async () => {
    const before = await extension.open('/lumen');
    await choose(options, { 'case.json': SAMPLE_CASE, 'recognition.json': SAMPLE_RECOGNITION });
    await options.waitForSelector('#add-case');
    await options.evaluate(() => {
      // Somebody in a hurry clicks twice.
      document.querySelector<HTMLElement>('#add-case')?.click();
      document.querySelector<HTMLElement>('#add-case')?.click();
    });
    await options.waitForSelector('[data-case="harbor-v-lumen"]');
    // A tab that was open already is read as one that is opened now.
    const marks = await marksOf(before);
    expect(Object.keys(marks).some((name) => name.startsWith('allegedly-denial'))).toBe(true);
    const panel = await extension.openPanelFor(before);
    await panel.waitForSelector('.statement');
    await panel.click('#tab-timeline');
    await panel.waitForSelector('.event');
    expect(await text(panel, '[role="tabpanel"]:not([hidden])')).toContain('Lumen answers');
    await panel.click('#tab-disputes');
    await panel.waitForSelector('.dispute');
    expect(await text(panel, '.dispute')).toContain('Did the lamp fail?');
    await panel.close();
    await click(options, '[data-case="harbor-v-lumen"] .switch');
    await unmarked(before);
    const popup = await extension.openPopupFor(before);
    await popup.waitForSelector('[data-why="case-off"]');
    await click(popup, '[data-remedy="case"]');
    await marksOf(before);
    await popup.close();
    await click(options, '[data-case="harbor-v-lumen"] [data-deed="remove"]');
    await options.waitForSelector('[data-case="harbor-v-lumen"] [data-deed="sure"]');
    await click(options, '[data-case="harbor-v-lumen"] [data-deed="sure"]');
    await options.waitForFunction(() => !document.querySelector('[data-case="harbor-v-lumen"]'), { polling: 100 });
    await before.close();
  });

  test('what is stored can be seen and, after a question, deleted by site', async () => {
    await options.reload();
    await options.waitForSelector('.stored-sites li');
    await click(options, '.stored-sites .text-button');
    await options.waitForSelector('.stored-sites .sure');
    expect(await violations(options)).toEqual([]);
    await click(options, '.stored-sites [data-deed="sure"]');
    await options.waitForFunction(() => !document.querySelector('.stored-sites'), { timeout: 20_000, polling: 100 });
  });
});

describe('the welcome page', () => {
  test('reads its sample truly, marks it, opens a card over it, stores nothing, and lets axe find nothing', async () => {
    const welcome = await own('welcome');
    await welcome.waitForSelector('[data-found]', { timeout: 30_000 });
    expect(Number(await welcome.$eval('[data-found]', (element) => element.getAttribute('data-found')))).toBeGreaterThanOrEqual(6);
    const kinds = new Set(Object.keys(await marksOf(welcome)).map((name) => name.split('-')[1]));
    expect(kinds.size).toBeGreaterThanOrEqual(4);
    expect(await violations(welcome)).toEqual([]);
    await welcome.setViewport({ width: 320, height: 900 });
    expect(await welcome.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await welcome.close();
  });
});
