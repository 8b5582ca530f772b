/**
 * The sidebar's own page under measurement: opening it, its views, its search and its scrolling, each from what the reader does to the
 * frame that shows what was asked for. Knows nothing of yardsticks.
 */
import type { Page } from 'puppeteer-core';

/** What is put into every page before its own scripts: a promise of the time, in ms since the navigation, at which something is painted. */
interface Watched {
  readonly whenPainted: (selector: string) => Promise<number>;
  readonly opened: Promise<number>;
}
declare const watched: Watched;

/** Has every page that is opened in the tab watched from its beginning, by the browser's own clock: no message from here is waited for. */
export async function watchPages(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const whenPainted = (selector: string) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector(selector)) return false;
          observer.disconnect();
          // A message that is sent in a frame comes after it has been painted.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now());
            port2.postMessage(0);
          });
          return true;
        };
        const observer = new MutationObserver(look);
        if (!look()) observer.observe(document, { childList: true, subtree: true });
      });
    Object.assign(globalThis, { watched: { whenPainted, opened: whenPainted('.statement') } });
  });
}

/** From the opening of the page to its first statements, in ms. */
export function paintedSinceOpening(page: Page): Promise<number> {
  return page.evaluate(() => watched.opened);
}

/** From the click on a view's tab, as soon as there is one, to the frame that shows the view, in ms. */
export async function paintedSinceClick(page: Page, view: string, first: string): Promise<number> {
  await page.waitForSelector(`#tab-${view}`, { timeout: 120_000 });
  return page.evaluate(
    async (tab, selector) => {
      const started = performance.now();
      document.getElementById(tab)?.click();
      return (await watched.whenPainted(selector)) - started;
    },
    `tab-${view}`,
    first,
  );
}

export async function showLibrary(page: Page): Promise<void> {
  await page.waitForSelector('#tab-library');
  await page.evaluate("document.getElementById('tab-library').click()");
}

/** Waits until the sidebar has put its index by for the next time. */
export async function untilKept(page: Page): Promise<void> {
  const isKept = () =>
    new Promise<boolean>((resolve) => {
      const opening = indexedDB.open('allegedly');
      opening.onerror = () => resolve(false);
      opening.onsuccess = () => {
        const { result } = opening;
        const transaction = result.transaction(['kept', 'changes']);
        const kept = ['facts', 'summary'].map((name) => transaction.objectStore('kept').get(name));
        const last = transaction.objectStore('changes').openKeyCursor(null, 'prev');
        transaction.oncomplete = () => {
          result.close();
          resolve(kept.every((record) => (record.result as { seq: number } | undefined)?.seq === last.result?.key));
        };
      };
    });
  await page.waitForFunction(isKept, { timeout: 300_000, polling: 1_000 });
}

/** Notes in the log that an article has changed, as the background does when one is read: what is kept is behind then. */
export async function changeOne(page: Page, articleId: string): Promise<void> {
  await page.evaluate(
    (id) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('allegedly');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('changes', 'readwrite');
          transaction.objectStore('changes').add({ articleId: id });
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    articleId,
  );
}

/** Waits until everything can be searched: the library says so while it is still being read. */
export async function untilSearched(page: Page): Promise<void> {
  const isIndexed = () => {
    const input = document.querySelector<HTMLInputElement>('.library-head input');
    if (!input) return false;
    if (input.value === '') {
      input.value = 'whatever';
      input.dispatchEvent(new Event('input', { bubbles: true }));
      return false;
    }
    const status = document.querySelector('.library-line [role="status"]')?.textContent ?? '';
    return /result/.test(status) && !status.includes('·');
  };
  await page.waitForFunction(isIndexed, { timeout: 300_000, polling: 200 });
}

/** From typing to the results in the page, in ms. */
export async function search(page: Page, query: string): Promise<number> {
  await typed(page, 'nothing holds these words');
  return typed(page, query);
}

function typed(page: Page, query: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const status = document.querySelector('.library-line [role="status"]');
        const input = document.querySelector<HTMLInputElement>('.library-head input');
        if (!status || !input) return resolve(Number.NaN);
        const started = performance.now();
        const done = () => {
          observer.disconnect();
          clearTimeout(timer);
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - started);
            port2.postMessage(0);
          });
        };
        const observer = new MutationObserver(done);
        const timer = setTimeout(done, 5_000);
        observer.observe(status, { childList: true, characterData: true, subtree: true });
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    query,
  );
}

/** The longest task on the page's thread while the library is scrolled by the window, in ms; 0 where none was over 50. */
export async function longestTask(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('.library-head input');
    if (input) {
      input.value = '';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const scroller = document.querySelector('#panel-library');
    for (let step = 0; step < 60 && scroller; step++) {
      scroller.scrollTop += scroller.clientHeight;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    observer.disconnect();
    return longest;
  });
}
