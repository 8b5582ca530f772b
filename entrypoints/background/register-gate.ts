/**
 * Keeps the gate registered on just those sites that the reader has granted, whether here or in the browser's own settings; starts it in
 * tabs that are open already, and ends what runs in tabs that may no longer be entered.
 */
import { browser } from 'wxt/browser';
import { askReader } from '../../messaging/client.ts';
import { grantedOrigins } from '../../state/site-access.ts';
import { mayEnter } from './own-tab.ts';
import { forgetPage } from './read-article.ts';

const ID = 'gate';
const SCRIPT = '/content-scripts/gate.js';

let lastRun: Promise<void> = Promise.resolve();

/** Makes the registration follow the permissions. Runs one after the other, since registering an id twice fails. */
export function registerGate(): Promise<void> {
  lastRun = lastRun.then(follow, follow);
  return lastRun;
}

/** The reader has withdrawn something: the registration follows, and open tabs that are no longer granted are left. */
export async function leaveWithdrawn(): Promise<void> {
  await registerGate();
  // A page that shows a dialog answers once that is closed; none waits for another.
  for (const { id, discarded } of await browser.tabs.query({})) if (id !== undefined && !discarded) void leaveIfClosed(id);
}

async function follow(): Promise<void> {
  const matches = await grantedOrigins();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = { id: ID, js: [SCRIPT], matches, runAt: 'document_idle', persistAcrossSessions: true, css: [] } satisfies Parameters<
    typeof browser.scripting.registerContentScripts
  >[0][number];
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  await startInOpenTabs(matches);
}

async function startInOpenTabs(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  for (const { id, discarded } of tabs) {
    if (id === undefined || discarded) continue;
    // Not waited for: a page that shows a dialog would keep every later change waiting. Pages that no extension may enter refuse.
    void browser.scripting.executeScript({ target: { tabId: id }, files: [SCRIPT] }).catch(() => undefined);
  }
}

async function leaveIfClosed(tabId: number): Promise<void> {
  if (await mayEnter(tabId)) return;
  // Both gate and reader listen; in a tab with neither nobody answers.
  await askReader(tabId, 'access.ended', {}).catch(() => undefined);
  await forgetPage(tabId);
}
