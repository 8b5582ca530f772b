/** What is deleted while its page is open is not stored again from that page; a page that is loaded anew in its tab is another one. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageState } from '../../model/page-state.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../entrypoints/background/badge.ts', () => ({ showBadge: async () => undefined }));
vi.mock('../../entrypoints/background/with-store.ts', () => ({
  StoreUnusableError: class extends Error {},
  withStore: (work: () => unknown) => work(),
  withStoreFor: (_: unknown, work: () => unknown) => work(),
}));
vi.mock('../../state/cases.ts', () => ({ readActiveCases: async () => [] }));
/** How long the analysis takes is what the order of things hangs on. */
let analysed: Promise<void>;
vi.mock('../../entrypoints/background/tagger.ts', () => ({ tagger: () => analysed }));
vi.mock('../../analysis/analyse.ts', () => ({
  analyse: () => ({ verdict: { status: 'about', caseId: 'a-v-b', score: 1, reasons: [] }, attributions: [], statements: [] }),
}));
const stored = vi.fn(async (_reading: unknown) => 'article-1');
vi.mock('../../storage/articles.ts', () => ({ storeReading: (reading: unknown) => stored(reading), isStored: async () => false }));
const deleteStored = vi.fn(async (_what: unknown) => ({ articles: 1 }));
vi.mock('../../storage/usage.ts', () => ({ deleteStored: (what: unknown) => deleteStored(what), deleteOddities: async () => undefined }));
vi.mock('../../storage/corrections.ts', () => ({ asStatement: (each: unknown) => each, statementsOf: async () => [] }));

const { readArticle, recordPainted } = await import('../../entrypoints/background/read-article.ts');
const { forgetArticle } = await import('../../entrypoints/background/keep.ts');
const { readTabState, writeTabState } = await import('../../state/tab-states.ts');
const { articleOfText } = await import('../../model/article.ts');

const url = 'https://news.example/a';
const article = { ...articleOfText('One said so.', { title: 'A' }), url };
const from = (documentId?: string) => ({ tabId: 7, isPrivate: false, ...(documentId === undefined ? {} : { documentId }) });
const deleted = (documentId?: string): PageState => ({
  tabId: 7,
  url,
  title: 'A',
  status: 'read',
  statements: 2,
  shown: 2,
  waiting: 0,
  orphans: 0,
  isDeleted: true,
  ...(documentId === undefined ? {} : { documentId }),
});

beforeEach(() => {
  fakeBrowser.reset();
  stored.mockClear();
  analysed = Promise.resolve();
});

describe('an article that was deleted', () => {
  test.each([
    ['read again from the same page: not stored', 'one', 'one', 0],
    ['read from a page that was loaded since: stored', 'one', 'two', 1],
    ['in a browser that tells pages not apart: as its tab says', undefined, undefined, 0],
  ])('%s', async (_name, before, now, times) => {
    await writeTabState(deleted(before));
    await readArticle(article, from(now));
    expect(stored).toHaveBeenCalledTimes(times);
    expect((await readTabState(7))?.isDeleted).toBe(times === 0 ? true : undefined);
  });
});

test('deleted while its page is being read again, it is not stored by that reading', async () => {
  const { isDeleted: _, ...shown } = { ...deleted('one'), articleId: 'article-1' };
  await writeTabState(shown);
  let end: () => void = () => undefined;
  analysed = new Promise((resolve) => {
    end = resolve;
  });
  const reading = readArticle(article, from('one'));
  await forgetArticle({ articleId: 'article-1' }, { isPrivate: false });
  end();
  await reading;
  expect(stored).not.toHaveBeenCalled();
  expect(await readTabState(7)).toMatchObject({ status: 'read', isDeleted: true });
});

test('deleted while it is being stored, it is deleted after that, and not stored again', async () => {
  const order: string[] = [];
  stored.mockImplementationOnce(async () => {
    order.push('stored');
    await new Promise((resolve) => setTimeout(resolve, 5));
    return 'article-1';
  });
  deleteStored.mockImplementationOnce(async () => {
    order.push('deleted');
    return { articles: 1 };
  });
  const reading = readArticle(article, from('one'));
  await vi.waitFor(() => expect(order).toEqual(['stored']));
  await Promise.all([reading, forgetArticle({ articleId: 'article-1' }, { isPrivate: false })]);
  expect(await readTabState(7)).toMatchObject({ isDeleted: true });
  await readArticle(article, from('one'));
  expect(stored).toHaveBeenCalledTimes(1);
});

test('a reading that fails does not forget that the article was deleted', async () => {
  await writeTabState(deleted('one'));
  analysed = Promise.reject(new Error('No weights.'));
  await expect(readArticle(article, from('one'))).rejects.toThrow('No weights.');
  analysed = Promise.resolve();
  await readArticle(article, from('one'));
  expect(stored).not.toHaveBeenCalled();
});

describe('what comes late from a page that has been left', () => {
  test('its counts are of another page', async () => {
    const { isDeleted: _, ...now } = { ...deleted('two'), shown: 1, waiting: 1 };
    await writeTabState(now);
    await recordPainted(7, { shown: 2, waiting: 0, orphans: 0 }, from('one'));
    expect(await readTabState(7)).toEqual(now);
  });

  test('its reading does not take the place of the new page’s, nor lend it that it was deleted', async () => {
    await writeTabState(deleted('one'));
    let end: () => void = () => undefined;
    analysed = new Promise((resolve) => {
      end = resolve;
    });
    const late = readArticle(article, from('one'));
    await vi.waitFor(async () => expect(stored).not.toHaveBeenCalled());
    analysed = Promise.resolve();
    await readArticle(article, from('two'));
    end();
    await late;
    expect(stored).toHaveBeenCalledTimes(1);
    expect(await readTabState(7)).toMatchObject({ articleId: 'article-1', documentId: 'two' });
    expect((await readTabState(7))?.isDeleted).toBeUndefined();
  });
});
