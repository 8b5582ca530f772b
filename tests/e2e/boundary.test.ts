import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { extensionOrigin, launchExtension, tabIdOf } from '../../scripts/launch-extension.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';
import { markedWords, marksOf } from '../support/extension.ts';
import { requestsIn } from '../support/net-log.ts';
import { hover, withoutCard } from '../support/own-root.ts';
import { type RecordingProxy, recordingProxy } from '../support/recording-proxy.ts';

const article = fixtureArticles().find(({ id }) => id === 'verdict-2025-sample');
if (!article) throw new Error('A fixture article is missing.');
const NEWS = 'http://news.example/a';

let proxy: RecordingProxy;
let browser: Browser;
let origin: string;
let page: Page;
let folder: string;
const logFile = () => join(folder, 'net-log.json');
beforeAll(async () => {
  proxy = await recordingProxy(new Map([['/a', articlePage(article)]]));
  folder = mkdtempSync(join(tmpdir(), 'allegedly-'));
  browser = await launchExtension({
    port: proxy.port,
    args: [`--proxy-server=http://127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>', `--log-net-log=${logFile()}`],
  });
  origin = await extensionOrigin(browser);
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(NEWS);
  await marksOf(page);
});
afterAll(async () => {
  if (browser?.connected) await browser.close();
  await proxy?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A page of the extension in a tab of its own, that speaks of the article's tab. */
async function ownPage(name: 'sidepanel' | 'popup'): Promise<Page> {
  const own = await browser.newPage();
  await own.goto(`${origin}/${name}.html?tab=${await tabIdOf(browser, NEWS)}`);
  return own;
}

declare const chrome: { storage: Record<'local' | 'session', { get(key: null): Promise<object> }> };

/** Everything that the extension keeps, as text. */
async function kept(): Promise<string> {
  const own = await ownPage('popup');
  const everything = await own.evaluate(async () => {
    const opened = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await opened(indexedDB.open('allegedly'));
    const records = await Promise.all([...db.objectStoreNames].map((name) => opened(db.transaction(name).objectStore(name).getAll())));
    db.close();
    return JSON.stringify([records, await chrome.storage.local.get(null), await chrome.storage.session.get(null)]);
  });
  await own.close();
  return everything;
}

const NOTE = 'a note that no page may read';

describe('a hostile page', () => {
  test('is told nothing and moves nothing, whatever it sends', async () => {
    const panel = await ownPage('sidepanel');
    const articleId = JSON.parse(await kept())[0]
      .flat()
      .find((record: { url?: string }) => record.url === NEWS).id as string;
    const envelope = (message: string, body: object) => ({ allegedly: 1, message, body });
    await panel.evaluate(
      (sent) => (globalThis as unknown as { chrome: { runtime: { sendMessage(sent: object): Promise<object> } } }).chrome.runtime.sendMessage(sent),
      envelope('note.write', { articleId, text: NOTE }),
    );
    await panel.close();
    await page.bringToFront();
    const before = await kept();
    expect(before).toContain(NOTE);
    const words = await markedWords(page);

    const heard = await page.evaluate(
      async (own, id) => {
        const heard: unknown[] = [];
        addEventListener('message', ({ data }) => heard.push(data));
        const messages = [
          ['article.delete', { articleId: id }],
          ['note.write', { articleId: id, text: 'taken over' }],
          ['annotations.set', { scope: 'everywhere', url: '', isOn: false }],
          ['outlets.set', { domains: ['evil.example'] }],
          ['page.left', { url: location.href }],
          ['statements.changed', { statements: [], words: [] }],
          ['access.ended', {}],
          ['selection.read', {}],
        ] as const;
        const runtime = (globalThis as unknown as { chrome?: { runtime?: { sendMessage?: (...words: unknown[]) => Promise<unknown> } } }).chrome?.runtime;
        for (const [message, body] of messages) {
          const sent = { allegedly: 1, message, body };
          postMessage(sent, '*');
          postMessage(JSON.stringify(sent), '*');
          for (const type of ['message', message, 'allegedly', `wxt:${message}`]) {
            for (const target of [document, window, document.documentElement]) {
              target.dispatchEvent(new CustomEvent(type, { detail: sent, bubbles: true, composed: true }));
              target.dispatchEvent(new MessageEvent(type, { data: sent, source: window, origin: own }));
            }
          }
          heard.push(await Promise.resolve(runtime?.sendMessage?.(own.split('/').at(-1), sent)).catch(() => undefined));
        }
        for (const file of ['manifest.json', 'popup.html', 'sidepanel.html?tab=1', 'tagger.bin', 'content-scripts/reader.js']) {
          heard.push(
            await fetch(`${own}/${file}`).then(
              ({ status }) => status,
              () => undefined,
            ),
          );
          const frame = document.createElement('iframe');
          frame.src = `${own}/${file}`;
          document.body.append(frame);
        }
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        for (const frame of document.querySelectorAll('iframe')) {
          heard.push(frame.contentDocument?.body?.textContent || undefined);
          frame.remove();
        }
        return heard.filter((each) => each !== undefined && !(typeof each === 'string' || (each as { allegedly?: number }).allegedly === 1));
      },
      origin,
      articleId,
    );
    expect(heard).toEqual([]);
    expect(await kept()).toBe(before);
    expect(await markedWords(page)).toBe(words);
  });

  test('finds nothing of what is kept, though it looks everywhere it can', async () => {
    await hover(page, words(await markedWords(page)));
    const found = await page.evaluate(async (note) => {
      const own = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('allegedly'));
      const globals = Object.getOwnPropertyNames(window).filter((name) => /allegedly|wxt|__ALLEG/i.test(name));
      const databases = (await indexedDB.databases()).map(({ name }) => name);
      const stored = [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie, ...((await globalThis.caches?.keys()) ?? [])].filter(
        (key) => /allegedly|wxt/i.test(key),
      );
      const seen = [document.documentElement.outerHTML, ...performance.getEntries().map(({ name }) => name)].join('\n');
      return {
        roots: own.map(({ shadowRoot, childNodes }) => [shadowRoot, childNodes.length]),
        globals,
        databases,
        stored,
        hasNote: seen.includes(note),
        addresses: seen.match(/chrome-extension:\/\/\w+/g),
      };
    }, NOTE);
    expect(found).toEqual({ roots: [[null, 0]], globals: [], databases: [], stored: [], hasNote: false, addresses: null });
    await withoutCard(page);
  });
});

/** The first words of what is marked. */
function words(marked: string): string {
  return marked.split(' ⁄ ')[0] ?? '';
}

/** What the page itself asks for. */
const OF_PAGE = /^http:\/\/news\.example\/(?:a|asked-by-the-page|favicon\.ico)$/;

describe('from install to export', () => {
  test('a page of ours may ask for nothing, even if it would', async () => {
    const panel = await ownPage('sidepanel');
    const reached = await panel.evaluate(async (address) => {
      const element = (name: string, words: object) =>
        new Promise<boolean>((resolve) => {
          const made = Object.assign(document.createElement(name), { onload: () => resolve(true), onerror: () => resolve(false) }, words);
          document.head.append(made);
          setTimeout(() => resolve(false), 500);
        });
      navigator.sendBeacon(`${address}/beacon`, 'x');
      try {
        new WebSocket(address.replace('http', 'ws'));
        new EventSource(`${address}/events`);
      } catch {
        // Refused at once, as well.
      }
      return Promise.all([
        fetch(`${address}/fetch`, { mode: 'no-cors' }).then(
          () => true,
          () => false,
        ),
        ...[element('img', { src: `${address}/image` }), element('script', { src: `${address}/script` })],
        ...[element('link', { rel: 'stylesheet', href: `${address}/style` }), element('iframe', { src: `${address}/frame` })],
      ]);
    }, 'http://asked.example');
    // A frame that is refused loads an empty page.
    expect(reached.slice(0, -1)).toEqual([false, false, false, false]);
    expect(proxy.requests.filter((request) => request.includes('asked.example'))).toEqual([]);
    await panel.close();
  });

  test('every request that leaves the browser is one of the page’s own', async () => {
    await useAll();
    // The page asks for something from within too, so that a record that sees nothing would be noticed.
    await page.evaluate(() => fetch('/asked-by-the-page').catch(() => undefined));
    await browser.close();

    const logged = requestsIn(logFile());
    const hostOf = (address: string) => URL.parse(address)?.hostname ?? '';
    expect(logged).toContainEqual({ url: 'http://news.example/asked-by-the-page', initiator: 'http://news.example', isNavigation: false });
    expect(proxy.requests).toContain('GET http://news.example/asked-by-the-page');
    // On behalf of the extension nothing, on that of pages and as addresses gone to the page's own alone.
    expect(logged.filter(({ initiator }) => initiator?.startsWith('chrome-extension:'))).toEqual([]);
    expect(logged.filter(({ url, initiator, isNavigation }) => (initiator !== undefined || isNavigation) && !OF_PAGE.test(url))).toEqual([]);
    // And what the proxy saw beyond these is the browser's own: its updates, its accounts, its look at downloads.
    const ofBrowser = new Set(logged.filter(({ initiator, isNavigation }) => initiator === undefined && !isNavigation).map(({ url }) => hostOf(url)));
    expect([...ofBrowser].filter((host) => host.endsWith('.example'))).toEqual([]);
    const strays = proxy.requests
      .map((request) => request.replace(/^CONNECT (\S+)$/, 'CONNECT https://$1/').replace(/^\w+ /, ''))
      .filter((address) => !OF_PAGE.test(address) && !ofBrowser.has(hostOf(address)));
    expect(strays).toEqual([]);
  });
});

/** Every view of the sidebar, every export, popup and welcome page. */
async function useAll(): Promise<void> {
  const panel = await ownPage('sidepanel');
  await panel.waitForSelector('[role=tab]');
  for (const tab of await panel.$$('[role=tab]')) {
    await tab.click();
    await panel.waitForNetworkIdle({ idleTime: 200 });
  }
  await panel.waitForSelector('.library-row h2');
  await panel.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  for (const format of await panel.$$eval('.data-tool select option', (options) => options.map(({ value }) => value))) {
    await panel.select('.data-tool select', format);
    await panel.waitForSelector('#export:not([disabled])');
    await panel.click('#export');
    await panel.waitForSelector('#export:not([disabled])');
  }
  const popup = await ownPage('popup');
  await popup.waitForSelector('.switch');
  const welcome = await browser.newPage();
  await welcome.goto(`${origin}/welcome.html`);
}
