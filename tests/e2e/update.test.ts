/**
 * A new version of the extension under open tabs: the old scripts, which belong to nobody any more, end without a word, and new ones
 * start once. `npm run faults` has more tabs.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Target, WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { EXTENSION_FOLDER, sidePanel, workerTarget } from '../../scripts/launch-extension.ts';
import { sampleArticle } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension } from '../support/extension.ts';
import { switchDeveloperModeOn } from '../support/extensions-page.ts';
import { hover, withoutCard } from '../support/own-root.ts';

const TABS = process.env['ALLEGEDLY_FAULTS'] === 'full' ? 5 : 2;
const NEW_VERSION = '99.0.0';
const POLL = { timeout: 60_000, interval: 100 };

const sample = sampleArticle();

let folder: string;
let extension: Extension;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'allegedly-update-'));
  cpSync(EXTENSION_FOLDER, folder, { recursive: true });
  extension = await startExtension(
    Array.from({ length: TABS }, (_, at) => [`/sample-${at}`, articlePage(sample)]),
    undefined,
    folder,
  );
});

afterAll(async () => {
  await extension?.close();
  rmSync(folder, { recursive: true, force: true });
});

declare const chrome: {
  runtime: { reload(): void; getManifest(): { version: string } };
  tabs: { query(filter: { url: string }): Promise<{ id?: number }[]>; sendMessage(tabId: number, message: unknown, options: object): Promise<unknown> };
};

test('updated under open tabs: old scripts stop without a word, new ones start once, and the mouse is heard', async () => {
  const complaints: string[] = [];
  const tabs: { page: Page; worlds: () => number; before: Marks }[] = [];
  for (let at = 0; at < TABS; at++) {
    const page = await extension.open(`/sample-${at}`);
    const before = await marks(page);
    tabs.push({ page, worlds: await watched(page, complaints), before });
  }
  const worker = await update();
  // The last one is seen all the while; the others learn of it in the background, or when they are seen again.
  for (const { page, worlds, before } of tabs.toReversed()) {
    await page.bringToFront();
    // While the old scripts are still there, and the new ones come.
    await stir(page);
    await expect.poll(() => pinged(worker, page), POLL).toMatchObject({ ok: true });
    await expect.poll(() => marks(page), POLL).toEqual(before);
    // The old chip goes with the old scripts, and the new one comes when the article has been read again.
    await expect.poll(() => page.$$eval('allegedly-chip', ({ length }) => length), POLL).toBe(1);
    // One world for each version: gate and reader share it.
    expect(worlds()).toBe(2);
    const { card } = await hover(page, words(before));
    expect(card.text).not.toBe('');
    await withoutCard(page);
    expect(await marks(page)).toEqual(before);
  }
  const [first] = tabs;
  await first?.page.bringToFront();
  await clickChip(first?.page);
  const panel = await sidePanel(extension.browser);
  await panel.waitForSelector('.statement');
  expect(complaints).toEqual([]);
});

type Marks = Record<string, string[]>;

/** What is marked, without what is set off because the mouse is over it. */
async function marks(page: Page): Promise<Marks> {
  return Object.fromEntries(Object.entries(await marksOf(page)).filter(([name]) => !/active|flash/.test(name)));
}

/** Words that stand in one mark alone. */
function words(marked: Marks): string {
  const all = Object.values(marked).flat();
  const found = all.find((each) => all.filter((other) => other.includes(each)).length === 1);
  if (found === undefined) throw new Error('No mark has words of its own.');
  return found;
}

/** A newer version takes this one's place, as when the browser has fetched one. Gives its worker. */
async function update(): Promise<WebWorker> {
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version: NEW_VERSION }));
  const { browser } = extension;
  // Only now: orphaned scripts of pages that were opened in that mode keep more of the extension than those of other people.
  await switchDeveloperModeOn(browser);
  const old = await workerTarget(browser);
  const next = new Promise<Target>((resolve) => {
    browser.on('targetcreated', (target: Target) => target.type() === 'service_worker' && resolve(target));
  });
  await (await old.worker())?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  const worker = await (await next).worker();
  if (!worker) throw new Error('The new version has no worker.');
  expect(await worker.evaluate(() => chrome.runtime.getManifest().version)).toBe(NEW_VERSION);
  return worker;
}

/** Asks the tab's reader whether it is there, as the new version's background does: no older one hears it. */
function pinged(worker: WebWorker, page: Page): Promise<unknown> {
  const ask = async (url: string) => {
    const [tab] = await chrome.tabs.query({ url });
    return tab?.id !== undefined && chrome.tabs.sendMessage(tab.id, { allegedly: 1, message: 'reader.ping', body: {} }, { frameId: 0 });
  };
  return worker.evaluate(ask, page.url().replace(/#.*/, '')).catch(() => undefined);
}

/** Everything that would wake a script of ours. */
async function stir(tab: Page): Promise<void> {
  for (let y = 150; y < 700; y += 50) await tab.mouse.move(400, y);
  await tab.mouse.wheel({ deltaY: 400 });
  await tab.mouse.click(5, 300);
  await tab.evaluate(() => {
    document.querySelector('footer')?.append(' And one thing more.');
    history.pushState({}, '', '#moved');
  });
}

/** By the mouse, where it stands: its root is closed to scripts. */
async function clickChip(page: Page | undefined): Promise<void> {
  const chip = await page?.$('allegedly-chip');
  const box = await chip?.boundingBox();
  if (!page || !box) throw new Error('There is no chip.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Collects what any world of the tab throws or logs as an error, and counts the worlds of ours. */
async function watched(page: Page, complaints: string[]): Promise<() => number> {
  const session = await page.createCDPSession();
  let worlds = 0;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds++;
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => complaints.push(exceptionDetails.exception?.description ?? exceptionDetails.text));
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error' || type === 'warning') complaints.push(args.map(({ value, description }) => value ?? description).join(' '));
  });
  await session.send('Runtime.enable');
  return () => worlds;
}
