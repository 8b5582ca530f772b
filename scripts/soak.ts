/**
 * 500 visits with the built extension: what the tab's memory gains, how the database grows, and whether the worker sleeps when nobody asks
 * anything of it. Writes its figures into docs/RELIABILITY.md. Needs the build of `wxt build --mode granted`.
 * Usage: node scripts/soak.ts [visits]; `--brief` visits a few, does not wait for the worker to fall asleep, judges and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { fixtureArticles } from '../tests/fixtures/articles/load.ts';
import { articlePage } from './article-page.ts';
import { savedPages } from './bench/saved-pages.ts';
import { amount, isBrief, sampleOf, words } from './brief.ts';
import { launchExtension } from './launch-extension.ts';
import { servePages } from './serve-pages.ts';

const VISITS = Number(words[0] ?? amount(500, 3));
/** How long, in ms, a page is waited for that may have nothing to mark, and one that had nothing before. */
const PATIENCE_MS = 1_500;
const LOOK_MS = 300;
/** Chromium stops a worker 30 s after its last event. */
const FALLS_ASLEEP_MS = amount(40_000, 1);
const IDLE_SAMPLES = amount(40, 1);
const DOCUMENT = join(import.meta.dirname, '../docs/RELIABILITY.md');

interface Stored {
  readonly articles: number;
  readonly statements: number;
  /** Lines of the log of changes: one for each reading, and kept up to a limit. */
  readonly changes: number;
  /** Of all records as JSON, and of the log alone. */
  readonly bytes: number;
  readonly changesBytes: number;
  /** As the browser counts. */
  readonly used: number;
}

async function main(): Promise<void> {
  const saved = [...savedPages()].slice(0, 60);
  const pages = [
    ...sampleOf(fixtureArticles(), 3).map((article, at) => [`/fixture-${at}`, articlePage(article)] as const),
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
    // Every page once: caches that stay are filled, and the store has what it will ever have of them.
    const isMarked = new Map<string, boolean>();
    for (const path of paths) isMarked.set(path, await visit(tab, path, PATIENCE_MS));
    const heaps = [await heapOf(tab, session)];
    const before = await stored(panel);
    for (let at = 0; at < VISITS; at++) {
      const path = paths[(at * 7) % paths.length] ?? '';
      await visit(tab, path, isMarked.get(path) ? PATIENCE_MS : LOOK_MS);
      if ((at + 1) % 100 === 0 || at + 1 === VISITS) {
        heaps.push(await heapOf(tab, session));
        console.log(`${at + 1} visits, heap ${mib(heaps.at(-1) ?? 0)} MiB`);
      }
    }
    const after = await stored(panel);
    await visit(tab, '/fixture-0', PATIENCE_MS);
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
const kb = (bytes: number) => Math.round(bytes / 1000);

/** Goes there, and says whether something was marked within so many ms. */
async function visit(tab: Page, path: string, patience: number): Promise<boolean> {
  await tab.goto(`http://news.example${path}`, { waitUntil: 'domcontentloaded', timeout: 60_000 });
  const isMarked = await tab
    .waitForFunction(() => CSS.highlights.size > 0, { timeout: patience, polling: 50 })
    .then(
      () => true,
      () => false,
    );
  await tab.mouse.wheel({ deltaY: 500 });
  return isMarked;
}

/** Of everything in the tab, ours and the page's, on the same page each time, after collecting garbage. */
async function heapOf(tab: Page, session: CDPSession): Promise<number> {
  await visit(tab, '/fixture-0', PATIENCE_MS);
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
    const bytesOf = (records: unknown) => new TextEncoder().encode(JSON.stringify(records)).length;
    return {
      articles: tables['articles']?.length ?? 0,
      statements: tables['statements']?.length ?? 0,
      changes: tables['changes']?.length ?? 0,
      bytes: bytesOf(tables),
      changesBytes: bytesOf(tables['changes']),
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
  const grown = after.bytes - before.bytes;
  // What is there already is written over, and grows by nothing: only the log has a line more for each reading.
  const lines = after.changes - before.changes;
  const computed = Math.round((after.changesBytes / Math.max(1, after.changes)) * lines);
  const rows = [
    '| what | figure |',
    '| --- | --- |',
    `| visits, over ${pages} pages (${own} of the project's own), each of which was visited once before | ${VISITS} |`,
    `| tab heap before and after, MiB | ${mib(first)} → ${mib(last)} (${mib(last - first)} more; the limit is 5) |`,
    `| each 100 visits, MiB | ${heaps.map(mib).join(', ')} |`,
    `| articles and statements stored | ${before.articles} and ${before.statements} → ${after.articles} and ${after.statements} |`,
    `| size of the records as JSON, kB | ${kb(before.bytes)} → ${kb(after.bytes)} |`,
    `| their growth in bytes, computed and found | ${computed} (${lines} lines of the log of changes) and ${grown} |`,
    `| what the browser counts, kB | ${kb(before.used)} → ${kb(after.used)} |`,
    `| worker asleep while idle, sidebar and article open | ${asleep} of ${IDLE_SAMPLES} looks |`,
  ];
  console.log(rows.join('\n'));
  if (isBrief) return;
  const document = readFileSync(DOCUMENT, 'utf8');
  const [begin, end] = ['<!-- soak -->', '<!-- /soak -->'];
  writeFileSync(DOCUMENT, document.replace(new RegExp(`${begin}[^]*${end}`), `${begin}\n${rows.join('\n')}\n${end}`));
  const isSame = before.articles === after.articles && before.statements === after.statements && Math.abs(grown - computed) <= computed * 0.1 + 2_000;
  const isFine = isSame && last - first <= 5 * 1_048_576 && asleep >= IDLE_SAMPLES * 0.95;
  process.exitCode = isFine ? 0 : 1;
}

await main();
