/**
 * The five pictures for the stores, 1280 × 800, of the running extension: `npm run screens:store` writes docs/store/; `--brief` writes
 * the first one to build/. Needs a build: `npx wxt build --mode granted`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { fixtureArticles } from '../tests/fixtures/articles/load.ts';
import { articlePage } from './article-page.ts';
import { isBrief, sampleOf } from './brief.ts';
import { extensionOrigin, launchExtension, tabIdOf, workerTarget } from './launch-extension.ts';
import { servePages } from './serve-pages.ts';

const FOLDER = join(import.meta.dirname, isBrief ? '../build/store' : '../docs/store');
const HEIGHT = 800;
/** Of the sidebar's page; what it leaves of 1280 is the article's. */
const PANEL = 400;
const ARTICLES = ['verdict-2025-sample', 'liability-2024-flash', 'injunction-2025', 'dismissal-2020-ruling', 'complaint-2019-wire'];

interface Shot {
  readonly name: string;
  readonly isDark?: boolean;
  /** The tab of the sidebar that is shown; the article alone without one. */
  readonly view?: 'article' | 'timeline' | 'disputes' | 'library';
  /** Run in the sidebar's page before. */
  readonly prepare?: string;
  /** Whether a card is open over a denial. */
  readonly hasCard?: boolean;
}

const SHOTS: readonly Shot[] = [
  { name: '1-who-says-what', view: 'article' },
  { name: '2-card', hasCard: true },
  { name: '3-timeline', view: 'timeline', prepare: "document.querySelector('#article-place')?.scrollIntoView({ block: 'center' })" },
  { name: '4-disputes', view: 'disputes', isDark: true, prepare: "document.querySelectorAll('.dispute > summary')[1]?.click()" },
  { name: '5-library', view: 'library' },
];

async function main(): Promise<void> {
  const articles = fixtureArticles().filter(({ id }) => ARTICLES.includes(id));
  const server = await servePages(articles.map((article) => [`/${article.id}`, articlePage(article)] as const));
  server.pages.set('/frame', '<!doctype html><style>body{margin:0;display:flex}img{display:block}</style>');
  const browser = await launchExtension({ port: server.port });
  try {
    await (await workerTarget(browser)).worker();
    for (const id of sampleOf(ARTICLES, 1).toReversed()) await read(browser, `http://news.example/${id}`);
    const page = (await browser.pages()).at(-1);
    if (!page) throw new Error('No article was opened.');
    const panel = await browser.newPage();
    await panel.goto(`${await extensionOrigin(browser)}/sidepanel.html?tab=${await tabIdOf(browser, page.url())}`);
    await panel.waitForSelector('.statement');
    const frame = await browser.newPage();
    await frame.goto('http://frame.example/frame');
    await frame.setViewport({ width: 1280, height: HEIGHT });
    mkdirSync(FOLDER, { recursive: true });
    for (const shot of sampleOf(SHOTS, 1)) await take(shot, page, panel, frame);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function read(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-')), { polling: 100, timeout: 60_000 });
}

async function take({ name, isDark, view, prepare, hasCard }: Shot, page: Page, panel: Page, frame: Page): Promise<void> {
  const scheme = [{ name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' }];
  await page.bringToFront();
  await page.setViewport({ width: view ? 1280 - PANEL : 1280, height: HEIGHT });
  await page.emulateMediaFeatures(scheme);
  await page.reload();
  await page.waitForFunction(() => [...CSS.highlights.keys()].some((key) => key.startsWith('allegedly-')), { polling: 100, timeout: 60_000 });
  if (hasCard) await openCard(page);
  await pause(1_200);
  const pictures = [await page.screenshot({ encoding: 'base64' })];
  if (view) {
    await panel.bringToFront();
    await panel.setViewport({ width: PANEL, height: HEIGHT });
    await panel.emulateMediaFeatures(scheme);
    await panel.waitForSelector(`#tab-${view}`);
    await panel.evaluate((id) => document.getElementById(id)?.click(), `tab-${view}`);
    await panel.waitForSelector({ article: '.statement', timeline: '#article-place', disputes: '.dispute', library: '.library-row h2' }[view]);
    if (prepare) await panel.evaluate(prepare);
    await pause(1_200);
    pictures.push(await panel.screenshot({ encoding: 'base64' }));
  }
  await frame.bringToFront();
  await frame.evaluate(async (images) => {
    document.body.replaceChildren(...images.map((data) => Object.assign(new Image(), { src: `data:image/png;base64,${data}` })));
    await Promise.all([...document.images].map((image) => image.decode()));
  }, pictures);
  writeFileSync(join(FOLDER, `${name}.png`), await frame.screenshot());
  console.log(`${name}.png`);
}

/** Rests the pointer on the first denial that has room above it. */
async function openCard(page: Page): Promise<void> {
  const at = await page.evaluate(() => {
    const ranges = [...CSS.highlights].filter(([name]) => name.startsWith('allegedly-denial-')).flatMap(([, highlight]) => [...highlight] as Range[]);
    ranges.sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y);
    ranges[1]?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const box = ranges[1]?.getClientRects()[0];
    return box ? { x: box.x + 30, y: box.y + box.height / 2 } : undefined;
  });
  if (!at) throw new Error('The article has no denial.');
  await page.mouse.move(at.x - 4, at.y);
  await page.mouse.move(at.x, at.y);
  await page.waitForFunction(() => [...CSS.highlights.keys()].some((key) => key.startsWith('allegedly-active')), { polling: 100 });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

await main();
