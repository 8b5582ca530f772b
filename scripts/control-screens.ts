/** Pictures of popup, options and welcome, in the looks that `scripts/screens.ts` asks for. */
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { extensionOrigin } from './launch-extension.ts';

interface ControlPage {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** There once the page has everything that it shows. */
  readonly ready: string;
}

/** `tabId` is the tab of which the popup speaks. */
function controlPages(tabId: number): ControlPage[] {
  return [
    { name: 'popup', path: `popup.html?tab=${tabId}`, width: 368, height: 560, ready: '.side-counts' },
    { name: 'options', path: 'options.html', width: 1000, height: 1500, ready: '.shortcuts kbd' },
    { name: 'welcome', path: 'welcome.html', width: 1000, height: 1250, ready: '[data-found]' },
  ];
}

/** Takes all three into a folder; `look` ends their files' names. */
export async function takeControlPages(browser: Browser, tabId: number, folder: string, look: string, isDark: boolean): Promise<void> {
  const origin = await extensionOrigin(browser);
  for (const { name, path, width, height, ready } of controlPages(tabId)) {
    const page: Page = await browser.newPage();
    await page.setViewport({ width, height, deviceScaleFactor: 1.5 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' }]);
    await page.goto(`${origin}/${path}`);
    await page.waitForSelector(ready, { timeout: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await page.screenshot({ path: join(folder, `${name}-${look}.webp`) as `${string}.webp`, quality: 80, fullPage: name !== 'options' });
    console.log(`${name}-${look}.webp`);
    await page.close();
  }
}
