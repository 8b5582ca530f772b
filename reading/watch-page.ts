/**
 * Watches a page for what changes it under the marks: content that comes late, a framework that renders anew, another route.
 * Waits until the page has settled, and gives up on pages that never do, so that nobody pays for them.
 */

export interface PageWatch {
  /** The page's content has changed and come to rest. */
  readonly onSettled: () => void;
  /** The address has changed, and the change is committed. */
  readonly onRoute: () => void;
  /** Changes within these elements do not count. */
  readonly ignored: readonly Element[];
}

/** How long the page must be at rest. */
const REST_MS = 400;
/** A page that never rests is looked at this often at least … */
const LONGEST_WAIT_MS = 3_000;
/** … and no longer after this many looks, counted anew each minute. */
const MAX_LOOKS = 12;
const MINUTE_MS = 60_000;

export function watchPage(window: Window & typeof globalThis, { onSettled, onRoute, ignored }: PageWatch, signal: AbortSignal): void {
  let timer: number | undefined;
  let waitingSince = 0;
  let looks: number[] = [];
  const look = () => {
    timer = undefined;
    const now = performance.now();
    looks = [...looks.filter((at) => now - at < MINUTE_MS), now];
    if (looks.length > MAX_LOOKS) observer.disconnect();
    else onSettled();
  };
  const observer = new window.MutationObserver((records) => {
    if (records.every(({ target }) => ignored.some((element) => element.contains(target)) || isOnlyOurs(target, records, ignored))) return;
    const now = performance.now();
    if (timer === undefined) waitingSince = now;
    window.clearTimeout(timer);
    timer = window.setTimeout(look, Math.max(0, Math.min(REST_MS, waitingSince + LONGEST_WAIT_MS - now)));
  });
  observer.observe(window.document, { childList: true, characterData: true, subtree: true });

  const address = () => window.location.href.replace(/#.*$/s, '');
  const started = address();
  const check = () => {
    if (address() !== started) onRoute();
  };
  // Fires in every world, after the new address is committed.
  window.navigation?.addEventListener('navigatesuccess', check, { signal });
  window.addEventListener('popstate', () => window.setTimeout(check), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearTimeout(timer);
  });
}

/** Whether all that happened to the target is that ignored elements came or went. */
function isOnlyOurs(target: Node, records: readonly MutationRecord[], ignored: readonly Element[]): boolean {
  return records
    .filter((record) => record.target === target)
    .every(({ type, addedNodes, removedNodes }) => type === 'childList' && [...addedNodes, ...removedNodes].every((node) => ignored.includes(node as Element)));
}
