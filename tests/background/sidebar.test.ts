/** Who gets the sidebar, and who a ticket for the docked panel, by what the browser offers. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const platform = vi.hoisted(() => ({ opensFromPages: false, isOpen: false, opened: [] as number[], sent: [] as unknown[] }));
vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('../../platform/sidebar.ts', () => ({
  get opensFromPages() {
    return platform.opensFromPages;
  },
  isNativeSidebarOpen: async () => platform.isOpen,
  openNativeSidebar: async (tabId: number) => void platform.opened.push(tabId),
}));

const { openSidebarAt } = await import('../../entrypoints/background/sidebar.ts');
const { lookAtDock, relayToReader } = await import('../../entrypoints/background/dock.ts');
const { readSidebarTarget } = await import('../../state/sidebar-state.ts');
const { voidDockTicket } = await import('../../state/dock-tickets.ts');
const { writeTabState } = await import('../../state/tab-states.ts');

const CONTENT = { tabId: 7, windowId: 1, url: 'https://news.example/a', isPrivate: false };
const PAGE = { isPrivate: false };
const STATE = { tabId: 7, url: 'https://news.example/a', title: 'A', status: 'read', statements: 3, shown: 2, waiting: 0, orphans: 1 } as const;

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(platform, { opensFromPages: false, isOpen: false, opened: [], sent: [] });
});

describe('the sidebar', () => {
  test('opens in the very turn of a click on a page, where the browser lets it', async () => {
    platform.opensFromPages = true;
    const answer = openSidebarAt({}, CONTENT);
    expect(platform.opened).toEqual([7]);
    expect(await answer).toEqual({});
  });

  test('opens in the very turn for a page of the extension in every browser', async () => {
    const answer = openSidebarAt({ tabId: 9, statementId: 's' }, PAGE);
    expect(platform.opened).toEqual([9]);
    expect(await answer).toEqual({});
    expect(await readSidebarTarget()).toMatchObject({ tabId: 9, statementId: 's' });
  });

  test('is not opened for a page where that would fail: the page gets a ticket, and what was asked for is noted', async () => {
    const { ticket } = await openSidebarAt({ eventId: 'e' }, CONTENT);
    expect(platform.opened).toEqual([]);
    expect(ticket).toMatch(/^7\.[0-9a-f-]{36}$/);
    expect(await readSidebarTarget()).toMatchObject({ tabId: 7, eventId: 'e' });
  });

  test('that is open already needs no dock', async () => {
    platform.isOpen = true;
    expect(await openSidebarAt({ eventId: 'e' }, CONTENT)).toEqual({});
    expect(await readSidebarTarget()).toMatchObject({ eventId: 'e' });
  });
});

describe('a docked panel', () => {
  const ticketFor = async () => (await openSidebarAt({}, CONTENT)).ticket ?? '';

  test('sees its tab with the ticket it was given, again and again', async () => {
    const ticket = await ticketFor();
    expect(await lookAtDock({ ticket })).toEqual({ isWanted: true, tabId: 7 });
    await writeTabState(STATE);
    expect(await lookAtDock({ ticket })).toEqual({ isWanted: true, tabId: 7, page: STATE });
  });

  test.each(['', '7', '7.', '7.00000000-0000-0000-0000-000000000000', 'x.y', '8.'])('sees nothing with the ticket "%s"', async (ticket) => {
    await ticketFor();
    expect(await lookAtDock({ ticket })).toEqual({ isWanted: false });
    await expect(relayToReader({ ticket, message: 'selection.read', body: {} })).rejects.toThrow('not docked');
  });

  test('sees nothing with a ticket of before, or of a tab that is closed', async () => {
    const first = await ticketFor();
    const second = await ticketFor();
    expect((await lookAtDock({ ticket: first })).isWanted).toBe(false);
    expect((await lookAtDock({ ticket: second })).isWanted).toBe(true);
    await voidDockTicket(7);
    expect((await lookAtDock({ ticket: second })).isWanted).toBe(false);
  });

  test('reaches the reader of its own tab, and no other', async () => {
    const sent: unknown[] = [];
    fakeBrowser.tabs.sendMessage = (async (...words: unknown[]) => {
      sent.push(words);
      return { ok: true, body: {} };
    }) as typeof fakeBrowser.tabs.sendMessage;
    const ticket = await ticketFor();
    expect(await relayToReader({ ticket, message: 'passage.show', body: { statementId: 's' } })).toEqual({ answer: { ok: true, body: {} } });
    expect(sent).toEqual([[7, { allegedly: 1, message: 'passage.show', body: { statementId: 's' } }, { frameId: 0 }]]);
  });
});
