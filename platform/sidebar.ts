/**
 * What browsers do differently about the sidebar; asks for the interface that is there, not for the browser's name. How the packages for
 * them differ is in wxt.config.ts, and nothing else in the project knows one browser from another (docs/BROWSERS.md).
 */
import { browser } from 'wxt/browser';

/** Firefox's interface, which the types of Chrome's do not know. */
interface SidebarAction {
  open(): Promise<void>;
  isOpen(of: { windowId?: number }): Promise<boolean>;
}

const { sidePanel, sidebarAction } = browser as Partial<Pick<typeof browser, 'sidePanel'>> & { sidebarAction?: SidebarAction };

/**
 * Opens the sidebar beside a tab. To be called in the very turn in which the reader's click or key press arrived, by the background or a
 * page of the extension: browsers open it for a gesture only. Where a browser has no sidebar (Opera), its page opens as a tab.
 */
export async function openNativeSidebar(tabId: number): Promise<void> {
  if (sidePanel) return sidePanel.open({ tabId });
  if (sidebarAction) return sidebarAction.open();
  await browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html?tab=${tabId}` as '/sidepanel.html') });
}

/** Whether a click on a web page, told to the background by a message, is gesture enough. Where it is not, the panel docks in the page. */
export const opensFromPages = sidePanel !== undefined || sidebarAction === undefined;

/** Whether the sidebar is open in a window already. Not known, hence false, where it opens from pages. */
export async function isNativeSidebarOpen(windowId: number | undefined): Promise<boolean> {
  return !opensFromPages && (await sidebarAction?.isOpen(windowId === undefined ? {} : { windowId })) === true;
}
