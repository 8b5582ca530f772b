/**
 * Of the cases only what a page's reader and the badge need: which are switched off.
 * Case files are large; `state/cases.ts`, which has them, must be in no content script.
 */
import { type Browser, browser } from 'wxt/browser';

/** The same key as in `state/cases.ts`. */
const CASES = 'cases';

function offFrom(raw: unknown): readonly string[] {
  const off = typeof raw === 'object' && raw !== null && 'off' in raw ? raw.off : undefined;
  return Array.isArray(off) ? off.filter((id) => typeof id === 'string') : [];
}

/** Ids of the cases that are switched off. */
export async function readOffCases(): Promise<readonly string[]> {
  return offFrom((await browser.storage.local.get(CASES))[CASES]);
}

/** Calls back whenever a case is switched, until the returned function is called. */
export function watchOffCases(onChange: (off: readonly string[]) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    if (area === 'local' && changes[CASES]) onChange(offFrom(changes[CASES].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  // Orphaned by an update, a content script has no store any more.
  return () => browser.storage?.onChanged.removeListener(listener);
}
