/**
 * The database: schema by version, opened in the extension's own origin only (background and extension pages).
 */
import Dexie, { type EntityTable } from 'dexie';
import type { Correction } from '../model/correction.ts';
import { facetsOf, type Note, type StoredAnalysis, type StoredArticle, type StoredStatement } from '../model/records.ts';
import type { Change } from './changes.ts';
import type { KeptIndex } from './kept-index.ts';

export class AllegedlyDatabase extends Dexie {
  declare readonly articles: EntityTable<StoredArticle, 'id'>;
  /** As the reader sees them: what the analysis found, with the reader's corrections applied. */
  declare readonly statements: EntityTable<StoredStatement, 'key'>;
  declare readonly corrections: EntityTable<Correction, 'id'>;
  /** What the analysis found, kept for corrected articles alone. */
  declare readonly analysed: EntityTable<StoredAnalysis, 'articleId'>;
  declare readonly notes: EntityTable<Note, 'id'>;
  /** What has changed, in order; and the library's index as it was after one of the changes. Both are derived: no backup holds them. */
  declare readonly changes: EntityTable<Change, 'seq'>;
  declare readonly kept: EntityTable<KeptIndex, 'name'>;

  constructor(name = 'allegedly') {
    super(name);
    this.version(1).stores({
      articles: 'id, caseId, site, lastReadAt',
      statements: 'key, articleId, [caseId+eventId], [caseId+disputeId]',
    });
    // Corrections and notes of the reader, and what lists need to know of an article without reading its statements.
    this.version(2)
      .stores({
        articles: 'id, caseId, site, lastReadAt, [caseId+lastReadAt]',
        corrections: 'id, articleId',
        analysed: 'articleId',
        notes: 'id, articleId',
      })
      .upgrade(async (transaction) => {
        const statements = await transaction.table<StoredStatement>('statements').toArray();
        const byArticle = Map.groupBy(statements, ({ articleId }) => articleId);
        await transaction
          .table<StoredArticle>('articles')
          .toCollection()
          .modify((article) => {
            Object.assign(article, { facets: facetsOf(byArticle.get(article.id) ?? []), revision: 1 });
          });
      });
    // What has changed, and the library's index as it was after one of the changes.
    this.version(4).stores({ changes: '++seq, articleId', kept: 'name' });
  }
}

let opened: AllegedlyDatabase | undefined;

/** The one database of this context, opened when first asked for. */
export function database(): AllegedlyDatabase {
  opened ??= new AllegedlyDatabase();
  return opened;
}
