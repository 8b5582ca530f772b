/** What an import is asked, and why it may be refused. */
import type { Actor } from '../../model/case-file.ts';

export interface ImportOptions {
  readonly isDry: boolean;
  /** Those of the case, by whom annotations name speakers. */
  readonly actors: readonly Actor[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Why a file is not taken in; the page has the words for it. */
export const IMPORT_PROBLEMS = ['too_large', 'too_much', 'no_text', 'no_json', 'cut_off', 'no_backup', 'inconsistent', 'ahead'] as const;
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];

export interface ImportRefusal {
  readonly problem: ImportProblem;
  /** The place in the file: a path to the record and its field, or line and character ("3:17"); "" where there is none to name. */
  readonly place: string;
}
