/** How surely words are found again on the saved pages: round trips over the pages' own nodes, and fourteen kinds of change. */
import { amount } from '../brief.ts';
import { type DriftCounts, scoreDrift } from './anchor-score.ts';
import { benchBrowser } from './browser.ts';
import type * as InPage from './in-page/anchor.ts';
import { savedPages } from './saved-pages.ts';

declare const bench: typeof InPage;

const ROUND_TRIPS = amount(5_000, 50);

export interface AnchorResult {
  readonly ranges: number;
  readonly sameText: number;
  readonly sameNodes: number;
  readonly drift: readonly DriftCounts[];
}

/** Measures 5,000 ranges, and so many statements a page under every kind of change. */
export async function measureAnchoring(statementsEach: number): Promise<AnchorResult> {
  const browser = await benchBrowser('anchor.ts');
  const pages = savedPages();
  const texts: string[] = [];
  const total = { ranges: 0, sameText: 0, sameNodes: 0 };
  try {
    for (const [number, { source }] of pages.entries()) {
      const page = await browser.open(source);
      const trips = await page.evaluate((count, seed) => bench.roundTrips(count, seed), Math.ceil(ROUND_TRIPS / pages.length), number + 1);
      texts.push(trips.text);
      total.ranges += trips.ranges;
      total.sameText += trips.sameText;
      total.sameNodes += trips.sameNodes;
    }
  } finally {
    await browser.close();
  }
  return { ...total, drift: scoreDrift(texts, statementsEach, 7) };
}
