/** What the background does with the store: tried again where that helps, and the reader told in words where the store cannot be had. */
import { browser } from 'wxt/browser';
import type { Sender } from '../../messaging/server.ts';
import { writeStoreTrouble } from '../../state/store-health.ts';
import { database } from '../../storage/database.ts';
import { GoneError, isPassing, troubleOf } from '../../storage/store-trouble.ts';

/** How long, in ms, after a failure that may pass the work is tried once more. */
const AGAIN_AFTER_MS = 100;

/** Does something with the store. Rejects with an error fit to be shown. */
export async function withStore<T>(work: () => Promise<T>): Promise<T> {
  try {
    const result = await attempt(work).catch(async (error: unknown) => {
      if (!isPassing(error)) throw error;
      // The store was deleted or closed under us: whatever was begun has been undone, and can be done again.
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
      return attempt(work);
    });
    await writeStoreTrouble(undefined);
    return result;
  } catch (error) {
    if (error instanceof GoneError) throw new Error(browser.i18n.getMessage(`${error.what}Gone`), { cause: error });
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    await writeStoreTrouble(trouble);
    throw new StoreUnusableError(browser.i18n.getMessage(`storeTrouble_${trouble}`), { cause: error });
  }
}

/** The store cannot be had; `message` is in the reader's language. */
export class StoreUnusableError extends Error {
  override readonly name = 'StoreUnusableError';
}

/** As `withStore`, for what the reader asks to be kept or changed. In a private window nothing is. */
export async function withStoreFor<T>({ isPrivate }: Sender, work: () => Promise<T>): Promise<T> {
  if (isPrivate) throw new Error(browser.i18n.getMessage('privateStoresNothing'));
  return withStore(work);
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  await database().opened();
  return work();
}
