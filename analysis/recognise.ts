/**
 * Recognises coverage of a case: article and recognition terms in, verdicts with reasons out. Pure.
 * Vocabulary alone never decides: both sides and a suit between them must stand in it, or what only this case has; how much of it is about them is weighed.
 */
import type { Article } from '../model/article.ts';
import type { Recognition } from '../model/case-file.ts';
import { VERDICT_STATUSES, type Verdict } from '../model/verdict.ts';
import { decide, type Judgement } from './recognise/decide.ts';
import { evidenceFor } from './recognise/evidence.ts';
import { readArticle } from './recognise/reading.ts';
import { candidates, type Index, indexOf } from './recognise/term-index.ts';

/** The index of a list of cases is built once for as long as the caller keeps that list. */
const indexes = new WeakMap<readonly Recognition[], Index>();

function indexFor(recognitions: readonly Recognition[]): Index {
  const known = indexes.get(recognitions);
  if (known) return known;
  const index = indexOf(recognitions);
  indexes.set(recognitions, index);
  return index;
}

/** The cases that come into question, the best first: `about`, `mentions`, `unsure`, `no`, then by evidence, then in the order given. */
function judge(article: Article, index: Index): { readonly position: number; readonly verdict: Verdict }[] {
  const reading = readArticle(article, index.lexicon);
  const rank = ({ verdict }: Judgement) => VERDICT_STATUSES.indexOf(verdict.status);
  return candidates(reading, index)
    .map((position) => ({ position, ...decide(evidenceFor(reading, index, position), article.language) }))
    .sort((a, b) => rank(a) - rank(b) || b.sum - a.sum);
}

/**
 * One verdict for each case, the best first; those that do not come into question say `no` and nothing else. The text is read once, however
 * many cases there are; time grows linearly with its length.
 */
export function recognise(article: Article, recognitions: readonly Recognition[]): Verdict[] {
  const index = indexFor(recognitions);
  const judged = judge(article, index);
  const isJudged = new Set(judged.map(({ position }) => position));
  const verdicts = judged.map(({ verdict }) => verdict);
  for (const [position, { caseId }] of index.cases.entries()) if (!isJudged.has(position)) verdicts.push({ status: 'no', caseId, score: 0, reasons: [] });
  return verdicts;
}

/** The verdict for the case that fits best, with the other cases that the article is about; `no` without a case where there are no cases. */
export function bestVerdict(article: Article, recognitions: readonly Recognition[]): Verdict {
  const [best, ...others] = judge(article, indexFor(recognitions));
  if (!best) return { status: 'no', score: 0, reasons: [] };
  const alsoAbout = others.flatMap(({ verdict }) => (verdict.status === 'about' && verdict.caseId !== undefined ? [verdict.caseId] : []));
  return alsoAbout.length === 0 ? best.verdict : { ...best.verdict, alsoAbout };
}
