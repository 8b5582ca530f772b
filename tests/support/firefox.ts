/** The built extension in a real Firefox, for the end-to-end tests: one page server, one browser, and what a test asks of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, ScreenshotClip } from 'puppeteer-core';
import { FIREFOX_ORIGIN, launchFirefox } from '../../scripts/launch-firefox.ts';
import { type PageServer, servePages } from '../../scripts/serve-pages.ts';
import { type FirefoxWindow, firefoxWindow } from './firefox-window.ts';

/** Firefox's names, called within pages of the extension. */
declare const browser: {
  tabs: { query(filter: { url: string }): Promise<{ id: number }[]> };
  storage: { session: { set(items: object): Promise<void>; remove(key: string): Promise<void> } };
  sidebarAction: { isOpen(of: object): Promise<boolean> };
};

export interface Firefox {
  readonly browser: Browser;
  readonly server: PageServer;
  readonly open: (path: string) => Promise<Page>;
  /** A page of the extension in a tab of its own, speaking of the tab that shows the other page. */
  readonly openOwn: (name: 'sidepanel' | 'popup' | 'options' | 'welcome', of: Page) => Promise<Page>;
  readonly isSidebarOpen: () => Promise<boolean>;
  /** As the background notes it when the disk is full; undefined: no longer. */
  readonly noteStoreTrouble: (trouble: 'full' | undefined) => Promise<void>;
  readonly window: FirefoxWindow;
  /** How many pixels of a part of the page differ from that part's first one. */
  readonly ink: (page: Page, clip: ScreenshotClip) => Promise<number>;
  /** Ends the browser and starts it again with the same profile. */
  readonly restart: () => Promise<Firefox>;
  readonly close: () => Promise<void>;
}

export async function startFirefox(pages: Iterable<readonly [string, string]>, profile = mkdtempSync(join(tmpdir(), 'allegedly-ff-'))): Promise<Firefox> {
  const server = await servePages([...pages, ['/blank', '<!doctype html><title>Blank</title>']]);
  const firefox = await launchFirefox({ port: server.port, profile });
  const blank = await firefox.newPage();
  await blank.goto('http://news.example/blank');
  const own = async (address: string) => {
    const page = await firefox.newPage();
    // Such pages tell the driver of no load.
    await page.goto(`${FIREFOX_ORIGIN}/${address}`, { waitUntil: [] });
    await page.waitForFunction(() => document.querySelector('main') !== null, { polling: 100 });
    return page;
  };
  const home = await own('popup.html');
  return {
    browser: firefox,
    server,
    async open(path) {
      const page = await firefox.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`http://news.example${path}`);
      return page;
    },
    async openOwn(name, of) {
      const tabId = await home.evaluate(async (url) => (await browser.tabs.query({ url }))[0]?.id, of.url());
      return own(`${name}.html?tab=${tabId}`);
    },
    window: await firefoxWindow(firefox),
    noteStoreTrouble: (trouble) =>
      home.evaluate((kind) => (kind ? browser.storage.session.set({ 'store-trouble': kind }) : browser.storage.session.remove('store-trouble')), trouble),
    isSidebarOpen: () => home.evaluate(() => browser.sidebarAction.isOpen({})),
    async ink(page, clip) {
      // Of what is in sight, as the page's own measures are; else the clip would be of the whole document.
      const picture = await page.screenshot({ encoding: 'base64', clip, captureBeyondViewport: false });
      return blank.evaluate(async (data) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        canvas?.drawImage(bitmap, 0, 0);
        const pixels = new Uint32Array(canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer ?? new ArrayBuffer(0));
        return pixels.filter((pixel) => pixel !== pixels[0]).length;
      }, picture);
    },
    async restart() {
      await firefox.close();
      await server.close();
      return startFirefox(server.pages, profile);
    },
    async close() {
      await firefox.close();
      await server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
