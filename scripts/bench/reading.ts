/**
 * How well the article is found: paragraphs of `readArticle` against what a reader mode keeps, over ../shared/pages.
 * `node scripts/bench/reading.ts [PAGE]`; with a page's name its missing and surplus paragraphs are listed.
 *
 * A paragraph is found where at least 80 % of its words stand, as three-word shingles, in the text read; a block that was read is right
 * where at least 80 % of its shingles stand in the expected text. Short ones (under 8 words) are not counted: headings and labels
 * are kept or left by taste.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHtml, readHtml } from '../read-html.ts';

const PAGES = join(import.meta.dirname, '../../../shared/pages');
const MIN_WORDS = 8;
const ENOUGH = 0.8;

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
const shingles = (text: string) => {
  const words = wordsOf(text);
  return words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '));
};
const share = (text: string, within: ReadonlySet<string>) => {
  const own = shingles(text);
  return own.length === 0 ? 1 : own.filter((shingle) => within.has(shingle)).length / own.length;
};

/** Paragraphs of the expected article: its innermost blocks of text. */
function expectedParagraphs(document: Document): string[] {
  const blocks = [...document.querySelectorAll('p, li, blockquote, h1, h2, h3, h4, h5, h6, pre, td, dd, div')];
  return blocks
    .filter((block) => !block.querySelector('p, li, blockquote, h1, h2, h3, h4, h5, h6, pre, td, dd, div') && !block.closest('figcaption'))
    .map((block) => block.textContent ?? '');
}

interface Result {
  readonly page: string;
  readonly recall: number;
  readonly precision: number;
  readonly missing: string[];
  readonly surplus: string[];
}

function measure(page: string): Result {
  const expected = expectedParagraphs(parseHtml(readFileSync(join(PAGES, page, 'expected.html'), 'utf8'))).filter((text) => wordsOf(text).length >= MIN_WORDS);
  const article = readHtml(readFileSync(join(PAGES, page, 'source.html'), 'utf8'));
  const found = article.blocks
    .filter(({ kind }) => kind !== 'title' && kind !== 'standfirst')
    .map(({ start, end }) => article.text.slice(start, end))
    .filter((text) => wordsOf(text).length >= MIN_WORDS);
  const foundShingles = new Set(shingles(article.text));
  const expectedShingles = new Set(shingles(expected.join('\n')));
  const missing = expected.filter((text) => share(text, foundShingles) < ENOUGH);
  const surplus = found.filter((text) => share(text, expectedShingles) < ENOUGH);
  return { page, recall: 1 - missing.length / (expected.length || 1), precision: 1 - surplus.length / (found.length || 1), missing, surplus };
}

if (!existsSync(PAGES)) {
  console.log('Skipped: ../shared/pages is not there.');
} else {
  const [only] = process.argv.slice(2);
  const results = readdirSync(PAGES)
    .filter((page) => !only || page === only)
    .map(measure);
  const mean = (pick: (result: Result) => number) => results.reduce((sum, result) => sum + pick(result), 0) / results.length;
  console.log(`${results.length} pages: recall ${mean(({ recall }) => recall).toFixed(3)}, precision ${mean(({ precision }) => precision).toFixed(3)}`);
  for (const { page, recall, precision, missing, surplus } of results.sort((a, b) => a.recall + a.precision - b.recall - b.precision).slice(0, 12)) {
    console.log(`  ${page.padEnd(28)} recall ${recall.toFixed(3)} precision ${precision.toFixed(3)}`);
    if (only)
      for (const text of [...missing.map((each) => `- ${each}`), ...surplus.map((each) => `+ ${each}`)])
        console.log(`    ${text.replace(/\s+/g, ' ').slice(0, 160)}`);
  }
}
