import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { changeSettings, readSettings, setAnnotated, watchSettings } = await import('../../state/settings.ts');
const { forgetTabState, readTabState, watchTabStates, writeTabState } = await import('../../state/tab-states.ts');
const { DEFAULT_SETTINGS } = await import('../../model/settings.ts');

beforeEach(() => fakeBrowser.reset());

const STATE = { tabId: 7, url: 'https://news.example/a', title: 'A', status: 'read', statements: 3, shown: 2, waiting: 0, orphans: 1 } as const;

describe('settings', () => {
  test('are the defaults at first, and where what is stored cannot be read', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    await fakeBrowser.storage.local.set({ settings: { everywhere: 'yes' } });
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  test('changes made at the same time are all kept', async () => {
    const sites = Array.from({ length: 20 }, (_, index) => `https://site-${index}.example/`);
    await Promise.all(sites.map((url) => setAnnotated('site', url, false)));
    expect(Object.keys((await readSettings()).sites)).toHaveLength(20);
  });

  test('a change that fails does not stop the next', async () => {
    await expect(
      changeSettings(() => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect((await setAnnotated('everywhere', '', false)).everywhere).toBe(false);
  });

  test('who watches is told, until it stops watching', async () => {
    const seen: boolean[] = [];
    const stop = watchSettings(({ everywhere }) => seen.push(everywhere));
    await setAnnotated('everywhere', '', false);
    stop();
    await setAnnotated('everywhere', '', true);
    expect(seen).toEqual([false]);
  });
});

describe('tab states', () => {
  test('are kept by tab and forgotten', async () => {
    await writeTabState(STATE);
    expect(await readTabState(7)).toEqual(STATE);
    expect(await readTabState(8)).toBeUndefined();
    await forgetTabState(7);
    expect(await readTabState(7)).toBeUndefined();
  });

  test('what cannot be read counts as nothing', async () => {
    await fakeBrowser.storage.session.set({ 'tab:7': { ...STATE, shown: -1 } });
    expect(await readTabState(7)).toBeUndefined();
  });

  test('who watches hears of every tab, and of no other key', async () => {
    const seen: unknown[] = [];
    const stop = watchTabStates((tabId, state) => seen.push([tabId, state?.status]));
    await fakeBrowser.storage.session.set({ other: 1 });
    await writeTabState(STATE);
    await forgetTabState(7);
    stop();
    await writeTabState(STATE);
    expect(seen).toEqual([
      [7, 'read'],
      [7, undefined],
    ]);
  });
});
