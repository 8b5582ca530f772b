/** Keyboard commands. */
import type { Browser } from 'wxt/browser';
import { askReader } from '../../messaging/client.ts';
import { isAnnotated } from '../../model/settings.ts';
import { readSettings, setAnnotated } from '../../state/settings.ts';
import { readTabState } from '../../state/tab-states.ts';
import { mayKeepChoice } from './keep.ts';
import { openSidebar } from './sidebar.ts';

export function onCommand(command: string, tab?: Browser.tabs.Tab): void {
  // At once, before anything is awaited: the key press counts as a gesture for this turn only.
  if (command === 'open-sidebar') void openSidebar(tab?.id).catch(() => undefined);
  // Where it may not be kept nothing happens: a key press has no place for words, and popup and sidebar have them.
  if (command === 'toggle-page') void togglePage(tab).catch(() => undefined);
  if (command === 'next-mark') void stepMark(tab, 1);
  if (command === 'previous-mark') void stepMark(tab, -1);
  if (command === 'toggle-everywhere') void readSettings().then(({ everywhere }) => setAnnotated('everywhere', '', !everywhere));
}

async function togglePage(tab: Browser.tabs.Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  mayKeepChoice('page', { isPrivate: tab.incognito });
  const url = (await readTabState(tab.id))?.url ?? tab.url;
  if (url) await setAnnotated('page', url, !isAnnotated(await readSettings(), url));
}

async function stepMark(tab: Browser.tabs.Tab | undefined, by: 1 | -1): Promise<void> {
  // A tab without a reader has no marks to go to.
  if (tab?.id !== undefined) await askReader(tab.id, 'mark.step', { by }).catch(() => undefined);
}
