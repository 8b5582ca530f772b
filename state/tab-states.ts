/**
 * What is known of the page in each tab, for as long as the browser runs: the worker may sleep, this stays.
 * Only the background writes.
 */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { type PageState, PageStateSchema } from '../model/page-state.ts';

const PREFIX = 'tab:';
const keyOf = (tabId: number) => `${PREFIX}${tabId}`;

function stateFrom(raw: unknown): PageState | undefined {
  const parsed = v.safeParse(PageStateSchema, raw);
  return parsed.success ? parsed.output : undefined;
}

/** The state of the page in a tab; undefined where nothing has been read there. */
export async function readTabState(tabId: number): Promise<PageState | undefined> {
  return stateFrom((await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)]);
}

/** The states of all tabs in which something has been read. */
export async function readTabStates(): Promise<PageState[]> {
  const stored: Record<string, unknown> = await browser.storage.session.get(null);
  return Object.entries(stored).flatMap(([key, raw]) => (key.startsWith(PREFIX) ? (stateFrom(raw) ?? []) : []));
}

export async function writeTabState(state: PageState): Promise<void> {
  await browser.storage.session.set({ [keyOf(state.tabId)]: state });
}

export async function forgetTabState(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Calls back with the tab's number and its new state (undefined: forgotten) on every change, until the returned function is called. */
export function watchTabStates(onChange: (tabId: number, state: PageState | undefined) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    if (area !== 'session') return;
    for (const [key, { newValue }] of Object.entries(changes)) if (key.startsWith(PREFIX)) onChange(Number(key.slice(PREFIX.length)), stateFrom(newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
