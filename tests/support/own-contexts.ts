/**
 * The product's own message client, put into the places from which the product sends: a page of the extension, and the content scripts'
 * world of a tab. With it, what the store holds, as a page of the extension sees it.
 */
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

/** The client as one script that sets `allegedlyClient`. */
export async function bundledClient(): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    define: { 'import.meta.env.FIREFOX': 'false' },
    build: { write: false, minify: false, lib: { entry: join(ROOT, 'messaging/client.ts'), name: 'allegedlyClient', formats: ['iife'], fileName: 'client' } },
  });
  const [first] = [result].flat() as Rolldown.RolldownOutput[];
  const chunk = first?.output[0];
  if (chunk?.type !== 'chunk') throw new Error('The client was not bundled.');
  // A script that is evaluated twice must not fail for its names.
  return `(() => { ${chunk.code}; globalThis.allegedlyClient = allegedlyClient; })()`;
}

/** Something that asks the background as the product does, and says what came of it. */
export interface Asker {
  readonly ask: (message: string, body: unknown) => Promise<Outcome>;
}

export type Outcome = { readonly answer: unknown } | { readonly error: string };

const asking = (message: string, body: unknown) =>
  `allegedlyClient.askBackground(${JSON.stringify(message)}, ${JSON.stringify(body)}).then((answer) => ({ answer }), (error) => ({ error: error.message }))`;

/** A page of the extension as it asks. */
export async function pageAsker(page: Page, client: string): Promise<Asker> {
  await page.evaluate(client);
  return { ask: (message, body) => page.evaluate(asking(message, body)) as Promise<Outcome> };
}

/** A tab's content scripts as they ask: in their own world, by the product's own client. */
export async function contentAsker(page: Page, client: string): Promise<Asker> {
  const session = await page.createCDPSession();
  const contextId = await contentWorld(session);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await evaluate(client);
  return { ask: async (message, body) => (await evaluate(asking(message, body))) as Outcome };
}

/** The number of the world in which our content scripts run in this tab. */
async function contentWorld(session: CDPSession): Promise<number> {
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  return found;
}

/** Everything that is kept: the database by table, the choices, and what is known of tabs. */
export interface Kept {
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly local: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
}

declare const chrome: {
  storage: Record<'local' | 'session', { get(key: null): Promise<Record<string, unknown>>; clear(): Promise<void>; set(items: object): Promise<void> }>;
};

/** Reads it in a page of the extension, without the product's code. */
export function readKept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('allegedly'));
    const names = [...db.objectStoreNames];
    const tables: Record<string, never[]> = {};
    if (names.length > 0) {
      const transaction = db.transaction(names, 'readonly');
      await Promise.all(names.map(async (name) => Object.assign(tables, { [name]: await done(transaction.objectStore(name).getAll()) })));
    }
    db.close();
    return { tables, local: await chrome.storage.local.get(null), session: await chrome.storage.session.get(null) };
  });
}

/** Puts it back as it was. */
export function writeKept(page: Page, kept: Kept): Promise<void> {
  return page.evaluate(async ({ tables, local, session }) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('allegedly');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
    for (const name of db.objectStoreNames) {
      transaction.objectStore(name).clear();
      for (const record of tables[name] ?? []) transaction.objectStore(name).put(record);
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    db.close();
    for (const [area, items] of [
      ['local', local],
      ['session', session],
    ] as const) {
      await chrome.storage[area].clear();
      await chrome.storage[area].set(items);
    }
  }, kept);
}
