/**
 * The database: schema by version, opened in the extension's own origin only (background and extension pages).
 */
import Dexie, { type EntityTable } from 'dexie';
import type { StoredArticle, StoredStatement } from '../model/records.ts';

export class AllegedlyDatabase extends Dexie {
  declare readonly articles: EntityTable<StoredArticle, 'id'>;
  declare readonly statements: EntityTable<StoredStatement, 'key'>;

  constructor(name = 'allegedly') {
    super(name);
    this.version(1).stores({
      articles: 'id, caseId, site, lastReadAt',
      statements: 'key, articleId, [caseId+eventId], [caseId+disputeId]',
    });
  }
}

let opened: AllegedlyDatabase | undefined;

/** The one database of this context, opened when first asked for. */
export function database(): AllegedlyDatabase {
  opened ??= new AllegedlyDatabase();
  return opened;
}
