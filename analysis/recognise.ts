/**
 * Recognises coverage of a case: article and recognition terms in, verdicts with reasons out. Pure.
 * Vocabulary alone never decides: both sides and the lawsuit between them must stand together, early and often enough.
 */
import type { Article } from '../model/article.ts';
import type { Recognition } from '../model/case-file.ts';
import { VERDICT_STATUSES, type Verdict } from '../model/verdict.ts';
import { decide } from './recognise/decide.ts';
import { evidenceFor, type Index, indexOf } from './recognise/evidence.ts';
import { readArticle } from './recognise/reading.ts';

/** The index of a list of cases is built once for as long as the caller keeps that list. */
const indexes = new WeakMap<readonly Recognition[], Index>();

/**
 * One verdict for each case, the best first: `about`, `mentions`, `unsure`, `no`, then by score, then in
 * the order given. The text is read once, however many cases there are; time grows linearly with its length.
 */
export function recognise(article: Article, recognitions: readonly Recognition[]): Verdict[] {
  let index = indexes.get(recognitions);
  if (index === undefined) {
    index = indexOf(recognitions);
    indexes.set(recognitions, index);
  }
  const reading = readArticle(article, index.lexicon);
  const verdicts: Verdict[] = [];
  for (let position = 0; position < index.cases.length; position++) verdicts.push(decide(evidenceFor(reading, index, position), article.language));
  const rank = (verdict: Verdict) => VERDICT_STATUSES.indexOf(verdict.status);
  return verdicts.sort((a, b) => rank(a) - rank(b) || b.score - a.score);
}

/** The verdict for the case that fits best; `no` without a case where there are no cases. */
export function bestVerdict(article: Article, recognitions: readonly Recognition[]): Verdict {
  return recognise(article, recognitions)[0] ?? { status: 'no', score: 0, reasons: [] };
}
