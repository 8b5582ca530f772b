/** One case beside two hundred: in the recogniser over the fixture articles, and in the gate over their pages and the saved ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bestVerdict } from '../../analysis/recognise.ts';
import { articleOfText } from '../../model/article.ts';
import type { Recognition } from '../../model/case-file.ts';
import { articlePage, type PageArticle } from '../article-page.ts';
import { amount, sampleOf } from '../brief.ts';
import { readAllCaseFiles } from '../case-files.ts';
import { benchBrowser } from './browser.ts';
import type * as InPage from './in-page/gate.ts';
import { madeUpCases } from './many-cases.ts';
import { hasSavedPages, savedPages } from './saved-pages.ts';

declare const bench: typeof InPage;

export const CASES = 200;
const SEED = 7;
const RECOGNISER_RUNS = amount(40, 2);
const GATE_RUNS = 20;
const ARTICLES = join(import.meta.dirname, '../../tests/fixtures/articles');

export interface CasesResult {
  readonly articles: number;
  /** Least times, summed over the articles, in ms. */
  readonly recogniser: { readonly one: number; readonly many: number };
  readonly pages: readonly ({ readonly kind: 'fixture' | 'saved' } & InPage.GateTimes)[];
}

/** Measures both. */
export async function measureCases(): Promise<CasesResult> {
  const files = readAllCaseFiles().map(({ recognition }) => recognition);
  const one = files.filter(({ caseId }) => caseId === 'whatsapp-v-nso');
  const many = [...files, ...madeUpCases(CASES - files.length, SEED)];
  const names = readdirSync(ARTICLES).filter((name) => name.endsWith('.json'));
  const articles = sampleOf(names, 3).map((name) => JSON.parse(readFileSync(join(ARTICLES, name), 'utf8')) as PageArticle);
  return { articles: articles.length, recogniser: timeRecogniser(articles, one, many), pages: await timeGate(articles, one, many) };
}

/** Each article in turn with one and with many, the least of all runs, so that a busy machine slows both alike. */
function timeRecogniser(articles: readonly PageArticle[], one: readonly Recognition[], many: readonly Recognition[]): { one: number; many: number } {
  const sum = { one: 0, many: 0 };
  const time = (work: () => unknown) => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  for (const { title, standfirst, paragraphs } of articles) {
    const article = articleOfText([title, standfirst, ...paragraphs].filter(Boolean).join('\n'), { title });
    const least = { one: Number.POSITIVE_INFINITY, many: Number.POSITIVE_INFINITY };
    for (let run = 0; run < RECOGNISER_RUNS; run++) {
      least.one = Math.min(
        least.one,
        time(() => bestVerdict(article, one)),
      );
      least.many = Math.min(
        least.many,
        time(() => bestVerdict(article, many)),
      );
    }
    sum.one += least.one;
    sum.many += least.many;
  }
  return sum;
}

async function timeGate(articles: readonly PageArticle[], one: readonly Recognition[], many: readonly Recognition[]): Promise<CasesResult['pages']> {
  const browser = await benchBrowser('gate.ts');
  const pages = [
    ...articles.map((article) => ({ kind: 'fixture' as const, source: articlePage(article) })),
    ...(hasSavedPages ? savedPages().map(({ source }) => ({ kind: 'saved' as const, source })) : []),
  ];
  const results: CasesResult['pages'][number][] = [];
  try {
    for (const { kind, source } of pages) {
      const page = await browser.open(source);
      results.push({ kind, ...(await page.evaluate((...given) => bench.gateTimes(...given), one, many, GATE_RUNS)) });
    }
  } finally {
    await browser.close();
  }
  return results;
}
