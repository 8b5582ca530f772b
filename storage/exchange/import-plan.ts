/** What an import is asked, what it says it would change, and why it may be refused. */
import type { Actor } from '../../model/case-file.ts';

export interface ImportOptions {
  readonly isDry: boolean;
  /** Those of the case, by whom annotations name speakers. */
  readonly actors: readonly Actor[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What an import would change; numbers of records. */
export interface ImportPlan {
  readonly format: 'backup' | 'annotations';
  readonly newArticles: number;
  readonly newerArticles: number;
  readonly newStatements: number;
  readonly newCorrections: number;
  readonly newNotes: number;
  /** What is there already, or is about articles that are not. */
  readonly unchanged: number;
}

/** Why a file is not taken in; the page has the words for it. */
export const IMPORT_PROBLEMS = ['too_large', 'too_much', 'no_json', 'no_backup', 'inconsistent', 'ahead'] as const;
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];

export interface ImportRefusal {
  readonly problem: ImportProblem;
  /** The place in the file, or "". */
  readonly place: string;
}
