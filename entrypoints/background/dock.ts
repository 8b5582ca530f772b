/** What the panel in a frame of a web page gets from the background, since the browser gives it little else. */
import { browser } from 'wxt/browser';
import type { Envelope, RequestOf, ResponseOf } from '../../messaging/messages.ts';
import { tabOfTicket } from '../../state/dock-tickets.ts';
import { readPassageInView, readSidebarTarget } from '../../state/sidebar-state.ts';
import { readStoreTrouble } from '../../state/store-health.ts';
import { readTabState } from '../../state/tab-states.ts';

/** What is known of the tab that the ticket is good for. */
export async function lookAtDock({ ticket }: RequestOf<'dock.look'>): Promise<ResponseOf<'dock.look'>> {
  const tabId = await tabOfTicket(ticket);
  if (tabId === undefined) return { isWanted: false };
  const [page, inView, target, storeTrouble] = await Promise.all([readTabState(tabId), readPassageInView(tabId), readSidebarTarget(), readStoreTrouble()]);
  return {
    isWanted: true,
    tabId,
    ...(page ? { page } : {}),
    ...(inView === undefined ? {} : { inView }),
    ...(target?.tabId === tabId ? { target } : {}),
    ...(storeTrouble ? { storeTrouble } : {}),
  };
}

/** Hands a message on to the reader of the ticket's tab, and its answer back, unopened: who asks guards it. */
export async function relayToReader({ ticket, message, body }: RequestOf<'dock.relay'>): Promise<ResponseOf<'dock.relay'>> {
  const tabId = await tabOfTicket(ticket);
  if (tabId === undefined) throw new Error('The panel is not docked in a tab.');
  const envelope: Envelope = { allegedly: 1, message, body };
  return { answer: await browser.tabs.sendMessage(tabId, envelope, { frameId: 0 }) };
}
