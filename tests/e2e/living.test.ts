/** Pages that change under the marks: whatever they do, every statement is shown, waiting or an orphan. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { tabIdOf, workerTarget } from '../../scripts/launch-extension.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';
import { type Extension, markedWords, marksOf, startExtension, unmarked } from '../support/extension.ts';
import { eventually } from '../support/own-root.ts';

const article = fixtureArticles().find(({ id }) => id === 'injunction-2025');
const other = fixtureArticles().find(({ id }) => id === 'quadranet-2020-tech');
if (!article || !other) throw new Error('A fixture article is missing.');
const wall = `<!doctype html><html lang="en"><title>${article.title}</title><link rel="icon" href="data:,"><main><p>We value your privacy.</p><button>Agree</button></main>`;

let extension: Extension;
beforeAll(async () => {
  extension = await startExtension([
    ['/article', articlePage(article)],
    ['/other', articlePage(other)],
    ['/wall', wall],
  ]);
});
afterAll(() => extension?.close());

interface Counts {
  readonly statements: number;
  readonly shown: number;
  readonly waiting: number;
  readonly orphans: number;
}
declare const chrome: { storage: { session: { get(key: string): Promise<Record<string, Counts>> } } };

async function countsOf(page: Page): Promise<Counts | undefined> {
  const tabId = await tabIdOf(extension.browser, page.url().replace(/#.*$/, ''));
  const worker = await (await workerTarget(extension.browser)).worker();
  return worker?.evaluate(async (key) => (await chrome.storage.session.get(key))[key], `tab:${tabId}`);
}

/** Waits until the counts are as wanted; whenever they are looked at, they add up. */
function counted(page: Page, isWanted: (counts: Counts) => boolean): Promise<Counts> {
  return eventually(async () => {
    const counts = await countsOf(page);
    if (!counts) return undefined;
    expect(counts.shown + counts.waiting + counts.orphans).toBe(counts.statements);
    return counts.statements > 0 && isWanted(counts) ? counts : undefined;
  }, 'the counts');
}

const all = ({ shown, statements }: Counts) => shown === statements;

describe('counts add up and follow', () => {
  let page: Page;
  let statements: number;
  beforeAll(async () => {
    page = await extension.open('/article');
    await page.bringToFront();
    ({ statements } = await counted(page, all));
  });
  afterAll(() => page?.close());

  test('a passage that is folded away waits, and is shown again', async () => {
    await page.evaluate(() => {
      for (const element of [...document.querySelectorAll<HTMLElement>('article > p')].slice(-4)) element.hidden = true;
    });
    const folded = await counted(page, ({ waiting }) => waiting > 0);
    expect(folded.orphans).toBe(0);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('article > p')) element.hidden = false;
    });
    expect((await counted(page, all)).statements).toBe(statements);
  });

  test('a translated page loses its marks, honestly counted, and gets them back in its own language', async () => {
    const words = await markedWords(page);
    await page.evaluate(() => {
      document.documentElement.lang = 'es';
      document.documentElement.classList.add('translated-ltr');
      for (const element of document.querySelectorAll<HTMLElement>('article > p, article > h1')) {
        Object.assign(element, { original: element.firstChild });
        const font = document.createElement('font');
        font.textContent = 'Palabras en otra lengua.';
        element.replaceChildren(font);
      }
    });
    await counted(page, ({ orphans }) => orphans === statements);
    await unmarked(page);
    await page.evaluate(() => {
      document.documentElement.lang = 'en';
      document.documentElement.classList.remove('translated-ltr');
      for (const element of document.querySelectorAll('article > p, article > h1'))
        element.replaceChildren((element as unknown as { original: Node }).original);
    });
    await counted(page, all);
    expect(await markedWords(page)).toBe(words);
  });

  test('choices of density and kind reach the page at once; what is hidden waits', async () => {
    const popup = await extension.openPopupFor(page);
    await (await popup.waitForSelector('input[name="claim"]'))?.click();
    // While it is painted anew, all of it waits for a moment.
    const without = await counted(page, ({ shown, waiting }) => shown > 0 && waiting > 0);
    await page.waitForFunction(() => ![...CSS.highlights.keys()].some((name) => name.startsWith('allegedly-claim-')), { polling: 100 });
    await (await popup.$('input[value="disputes"]'))?.click();
    const disputes = await counted(page, ({ waiting }) => waiting >= without.waiting);
    expect(disputes.orphans).toBe(0);
    await (await popup.$('input[value="everything"]'))?.click();
    await (await popup.$('input[name="claim"]'))?.click();
    expect((await counted(page, all)).statements).toBe(statements);
    await popup.close();
  });

  test('a theme that turns dark turns the marks', async () => {
    await page.evaluate(() => document.body.setAttribute('style', 'background: #101010; color: #eee'));
    await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.includes('-dark-')), { timeout: 20_000, polling: 100 });
    expect(Object.keys(await marksOf(page)).filter((name) => name.includes('-light-'))).toEqual([]);
  });
});

