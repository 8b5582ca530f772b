/**
 * Case files that the reader has imported, and the words by which the gate knows their coverage, in the extension's local key-value
 * store. Gives what is stored as unknown: who reads it lets it in through `cases/`. Only the background writes.
 */
import { type Browser, browser } from 'wxt/browser';

const PREFIX = 'case:';
/** What the gate reads on every page: see `reading/gate-terms.ts`. */
export const GATE_TERMS = 'gate-terms';

/** Everything imported, by the case's id, not checked. */
export async function readStoredCases(): Promise<ReadonlyMap<string, unknown>> {
  const stored: Record<string, unknown> = await browser.storage.local.get(null);
  return new Map(Object.entries(stored).flatMap(([key, raw]) => (key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), raw] as const] : [])));
}

/** Keeps a case file that has passed its guard, in place of one with the same id. */
export async function writeStoredCase(id: string, caseFile: object): Promise<void> {
  await browser.storage.local.set({ [PREFIX + id]: caseFile });
}

export async function removeStoredCase(id: string): Promise<void> {
  await browser.storage.local.remove(PREFIX + id);
}

/** Keeps the words by which the gate knows coverage of what was imported; none: nothing is kept. */
export async function writeGateTerms(terms: readonly object[]): Promise<void> {
  if (terms.length === 0) await browser.storage.local.remove(GATE_TERMS);
  else await browser.storage.local.set({ [GATE_TERMS]: terms });
}

/** Calls back whenever a case is imported, replaced or removed, until the returned function is called. */
export function watchStoredCases(onChange: () => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(PREFIX))) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
