/** Two cases in one store: an article of the second is read, marked and shown with its own record; the reader may look at the other. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';
import { type Extension, markedWords, marksOf, startExtension } from '../support/extension.ts';
import { hover } from '../support/own-root.ts';

const first = fixtureArticles().find(({ sample }) => sample);
const second = fixtureArticles().find(({ id }) => id === 'other-epic-contempt-2025');
if (!first || !second) throw new Error('A fixture article is missing.');

let extension: Extension;
let page: Page;
let panel: Page;
beforeAll(async () => {
  extension = await startExtension([
    ['/first', articlePage(first)],
    ['/second', articlePage(second)],
  ]);
  await marksOf(await extension.open('/first'));
  page = await extension.open('/second');
  await marksOf(page);
  panel = await extension.openPanelFor(page);
  await panel.waitForSelector('.statement', { timeout: 20_000 });
});
afterAll(() => extension?.close());

/** Waits until a text stands in a tab's panel. */
const shows = (view: string, words: string) =>
  panel.waitForFunction(
    (id: string, text: string) => document.getElementById(`panel-${id}`)?.textContent?.includes(text),
    { timeout: 20_000, polling: 100 },
    view,
    words,
  );

const choose = (id: string, view: string) => panel.select(`#panel-${view} .case-choice select`, id);

describe('an article of the second case', () => {
  test('is marked with what its parties and the court say', async () => {
    const words = await markedWords(page);
    expect(words).toContain('chose the most anticompetitive way at every turn');
    expect(words).toContain('We strongly disagree with the decision');
  });

  test('stands in the sidebar with its own speakers', async () => {
    await shows('article', 'Epic Games');
    await shows('article', 'Judge Gonzalez Rogers');
  });

  test('has its case’s timeline and disputes', async () => {
    await panel.click('#tab-timeline');
    await shows('timeline', 'Epic Games v. Apple');
    await shows('timeline', 'Apple is held in contempt');
    await panel.click('#tab-disputes');
    await shows('disputes', 'May Apple take a commission on what is bought through links?');
  });

  test('and lets the reader look at the other case and its library', async () => {
    await choose('whatsapp-v-nso', 'disputes');
    await shows('disputes', 'How many people or devices were targeted through WhatsApp?');
    await panel.click('#tab-library');
    await shows('library', first.title);
    expect(await panel.$eval('#panel-library', (element) => element.textContent)).not.toContain(second.title);
    await choose('epic-v-apple', 'library');
    await shows('library', second.title);
  });

  test('has cards that know its record: the other side, and what was found', async () => {
    const { card } = await hover(page, 'the fee and the warning screens made the links useless');
    for (const part of [/Epic Games/, /Plaintiff/, /The other side/, /Apple/]) expect(card.text).toMatch(part);
  });
});
