/**
 * 500 visits with the built extension: what the tab's memory gains, how the database grows, and whether the worker sleeps when nobody asks
 * anything of it. Writes its figures into docs/RELIABILITY.md. Needs the build of `wxt build --mode granted`.
 * Usage: node scripts/soak.ts [visits]; `--brief` visits a few, does not wait for the worker to fall asleep, judges and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { fixtureArticles } from '../tests/fixtures/articles/load.ts';
import { articlePage } from './article-page.ts';
import { savedPages } from './bench/saved-pages.ts';
import { amount, isBrief, sampleOf, words } from './brief.ts';
import { browserMemory, watchBrowser } from './browser-end.ts';
import { launchExtension } from './launch-extension.ts';
import { servePages } from './serve-pages.ts';
import { extensionOf, heapOf, type Stored, sleep, stored, visit, workerRuns } from './soak/looks.ts';

const VISITS = Number(words[0] ?? amount(500, 3));
/** How long, in ms, a page is waited for that may have nothing to mark, and one that had nothing before. */
const PATIENCE_MS = 1_500;
const LOOK_MS = 300;
/** Chromium stops a worker 30 s after its last event. */
const FALLS_ASLEEP_MS = amount(40_000, 1);
const IDLE_SAMPLES = amount(40, 1);
const DOCUMENT = join(import.meta.dirname, '../docs/RELIABILITY.md');

async function main(): Promise<void> {
  const saved = [...savedPages()].slice(0, 60);
  const pages = [
    ...sampleOf(fixtureArticles(), 3).map((article, at) => [`/fixture-${at}`, articlePage(article)] as const),
    ...saved.map(({ source }, at) => [`/saved-${at}`, source] as const),
  ];
  const server = await servePages(pages);
  // Whoever looks into the worker keeps it awake: it is not looked into.
  const browser = await launchExtension({
    port: server.port,
    isWorkerLeftAlone: true,
    // What saved pages ask of others fails at once: they are not to wait for it, each as long as the network of the day likes.
    args: [`--host-resolver-rules=MAP *.example 127.0.0.1:${server.port}, MAP * ~NOTFOUND`],
  });
  const end = await watchBrowser(browser);
  try {
    const paths = pages.map(([path]) => path);
    const found = await Promise.race([soak(browser, paths), end.gone]);
    report({ ...found, pages: paths.length, own: paths.length - saved.length });
  } catch (error) {
    // What is gone may be noticed first by whoever talks to it; the cause is worth the moment.
    throw await Promise.race([end.gone.catch((cause: unknown) => cause), sleep(2_000).then(() => error)]);
  } finally {
    end.expect();
    await browser.close().catch(() => undefined);
    await server.close();
  }
}

async function soak(browser: Browser, paths: readonly string[]): Promise<Omit<Found, 'pages' | 'own'>> {
  const panel = await browser.newPage();
  await panel.goto(`${await extensionOf(browser)}/sidepanel.html?tab=0`);
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1280, height: 900 });
  const session = await tab.createCDPSession();
  // On the same page each time.
  const heap = async () => {
    await visit(tab, '/fixture-0', PATIENCE_MS);
    return heapOf(tab, session);
  };
  // Every page once: caches that stay are filled, and the store has what it will ever have of them.
  const isMarked = new Map<string, boolean>();
  for (const path of paths) isMarked.set(path, await visit(tab, path, PATIENCE_MS));
  const heaps = [await heap()];
  const before = await stored(panel);
  for (let at = 0; at < VISITS; at++) {
    const path = paths[(at * 7) % paths.length] ?? '';
    await visit(tab, path, isMarked.get(path) ? PATIENCE_MS : LOOK_MS);
    if ((at + 1) % 100 !== 0 && at + 1 !== VISITS) continue;
    heaps.push(await heap());
    const memory = await browserMemory(browser);
    console.log(`${at + 1} visits, heap ${mib(heaps.at(-1) ?? 0)} MiB${memory ? `, all processes of the browser ${Math.round(memory)} MiB` : ''}`);
  }
  const after = await stored(panel);
  await visit(tab, '/fixture-0', PATIENCE_MS);
  await sleep(FALLS_ASLEEP_MS);
  let asleep = 0;
  for (let at = 0; at < IDLE_SAMPLES; at++) {
    if (!(await workerRuns(browser))) asleep++;
    await sleep(1_000);
  }
  return { heaps, before, after, asleep };
}

const mib = (bytes: number) => (bytes / 1_048_576).toFixed(2);
const kb = (bytes: number) => Math.round(bytes / 1000);

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
