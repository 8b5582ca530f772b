/**
 * What a good guest leaves alone: counts, from the page's own world, every change of the page's tree but our one element's coming and
 * going, every shift of its layout, and everything that is complained of.
 */
import type { Page } from 'puppeteer-core';

export interface Traces {
  /** Changes of the tree that are not the page's own; "what target" each. */
  readonly changes: string[];
  /** Sum of the layout shifts (see the Layout Instability API). */
  readonly shift: number;
  /** Errors on the console, and those thrown. */
  readonly problems: string[];
}

/** Begins to count; to be called before the page is opened. */
export async function watchTraces(page: Page): Promise<() => Promise<Traces>> {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.evaluateOnNewDocument(() => {
    const seen = { changes: [] as string[], shift: 0 };
    Object.assign(window, { seen });
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver((records) => {
        const isOurs = ({ type, addedNodes, removedNodes }: MutationRecord) =>
          type === 'childList' && [...addedNodes, ...removedNodes].every((node) => node.nodeName === 'ALLEGEDLY-CHIP');
        for (const record of records) if (!isOurs(record)) seen.changes.push(`${record.type} ${record.target.nodeName}`);
      }).observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
    });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => ({ ...(await page.evaluate(() => (window as unknown as { seen: { changes: string[]; shift: number } }).seen)), problems: [...problems] });
}
