/** Opens a page of the extension in a tab: the one that is open already, or a new one. */
import { browser } from 'wxt/browser';

export type OwnPage = 'options' | 'welcome';

/** `section` is the id of what is to be seen first. Closes a popup that asks for it. */
export function openOwnPage(page: OwnPage, section = ''): void {
  const address = browser.runtime.getURL(`/${page}.html` as '/popup.html');
  void show(address, section === '' ? address : `${address}#${section}`).finally(() => {
    if (location.pathname === '/popup.html') window.close();
  });
}

async function show(address: string, wanted: string): Promise<void> {
  const [tab] = await browser.tabs.query({ url: `${address}*` }).catch(() => []);
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: wanted });
    return;
  }
  await browser.tabs.update(tab.id, { active: true, ...(tab.url === wanted ? {} : { url: wanted }) });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
