/**
 * How long the sidebar takes with a large store: each view until it is painted, searches, and scrolling; each beside a bare page that
 * shows the same rows, in the same browser and in turn, since times are of the machine, as busy as it is.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { fixtureArticles } from '../../tests/fixtures/articles/load.ts';
import { articlePage } from '../article-page.ts';
import { CASES_FOLDER, readCaseFile } from '../case-files.ts';
import { fillStore, generateStore } from '../generate-store.ts';
import { extensionOrigin, launchExtension, tabIdOf, workerTarget } from '../launch-extension.ts';
import { servePages } from '../serve-pages.ts';
import { bundleOf } from './browser.ts';
import type * as InPage from './in-page/sidebar.ts';

declare const bench: typeof InPage;

const SIZES = { articles: 10_000, statements: 100_000 };
const RUNS = 7;
/** Rows that the sidebar reads for a list before it is scrolled. */
const FIRST_ROWS = 40;
const QUERIES = ['source code', 'the', 'exhibits prove', 'servers california invoices', 'a'];
const ADDRESS = 'http://news.example/sample';

/** A row of the table, in milliseconds. */
export interface SidebarRow {
  readonly what: string;
  readonly median: number;
  readonly worst: number;
  readonly yardstick: string;
  readonly yardstickMedian: number;
  readonly target: number;
}

export interface SidebarResult {
  readonly articles: number;
  readonly statements: number;
  readonly rows: readonly SidebarRow[];
}

/** Measures everything. Needs the build of `wxt build --mode granted`. */
export async function measureSidebar(sizes = SIZES): Promise<SidebarResult> {
  const caseFile = readCaseFile(join(CASES_FOLDER, 'whatsapp-v-nso'));
  const sample = fixtureArticles().find((article) => article.sample);
  if (!sample) throw new Error('The sample article is missing.');
  const server = await servePages([['/sample', articlePage(sample)]]);
  const browser = await launchExtension({ port: server.port });
  try {
    await (await workerTarget(browser)).worker();
    const origin = await extensionOrigin(browser);
    const article = await browser.newPage();
    await article.goto(ADDRESS);
    await article.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-')), { polling: 100, timeout: 300_000 });
    const code = await bundleOf('sidebar.ts');
    // One tab for both sides: frames stand still in a tab that is not seen.
    const panel = await browser.newPage();
    await panel.setViewport({ width: 400, height: 900 });
    const tabId = await tabIdOf(browser, ADDRESS);
    const openPanel = () => panel.goto(`${origin}/sidepanel.html?tab=${tabId}`);
    const openBare = async () => {
      await panel.goto(`${origin}/manifest.json`);
      await panel.evaluate(code);
    };
    await openPanel();
    await panel.waitForSelector('.statement', { timeout: 120_000 });
    await fillStore(panel, generateStore(caseFile, sizes));
    await showLibrary(panel);
    await panel.waitForFunction(isKept, { timeout: 300_000, polling: 1_000 });

    const views = [
      {
        view: 'article',
        first: '.statement',
        bare: (id: string) => bench.statementsOf(id),
        given: `https://news.example/sample`,
        yardstick: 'a bare page with the same statements',
      },
      {
        ...{ view: 'timeline', first: '.event', given: JSON.stringify(caseFile.events.map(({ date, title, summary }) => `${date.iso} ${title} ${summary}`)) },
        ...{ bare: (json: string) => bench.lines(JSON.parse(json) as string[]), yardstick: 'the events as a plain list' },
      },
      {
        ...{ view: 'disputes', first: '.dispute', given: JSON.stringify(caseFile.disputes.map(({ question }) => question)) },
        ...{ bare: (json: string) => bench.lines(JSON.parse(json) as string[]), yardstick: 'the questions as a plain list' },
      },
      {
        ...{ view: 'library', first: '.library-row h2, .library-row .words', given: caseFile.id },
        ...{ bare: (id: string) => bench.lastRead(id, 40), yardstick: `the ${FIRST_ROWS} titles last read as a plain list` },
      },
    ] as const;
    const rows: SidebarRow[] = [];
    for (const { view, first, bare: inBare, given, yardstick } of views) {
      const [ours, theirs] = await inTurn(
        async () => {
          await openPanel();
          return firstPaint(panel, view, first);
        },
        async () => {
          await openBare();
          return panel.evaluate(inBare, given);
        },
      );
      const what = view === 'article' ? 'This article, from opening the sidebar' : `${view}, from the click on its tab`;
      rows.push(row(`first paint: ${what}`, ours, yardstick, theirs, 200));
    }
    await openPanel();
    await showLibrary(panel);
    await panel.waitForFunction(isIndexed, { timeout: 300_000, polling: 200 });
    const ours = new Map<string, number[]>();
    for (const query of QUERIES) ours.set(query, await repeated(() => search(panel, query)));
    const longest = await longestTask(panel);
    await openBare();
    const plainLongest = await panel.evaluate((many) => bench.scroll(many), sizes.articles);
    await panel.evaluate(() => bench.fill());
    for (const [query, times] of ours) {
      const theirs = await repeated(() => panel.evaluate((words, many) => bench.find(words, many), query, FIRST_ROWS));
      rows.push(row(`search: “${query}”`, times, 'MiniSearch, and a plain list', theirs, 50));
    }
    rows.push(row('longest task while the library is scrolled (0: none over 50)', [longest], 'a plain list of as many lines', [plainLongest], 50));
    return { ...sizes, rows };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function showLibrary(panel: Page): Promise<void> {
  await panel.evaluate("document.getElementById('tab-library').click()");
}

/** The sidebar has put its index by for the next time. */
const isKept = () =>
  new Promise<boolean>((resolve) => {
    const opening = indexedDB.open('allegedly');
    opening.onerror = () => resolve(false);
    opening.onsuccess = () => {
      const { result } = opening;
      const transaction = result.transaction(['kept', 'articles', 'changes']);
      const kept = transaction.objectStore('kept').get('facts');
      const last = transaction.objectStore('changes').openKeyCursor(null, 'prev');
      transaction.oncomplete = () => {
        result.close();
        resolve((kept.result as { seq: number } | undefined)?.seq === last.result?.key);
      };
    };
  });

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

/** Of a page that has just been opened: from the click on the view's tab to the frame that shows it; of the view that is there already, from the opening. */
async function firstPaint(panel: Page, view: string, first: string): Promise<number> {
  await panel.waitForSelector(`#tab-${view}`, { timeout: 120_000 });
  return panel.evaluate(
    (tab, selector, isFirst) =>
      new Promise<number>((resolve) => {
        const started = isFirst ? 0 : performance.now();
        const look = () => {
          if (document.querySelector(selector)) requestAnimationFrame(() => resolve(performance.now() - started));
          else setTimeout(look, 1);
        };
        document.getElementById(tab)?.click();
        look();
      }),
    `tab-${view}`,
    first,
    view === 'article',
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
          requestAnimationFrame(() => resolve(performance.now() - started));
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

async function inTurn(ours: () => Promise<number>, theirs: () => Promise<number>): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    times[0].push(await ours());
    times[1].push(await theirs());
  }
  return times;
}

async function repeated(measure: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await measure());
  return times;
}

function row(what: string, ours: readonly number[], yardstick: string, theirs: readonly number[], target: number): SidebarRow {
  const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  return { what, median: median(ours), worst: Math.max(...ours), yardstick, yardstickMedian: median(theirs), target };
}
