/**
 * Keeps the gate registered on just those sites that the reader has granted, and starts it in tabs that are open already.
 */
import { browser } from 'wxt/browser';

const ID = 'gate';
const SCRIPT = '/content-scripts/gate.js';

let lastRun: Promise<void> = Promise.resolve();

/** Makes the registration follow the permissions. Runs one after the other, since registering an id twice fails. */
export function registerGate(): Promise<void> {
  lastRun = lastRun.then(follow, follow);
  return lastRun;
}

async function follow(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => /^(https?|\*):/.test(origin));
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
  await startInOpenTabs();
}

async function startInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  // Pages that no extension may enter (the store, a page that is gone) refuse; the others are started all the same.
  await Promise.allSettled(
    tabs.map(({ id, discarded }) => (id === undefined || discarded ? undefined : browser.scripting.executeScript({ target: { tabId: id }, files: [SCRIPT] }))),
  );
}
