/**
 * The built extension in a real browser, for the end-to-end tests: one page server, one browser, and what a test asks of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { extensionOrigin, highlightsOf, launchExtension, tabIdOf, workerTarget } from '../../scripts/launch-extension.ts';
import { type PageServer, servePages } from '../../scripts/serve-pages.ts';

export interface Extension {
  readonly browser: Browser;
  readonly server: PageServer;
  readonly origin: string;
  /** Opens an address under `http://news.example` (or another host), and gives its page. */
  readonly open: (path: string, host?: string) => Promise<Page>;
  /** The sidebar's page in a tab of its own, speaking of the tab that shows the address. */
  readonly openPanelFor: (page: Page) => Promise<Page>;
  readonly openPopupFor: (page: Page) => Promise<Page>;
  /** Ends the browser and starts it again with the same profile. */
  readonly restart: () => Promise<Extension>;
  readonly close: () => Promise<void>;
}

export async function startExtension(
  pages: Iterable<readonly [string, string]>,
  profile = mkdtempSync(join(tmpdir(), 'allegedly-')),
  folder?: string,
  /** The browser's language, BCP 47. */
  language?: string,
): Promise<Extension> {
  const server = await servePages(pages);
  const browser = await launchExtension({
    ...{ port: server.port, profile },
    ...(folder === undefined ? {} : { folder }),
    ...(language === undefined ? {} : { language }),
  });
  const origin = await extensionOrigin(browser);
  // The gate is registered when the worker has started; pages opened before would be missed by the test, not by readers.
  await (await workerTarget(browser)).worker();
  const openOwn = async (name: string, page: Page) => {
    const own = await browser.newPage();
    await own.goto(`${origin}/${name}.html?tab=${await tabIdOf(browser, page.url().replace(/#.*$/s, ''))}`);
    return own;
  };
  return {
    browser,
    server,
    origin,
    async open(path, host = 'news.example') {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`http://${host}${path}`);
      return page;
    },
    openPanelFor: (page) => openOwn('sidepanel', page),
    openPopupFor: (page) => openOwn('popup', page),
    async restart() {
      await browser.close();
      await server.close();
      return startExtension(server.pages, profile, folder, language);
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits until the page carries marks (by time, since frames stand still in a tab that is not seen), and gives the words of each, by highlight. */
export async function marksOf(page: Page): Promise<Record<string, string[]>> {
  await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-')), { timeout: 20_000, polling: 100 });
  return highlightsOf(page);
}

/** Waits until the page carries none. */
export async function unmarked(page: Page): Promise<void> {
  await page.waitForFunction(() => ![...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-')), { timeout: 20_000, polling: 100 });
}

/** All words that are marked, whatever their kind. */
export async function markedWords(page: Page): Promise<string> {
  return Object.values(await marksOf(page))
    .flat()
    .join(' ⁄ ');
}