test('an article that comes late, behind a wall that asks for consent, is marked in full', async () => {
  const full = await extension.open('/article');
  const words = await markedWords(full);
  await full.close();
  const page = await extension.open('/wall');
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await page.evaluate(async () => {
    const html = await (await fetch('/article')).text();
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    document.querySelector('button')?.addEventListener('click', () => document.body.replaceChildren(...body.childNodes));
  });
  await page.click('button');
  await eventually(async () => (await markedWords(page).catch(() => '')) === words, 'the marks');
  await counted(page, all);
  await page.close();
});

test('infinite scroll: what is appended changes nothing of the marks above it, and is read', async () => {
  const page = await extension.open('/other');
  await page.bringToFront();
  const before = await counted(page, all);
  await page.evaluate((paragraphs) => {
    for (const text of paragraphs) document.querySelector('article')?.append(Object.assign(document.createElement('p'), { textContent: text }));
  }, article.paragraphs);
  const after = await counted(page, (counts) => counts.statements > before.statements && all(counts));
  expect(after.orphans).toBe(0);
  await page.close();
});

test('a storm of changes in the article is sat out: few looks, and the popup says so', async () => {
  const page = await extension.open('/article');
  await page.bringToFront();
  await counted(page, all);
  await page.evaluate(() => {
    const clock = document.createTextNode('0');
    document.querySelector('article')?.append(clock);
    let ticks = 0;
    Object.assign(window, { storm: setInterval(() => Object.assign(clock, { data: `Live: ${ticks++}` }), 5) });
  });
  await new Promise((resolve) => setTimeout(resolve, 22_500));
  const popup = await extension.openPopupFor(page);
  await popup.waitForFunction(() => document.body.textContent?.includes('keeps changing'), { timeout: 20_000, polling: 200 });
  await popup.close();
  await marksOf(page);
  await page.close();
});

test('a page that throws our element out has its way, keeps the marks, and the popup says so', async () => {
  const page = await extension.open('/article');
  await page.bringToFront();
  await counted(page, all);
  await page.evaluate(() => {
    new MutationObserver(() => document.querySelector('allegedly-chip')?.remove()).observe(document.documentElement, { childList: true });
    document.querySelector('allegedly-chip')?.remove();
  });
  const popup = await extension.openPopupFor(page);
  await popup.waitForFunction(() => document.body.textContent?.includes('removes Allegedly'), { timeout: 20_000, polling: 200 });
  await popup.close();
  await marksOf(page);
  await page.close();
});

test('back from another page, the tab is known again', async () => {
  const page = await extension.open('/article');
  await page.bringToFront();
  const before = await counted(page, all);
  await page.goto('http://news.example/other');
  await counted(page, all);
  await page.goBack();
  expect((await counted(page, all)).statements).toBe(before.statements);
  await page.close();
});
