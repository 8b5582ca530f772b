/**
 * The context menu and the keyboard commands: no test may open the browser's menu or press its keys, so that the browser's own event is
 * given to the listeners that the background has registered, with what the browser would say.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { STATEMENT_KINDS } from '../../model/statement.ts';
import { articlePage } from '../../scripts/article-page.ts';
import { workerTarget } from '../../scripts/launch-extension.ts';
import { sampleArticle } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension, unmarked } from '../support/extension.ts';
import { readKept } from '../support/own-contexts.ts';
import { openCard, withoutCard } from '../support/own-root.ts';

interface Dispatching {
  dispatch(...values: unknown[]): void;
}
declare const chrome: {
  contextMenus: { onClicked: Dispatching; update(id: string, changes: object): Promise<void> };
  commands: { onCommand: Dispatching; getAll(): Promise<{ name?: string; shortcut?: string }[]> };
  sidePanel: { open(options: object): Promise<void> };
  tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
};

const sample = sampleArticle();
const OTHER = `<!doctype html><title>Ferry fares</title><article><h1>Ferry fares</h1>${'<p>Fares rise in spring, the council said on Monday.</p>'.repeat(30)}</article>`;
const POLL = { timeout: 30_000, interval: 100 };
const WAIT = { timeout: 30_000, polling: 100 } as const;

let extension: Extension;
let page: Page;
/** A page of the extension, to look at what is kept. */
let own: Page;
beforeAll(async () => {
  extension = await startExtension([
    ['/sample', articlePage(sample)],
    ['/other', OTHER],
  ]);
  own = await extension.browser.newPage();
  await own.goto(`${extension.origin}/options.html`);
  page = await extension.open('/sample');
  await marksOf(page);
});
afterAll(() => extension?.close());
beforeEach(() => page.bringToFront());

const worker = async () => {
  const found = await (await workerTarget(extension.browser)).worker();
  if (!found) throw new Error('There is no worker.');
  return found;
};

/** As the browser tells the background of a click in its menu, over the tab that is seen. */
async function choose(menuItemId: string): Promise<void> {
  await (await worker()).evaluate(async (id) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.contextMenus.onClicked.dispatch({ menuItemId: id, editable: false, pageUrl: tab?.url, frameId: 0 }, tab);
  }, menuItemId);
}

async function press(command: string): Promise<void> {
  await (await worker()).evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch(name, tab);
  }, command);
}

const session = async () => (await readKept(own)).session;
const stateOf = async (path: string) => Object.values(await session()).find((each) => (each as { url?: string }).url?.endsWith(path));

/** Selects the words of an element of the page. */
const select = (selector: string) =>
  page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    getSelection()?.removeAllRanges();
    if (!element) return '';
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection()?.addRange(range);
    return range.toString();
  }, selector);

describe('the context menu', () => {
  test('has its entries, one for each kind of statement', async () => {
    const isThere = (id: string) =>
      chrome.contextMenus.update(id, {}).then(
        () => true,
        () => false,
      );
    const entries = ['read-page', 'open-sidebar', 'add', ...STATEMENT_KINDS.map((kind) => `add:${kind}`)];
    for (const entry of entries) expect([entry, await (await worker()).evaluate(isThere, entry)]).toEqual([entry, true]);
    expect(await (await worker()).evaluate(isThere, 'no-such-entry')).toBe(false);
  });

  test.each(['open-sidebar', 'add:claim'])('%s opens the sidebar beside the tab, in the very turn of the click', async (entry) => {
    // The click of a test is no gesture in the browser's eyes, so that the browser would refuse: what it is asked is looked at.
    const [asked, tab] = await (await worker()).evaluate(async (id) => {
      const [seen] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const { open } = chrome.sidePanel;
      const calls: object[] = [];
      chrome.sidePanel.open = async (options) => void calls.push(options);
      chrome.contextMenus.onClicked.dispatch({ menuItemId: id, editable: false, frameId: 0 }, seen);
      const inThisTurn = [...calls];
      chrome.sidePanel.open = open;
      return [inThisTurn, seen?.id] as const;
    }, entry);
    expect(asked).toEqual([{ tabId: tab }]);
  });

  test('adds the words that are selected as a statement of the kind chosen, kept, marked, and shown in the sidebar', async () => {
    const words = await select('h1');
    await choose('add:demand');
    const isMarked = (exact: string) =>
      [...CSS.highlights].some(([name, all]) => name.startsWith('allegedly-demand') && [...all].some((range) => (range as Range).toString() === exact));
    await page.waitForFunction(isMarked, WAIT, words);
    const added = (await readKept(own)).tables['statements']?.find((each) => each['words'] === words);
    expect(added).toMatchObject({ kind: 'demand', speaker: { status: 'unresolved' } });
    await expect.poll(async () => (await session())['sidebar-target'], POLL).toMatchObject({ statementId: added?.['id'] });
  });

  test('says so where nothing of the article is selected', async () => {
    await select('footer');
    await choose('add:claim');
    await expect.poll(async () => (await session())['sidebar-target'], POLL).toMatchObject({ isNothingSelected: true });
  });

  test('reads a page that the gate has passed over', async () => {
    const other = await extension.open('/other');
    expect(await stateOf('/other')).toBeUndefined();
    await choose('read-page');
    await expect.poll(() => stateOf('/other'), POLL).toMatchObject({ status: 'read', verdict: { status: 'no' } });
    await other.close();
  });
});

describe('the keyboard commands', () => {
  test('are four with a suggested key, and two without', async () => {
    const all = await (await worker()).evaluate(() => chrome.commands.getAll());
    // As the browser has assigned them: one that it keeps for itself it passes over.
    expect(all.flatMap(({ name, shortcut }) => (shortcut ? [name] : [])).sort()).toEqual(['_execute_action', 'next-mark', 'open-sidebar', 'toggle-page']);
    expect(all.map(({ name }) => name).sort()).toEqual(['_execute_action', 'next-mark', 'open-sidebar', 'previous-mark', 'toggle-everywhere', 'toggle-page']);
  });

  test('go to the next mark and the one before, and open its card', async () => {
    await withoutCard(page);
    const labels: unknown[] = [];
    for (const command of ['next-mark', 'next-mark', 'previous-mark']) {
      await press(command);
      await expect.poll(async () => (await openCard(page))?.text, POLL).not.toBe(labels.at(-1));
      await expect.poll(async () => (await openCard(page))?.text, POLL).toBeTruthy();
      labels.push((await openCard(page))?.text);
    }
    await withoutCard(page);
  });

  test.each(['toggle-page', 'toggle-everywhere'])('%s takes the marks away, and puts them back', async (command) => {
    await press(command);
    await unmarked(page);
    await press(command);
    await marksOf(page);
  });
});
