/**
 * What is wrong with the store, for as long as the browser runs, so that every page of the extension can say it. Only the background
 * writes.
 */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { STORE_TROUBLES, type StoreTrouble } from '../model/store-state.ts';

const KEY = 'store-trouble';

function troubleFrom(raw: unknown): StoreTrouble | undefined {
  const parsed = v.safeParse(v.picklist(STORE_TROUBLES), raw);
  return parsed.success ? parsed.output : undefined;
}

export async function readStoreTrouble(): Promise<StoreTrouble | undefined> {
  return troubleFrom((await browser.storage.session.get(KEY))[KEY]);
}

/** Notes the trouble; undefined once the store could be written again. Writes only what has changed: every write wakes all pages. */
export async function writeStoreTrouble(trouble: StoreTrouble | undefined): Promise<void> {
  if ((await readStoreTrouble()) === trouble) return;
  if (trouble === undefined) await browser.storage.session.remove(KEY);
  else await browser.storage.session.set({ [KEY]: trouble });
}

/** Calls back on every change until the returned function is called. */
export function watchStoreTrouble(onChange: (trouble: StoreTrouble | undefined) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    if (area === 'session' && changes[KEY]) onChange(troubleFrom(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
