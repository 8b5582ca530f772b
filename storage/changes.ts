/**
 * The log of what changed, by which the library's index is kept true to the store: a line in the same transaction as each change.
 * What was deleted is not named in it, not even afterwards. Knows nothing of the index.
 */
import { liveQuery, type Observable } from 'dexie';
import type { AllegedlyDatabase } from './database.ts';

/** One line; without an article something was deleted. */
export interface Change {
  /** Counts up, without gaps. */
  readonly seq: number;
  readonly articleId?: string;
}

/** Lines that are kept for indexes that are behind. */
const KEPT_LINES = 10_000;

/** Notes that an article, its statements or its notes have changed. To be called in the transaction that changes them. */
export async function recordChange(articleId: string, db: AllegedlyDatabase): Promise<void> {
  await db.changes.add({ articleId });
}

/**
 * Notes that articles, or others of the reader's words, were deleted: no line names them any more, and what was kept of the index goes,
 * since it holds their words.
 */
export async function recordDeletion(articleIds: readonly string[], db: AllegedlyDatabase): Promise<void> {
  const lines = await db.changes
    .where('articleId')
    .anyOf([...articleIds])
    .primaryKeys();
  await db.changes.bulkPut(lines.map((seq) => ({ seq })));
  await db.changes.add({});
  await db.kept.clear();
}

/** The number of the last line; 0 where there is none. */
export async function lastChange(db: AllegedlyDatabase): Promise<number> {
  return (await db.changes.orderBy('seq').last())?.seq ?? 0;
}

/** The number of the last line, now and after every change. */
export function liveLastChange(db: AllegedlyDatabase): Observable<number> {
  return liveQuery(() => lastChange(db));
}

/** What changed after a line, now and after every change. */
export function liveChangesAfter(seq: () => number, db: AllegedlyDatabase): Observable<readonly Change[]> {
  return liveQuery(() => changesAfter(seq(), db));
}

export function changesAfter(seq: number, db: AllegedlyDatabase): Promise<Change[]> {
  return db.changes.where('seq').above(seq).toArray();
}

/** Drops lines that are so old that an index so far behind is better made anew. */
export async function dropOldChanges(seq: number, db: AllegedlyDatabase): Promise<void> {
  await db.changes
    .where('seq')
    .below(seq - KEPT_LINES)
    .delete();
}
