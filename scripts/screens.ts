/**
 * Pictures of every view of the sidebar, and of popup, options and welcome, for people to look at: `npm run screens` writes docs/screens/,
 * `npm run screens control` the latter alone, `--brief` one look of them to build/. The store is the generated one, with the sample article read. Needs a build: `npx wxt build --mode granted`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { CaseFile } from '../model/case-file.ts';
import { sampleArticle } from '../tests/fixtures/articles/load.ts';
import { articlePage } from './article-page.ts';
import { amount, isBrief, sampleOf, words } from './brief.ts';
import { takeControlPages } from './control-screens.ts';
import { fillStore, generateStore } from './generate-store.ts';
import { extensionOrigin, launchExtension, tabIdOf, workerTarget } from './launch-extension.ts';
import { servePages } from './serve-pages.ts';

const ROOT = join(import.meta.dirname, '..');
const SCREENS = join(ROOT, isBrief ? 'build/screens' : 'docs/screens');
const ADDRESS = 'http://news.example/sample';
const VIEWS = ['article', 'timeline', 'disputes', 'library'] as const;

/** What is done in a view before its picture is taken. */
const PREPARE: Readonly<Partial<Record<(typeof VIEWS)[number], string>>> = {
  article: "document.querySelector('.verdict summary')?.click()",
  disputes: "document.querySelectorAll('.dispute > summary')[1]?.click()",
};

interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly isDark?: boolean;
  /** BCP 47; the browser is started in it. */
  readonly language?: string;
}

const LOOKS: readonly Look[] = [
  { name: 'light', width: 400, height: 900 },
  { name: 'dark', width: 400, height: 900, isDark: true },
  { name: 'narrow', width: 320, height: 900 },
  { name: 'tab', width: 1100, height: 900 },
];

const CONTROL_LOOKS: ReadonlySet<string> = new Set(['light', 'dark', 'hebrew']);

async function main(): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await pictures(sampleOf(LOOKS, 1));
  if (!isBrief) await pictures([{ name: 'hebrew', width: 400, height: 900, language: 'he' }]);
}

/** Takes every view in looks that share a language. */
async function pictures(looks: readonly Look[]): Promise<void> {
  const server = await servePages([['/sample', articlePage(sampleArticle())]]);
  const language = looks[0]?.language;
  const browser = await launchExtension({ port: server.port, ...(language ? { language } : {}) });
  try {
    const panel = await openPanel(browser);
    const tabId = await tabIdOf(browser, ADDRESS);
    for (const look of looks) {
      if (CONTROL_LOOKS.has(look.name)) await takeControlPages(browser, tabId, SCREENS, look.name, look.isDark === true);
      if (!words.includes('control')) await take(panel, look);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function openPanel(browser: Browser): Promise<Page> {
  await (await workerTarget(browser)).worker();
  const page = await browser.newPage();
  await page.goto(ADDRESS);
  await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-')), { polling: 100, timeout: 60_000 });
  const panel = await browser.newPage();
  await panel.goto(`${await extensionOrigin(browser)}/sidepanel.html?tab=${await tabIdOf(browser, ADDRESS)}`);
  await panel.waitForSelector('.statement');
  await fillStore(panel, generateStore(caseFile(), { articles: amount(300, 10), statements: amount(5_000, 50) }));
  await noteBackup(panel);
  return panel;
}

/** A backup has been saved lately, as with most readers: nothing is to be reminded of. */
async function noteBackup(panel: Page): Promise<void> {
  await panel.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('allegedly');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('meta', 'readwrite');
          transaction.objectStore('meta').put({ key: 'backup', at: Date.now() });
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

async function take(panel: Page, { name, width, height, isDark }: Look): Promise<void> {
  await panel.setViewport({ width, height, deviceScaleFactor: 1.5 });
  await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' }]);
  await panel.reload();
  await panel.waitForSelector('.statement');
  for (const view of VIEWS) {
    await panel.evaluate((id) => document.getElementById(id)?.click(), `tab-${view}`);
    await panel.waitForSelector({ article: '.statement', timeline: '.stored', disputes: '.dispute', library: '.library-row h2' }[view]);
    const prepare = PREPARE[view];
    if (prepare) await panel.evaluate(prepare);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await panel.screenshot({ path: join(SCREENS, `${view}-${name}.webp`) as `${string}.webp`, quality: 80 });
    console.log(`${view}-${name}.webp`);
  }
}

function caseFile(): CaseFile {
  return JSON.parse(readFileSync(join(ROOT, 'cases/whatsapp-v-nso/case.json'), 'utf8')) as CaseFile;
}

await main();
