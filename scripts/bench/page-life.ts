/**
 * The built extension on a long page and on a page with many routes: tasks of the page's thread that take too long, and memory that does
 * not come back. Measured in one browser with the extension, and in one without it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { fixtureArticles } from '../../tests/fixtures/articles/load.ts';
import { articlePage, type PageArticle } from '../article-page.ts';
import { amount } from '../brief.ts';
import { EXTENSION_FOLDER, launchExtension, workerTarget } from '../launch-extension.ts';
import { servePages } from '../serve-pages.ts';

const WORDS = amount(20_000, 2_000);
const ROUTES = amount(200, 5);
/** The first routes fill caches that stay. */
const WARM_UP = amount(20, 2);

export const hasBuiltExtension = existsSync(join(EXTENSION_FOLDER, 'manifest.json'));

export interface LifeResult {
  readonly words: number;
  readonly marks: number;
  /** Longest task of the page's thread after it was loaded, in ms; 0 where none was longer than 50 ms. */
  readonly longestTask: number;
  /** The same page in a plain tab, opened just before. */
  readonly longestTaskWithout: number;
  readonly routes: number;
  /** Of the page's process after collecting garbage, in bytes. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

/** Measures both. Needs the build of `wxt build --mode granted`. */
export async function measurePageLife(): Promise<LifeResult> {
  const articles = fixtureArticles().filter(({ expectedVerdict }) => expectedVerdict === 'about');
  const long = longArticle(articles);
  const server = await servePages([
    ['/long', articlePage(long)],
    ['/plain', articlePage({ ...long, title: 'A quiet week', paragraphs: long.paragraphs.map(withoutNames) })],
    ...articles.slice(0, 4).map((article, number) => [`/route-${number}`, articlePage(article)] as const),
  ]);
  const browser = await launchExtension({ port: server.port });
  try {
    await (await workerTarget(browser)).worker();
    const without = await longestTask(browser, '/plain', false);
    const withMarks = await longestTask(browser, '/long', true);
    const heap = await heapOverRoutes(browser);
    return { words: wordCount(long), marks: withMarks.marks, longestTask: withMarks.longest, longestTaskWithout: without.longest, routes: ROUTES, ...heap };
  } finally {
    await browser.close();
    await server.close();
  }
}

const wordCount = ({ paragraphs }: PageArticle) => paragraphs.join(' ').split(' ').length;
/** So that the gate lets the page be. */
const withoutNames = (text: string) => text.replace(/NSO|WhatsApp|Pegasus|Meta|Facebook/g, 'Somebody');

function longArticle(articles: readonly PageArticle[]): PageArticle {
  const [first] = articles;
  if (!first) throw new Error('There is no fixture article.');
  const paragraphs: string[] = [];
  for (let words = 0, round = 0; words < WORDS; round++)
    for (const paragraph of articles.flatMap((article) => article.paragraphs)) {
      if (words >= WORDS) break;
      paragraphs.push(round === 0 ? paragraph : `${paragraph} (${round})`);
      words += paragraph.split(' ').length;
    }
  return { ...first, paragraphs };
}

async function longestTask(browser: Browser, path: string, isMarked: boolean): Promise<{ longest: number; marks: number }> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    // Tasks of loading itself are the page's own; ours begin after it.
    addEventListener('load', () =>
      setTimeout(() => new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })),
    );
  });
  await page.goto(`http://news.example${path}`);
  if (isMarked) await marked(page);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const result = await page.evaluate(() => ({
    longest: Math.max(0, ...(window as unknown as { seen: number[] }).seen),
    marks: [...CSS.highlights].filter(([name]) => name.startsWith('allegedly-')).reduce((sum, [, { size }]) => sum + size, 0),
  }));
  await page.close();
  return result;
}

function marked(page: Page): Promise<unknown> {
  return page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-')), { timeout: 60_000, polling: 100 });
}

async function heapOverRoutes(browser: Browser): Promise<{ heapBefore: number; heapAfter: number }> {
  const page = await browser.newPage();
  await page.goto('http://news.example/route-0');
  await marked(page);
  const session = await page.createCDPSession();
  const hop = (number: number) =>
    page.evaluate(
      async (path) => {
        const html = await (await fetch(path)).text();
        history.pushState({}, '', `${path}?hop=${performance.now()}`);
        document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
        document.title = path;
        await new Promise((resolve) => setTimeout(resolve, 60));
      },
      `/route-${number % 4}`,
    );
  for (let number = 1; number <= WARM_UP; number++) await hop(number);
  const heapBefore = await heapOf(session, page);
  for (let number = 1; number <= ROUTES; number++) await hop(number);
  const heapAfter = await heapOf(session, page);
  await page.close();
  return { heapBefore, heapAfter };
}

/** Bytes in use once the page has come to rest and what is not needed has been collected. */
async function heapOf(session: CDPSession, page: Page): Promise<number> {
  await marked(page).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
