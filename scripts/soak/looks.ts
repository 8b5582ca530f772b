/**
 * What the soak does to a tab and sees from outside: a visit, the tab's heap, the records in the store, and whether the worker runs.
 */
import { type Browser, type CDPSession, type Page, TimeoutError } from 'puppeteer-core';

export interface Stored {
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

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Goes there, and says whether something was marked within so many ms. */
export async function visit(tab: Page, path: string, patience: number): Promise<boolean> {
  try {
    await tab.goto(`http://news.example${path}`, { waitUntil: 'domcontentloaded', timeout: 60_000 });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log(`${path} has not loaded within a minute, and is passed over`);
    return false;
  }
  const isMarked = await tab
    .waitForFunction(() => CSS.highlights.size > 0, { timeout: patience, polling: 50 })
    .then(
      () => true,
      () => false,
    );
  await tab.mouse.wheel({ deltaY: 500 });
  return isMarked;
}

/** Of everything in the tab, ours and the page's, after collecting garbage; bytes. */
export async function heapOf(tab: Page, session: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  return (await tab.metrics()).JSHeapUsedSize ?? 0;
}

/** What the extension has stored, asked from a page of its own. */
export function stored(panel: Page): Promise<Stored> {
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

/** Addresses of the extension's running workers, seen without looking into them. */
async function workers(browser: Browser): Promise<string[]> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  await session.detach();
  return targetInfos.map(({ url }) => url).filter((url) => url.startsWith('chrome-extension://'));
}

export const workerRuns = async (browser: Browser) => (await workers(browser)).length > 0;

/** `chrome-extension://…` of the extension, once its worker has started. */
export async function extensionOf(browser: Browser): Promise<string> {
  for (;;) {
    const [url] = await workers(browser);
    if (url) return url.split('/').slice(0, 3).join('/');
    await sleep(200);
  }
}
