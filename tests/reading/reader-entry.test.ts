/** The reader's entry point as whoever injects it sees it. */
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../entrypoints/reader.content/start-reader.ts', () => ({ REPLACED: 'replaced', startReader: () => new Promise(() => undefined) }));

test('promises nothing: a page that is left while it is read would keep the background awake for it', async () => {
  fakeBrowser.reset();
  vi.stubGlobal('document', Object.assign(new EventTarget()));
  const { default: reader } = await import('../../entrypoints/reader.content/index.ts');
  const context = { signal: new AbortController().signal, isInvalid: false, addEventListener: () => undefined };
  expect(reader.main(context as never)).toBeUndefined();
});
