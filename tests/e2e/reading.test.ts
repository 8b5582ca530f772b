import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { tabIdOf, workerTarget } from '../../scripts/launch-extension.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';
import { type Extension, markedWords, marksOf, startExtension } from '../support/extension.ts';
import { seedArticle } from '../support/seed.ts';

const seed = seedArticle();
const fixtures = fixtureArticles();
const lookAlike = fixtures.find(({ id }) => id === 'no-apple-2021');
const unrelated = fixtures.find(({ id }) => id === 'no-sports');
const second = fixtures.find(({ id }) => id === 'injunction-2025');
if (!lookAlike || !unrelated || !second) throw new Error('A fixture article is missing.');

let extension: Extension;
beforeAll(async () => {
  extension = await startExtension([
    ['/seed', articlePage(seed.page)],
    ['/look-alike', articlePage(lookAlike)],
    ['/unrelated', articlePage(unrelated)],
    ['/second', articlePage(second)],
  ]);
});
afterAll(() => extension?.close());

declare const chrome: { action: { getBadgeText(of: { tabId: number }): Promise<string> } };

/** What stands on the toolbar icon for the page's tab. */
async function badgeOf(page: Page): Promise<string> {
  const tabId = await tabIdOf(extension.browser, page.url());
  const worker = await (await workerTarget(extension.browser)).worker();
  return (await worker?.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId)) ?? '';
}

/** How many records the extension's store holds. */
async function stored(): Promise<{ articles: number; statements: number }> {
  const page = await extension.browser.newPage();
  await page.goto(`${extension.origin}/popup.html`);
  const counts = await page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'allegedly')) return { articles: 0, statements: 0 };
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('allegedly');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const count = (name: string) =>
      new Promise<number>((resolve, reject) => {
        if (!db.objectStoreNames.contains(name)) return resolve(0);
        const request = db.transaction(name).objectStore(name).count();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const result = { articles: await count('articles'), statements: await count('statements') };
    db.close();
    return result;
  });
  await page.close();
  return counts;
}

describe('pages that are about something else', () => {
  test.each(['/look-alike', '/unrelated'])('%s: nothing is marked, added or stored', async (path) => {
    const page = await extension.open(path);
    // Longer than the gate's second look and a reading take together.
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    const state = await page.evaluate(() => ({ marks: [...CSS.highlights.keys()], own: document.querySelectorAll('allegedly-chip').length }));
    expect(state).toEqual({ marks: [], own: 0 });
    expect(await badgeOf(page)).toBe('');
    expect(await stored()).toEqual({ articles: 0, statements: 0 });
    await page.close();
  });
});

describe(`an article about the case (${seed.origin})`, () => {
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    page = await extension.browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.evaluateOnNewDocument(() => {
      const seen = { records: 0, shift: 0 };
      Object.assign(window, { seen });
      addEventListener('DOMContentLoaded', () => {
        new MutationObserver((records) => {
          const isOurs = ({ addedNodes, removedNodes }: MutationRecord) => [...addedNodes, ...removedNodes].every((node) => node.nodeName === 'ALLEGEDLY-CHIP');
          seen.records += records.filter((record) => record.type !== 'childList' || !isOurs(record)).length;
        }).observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
      });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('http://news.example/seed');
  });

  test('its statements are marked in their kinds', async () => {
    const marks = await marksOf(page);
    const found = seed.expected.filter(({ kinds, words }) =>
      kinds.some((kind) => Object.entries(marks).some(([name, marked]) => name.startsWith(`allegedly-${kind}-`) && sharesWords(marked.join(' '), words))),
    );
    expect(found.length, `of ${seed.expected.length}`).toBeGreaterThanOrEqual(Math.ceil((seed.expected.length * 14) / 18));
  });

  test('its plain facts and promotions are not', async () => {
    const words = await markedWords(page);
    for (const plain of seed.plain) expect(words).not.toContain(plain);
  });

  test('the page’s own tree is untouched, nothing has moved, nothing complains', async () => {
    await marksOf(page);
    expect(await page.evaluate(() => (window as unknown as { seen: object }).seen)).toEqual({ records: 0, shift: 0 });
    expect(await page.evaluate(() => document.body.querySelectorAll('allegedly-chip').length)).toBe(0);
    expect(problems).toEqual([]);
  });

  test('the count stands on the icon and is the number of stored statements', async () => {
    await marksOf(page);
    const { articles, statements } = await stored();
    expect(articles).toBe(1);
    expect(await badgeOf(page)).toBe(String(statements));
  });

  test('opening it again under a tracking address stores nothing twice', async () => {
    const before = await stored();
    const again = await extension.open('/seed?utm_source=newsletter#top');
    await marksOf(again);
    await again.close();
    expect(await stored()).toEqual(before);
  });
});

describe('single-page sites', () => {
  test('another route loses the marks of the old one, and gets its own', async () => {
    const page = await extension.open('/seed');
    await marksOf(page);
    await page.evaluate(async () => {
      history.pushState({}, '', '/second');
      const html = await (await fetch('/second')).text();
      document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
      document.title = 'Second';
      for (const element of document.head.querySelectorAll('meta[property], script')) element.remove();
    });
    await page.waitForFunction(
      (words) => [...CSS.highlights.values()].some((highlight) => [...highlight].some((range) => words.includes(range.toString()))),
      { timeout: 20_000, polling: 100 },
      second.paragraphs.join(' '),
    );
    const text = seed.page.paragraphs.join(' ');
    for (const marks of Object.values(await marksOf(page))) for (const words of marks.filter(({ length }) => length > 20)) expect(text).not.toContain(words);
    await page.close();
  });

  test('a framework that renders the article anew gets its marks back', async () => {
    const page = await extension.open('/second');
    const before = await markedWords(page);
    await page.evaluate(() => {
      const article = document.querySelector('article');
      if (article) article.outerHTML = `${article.outerHTML}`;
    });
    await page.waitForFunction(
      (count) => [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).filter((range) => !(range as Range).collapsed).length >= count,
      { timeout: 20_000, polling: 100 },
      before.split(' ⁄ ').length,
    );
    expect(await markedWords(page)).toBe(before);
    await page.close();
  });
});

/** Whether at least two thirds of the expected words are among those marked. */
function sharesWords(marked: string, expected: string): boolean {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const all = ` ${wordsOf(marked).join(' ')} `;
  const pairs = wordsOf(expected)
    .slice(1)
    .map((word, index) => `${wordsOf(expected)[index]} ${word}`);
  return pairs.filter((pair) => all.includes(` ${pair} `)).length >= (pairs.length * 2) / 3;
}
