/** Opens the sidebar for whoever asks: a command, the context menu, a page of the extension, or a web page's chip or card. */
import type { RequestOf, ResponseOf } from '../../messaging/messages.ts';
import type { Sender } from '../../messaging/server.ts';
import type { SidebarTarget } from '../../model/sidebar-target.ts';
import { isNativeSidebarOpen, openNativeSidebar, opensFromPages } from '../../platform/sidebar.ts';
import { issueDockTicket } from '../../state/dock-tickets.ts';
import { writeSidebarTarget } from '../../state/sidebar-state.ts';

/**
 * Opens the sidebar beside a tab. To be called in the very turn in which the reader's click or key press arrived:
 * browsers open it for a gesture only.
 */
export function openSidebar(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return Promise.reject(new Error('No tab to open the sidebar beside.'));
  return openNativeSidebar(tabId);
}

/**
 * Opens the sidebar and has it show an event or a statement, where one is named. Answers with a ticket where the browser opens none for a
 * click on a page, so that the page's reader docks the panel there.
 */
export async function openSidebarAt({ tabId: named, ...shown }: RequestOf<'sidebar.open'>, sender: Sender): Promise<ResponseOf<'sidebar.open'>> {
  const tabId = named ?? sender.tabId;
  // Before anything is awaited, or the gesture is lost.
  const opened = sender.tabId === undefined || opensFromPages ? openSidebar(tabId) : undefined;
  if (tabId !== undefined) await noteWish(tabId, shown);
  await opened;
  if (opened || sender.tabId === undefined || (await isNativeSidebarOpen(sender.windowId))) return {};
  return { ticket: await issueDockTicket(sender.tabId) };
}

async function noteWish(tabId: number, shown: Pick<SidebarTarget, 'eventId' | 'statementId'>): Promise<void> {
  if (shown.eventId !== undefined || shown.statementId !== undefined) await writeSidebarTarget({ tabId, at: Date.now(), ...shown });
}
