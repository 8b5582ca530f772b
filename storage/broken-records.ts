/**
 * What happens to a stored record that cannot be made sense of (a damaged disk, a hand in the browser's tools): it is left out of every
 * answer, so that the others can be shown, and put aside as it was found, so that it is not lost and the reader can be told.
 */
import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';
import { facetsOf } from '../model/records.ts';
import { recordChange, recordDeletion } from './changes.ts';
import { leaveWork } from './copies.ts';
import type { AllegedlyDatabase } from './database.ts';
import { type CheckedTable, isCheckedTable, isSound } from './sound-record.ts';

/** A record that was put aside. */
export interface Oddity {
  readonly id: number;
  readonly table: string;
  readonly key: string;
  /** Where it still says so. */
  readonly articleId?: string;
  /** As it was found. */
  readonly record: unknown;
}

interface Found {
  readonly table: CheckedTable;
  readonly key: string;
  readonly record: unknown;
}

/** Put aside this long after it was found, in ms: together, and out of the way of what was asked. */
const SOON_MS = 50;

/** Filters every reading of the tables that hold records. An upgrade sees everything: it must not lose what it does not know. */
export function withoutBrokenRecords(db: AllegedlyDatabase): Middleware<DBCore> {
  const found = new Map<string, Found>();
  const report = (each: Found) => {
    if (found.size === 0) setTimeout(() => void putAside(db, found).catch(() => undefined), SOON_MS);
    found.set(`${each.table} ${each.key}`, each);
  };
  return {
    stack: 'dbcore',
    name: 'withoutBrokenRecords',
    create: (down) => ({ ...down, table: (name) => (isCheckedTable(name) ? filtered(down.table(name), name, report) : down.table(name)) }),
  };
}

function filtered(table: DBCoreTable, name: CheckedTable, report: (found: Found) => void): DBCoreTable {
  const isFine = (trans: object, record: unknown) => {
    if (record === undefined || (trans as IDBTransaction).mode === 'versionchange' || isSound(name, record)) return true;
    report({ table: name, key: String(table.schema.primaryKey.extractKey?.(record)), record });
    return false;
  };
  return {
    ...table,
    // No `await` here: Dexie's own promises keep a transaction's turn.
    get: (request) => table.get(request).then((record: unknown) => (isFine(request.trans, record) ? record : undefined)),
    getMany: (request) => table.getMany(request).then((records) => records.map((record: unknown) => (isFine(request.trans, record) ? record : undefined))),
    query: (request) =>
      table.query(request).then((response) => {
        if (!request.values || response.result.every((record) => isFine(request.trans, record))) return response;
        return { ...response, result: response.result.filter((record) => isFine(request.trans, record)) };
      }),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => (cursor && request.values ? skipping(cursor, () => isFine(request.trans, cursor.value)) : cursor)),
  };
}

/** Has the cursor step over what is not fine. It is the browser's own object, with methods added by Dexie: nothing else can stand for it. */
function skipping(cursor: DBCoreCursor, isFine: () => boolean): DBCoreCursor {
  const start = cursor.start.bind(cursor);
  cursor.start = (onNext) => start(() => (isFine() ? onNext() : cursor.continue()));
  return cursor;
}

async function putAside(db: AllegedlyDatabase, found: Map<string, Found>): Promise<void> {
  const all = [...found.values()];
  found.clear();
  const tables = ['articles', 'statements', 'corrections', 'analysed', 'notes', 'oddities', 'changes', 'kept'];
  await db.transaction('rw', tables, async () => {
    for (const { table, key, record } of all) {
      const { schema } = db.table(table);
      const same = db.table(table).where(String(schema.primKey.keyPath)).equals(key);
      // Meanwhile it may have been written anew, or been put aside by another page.
      if ((await db.table(table).get(key)) !== undefined || (await same.count()) === 0) continue;
      const articleId = table === 'articles' ? key : (record as { articleId?: unknown } | null)?.articleId;
      await db.table('oddities').add({ table, key, record, ...(typeof articleId === 'string' ? { articleId } : {}) });
      await db.table(table).delete(key);
      if (table === 'articles') await leaveWork(key, [], db);
      else if (typeof articleId === 'string') await touch(db, articleId);
      // The library's index holds what cannot be read any more, and is made anew.
      await recordDeletion([], db);
    }
  });
}

/** What lists say of the article must be what is left. */
async function touch(db: AllegedlyDatabase, articleId: string): Promise<void> {
  const article = await db.articles.get(articleId);
  if (!article) return;
  const statements = await db.statements.where('articleId').equals(articleId).toArray();
  await db.articles.put({ ...article, statementCount: statements.length, facets: facetsOf(statements), revision: (article.revision ?? 0) + 1 });
  await recordChange(articleId, db);
}
