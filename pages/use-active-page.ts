/** Hooks that join the extension's state to its pages: the active tab, what is known of it, and the reader's choices. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PageState } from '../model/page-state.ts';
import { DEFAULT_SETTINGS, type Settings } from '../model/settings.ts';
import { readSettings, watchSettings } from '../state/settings.ts';
import { readTabState, watchTabStates } from '../state/tab-states.ts';
import { isDocked, watchDock } from './docked.ts';

export interface ActivePage {
  readonly tabId: number | undefined;
  /** The tab's address, where the browser lets us know it. */
  readonly url: string | undefined;
  readonly page: PageState | undefined;
  /** False until the tab has been asked for. */
  readonly isKnown: boolean;
}

/** A page opened as a tab of its own names the tab that it speaks of: `?tab=7`. */
function namedTab(): number | undefined {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(named) ? named : undefined;
}

async function activeTab(): Promise<Pick<ActivePage, 'tabId' | 'url'>> {
  const named = namedTab();
  const tab = named === undefined ? (await browser.tabs.query({ active: true, currentWindow: true }))[0] : await browser.tabs.get(named);
  return { tabId: tab?.id, url: tab?.url };
}

/** The active tab of this window and what is known of its page, kept up to date. */
export function useActivePage(): ActivePage {
  const [active, setActive] = useState<ActivePage>({ tabId: undefined, url: undefined, page: undefined, isKnown: false });
  useLayoutEffect(() => {
    if (isDocked) return watchDock(({ tabId, page }) => setActive({ tabId, page, url: page?.url, isKnown: true }));
    let isGone = false;
    const refresh = async () => {
      const named = namedTab();
      // A tab that is named may have been closed. What is known of it need not wait for it.
      const early = named === undefined ? undefined : readTabState(named);
      const tab = await activeTab().catch(() => ({ tabId: undefined, url: undefined }));
      const page = tab.tabId === undefined ? undefined : await (early ?? readTabState(tab.tabId));
      if (!isGone) setActive({ ...tab, page, isKnown: true });
    };
    void refresh();
    const onTabChange = () => void refresh();
    browser.tabs.onActivated.addListener(onTabChange);
    browser.tabs.onUpdated.addListener(onTabChange);
    const stop = watchTabStates(onTabChange);
    return () => {
      isGone = true;
      stop();
      browser.tabs.onActivated.removeListener(onTabChange);
      browser.tabs.onUpdated.removeListener(onTabChange);
    };
  }, []);
  return active;
}

/** The reader's choices, kept up to date. */
export function useSettings(): Settings {
  const [settings, setSettings] = useState(DEFAULT_SETTINGS);
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  return settings;
}
