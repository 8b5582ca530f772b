/**
 * Asks the browser not to clear the store by itself when it needs room. To be called just after the reader has entrusted something to
 * it (a correction, a note, an import, a backup): Chromium decides without a word, Firefox asks the reader, and so is asked once.
 */
import { browser } from 'wxt/browser';

const KEY = 'persistence-asked';

/** Never rejects: what the browser refuses is stored as well as it was before. */
export async function keepStore(): Promise<void> {
  try {
    const { storage, permissions } = navigator;
    if (!storage?.persist || (await storage.persisted())) return;
    const { state } = await permissions.query({ name: 'persistent-storage' });
    if (state === 'denied') return;
    if (import.meta.env.FIREFOX) {
      if ((await browser.storage.local.get(KEY))[KEY] === true) return;
      await browser.storage.local.set({ [KEY]: true });
    }
    await storage.persist();
  } catch {
    // A browser without any of this stores as it always did.
  }
}
