/** Opens the browser's own sidebar. The one place that knows how each browser does it. */
import { browser } from 'wxt/browser';
import { type SidebarTarget, writeSidebarTarget } from '../../state/sidebar-state.ts';

/**
 * Opens the sidebar beside a tab. To be called in the very turn in which the reader's click or key press arrived:
 * browsers open it for a gesture only.
 */
export function openSidebar(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return Promise.reject(new Error('No tab to open the sidebar beside.'));
  return browser.sidePanel.open({ tabId });
}

/** Opens the sidebar and has it show an event or a statement, where one is named. */
export async function openSidebarAt(tabId: number | undefined, shown: Pick<SidebarTarget, 'eventId' | 'statementId'>): Promise<void> {
  const opened = openSidebar(tabId);
  const isNamed = shown.eventId !== undefined || shown.statementId !== undefined;
  await Promise.all([opened, tabId !== undefined && isNamed ? writeSidebarTarget({ tabId, at: Date.now(), ...shown }) : undefined]);
}
