/**
 * How long the sidebar takes with a large store: `node scripts/bench/sidebar.ts [articles] [statements]`, 10,000 and 100,000 unless said
 * otherwise. Prints a table; times are of this machine, as busy as it is. Needs a build: `npx wxt build --mode granted`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { CaseFile } from '../../model/case-file.ts';
import { fillStore, generateStore } from '../generate-store.ts';
import { extensionOrigin, launchExtension, workerTarget } from '../launch-extension.ts';
import { servePages } from '../serve-pages.ts';

/** What must be in the page for a view to count as painted. */
const PAINTED = { timeline: '.event', disputes: '.dispute', library: '.library-row h2' } as const;
type View = keyof typeof PAINTED;
const RUNS = 7;
const QUERIES = ['source code', 'the', 'exhibits prove', 'servers california award', 'a'];

/** A row of the table: what, the median and the worst of the runs, in milliseconds. */
export interface BenchRow {
  readonly what: string;
  readonly median: number;
  readonly worst: number;
}

/** Measures everything once. */
export async function benchSidebar(sizes: { readonly articles: number; readonly statements: number }): Promise<BenchRow[]> {
  const server = await servePages([]);
  const browser = await launchExtension({ port: server.port });
  try {
    await (await workerTarget(browser)).worker();
    const panel = await browser.newPage();
    await panel.setViewport({ width: 400, height: 900 });
    await panel.goto(`${await extensionOrigin(browser)}/sidepanel.html?tab=0`);
    await panel.waitForSelector('#tab-library');
    await panel.evaluate("document.getElementById('tab-library').click()");
    const caseFile = JSON.parse(readFileSync(join(import.meta.dirname, '../../cases/whatsapp-v-nso/case.json'), 'utf8')) as CaseFile;
    await fillStore(panel, generateStore(caseFile, sizes));
    const rows: BenchRow[] = [];
    for (const view of Object.keys(PAINTED) as View[]) rows.push(row(`first paint, ${view}`, await repeated(() => firstPaint(panel, view))));
    await firstPaint(panel, 'library');
    await panel.waitForFunction(isIndexed, { timeout: 300_000, polling: 500 });
    for (const query of QUERIES) rows.push(row(`search "${query}"`, await repeated(() => search(panel, query))));
    rows.push(row('longest task while scrolling the library', [await longestTask(panel)]));
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The library says so while it is still being read. */
const isIndexed = () => {
  const input = document.querySelector<HTMLInputElement>('.library-head input');
  if (!input) return false;
  if (input.value === '') {
    input.value = 'whatever';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return false;
  }
  const status = document.querySelector('.library-line [role="status"]')?.textContent ?? '';
  return /result/.test(status) && !status.includes('·');
};

/** From the click on a tab of a page that has just been opened to the frame that shows the view. */
async function firstPaint(panel: Page, view: View): Promise<number> {
  await panel.reload();
  await panel.waitForSelector(`#tab-${view}`);
  return panel.evaluate(
    (tab, selector) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        const look = () => {
          if (document.querySelector(selector)) requestAnimationFrame(() => resolve(performance.now() - started));
          else setTimeout(look, 1);
        };
        document.getElementById(tab)?.click();
        look();
      }),
    `tab-${view}`,
    PAINTED[view],
  );
}

/** From typing to the answer in the page. */
async function search(panel: Page, query: string): Promise<number> {
  await typed(panel, 'nothing holds these words');
  return typed(panel, query);
}

function typed(panel: Page, query: string): Promise<number> {
  return panel.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const status = document.querySelector('.library-line [role="status"]');
        const input = document.querySelector<HTMLInputElement>('.library-head input');
        if (!status || !input) return resolve(Number.NaN);
        const started = performance.now();
        const done = () => {
          observer.disconnect();
          clearTimeout(timer);
          resolve(performance.now() - started);
        };
        const observer = new MutationObserver(done);
        const timer = setTimeout(done, 5_000);
        observer.observe(status, { childList: true, characterData: true, subtree: true });
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    query,
  );
}

/** The longest task on the page's thread while the whole library is scrolled by the window; 0 where none was over 50 ms. */
async function longestTask(panel: Page): Promise<number> {
  return panel.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('.library-head input');
    if (input) {
      input.value = '';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const scroller = document.querySelector('#panel-library');
    for (let step = 0; step < 60 && scroller; step++) {
      scroller.scrollTop += scroller.clientHeight;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    observer.disconnect();
    return longest;
  });
}

async function repeated(measure: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await measure());
  return times;
}

function row(what: string, times: readonly number[]): BenchRow {
  const sorted = times.toSorted((a, b) => a - b);
  return { what, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, worst: sorted.at(-1) ?? Number.NaN };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [articles = 10_000, statements = 100_000] = process.argv.slice(2).map(Number);
  const rows = await benchSidebar({ articles, statements });
  console.log(`| ${articles} articles, ${statements} statements | median ms | worst ms |\n|---|---|---|`);
  for (const { what, median, worst } of rows) console.log(`| ${what} | ${median.toFixed(0)} | ${worst.toFixed(0)} |`);
}
