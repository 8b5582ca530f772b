/** What is read of the saved pages' metadata, beside what a reader mode reads. Agreement is counted where the other one says something. */
import { benchBrowser } from './browser.ts';
import type * as InPage from './in-page/scope.ts';
import { wordsOf } from './paragraphs.ts';
import { savedPages } from './saved-pages.ts';

declare const bench: typeof InPage;

/** Our field → the reader mode's. */
const FIELDS = { title: 'title', byline: 'byline', outlet: 'siteName', language: 'lang', published: 'publishedTime' } as const;

export interface MetadataRow {
  readonly field: string;
  /** Pages for which the reader mode says something; on how many of them we say the same; pages on which we say something at all. */
  readonly expected: number;
  readonly same: number;
  readonly read: number;
  readonly different: readonly string[];
}

/** Compares every field over all saved pages. */
export async function measureMetadata(): Promise<MetadataRow[]> {
  const browser = await benchBrowser('scope.ts');
  const found: { name: string; ours: Record<string, unknown>; theirs: Readonly<Record<string, unknown>> }[] = [];
  try {
    for (const { name, source, metadata } of savedPages()) {
      const page = await browser.open(source);
      found.push({ name, ours: (await page.evaluate(() => bench.metadata())) as Record<string, unknown>, theirs: metadata });
    }
  } finally {
    await browser.close();
  }
  return Object.entries(FIELDS).map(([field, key]) => {
    const rows = found.map(({ name, ours, theirs }) => ({ name, our: plain(ours[field]), their: plain(theirs[key]) }));
    const said = rows.filter(({ their }) => their !== '');
    const different = said.filter(({ our, their }) => !agrees(our, their));
    return {
      field,
      expected: said.length,
      same: said.length - different.length,
      read: rows.filter(({ our }) => our !== '').length,
      different: different.map(({ name }) => name),
    };
  });
}

function plain(value: unknown): string {
  const text = typeof value === 'object' && value !== null && 'iso' in value ? String(value.iso) : typeof value === 'string' ? value : '';
  return wordsOf(text).join(' ').replace(/^by /, '');
}

/** The same words, or one within the other: a title with the outlet's name, a date with its time. */
function agrees(our: string, their: string): boolean {
  return our !== '' && (their.includes(our) || our.includes(their));
}
