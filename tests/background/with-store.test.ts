/** What the store says is said in the reader's language. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { GoneError } from '../../storage/store-trouble.ts';

vi.mock('wxt/browser', async () => {
  const { fakeBrowser: fake } = await import('wxt/testing/fake-browser');
  return { browser: { ...fake, i18n: { getMessage: (key: string) => `«${key}»` } } };
});
vi.mock('../../storage/database.ts', () => ({ database: () => ({ opened: async () => undefined }) }));

const { withStore } = await import('../../entrypoints/background/with-store.ts');

beforeEach(() => fakeBrowser.reset());

test.each<[string, Error, string]>([
  ['an article that was deleted meanwhile', new GoneError('article'), '«articleGone»'],
  ['a statement that the article has no more', new GoneError('statement'), '«statementGone»'],
  ['no room', new DOMException('', 'QuotaExceededError'), '«storeTrouble_full»'],
])('%s', async (_name, error, words) => {
  await expect(withStore(() => Promise.reject(error))).rejects.toThrow(words);
});
