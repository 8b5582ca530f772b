/**
 * Starts a browser with the built extension loaded, for the demonstration and the end-to-end tests.
 * Host names under `.example` lead to a page server on this machine.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { needBrowser } from './install-browser.ts';

/** The build for tests and the demonstration: the one with the hosts granted. */
export const EXTENSION_FOLDER = join(import.meta.dirname, '../.output/chrome-mv3-granted');

export interface LaunchOptions {
  readonly port: number;
  readonly isHeadless?: boolean;
  /** A profile that outlives the browser; without one it is new and thrown away. */
  readonly profile?: string;
  readonly folder?: string;
  /** The browser's language, BCP 47. */
  readonly language?: string;
  /** Further words for the browser's command line. */
  readonly args?: readonly string[];
  /** The background's worker is not attached to, so that it can fall asleep. */
  readonly isWorkerLeftAlone?: boolean;
}

export async function launchExtension({
  port,
  isHeadless = true,
  profile,
  folder = EXTENSION_FOLDER,
  language,
  args = [],
  isWorkerLeftAlone = false,
}: LaunchOptions): Promise<Browser> {
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`There is no built extension in ${folder}. Run: npx wxt build --mode granted`);
  return puppeteer.launch({
    executablePath: needBrowser().executablePath,
    headless: isHeadless,
    pipe: true,
    enableExtensions: [folder],
    defaultViewport: null,
    ...(isWorkerLeftAlone ? { targetFilter: (target: { type(): string }) => target.type() !== 'service_worker' } : {}),
    ...(profile === undefined ? {} : { userDataDir: profile }),
    // On Linux the interface's language is that of the environment, elsewhere that of the switch.
    ...(language === undefined ? {} : { env: { ...process.env, LANGUAGE: language } }),
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1280,900',
      ...(language ? [`--lang=${language}`] : []),
      `--host-resolver-rules=MAP *.example 127.0.0.1:${port}`,
      ...args,
    ],
  });
}

/** The extension's background worker. */
export function workerTarget(browser: Browser): Promise<Target> {
  return browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension://'), { timeout: 20_000 });
}

/** `chrome-extension://…`, without a slash at its end. */
export async function extensionOrigin(browser: Browser): Promise<string> {
  // Not `URL.origin`: that is "null" for schemes that are not the web's.
  return (await workerTarget(browser)).url().split('/').slice(0, 3).join('/');
}

/** The real side panel, once it has been opened. */
export async function sidePanel(browser: Browser): Promise<Page> {
  const target = await browser.waitForTarget((each) => each.url().endsWith('/sidepanel.html'), { timeout: 20_000 });
  return target.asPage();
}

/** Names of the highlights that a page carries, with the words of their ranges, as the page itself sees them. */
export function highlightsOf(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].filter(([name]) => name.startsWith('allegedly-')).map(([name, highlight]) => [name, [...highlight].map((range) => range.toString())]),
    ),
  );
}

/** The one call of the extension's own interface that is made from outside, within its worker. */
declare const chrome: {
  tabs: { query(filter: { url: string }): Promise<{ id?: number }[]> };
  storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
};

/** So often, and so long after each time in ms, the worker is asked that may just have been stopped. */
const ASKED = 40;
const AGAIN_AFTER_MS = 250;

/** The number of the tab that shows an address. Throws where there is none. */
export async function tabIdOf(browser: Browser, address: string): Promise<number> {
  for (let time = 1; ; time++) {
    try {
      const worker = await (await workerTarget(browser)).worker();
      const id = await worker?.evaluate(async (url) => (await chrome.tabs.query({ url: `${url}*` }))[0]?.id, address);
      if (id === undefined) throw new Error(`No tab shows ${address}.`);
      return id;
    } catch (error) {
      // A worker that has been stopped may still be listed, and answers no more; the next one will.
      if (time === ASKED) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    }
  }
}

/** Waits until the sidebar in `panel` shows every statement of the tab's article: a long list is rendered step by step. */
export async function wholeList(panel: Page, tabId: number): Promise<void> {
  await panel.waitForFunction(
    async (key) => {
      const state = (await chrome.storage.session.get(key))[key] as { readonly statements: number } | undefined;
      return state !== undefined && document.querySelectorAll('.statement').length === state.statements;
    },
    { timeout: 30_000, polling: 50 },
    `tab:${tabId}`,
  );
}
