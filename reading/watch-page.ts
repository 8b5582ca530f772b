/**
 * Watches a page for what changes it under the marks: content that comes late, a framework that renders anew, another route, another
 * look. Waits until the page has come to rest, looks rarely where looking is dear, and stops where a page never rests.
 */
import { FORCED } from './forced-colours.ts';
import { mattersToArticle } from './relevant-change.ts';

export interface PageWatch {
  /** The page's content has changed and come to rest (or has not for long). Gives the ms of work that this took. */
  readonly onSettled: () => Promise<number>;
  /** The address has changed, and the change is committed. */
  readonly onRoute: () => void;
  /** Backgrounds may have changed, or what is folded away; the content has not. */
  readonly onAppearance: () => void;
  /** The page is shown again after it was left (the back-forward cache). */
  readonly onReturn: () => void;
  /** The page has removed our element (or we have). */
  readonly onRemoved: () => void;
  /** The page changes without end: it is no longer watched (true), or is again (false). */
  readonly onStorm: (isStorm: boolean) => void;
  /** The part of the page that holds the article, where it is known: changes elsewhere matter little. */
  readonly articleRoot: () => Node | undefined;
  /** Our own element. */
  readonly own: Element;
}

/** Times in ms. */
export interface WatchTimes {
  /** How long the page must be at rest. */
  readonly rest: number;
  /** A page that does not rest is looked at after this long, then after twice as long … */
  readonly longest: number;
  /** … and how long it is left alone once it is given up; doubled each time. */
  readonly pause: number;
  /** Of the time that passes, looking may take this part. */
  readonly share: number;
}

const TIMES: WatchTimes = { rest: 250, longest: 3_000, pause: 60_000, share: 0.02 };
/** After so many looks at a page that did not rest in between, the watch is given up for a while. */
const MAX_FORCED = 3;

export function watchPage(window: Window & typeof globalThis, page: PageWatch, signal: AbortSignal, times: WatchTimes = TIMES): void {
  const storm = new StormBreaker(times);
  let timer: number | undefined;
  let waitingSince = 0;
  let lastChange = 0;
  let notBefore = 0;

  const look = async () => {
    timer = undefined;
    const isRested = performance.now() - lastChange >= times.rest * 0.9;
    if (storm.hasBroken(isRested)) return pause();
    const spent = await page.onSettled();
    notBefore = performance.now() + spent / times.share;
  };
  const pause = () => {
    observer.disconnect();
    page.onStorm(true);
    timer = window.setTimeout(() => {
      timer = undefined;
      observe();
      page.onStorm(false);
      changed();
    }, storm.nextPause());
  };
  const changed = () => {
    const now = performance.now();
    lastChange = now;
    if (timer === undefined) waitingSince = now;
    window.clearTimeout(timer);
    const due = Math.min(now + times.rest, waitingSince + storm.longestWait);
    timer = window.setTimeout(() => void look(), Math.max(0, due - now, notBefore - now));
  };
  const observer = new window.MutationObserver((records) => {
    if (!page.own.isConnected && records.some(({ removedNodes }) => [...removedNodes].includes(page.own))) page.onRemoved();
    if (mattersToArticle(records, page.articleRoot(), page.own)) changed();
  });
  const observe = () => observer.observe(window.document, { childList: true, characterData: true, subtree: true });
  observe();
  watchAppearance(window, page, signal);
  watchRoutes(window, page, signal);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearTimeout(timer);
  });
}

/** Counts the looks at a page that did not rest, and says when it is enough. */
class StormBreaker {
  readonly #times: WatchTimes;
  #forced = 0;
  #pauses = 0;

  constructor(times: WatchTimes) {
    this.#times = times;
  }

  get longestWait(): number {
    return this.#times.longest * 2 ** this.#forced;
  }

  hasBroken(isRested: boolean): boolean {
    if (isRested) this.#forced = 0;
    else this.#forced++;
    return this.#forced >= MAX_FORCED;
  }

  /** After a pause one look decides whether the storm is over. */
  nextPause(): number {
    this.#forced = MAX_FORCED - 1;
    return this.#times.pause * 2 ** this.#pauses++;
  }
}

/** Themes are switched by the root's attributes or by the system; passages are unfolded, which changes the page's height. */
function watchAppearance(window: Window & typeof globalThis, { onAppearance }: PageWatch, signal: AbortSignal): void {
  let timer: number | undefined;
  const soon = () => {
    timer ??= window.setTimeout(() => {
      timer = undefined;
      onAppearance();
    }, TIMES.rest);
  };
  const attributes = new window.MutationObserver(soon);
  const { documentElement, body } = window.document;
  for (const element of [documentElement, body])
    if (element) attributes.observe(element, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] });
  for (const query of ['(prefers-color-scheme: dark)', FORCED]) window.matchMedia(query).addEventListener('change', soon, { signal });
  const size = new window.ResizeObserver(soon);
  if (body) size.observe(body);
  signal.addEventListener('abort', () => {
    attributes.disconnect();
    size.disconnect();
    window.clearTimeout(timer);
  });
}

function watchRoutes(window: Window & typeof globalThis, { onRoute, onReturn }: PageWatch, signal: AbortSignal): void {
  const address = () => window.location.href.replace(/#.*$/s, '');
  const started = address();
  const check = () => {
    if (!signal.aborted && address() !== started) onRoute();
  };
  // Fires in every world, after the new address is committed.
  window.navigation?.addEventListener('navigatesuccess', check, { signal });
  window.addEventListener('popstate', () => window.setTimeout(check), { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && onReturn(), { signal });
}
