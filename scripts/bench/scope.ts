/** How well the article is found: the paragraphs that a reader mode keeps of each saved page against the blocks that are read. */
import { type BenchBrowser, benchBrowser } from './browser.ts';
import type * as InPage from './in-page/scope.ts';
import { type Comparison, compareParagraphs } from './paragraphs.ts';
import { type SavedPage, savedPages } from './saved-pages.ts';

declare const bench: typeof InPage;

export interface PageScope extends Comparison {
  readonly name: string;
  readonly recall: number;
  readonly precision: number;
}

/** Measures one page. Whether title and standfirst are right is not asked: a reader mode shows them apart; one that it keeps among its paragraphs is found in them. */
async function scopeOf({ open }: BenchBrowser, { name, source, expected }: SavedPage): Promise<PageScope> {
  const page = await open(source);
  const { blocks, paragraphs } = await page.evaluate((html) => ({ blocks: bench.blocks(), paragraphs: bench.paragraphsOf(html) }), expected);
  const body = blocks.filter(({ kind }) => kind !== 'title' && kind !== 'standfirst');
  const compared = compareParagraphs(
    paragraphs,
    body.map(({ text }) => text),
    blocks.map(({ text }) => text),
  );
  return { name, ...compared, recall: compared.found / (compared.expected || 1), precision: compared.right / (compared.kept || 1) };
}

/** Measures all saved pages, or those named. */
export async function measureScope(names: readonly string[] = []): Promise<PageScope[]> {
  const browser = await benchBrowser('scope.ts');
  const results: PageScope[] = [];
  try {
    for (const page of savedPages()) if (names.length === 0 || names.includes(page.name)) results.push(await scopeOf(browser, page));
  } finally {
    await browser.close();
  }
  return results;
}
