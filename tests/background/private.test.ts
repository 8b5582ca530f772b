/** What is chosen in a private window: nothing by which its pages or sites could be found on the disk later. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, SCOPES } from '../../model/settings.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../platform/sidebar.ts', () => ({ opensFromPages: true, isNativeSidebarOpen: async () => true, openNativeSidebar: async () => undefined }));

const { CHOICES } = await import('../../entrypoints/background/choices.ts');
const { onCommand } = await import('../../entrypoints/background/commands.ts');
const { readSettings } = await import('../../state/settings.ts');

const url = 'https://secret.example/a';
type Tab = NonNullable<Parameters<typeof onCommand>[1]>;
const tab = (incognito: boolean) => ({ id: 7, url, incognito }) as Tab;
const stored = async () => JSON.stringify(await fakeBrowser.storage.local.get(null));
const choose = async (scope: (typeof SCOPES)[number], isPrivate: boolean) => CHOICES['annotations.set']({ scope, url, isOn: false }, { isPrivate });

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.i18n.getMessage = ((key: string) => key) as typeof fakeBrowser.i18n.getMessage;
});

describe('the switches', () => {
  test.each(SCOPES.filter((scope) => scope !== 'everywhere'))('for a %s: refused, in words, and nothing is written', async (scope) => {
    await expect(choose(scope, true)).rejects.toThrow('privateStoresNothing');
    expect(await stored()).not.toContain('secret.example');
    await choose(scope, false);
    expect(await stored()).toContain('secret.example');
  });

  test('everywhere names no address, and is kept', async () => {
    await choose('everywhere', true);
    expect((await readSettings()).everywhere).toBe(false);
    expect(await stored()).not.toContain('secret.example');
  });
});

describe('the keys', () => {
  test('for a page: nothing is written', async () => {
    onCommand('toggle-page', tab(true));
    // What comes after it in the same queue: had the first been written, it would stand here.
    onCommand('toggle-everywhere', tab(true));
    await vi.waitFor(async () => expect((await readSettings()).everywhere).toBe(false));
    expect(await stored()).not.toContain('secret.example');
  });

  test('in an ordinary window the page is switched off', async () => {
    onCommand('toggle-page', tab(false));
    await vi.waitFor(async () => expect(await stored()).toContain('secret.example'));
    expect(await readSettings()).not.toEqual(DEFAULT_SETTINGS);
  });
});
