/**
 * Faults of the whole: the browser killed in the middle of writes, a disk that is full, a damaged record. `npm run faults` kills the browser
 * more often.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleOfText } from '../../model/article.ts';
import { articlePage } from '../../scripts/article-page.ts';
import { workerTarget } from '../../scripts/launch-extension.ts';
import { sampleArticle } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension } from '../support/extension.ts';
import { type Asker, bundledClient, contentAsker, pageAsker, readKept } from '../support/own-contexts.ts';

const isFull = process.env['ALLEGEDLY_FAULTS'] === 'full';
const KILLS = isFull ? 10 : 1;
/** Rounds of writes that are acknowledged before the browser is killed. */
const WRITES = 4;

const sample = sampleArticle();
const POLL = { timeout: 60_000, interval: 500 };
const PAGES = [['/sample', articlePage(sample)]] as const;
const TEXT = `${sample.title}\n${sample.paragraphs.join('\n')}`;
const readingAt = (url: string) => ({ article: articleOfText(TEXT, { url, title: sample.title }) });

let client: string;
beforeAll(async () => {
  client = await bundledClient();
});

async function opened(extension: Extension): Promise<{ page: Page; panel: Page; content: Asker; own: Asker }> {
  const page = await extension.open('/sample');
  await marksOf(page);
  const panel = await extension.openPanelFor(page);
  await panel.waitForSelector('.statement');
  return { page, panel, content: await contentAsker(page, client), own: await pageAsker(panel, client) };
}

describe('the browser is killed in the middle of writes', () => {
  const profile = mkdtempSync(join(tmpdir(), 'allegedly-killed-'));
  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  test('what was said to be stored is there, no article is there by half, and it goes on', async () => {
    const acknowledged = new Set<string>();
    let rounds = 0;
    for (; rounds < KILLS; rounds++) {
      const extension = await startExtension(PAGES, profile);
      const { content, own, panel } = await opened(extension);
      await expectWhole(panel, acknowledged);
      const ended = new Promise((resolve) => extension.browser.process()?.once('exit', resolve));
      // Until the browser is gone, which is while the next ones are being written, each of these fails or hangs at last.
      const writing = async () => {
        for (let at = 0; ; at++) {
          if (at === WRITES) setTimeout(() => extension.browser.process()?.kill('SIGKILL'), (7 * rounds) % 50);
          const url = `http://news.example/story?id=${rounds}-${at}`;
          const [read, noted] = await Promise.all([content.ask('article.read', readingAt(url)), own.ask('note.write', noteOf(`${rounds}-${at}`))]);
          if ('answer' in read) acknowledged.add(`https://news.example/story?id=${rounds}-${at}`);
          if ('answer' in noted) acknowledged.add(`note ${rounds}-${at}`);
        }
      };
      await Promise.race([writing().catch(() => undefined), ended]);
      await ended;
      await extension.server.close();
    }
    const extension = await startExtension(PAGES, profile);
    const { panel } = await opened(extension);
    await expectWhole(panel, acknowledged);
    expect(acknowledged.size).toBeGreaterThanOrEqual(2 * WRITES * rounds);
    console.log(`browser killed: ${rounds} times, ${acknowledged.size} acknowledged writes, all there`);
    await extension.close();
  });

  const noteOf = (statementId: string) => ({ articleId: 'https://news.example/sample', statementId, text: `note ${statementId}` });

  async function expectWhole(panel: Page, acknowledged: ReadonlySet<string>): Promise<void> {
    const { articles = [], statements = [], notes = [] } = (await readKept(panel)).tables;
    const stored = new Set([...articles.map(({ id }) => id), ...notes.map(({ text }) => text)]);
    expect([...acknowledged].filter((each) => !stored.has(each))).toEqual([]);
    const counts = Map.groupBy(statements, ({ articleId }) => articleId);
    expect(articles.filter(({ id, statementCount }) => (counts.get(id)?.length ?? 0) !== statementCount)).toEqual([]);
    expect([...counts.keys()].filter((id) => !stored.has(id))).toEqual([]);
  }
});

describe('one browser', () => {
  let extension: Extension;
  beforeAll(async () => {
    extension = await startExtension(PAGES);
  });
  afterAll(() => extension?.close());

  test('no room left: the page is marked, the reader told with a way out, and once there is room it is stored', async () => {
    const { panel: first, content, page } = await opened(extension);
    const session = await page.createCDPSession();
    const url = 'http://news.example/no-room';
    const article = { ...readingAt(url).article, title: 'x'.repeat(3_900) };
    await session.send('Storage.overrideQuotaForOrigin', { origin: extension.origin, quotaSize: 1 });
    // What the browser has allotted to an open database it does not ask about again for half a minute.
    await first.close();
    await (await (await workerTarget(extension.browser)).worker())?.close();
    const read = async () => (await content.ask('article.read', { article })) as { answer?: { statements: unknown[]; articleId?: string } };
    await expect.poll(async () => (await read()).answer, POLL).not.toHaveProperty('articleId');
    const outcome = await read();
    expect(outcome).toMatchObject({ answer: { verdict: { status: 'about' } } });
    expect(outcome.answer?.statements.length).toBeGreaterThan(3);
    const panel = await extension.openPanelFor(page);
    await panel.waitForSelector('.store-notice[data-kind="trouble"] #save-backup');
    const popup = await extension.openPopupFor(page);
    expect(await popup.waitForSelector('#store-trouble').then((element) => element?.evaluate((each) => each.textContent))).toMatch(/no room/);
    await popup.close();
    await session.send('Storage.overrideQuotaForOrigin', { origin: extension.origin });
    await expect.poll(read, POLL).toMatchObject({ answer: { articleId: 'https://news.example/no-room' } });
    await panel.waitForFunction(() => !document.querySelector('.store-notice[data-kind="trouble"]'), { polling: 100 });
    await Promise.all([panel.close(), page.close()]);
  });

  test('a damaged record: the others are shown, and the reader is told', async () => {
    const { panel, page } = await opened(extension);
    const before = await panel.$$eval('.statement', ({ length }) => length);
    await panel.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('allegedly');
          request.onerror = reject;
          request.onsuccess = () => {
            const store = request.result.transaction('statements', 'readwrite').objectStore('statements');
            store.index('articleId').getAll('https://news.example/sample').onsuccess = ({ target }) => {
              const [first] = (target as IDBRequest<Record<string, unknown>[]>).result;
              store.put({ ...first, contentSpans: 'damaged' }).onsuccess = () => {
                request.result.close();
                resolve(undefined);
              };
            };
          };
        }),
    );
    await panel.reload();
    await panel.waitForSelector('.store-notice[data-kind="oddities"]');
    await panel.waitForFunction((left) => document.querySelectorAll('.statement').length === left, { polling: 100 }, before - 1);
    await panel.$eval('#forget-oddities', (button) => (button as HTMLElement).click());
    await panel.waitForFunction(() => !document.querySelector('.store-notice'), { polling: 100 });
    await Promise.all([panel.close(), page.close()]);
  });
});
