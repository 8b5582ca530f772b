/**
 * How long the sidebar takes with a large store: each view until it is painted, searches, and scrolling; each beside a bare page that
 * shows the same rows, in the same browser and in turn, since times are of the machine, as busy as it is.
 */
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { sampleArticle } from '../../tests/fixtures/articles/load.ts';
import { articlePage } from '../article-page.ts';
import { amount } from '../brief.ts';
import { CASES_FOLDER, readCaseFile } from '../case-files.ts';
import { fillStore, generateStore } from '../generate-store.ts';
import { extensionOrigin, launchExtension, tabIdOf, workerTarget } from '../launch-extension.ts';
import { servePages } from '../serve-pages.ts';
import { bundleOf } from './browser.ts';
import type * as InPage from './in-page/sidebar.ts';
import { changeOne, longestTask, paintedSinceClick, paintedSinceOpening, search, showLibrary, untilKept, untilSearched, watchPages } from './sidebar-page.ts';

declare const bench: typeof InPage;

const SIZES = { articles: amount(10_000, 200), statements: amount(100_000, 4_000) };
const RUNS = amount(7, 1);
/** Rows that the sidebar reads for a list before it is scrolled. */
const FIRST_ROWS = 24;
const QUERIES = ['source code', 'the', 'exhibits prove', 'servers california invoices', 'a'];
const ADDRESS = 'http://news.example/sample';
/** A panel is opened in a browser that has come to rest, and not while the one before is still being filled; in ms. */
const REST_MS = amount(500, 50);

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

/** The tab in which both sides are measured: frames stand still in one that is not seen. */
interface Bench {
  readonly panel: Page;
  readonly openPanel: () => Promise<unknown>;
  readonly openBare: () => Promise<unknown>;
}

/** Measures everything. Needs the build of `wxt build --mode granted`. */
export async function measureSidebar(sizes = SIZES): Promise<SidebarResult> {
  const caseFile = readCaseFile(join(CASES_FOLDER, 'whatsapp-v-nso'));
  const server = await servePages([['/sample', articlePage(sampleArticle())]]);
  const browser = await launchExtension({ port: server.port });
  try {
    const made = await benchIn(browser);
    const store = generateStore(caseFile, sizes);
    await fillStore(made.panel, store);
    await showLibrary(made.panel);
    await untilKept(made.panel);
    const rows: SidebarRow[] = [];
    for (const view of viewsOf(caseFile, store.articles[0]?.id ?? '')) rows.push(await firstPaintRow(made, view));
    rows.push(...(await searchAndScrollRows(made, sizes.articles)));
    return { ...sizes, rows };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Reads the sample article, and opens the sidebar beside it. */
async function benchIn(browser: Browser): Promise<Bench> {
  await (await workerTarget(browser)).worker();
  const origin = await extensionOrigin(browser);
  const article = await browser.newPage();
  await openMarked(article);
  const code = await bundleOf('sidebar.ts');
  const panel = await browser.newPage();
  await panel.setViewport({ width: 400, height: 900 });
  await watchPages(panel);
  const tabId = await tabIdOf(browser, ADDRESS);
  const openPanel = () => panel.goto(`${origin}/sidepanel.html?tab=${tabId}`);
  const openBare = async () => {
    await panel.goto(`${origin}/manifest.json`);
    await panel.evaluate(code);
  };
  await openPanel();
  await panel.waitForSelector('.statement', { timeout: 120_000 });
  return { panel, openPanel, openBare };
}

/** Opens the article until it is marked: a page that is there before the extension's worker has started up is not read. */
async function openMarked(article: Page): Promise<void> {
  const isMarked = () => [...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-'));
  for (let times = 0; times < 20; times++) {
    await article.goto(ADDRESS);
    const found = await article.waitForFunction(isMarked, { polling: 100, timeout: 4_000 }).catch(() => undefined);
    if (found) return;
  }
  throw new Error(`Nothing was marked on ${ADDRESS}.`);
}

interface View {
  readonly what: string;
  readonly yardstick: string;
  /** From what the reader does to the frame, in a page that is being opened; in ms. */
  readonly measure: (panel: Page) => Promise<number>;
  readonly before?: (panel: Page) => Promise<void>;
  readonly bare: (given: string) => Promise<number>;
  readonly given: string;
}

/** The views, and what of the same a bare page shows. */
function viewsOf({ id, events, disputes }: ReturnType<typeof readCaseFile>, anArticle: string): View[] {
  const inLibrary = (panel: Page) => paintedSinceClick(panel, 'library', '.library-row h2');
  const lines = (json: string) => bench.lines(JSON.parse(json) as string[]);
  const lastRead = { bare: (json: string) => bench.lastRead(...(JSON.parse(json) as [string, number])), given: JSON.stringify([id, FIRST_ROWS]) };
  return [
    {
      ...{ what: 'This article, from opening the sidebar', yardstick: 'a bare page with the same statements', measure: paintedSinceOpening },
      ...{ bare: (articleId) => bench.statementsOf(articleId), given: 'https://news.example/sample' },
    },
    {
      ...{ what: 'timeline, from the click on its tab', yardstick: 'the events as a plain list', bare: lines },
      measure: (panel) => paintedSinceClick(panel, 'timeline', '.event'),
      given: JSON.stringify(events.map(({ date, title, summary }) => `${date.iso} ${title} ${summary}`)),
    },
    {
      ...{ what: 'disputes, from the click on its tab', yardstick: 'the questions as a plain list', bare: lines },
      measure: (panel) => paintedSinceClick(panel, 'disputes', '.dispute'),
      given: JSON.stringify(disputes.map(({ question }) => question)),
    },
    { what: 'library, from the click on its tab', yardstick: `the ${FIRST_ROWS} titles last read as a plain list`, measure: inLibrary, ...lastRead },
    {
      ...{ what: 'the same, an article having been read since', yardstick: 'the same', measure: inLibrary, ...lastRead },
      before: (panel) => changeOne(panel, anArticle),
    },
  ];
}

async function firstPaintRow({ panel, openPanel, openBare }: Bench, { what, yardstick, measure, before, bare, given }: View): Promise<SidebarRow> {
  const rest = async () => {
    await panel.goto('about:blank');
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  };
  const times: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    if (before) {
      await openBare();
      await before(panel);
    }
    await rest();
    await openPanel();
    times[0].push(await measure(panel));
    await rest();
    await openBare();
    times[1].push(await panel.evaluate(bare, given));
  }
  return row(`first paint: ${what}`, times[0], yardstick, times[1], 200);
}

async function searchAndScrollRows({ panel, openPanel, openBare }: Bench, articles: number): Promise<SidebarRow[]> {
  await openPanel();
  await showLibrary(panel);
  await untilSearched(panel);
  const ours = new Map<string, number[]>();
  for (const query of QUERIES) ours.set(query, await repeated(() => search(panel, query)));
  const longest = await longestTask(panel);
  await openBare();
  const plainLongest = await panel.evaluate((many) => bench.scroll(many), articles);
  await panel.evaluate(() => bench.fill());
  const rows: SidebarRow[] = [];
  for (const [query, times] of ours) {
    const theirs = await repeated(() => panel.evaluate((words, many) => bench.find(words, many), query, FIRST_ROWS));
    rows.push(row(`search: “${query}”`, times, 'MiniSearch, and a plain list', theirs, 50));
  }
  return [...rows, row('longest task while the library is scrolled (0: none over 50)', [longest], 'a plain list of as many lines', [plainLongest], 50)];
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
