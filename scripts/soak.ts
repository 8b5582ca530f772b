/**
 * 500 visits with the built extension: what the tab's memory gains, how the database grows, and whether the worker sleeps when nobody asks
 * anything of it. Writes its figures into docs/RELIABILITY.md. Needs the build of `wxt build --mode granted`.
 * Usage: node scripts/soak.ts [visits]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { fixtureArticles } from '../tests/fixtures/articles/load.ts';
import { articlePage } from './article-page.ts';
import { savedPages } from './bench/saved-pages.ts';
import { launchExtension } from './launch-extension.ts';
import { servePages } from './serve-pages.ts';

const VISITS = Number(process.argv[2] ?? 500);
/** The first visits fill caches that stay. */
const WARM_UP = 25;
/** How long, in ms, a page is waited for that may have nothing to mark. */
const PATIENCE_MS = 1_500;
/** Chromium stops a worker 30 s after its last event. */
const FALLS_ASLEEP_MS = 40_000;
const IDLE_SAMPLES = 40;
const DOCUMENT = join(import.meta.dirname, '../docs/RELIABILITY.md');

interface Stored {
  readonly articles: number;
  readonly statements: number;
  /** Of all records, as JSON. */
  readonly bytes: number;
  /** As the browser counts. */
  readonly used: number;
}

async function main(): Promise<void> {
  const saved = [...savedPages()].slice(0, 60);
  const pages = [
    ...fixtureArticles().map((article, at) => [`/fixture-${at}`, articlePage(article)] as const),
    ...saved.map(({ source }, at) => [`/saved-${at}`, source] as const),
  ];
  const server = await servePages(pages);
  // Whoever looks into the worker keeps it awake: it is not looked into.
  const browser = await launchExtension({ port: server.port, isWorkerLeftAlone: true });
  try {
    const origin = await extensionOf(browser);
    const panel = await browser.newPage();
    await panel.goto(`${origin}/sidepanel.html?tab=0`);
    const tab = await browser.newPage();
    await tab.setViewport({ width: 1280, height: 900 });
    const session = await tab.createCDPSession();
    const paths = pages.map(([path]) => path);
    for (let at = 0; at < WARM_UP; at++) await visit(tab, paths[at % paths.length] ?? '');
    const heaps = [await heapOf(tab, session)];
    const before = await stored(panel);
    for (let at = 0; at < VISITS; at++) {
      await visit(tab, paths[(at * 7) % paths.length] ?? '');
      if ((at + 1) % 100 === 0) {
        heaps.push(await heapOf(tab, session));
        console.log(`${at + 1} visits, heap ${mib(heaps.at(-1) ?? 0)} MiB`);
      }
    }
    const after = await stored(panel);
    await visit(tab, '/fixture-0');
    await sleep(FALLS_ASLEEP_MS);
    let asleep = 0;
    for (let at = 0; at < IDLE_SAMPLES; at++) {
      if (!(await workerRuns(browser))) asleep++;
      await sleep(1_000);
    }
    report({ pages: paths.length, own: paths.length - saved.length, heaps, before, after, asleep });
  } finally {
    await browser.close();
    await server.close();
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const mib = (bytes: number) => (bytes / 1_048_576).toFixed(2);

async function visit(tab: Page, path: string): Promise<void> {
  await tab.goto(`http://news.example${path}`, { waitUntil: 'domcontentloaded', timeout: 60_000 });
  await tab.waitForFunction(() => CSS.highlights.size > 0, { timeout: PATIENCE_MS, polling: 50 }).catch(() => undefined);
  await tab.mouse.wheel({ deltaY: 500 });
}

/** Of everything in the tab, ours and the page's, on the same page each time, after collecting garbage. */
async function heapOf(tab: Page, session: CDPSession): Promise<number> {
  await visit(tab, '/fixture-0');
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  return (await tab.metrics()).JSHeapUsedSize ?? 0;
}

function stored(panel: Page): Promise<Stored> {
  return panel.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('allegedly');
      request.onsuccess = () => resolve(request.result);
    });
    const all = (name: string) =>
      new Promise<unknown[]>((resolve) => {
        const request = db.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    const tables = Object.fromEntries(await Promise.all([...db.objectStoreNames].map(async (name) => [name, await all(name)] as const)));
    db.close();
    return {
      articles: tables['articles']?.length ?? 0,
      statements: tables['statements']?.length ?? 0,
      bytes: new TextEncoder().encode(JSON.stringify(tables)).length,
      used: (await navigator.storage.estimate()).usage ?? 0,
    };
  });
}

async function workers(browser: Browser): Promise<string[]> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  await session.detach();
  return targetInfos.map(({ url }) => url).filter((url) => url.startsWith('chrome-extension://'));
}

const workerRuns = async (browser: Browser) => (await workers(browser)).length > 0;

async function extensionOf(browser: Browser): Promise<string> {
  for (;;) {
    const [url] = await workers(browser);
    if (url) return url.split('/').slice(0, 3).join('/');
    await sleep(200);
  }
}

interface Found {
  readonly pages: number;
  readonly own: number;
  readonly heaps: readonly number[];
  readonly before: Stored;
  readonly after: Stored;
  readonly asleep: number;
}

function report({ pages, own, heaps, before, after, asleep }: Found): void {
  const [first = 0] = heaps;
  const last = heaps.at(-1) ?? 0;
  const lines = [
    '| what | figure |',
    '|---|---|',
    `| visits, over ${pages} pages (${own} of the project's own) | ${VISITS} |`,
    `| tab heap before and after, MiB | ${mib(first)} → ${mib(last)} (${mib(last - first)} more; the limit is 5) |`,
    `| each 100 visits, MiB | ${heaps.map(mib).join(', ')} |`,
    `| articles and statements stored | ${before.articles} and ${before.statements} → ${after.articles} and ${after.statements} |`,
    `| size of the records as JSON, kB | ${Math.round(before.bytes / 1000)} → ${Math.round(after.bytes / 1000)} |`,
    `| what the browser counts, kB | ${Math.round(before.used / 1000)} → ${Math.round(after.used / 1000)} |`,
    `| worker asleep while idle, sidebar and article open | ${asleep} of ${IDLE_SAMPLES} looks |`,
  ];
  const document = readFileSync(DOCUMENT, 'utf8');
  const [begin, end] = ['<!-- soak -->', '<!-- /soak -->'];
  writeFileSync(DOCUMENT, document.replace(new RegExp(`${begin}[^]*${end}`), `${begin}\n${lines.join('\n')}\n${end}`));
  console.log(lines.join('\n'));
  const isFine = last - first <= 5 * 1_048_576 && asleep >= IDLE_SAMPLES * 0.95;
  process.exitCode = isFine ? 0 : 1;
}

await main();
