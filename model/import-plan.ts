/** What an import says it would change, before anything is. */

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
