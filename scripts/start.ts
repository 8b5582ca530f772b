/**
 * The demonstration: builds the extension, opens a browser with it on a sample article. Where there is no display it does the same
 * unseen, prints what was found, and writes pictures of the page and the sidebar.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { sampleArticle } from '../tests/fixtures/articles/load.ts';
import { articlePage } from './article-page.ts';
import { needBrowser } from './install-browser.ts';
import { extensionOrigin, highlightsOf, launchExtension, tabIdOf, wholeList } from './launch-extension.ts';
import { servePages } from './serve-pages.ts';

const ROOT = join(import.meta.dirname, '..');
const SCREENS = join(ROOT, 'build/screens');
const ADDRESS = 'http://news.example/sample';

const hasDisplay =
  !process.env['CI'] && (process.platform === 'win32' || process.platform === 'darwin' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']));

async function main(): Promise<void> {
  const { name } = needBrowser();
  console.log('Building the extension …');
  const build = spawnSync(join(ROOT, 'node_modules/.bin/wxt'), ['build', '--mode', 'granted'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (build.status !== 0) throw new Error(`The extension could not be built:\n${build.stdout}${build.stderr}`);
  const server = await servePages([['/sample', articlePage(sampleArticle())]]);
  const browser = await launchExtension({ port: server.port, isHeadless: !hasDisplay });
  process.once('SIGINT', () => void browser.close());
  try {
    const page = await openSample(browser);
    if (hasDisplay) {
      console.log(
        `${name} is open on the sample article.\nClick the chip at the bottom right, or the toolbar icon, to open the sidebar. Close the browser to end.`,
      );
      await new Promise<void>((resolve) => void browser.once('disconnected', () => resolve()));
    } else await showUnseen(browser, page);
  } finally {
    await browser.close().catch(() => undefined);
    await server.close();
  }
}

/** Opens the sample and waits until it carries marks. */
async function openSample(browser: Browser): Promise<Page> {
  const origin = await extensionOrigin(browser);
  const page = (await browser.pages()).find((each) => !each.url().startsWith(origin)) ?? (await browser.newPage());
  await page.goto(ADDRESS);
  await page.bringToFront();
  await page
    .waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-')), { timeout: 30_000 })
    .catch(() => {
      throw new Error('The sample article was opened, but no marks appeared on it within 30 seconds.');
    });
  return page;
}

async function showUnseen(browser: Browser, page: Page): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  const panel = await browser.newPage();
  await panel.setViewport({ width: 400, height: 1100, deviceScaleFactor: 1.5 });
  // The sidebar's page in a tab of its own; it is told which tab to speak of.
  const tabId = await tabIdOf(browser, ADDRESS);
  await panel.goto(`${await extensionOrigin(browser)}/sidepanel.html?tab=${tabId}`);
  await wholeList(panel, tabId);
  const found = await panel.$$eval('.statement', (cards) =>
    cards.map((card) => ['.kind', '.speaker b', '.words'].map((part) => card.querySelector(part)?.textContent?.trim() ?? '')),
  );
  console.log(`\n${found.length} statements in “${await page.title()}”:\n`);
  for (const [kind = '', speaker = '', words = ''] of found) console.log(`${kind.padEnd(12)}${speaker.padEnd(21)} ${words}`);
  const kinds = Object.entries(await highlightsOf(page)).map(([highlight, words]) => `${highlight.replace('allegedly-', '')} ${words.length}`);
  console.log(`\nPainted on the page (ranges): ${kinds.join(', ')}\n`);
  await page.setViewport({ width: 1200, height: 1500, deviceScaleFactor: 1 });
  for (const scheme of ['light', 'dark'] as const) {
    for (const each of [page, panel]) await each.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.bringToFront();
    // The tone of the marks is chosen when they are painted.
    await page.reload();
    await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-')));
    await shoot(page, `page-${scheme}`);
    await panel.bringToFront();
    await panel.click('#tab-article');
    await panel.waitForSelector('.statement');
    await shoot(panel, `sidebar-article-${scheme}`);
    await panel.click('#tab-timeline');
    await panel.waitForSelector('.event');
    await panel.evaluate(() => document.querySelector('#article-place')?.scrollIntoView({ block: 'center' }));
    await shoot(panel, `sidebar-timeline-${scheme}`);
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = join(SCREENS, `${name}.png`) as `${string}.png`;
  await page.screenshot({ path });
  console.log(path);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
