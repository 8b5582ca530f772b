/** Opens the browser's own sidebar. The one place that knows how each browser does it. */
import { browser } from 'wxt/browser';
import { writeSidebarTarget } from '../../state/sidebar-target.ts';

/**
 * Opens the sidebar beside a tab, at an event of the timeline where one is given. To be called in the very turn in which the reader's
 * click or key press arrived: browsers open it for a gesture only.
 */
export async function openSidebar(tabId: number | undefined, eventId?: string): Promise<void> {
  if (tabId === undefined) throw new Error('No tab to open the sidebar beside.');
  const opened = browser.sidePanel.open({ tabId });
  if (eventId !== undefined) await writeSidebarTarget({ tabId, eventId, at: Date.now() });
  await opened;
}
