/** Taking in a backup: what is stored is never made less. The newer of two readings stays, and corrections are united. */

import type { ImportPlan } from '../../model/import-plan.ts';
import type { Backup } from '../../model/record-guards.ts';
import { facetsOf, type Note, type StoredAnalysis, type StoredArticle, type StoredStatement } from '../../model/records.ts';
import { recordChange } from '../changes.ts';
import { untangleCopies } from '../copies.ts';
import { applyJournal } from '../corrections.ts';
import type { AllegedlyDatabase } from '../database.ts';
import { noteId } from '../notes.ts';
import { ImportError } from './import-text.ts';
import { withTodaysIds } from './todays-ids.ts';

/** Clocks differ; a day ahead is no other time. */
const DAY_MS = 86_400_000;

/** Says what the backup would change, and with `isDry` false changes it, in one transaction. */
export async function importBackup(file: Backup, db: AllegedlyDatabase, isDry: boolean): Promise<ImportPlan> {
  mustHoldTogether(file);
  const backup = withTodaysIds(file);
  return db.transaction(isDry ? 'r' : 'rw', [...db.contents, db.changes], async () => {
    const ids = backup.articles.map(({ id }) => id);
    const known = new Map((await db.articles.bulkGet(ids)).flatMap((article) => (article ? [[article.id, article] as const] : [])));
    const added = backup.articles.filter(({ id }) => !known.has(id)) as StoredArticle[];
    const newer = backup.articles.filter(({ id, lastReadAt }) => lastReadAt > (known.get(id)?.lastReadAt ?? Number.POSITIVE_INFINITY)) as StoredArticle[];
    const taken = new Set([...added, ...newer].map(({ id }) => id));
    const statements = backup.statements.filter(({ articleId }) => taken.has(articleId)) as StoredStatement[];
    const knownCorrections = new Set(await db.corrections.toCollection().primaryKeys());
    const corrections = backup.corrections.filter(({ id }) => !knownCorrections.has(id));
    const notes = await newerNotes(backup.notes as Note[], db);
    const plan: ImportPlan = {
      ...{ format: 'backup', newArticles: added.length, newerArticles: newer.length, newStatements: statements.length },
      ...{ newCorrections: corrections.length, newNotes: notes.length, unchanged: backup.articles.length - added.length - newer.length },
    };
    if (isDry) return plan;
    const byArticle = Map.groupBy(statements, ({ articleId }) => articleId);
    // What lists say of an article is counted anew: the file may be of a version that counted less, or have been changed by hand.
    const counted = (article: StoredArticle): StoredArticle => {
      const own = byArticle.get(article.id) ?? [];
      return { ...article, statementCount: own.length, facets: facetsOf(own) };
    };
    await db.articles.bulkPut([...added, ...newer].map(counted));
    for (const { id } of newer) await db.statements.where('articleId').equals(id).delete();
    await db.statements.bulkPut(statements);
    await db.analysed.bulkPut(backup.analysed.filter(({ articleId }) => taken.has(articleId)) as StoredAnalysis[]);
    await db.corrections.bulkAdd(corrections);
    await db.notes.bulkPut(notes);
    // Articles that came whole are as they were; those that were here get the corrections of both.
    const isNew = new Set(added.map(({ id }) => id));
    const applied = new Set([...newer.map(({ id }) => id), ...[...corrections, ...notes].map(({ articleId }) => articleId)].filter((id) => !isNew.has(id)));
    for (const id of applied) await applyJournal(id, db);
    // Two of the file's articles may have become one: the corrections of both go over it.
    if (backup !== file) for (const id of new Set(corrections.map(({ articleId }) => articleId))) if (isNew.has(id)) await applyJournal(id, db);
    for (const id of isNew) await recordChange(id, db);
    await untangleCopies(taken, db);
    return plan;
  });
}

/** Every record must belong to an article of the file, none may be there twice, and none may come from a time that is still to be. */
function mustHoldTogether({ articles, statements, corrections, analysed, notes }: Backup): void {
  const ids = new Set(articles.map(({ id }) => id));
  mustDiffer('articles', 'id', articles, ({ id }) => id);
  mustDiffer('statements', 'key', statements, ({ key }) => key);
  mustDiffer('corrections', 'id', corrections, ({ id }) => id);
  mustDiffer('analysed', 'articleId', analysed, ({ articleId }) => articleId);
  mustDiffer('notes', 'id', notes, ({ id }) => id);
  for (const [name, records] of Object.entries({ statements, corrections, analysed, notes })) {
    mustAll('inconsistent', `${name}.$.articleId`, records, ({ articleId }: { readonly articleId: string }) => ids.has(articleId));
  }
  mustAll('inconsistent', 'notes.$.id', notes, ({ id, articleId, statementId }) => id === noteId(articleId, statementId));
  mustAll('inconsistent', 'statements.$.key', statements, ({ key, articleId, id }) => key === `${articleId}/${id}`);
  // It would be the newer one for ever, whatever is read or written after it.
  const latest = Date.now() + DAY_MS;
  mustAll('ahead', 'articles.$.firstReadAt', articles, ({ firstReadAt }) => firstReadAt <= latest);
  mustAll('ahead', 'articles.$.lastReadAt', articles, ({ lastReadAt }) => lastReadAt <= latest);
  mustAll('ahead', 'corrections.$.at', corrections, ({ at }) => at <= latest);
  mustAll('ahead', 'notes.$.at', notes, ({ at }) => at <= latest);
}

/** Throws with the place of the first that is not as it must be, its number in place of the "$". */
function mustAll<T>(problem: 'inconsistent' | 'ahead', place: string, records: readonly T[], isFine: (record: T) => boolean): void {
  const at = records.findIndex((record) => !isFine(record));
  if (at >= 0) throw new ImportError(problem, place.replace('$', String(at)));
}

function mustDiffer<T>(name: string, field: string, records: readonly T[], keyOf: (record: T) => string): void {
  const seen = new Set<string>();
  mustAll('inconsistent', `${name}.$.${field}`, records, (record) => seen.size < seen.add(keyOf(record)).size);
}

async function newerNotes(notes: readonly Note[], db: AllegedlyDatabase): Promise<Note[]> {
  const known = new Map((await db.notes.bulkGet(notes.map(({ id }) => id))).flatMap((note) => (note ? [[note.id, note.at] as const] : [])));
  return notes.filter(({ id, at }) => at > (known.get(id) ?? -1));
}
