/**
 * The whole analysis, pure: an article and case files in; a verdict, attributions and statements out.
 * Order of the stages: recognise → tokens and sentences → attributions → speakers → kinds → dates → disputes and events.
 */
import type { Article } from '../model/article.ts';
import type { CaseFile, Recognition } from '../model/case-file.ts';
import type { Statement } from '../model/statement.ts';
import type { Verdict } from '../model/verdict.ts';
import { readDocument } from './document.ts';
import { bestVerdict } from './recognise.ts';
import { type ResolvedAttribution, resolveAttributions } from './resolve-attributions.ts';
import { statementsOf } from './statements.ts';
import type { Tagger } from './tagger/tagger.ts';

export interface Analysis {
  readonly verdict: Verdict;
  /** Every attribution found, in order of the text, whatever the verdict. */
  readonly attributions: readonly ResolvedAttribution[];
  /** Those that a reader is shown, in reading order; none unless the verdict is `about`. */
  readonly statements: readonly Statement[];
}

/** Recognition terms of a list of cases, kept as one list so that their index is built once. */
const recognitions = new WeakMap<readonly CaseFile[], readonly Recognition[]>();

/**
 * Analyses one article against the case files. Speakers are looked for in the case that fits best, though only an article about it
 * has statements. The same input gives the same output; time grows linearly with the text.
 */
export function analyse(article: Article, cases: readonly CaseFile[], tagger: Tagger): Analysis {
  let terms = recognitions.get(cases);
  if (!terms) {
    terms = cases.map(({ recognition }) => recognition);
    recognitions.set(cases, terms);
  }
  const verdict = bestVerdict(article, terms);
  const caseFile = cases.find(({ id }) => id === verdict.caseId) ?? cases[0];
  if (!caseFile) return { verdict, attributions: [], statements: [] };
  const document = readDocument(article);
  const isAbout = verdict.status === 'about';
  const attributions = resolveAttributions(document, caseFile, tagger, isAbout);
  return { verdict, attributions, statements: isAbout ? statementsOf(document, caseFile, attributions) : [] };
}
