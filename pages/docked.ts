/**
 * The panel in a frame of a web page. It shows itself there only where the reader has asked for it. Firefox gives such a frame neither
 * tabs nor the session's store: what it needs of them it asks the background for.
 */
import { askBackground } from '../messaging/client.ts';
import type { ResponseOf } from '../messaging/messages.ts';

/** Whether this page of the extension stands in a frame of somebody else's. */
export const isDocked = window.top !== window;

export type Docked = ResponseOf<'dock.look'>;

/** The page and its passage in view are asked for this often while the panel is in sight, in ms. */
const EVERY_MS = 700;
const NOTHING: Docked = { isWanted: false };

/** Whether this page may show itself: it is a page of its own, or has a ticket. */
export async function mayShow(): Promise<boolean> {
  return !isDocked || (await look()).isWanted;
}

const watchers = new Set<(docked: Docked) => void>();
let latest = NOTHING;
let isAsking = false;

/** Calls back with what the background knows of the tab, at once and on every change, until the returned function is called. */
export function watchDock(onChange: (docked: Docked) => void): () => void {
  watchers.add(onChange);
  if (latest.isWanted) onChange(latest);
  void keepAsking();
  return () => watchers.delete(onChange);
}

/** Asks for all who watch together, for as long as anybody does. */
async function keepAsking(): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  while (watchers.size > 0) {
    const docked = document.visibilityState === 'visible' ? await look() : NOTHING;
    if (docked.isWanted && JSON.stringify(docked) !== JSON.stringify(latest)) {
      latest = docked;
      for (const tell of watchers) tell(docked);
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  isAsking = false;
}

async function look(): Promise<Docked> {
  const ticket = new URLSearchParams(location.search).get('ticket');
  return ticket ? askBackground('dock.look', { ticket }).catch(() => NOTHING) : NOTHING;
}
