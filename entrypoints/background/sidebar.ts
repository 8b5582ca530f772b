/** Opens the browser's own sidebar. The one place that knows how each browser does it. */
import { browser } from 'wxt/browser';

/**
 * Opens the sidebar beside a tab. To be called in the very turn in which the reader's click or key press arrived:
 * browsers open it for a gesture only.
 */
export function openSidebar(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return Promise.reject(new Error('No tab to open the sidebar beside.'));
  return browser.sidePanel.open({ tabId });
}
