/** What an import is asked, and what it says it would change. */
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
