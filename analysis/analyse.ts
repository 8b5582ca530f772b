/**
 * The whole analysis, pure: an article and case files in; a verdict, attributions and statements out.
 * Order of the stages: recognise → tokens and sentences → attributions → speakers → kinds → dates → disputes and events.
 */
import type { Article } from '../model/article.ts';
import type { Attribution } from '../model/attribution.ts';
import type { CaseFile } from '../model/case-file.ts';
import type { Statement } from '../model/statement.ts';
import type { Verdict } from '../model/verdict.ts';

export interface Analysis {
  readonly verdict: Verdict;
  /** Every attribution found, in order of the text. */
  readonly attributions: readonly Attribution[];
  /** Those that a reader is shown, in reading order; none unless the verdict is `about`. */
  readonly statements: readonly Statement[];
}

/** Analyses one article against the case files; the first case that the article is about is the one whose statements are given. */
export declare function analyse(article: Article, cases: readonly CaseFile[]): Analysis;
