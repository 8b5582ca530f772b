/** The count on the toolbar icon: how many statements the page carries, greyed where annotations are off. */
import { browser } from 'wxt/browser';
import { isAnnotated, type Settings } from '../../model/settings.ts';
import { readOffCases } from '../../state/off-cases.ts';
import { readSettings } from '../../state/settings.ts';
import { readTabState } from '../../state/tab-states.ts';

const ON = '#2f4a73';
const OFF = '#767676';

/** Shows a tab's count, none where nothing was found in it, and "!" where it could not be read. */
export async function showBadge(tabId: number, settings?: Settings): Promise<void> {
  const state = await readTabState(tabId);
  const count = state?.verdict?.status === 'about' && state.statements > 0 ? String(state.statements) : '';
  const text = state?.status === 'failed' ? '!' : count;
  const choices = settings ?? (await readSettings());
  const isOff = (await readOffCases()).includes(state?.verdict?.caseId ?? '');
  const isOn = state ? isAnnotated(choices, state.url) && !isOff : true;
  // The tab may have been closed meanwhile.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: isOn ? ON : OFF }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
  ]);
}

/** Shows every tab's count anew, after a choice has changed. */
export async function refreshBadges(settings?: Settings): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : showBadge(id, settings))));
}
