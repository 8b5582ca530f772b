/** Taking in a backup: what is stored is never made less. The newer of two readings stays, and corrections are united. */

import type { ImportPlan } from '../../model/import-plan.ts';
import type { Backup } from '../../model/record-guards.ts';
import type { Note, StoredAnalysis, StoredArticle, StoredStatement } from '../../model/records.ts';
import { recordChange } from '../changes.ts';
import { applyJournal } from '../corrections.ts';
import type { AllegedlyDatabase } from '../database.ts';
import { noteId } from '../notes.ts';
import { ImportError } from './import-text.ts';

/** Clocks differ; a day ahead is no other time. */
const DAY_MS = 86_400_000;

/** Says what the backup would change, and with `isDry` false changes it, in one transaction. */
export async function importBackup(backup: Backup, db: AllegedlyDatabase, isDry: boolean): Promise<ImportPlan> {
  mustHoldTogether(backup);
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
    await db.articles.bulkPut([...added, ...newer]);
    for (const { id } of newer) await db.statements.where('articleId').equals(id).delete();
    await db.statements.bulkPut(statements);
    await db.analysed.bulkPut(backup.analysed.filter(({ articleId }) => taken.has(articleId)) as StoredAnalysis[]);
    await db.corrections.bulkAdd(corrections);
    await db.notes.bulkPut(notes);
    // Articles that came whole are as they were; those that were here get the corrections of both.
    const isNew = new Set(added.map(({ id }) => id));
    const applied = new Set([...newer.map(({ id }) => id), ...[...corrections, ...notes].map(({ articleId }) => articleId)].filter((id) => !isNew.has(id)));
    for (const id of applied) await applyJournal(id, db);
    for (const id of isNew) await recordChange(id, db);
    return plan;
  });
}

/** Every record must belong to an article of the file, none may be there twice, and none may come from a time that is still to be. */
function mustHoldTogether({ articles, statements, corrections, analysed, notes }: Backup): void {
  mustDiffer(articles, ({ id }) => id);
  mustDiffer(statements, ({ key }) => key);
  mustDiffer(corrections, ({ id }) => id);
  mustDiffer(analysed, ({ articleId }) => articleId);
  mustDiffer(notes, ({ id }) => id);
  const ids = new Set(articles.map(({ id }) => id));
  const strays = [statements, corrections, analysed, notes].some((records) => records.some(({ articleId }) => !ids.has(articleId)));
  if (strays) throw new ImportError('inconsistent');
  if (notes.some(({ id, articleId, statementId }) => id !== noteId(articleId, statementId))) throw new ImportError('inconsistent');
  if (statements.some(({ key, articleId, id }) => key !== `${articleId}/${id}`)) throw new ImportError('inconsistent');
  // It would be the newer one for ever, whatever is read or written after it.
  const latest = Date.now() + DAY_MS;
  const isAhead =
    articles.some(({ firstReadAt, lastReadAt }) => Math.max(firstReadAt, lastReadAt) > latest) || [...corrections, ...notes].some(({ at }) => at > latest);
  if (isAhead) throw new ImportError('ahead');
}

function mustDiffer<T>(records: readonly T[], keyOf: (record: T) => string): void {
  if (new Set(records.map(keyOf)).size < records.length) throw new ImportError('inconsistent');
}

async function newerNotes(notes: readonly Note[], db: AllegedlyDatabase): Promise<Note[]> {
  const known = new Map((await db.notes.bulkGet(notes.map(({ id }) => id))).flatMap((note) => (note ? [[note.id, note.at] as const] : [])));
  return notes.filter(({ id, at }) => at > (known.get(id) ?? -1));
}
