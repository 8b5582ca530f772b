/**
 * Pages that stay open while something happens to their article elsewhere: it is deleted, or corrected in a tab with another text of it.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { sampleArticle } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension } from '../support/extension.ts';
import { bundledClient, pageAsker, readKept } from '../support/own-contexts.ts';

const article = sampleArticle();
const POLL = { timeout: 30_000, interval: 100 };
const CASE = 'whatsapp-v-nso';

let extension: Extension;
beforeAll(async () => {
  extension = await startExtension([['/sample', articlePage(article)]]);
});
afterAll(() => extension?.close());

const ask = async (panel: Page, message: string, body: object) => {
  const outcome = await (await pageAsker(panel, await bundledClient())).ask(message, body);
  expect(outcome).toHaveProperty('answer');
};
const storedIds = async (panel: Page) => ((await readKept(panel)).tables['articles'] ?? []).map(({ id }) => id);

test('deleted while its page is open: marked still, said in the sidebar, and not stored again unless the reader wants that', async () => {
  const page = await extension.open('/sample');
  const marks = await marksOf(page);
  const panel = await extension.openPanelFor(page);
  await panel.waitForSelector('.statement');
  const [articleId] = await storedIds(panel);
  await ask(panel, 'article.delete', { articleId });
  await panel.waitForSelector('.notice button');
  // Each of these has the page read again, by a reader that is put into it anew.
  for (const isOn of [false, true]) await ask(panel, 'case.set', { caseId: CASE, isOn });
  await page.bringToFront();
  await expect.poll(() => marksOf(page), POLL).toEqual(marks);
  await page.evaluate(() => document.querySelector('article')?.append(Object.assign(document.createElement('p'), { textContent: 'A correction was made.' })));
  await expect.poll(async () => JSON.stringify((await readKept(panel)).session), POLL).toContain('"isDeleted":true');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await storedIds(panel)).toEqual([]);
  await panel.bringToFront();
  await panel.waitForSelector('.notice button').then((button) => button?.evaluate((each) => (each as HTMLElement).click()));
  await panel.waitForSelector('.statement');
  expect(await storedIds(panel)).toEqual([articleId]);
  await ask(panel, 'store.delete', { scope: 'all' });
  await panel.waitForSelector('.notice button');
  expect(await storedIds(panel)).toEqual([]);
  await page.bringToFront();
  // What is still on its way from the old page says nothing of the new one.
  await page.reload();
  await marksOf(page);
  await expect.poll(() => storedIds(panel), POLL).toEqual([articleId]);
  await Promise.all([page.close(), panel.close()]);
});

test('two tabs with different texts of one article: a correction is kept, and both are marked rightly', async () => {
  const early = await extension.open('/sample');
  const before = await marksOf(early);
  const more = ['The verdict was the first of its kind, and it came after six years.', ...article.paragraphs];
  extension.server.pages.set('/sample', articlePage({ ...article, paragraphs: more }));
  const late = await extension.open('/sample', 'www.news.example');
  expect(await marksOf(late)).toEqual(before);
  const panel = await extension.openPanelFor(late);
  await panel.waitForSelector('.statement');
  const { tables } = await readKept(panel);
  const [articleId] = await storedIds(panel);
  const denial = tables['statements']?.find(({ kind, words }) => kind === 'denial' && String(words).length > 20);
  await ask(panel, 'statement.correct', { articleId, change: { type: 'kind', statementId: denial?.['id'], kind: 'concession' } });
  const start = String(denial?.['words']).slice(0, 20);
  const concessions = (marks: Record<string, string[]>) => Object.entries(marks).flatMap(([name, words]) => (name.includes('concession') ? words : []));
  const all = (marks: Record<string, string[]>) => Object.values(marks).flat().sort();
  for (const page of [early, late]) {
    await page.bringToFront();
    await expect.poll(async () => concessions(await marksOf(page)).some((words) => words.startsWith(start)), POLL).toBe(true);
    // The same words as before: none has slipped by the paragraph that the other text has more.
    await expect.poll(async () => all(await marksOf(page)), POLL).toEqual(all(before));
  }
  const kept = await readKept(panel);
  expect(kept.tables['articles']?.length).toBe(1);
  expect(kept.tables['corrections']?.length).toBe(1);
  expect(kept.tables['statements']?.filter(({ kind, words }) => kind === 'concession' && String(words).startsWith(start)).length).toBe(1);
});
