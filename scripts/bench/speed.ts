/** Times of the gate, of reading, anchoring and painting, each beside its yardstick, over the saved pages. */
import recognition from '../../cases/whatsapp-v-nso/recognition.json' with { type: 'json' };
import type { GateTerms } from '../../reading/gate-table.ts';
import { benchBrowser } from './browser.ts';
import type * as InPage from './in-page/speed.ts';
import { savedPages } from './saved-pages.ts';

declare const bench: typeof InPage;

const RUNS = 3;
const SEED = 11;

export interface SpeedOfPage extends InPage.PageTimes {
  readonly name: string;
}

/** Times every saved page. */
export async function measureSpeed(): Promise<SpeedOfPage[]> {
  const browser = await benchBrowser('speed.ts');
  const terms = [recognition as unknown as GateTerms];
  const results: SpeedOfPage[] = [];
  try {
    for (const { name, source } of savedPages()) {
      const page = await browser.open(source);
      results.push({ name, ...(await page.evaluate((...given) => bench.times(...given), terms, RUNS, SEED)) });
    }
  } finally {
    await browser.close();
  }
  return results;
}

/** The value that the given share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
