/**
 * The database: schema by version, opened in the extension's own origin only (background and extension pages).
 */
import Dexie, { type EntityTable } from 'dexie';
import type { Correction } from '../model/correction.ts';
import type { Note, StoredAnalysis, StoredArticle, StoredStatement } from '../model/records.ts';

export class AllegedlyDatabase extends Dexie {
  declare readonly articles: EntityTable<StoredArticle, 'id'>;
  /** As the reader sees them: what the analysis found, with the reader's corrections applied. */
  declare readonly statements: EntityTable<StoredStatement, 'key'>;
  declare readonly corrections: EntityTable<Correction, 'id'>;
  /** What the analysis found, kept for corrected articles alone. */
  declare readonly analysed: EntityTable<StoredAnalysis, 'articleId'>;
  declare readonly notes: EntityTable<Note, 'id'>;

  constructor(name = 'allegedly') {
    super(name);
    this.version(1).stores({
      articles: 'id, caseId, site, lastReadAt',
      statements: 'key, articleId, [caseId+eventId], [caseId+disputeId]',
    });
    // Corrections and notes of the reader. What version 1 held stays as it was.
    this.version(2).stores({
      corrections: 'id, articleId',
      analysed: 'articleId',
      notes: 'id, articleId',
    });
  }
}

let opened: AllegedlyDatabase | undefined;

/** The one database of this context, opened when first asked for. */
export function database(): AllegedlyDatabase {
  opened ??= new AllegedlyDatabase();
  return opened;
}
