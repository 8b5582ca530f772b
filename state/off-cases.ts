/**
 * Of the cases only what a page's reader and the gate need: which are switched off, and the words by which imported ones are known.
 * Case files are large; `state/cases.ts`, which has them, must be in no content script.
 */
import { type Browser, browser } from 'wxt/browser';

/** The same key as in `state/cases.ts`. */
const CASES = 'cases';
/** What the gate reads on every page: see `reading/gate-terms.ts`. */
export const GATE_TERMS = 'gate-terms';

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
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Keeps the words by which the gate knows coverage of what was imported; none: nothing is kept. The background's alone to call. */
export async function writeGateTerms(terms: readonly object[]): Promise<void> {
  if (terms.length === 0) await browser.storage.local.remove(GATE_TERMS);
  else await browser.storage.local.set({ [GATE_TERMS]: terms });
}
