/**
 * Taking in a backup or a collection of web annotations: first what would change, then, in one transaction, the change. What is stored
 * is never made less: the newer of two readings stays, and corrections are united.
 */
import * as v from 'valibot';
import type { Actor } from '../../model/case-file.ts';
import type { Change } from '../../model/correction.ts';
import { comparable } from '../../model/quote.ts';
import { type Backup, BackupSchema } from '../../model/record-guards.ts';
import type { Note, StoredAnalysis, StoredArticle, StoredStatement } from '../../model/records.ts';
import { articleIdOf } from '../article-identity.ts';
import { recordChange } from '../changes.ts';
import { applyJournal, correctStatement, statementsOf } from '../corrections.ts';
import type { AllegedlyDatabase } from '../database.ts';
import { byWords } from '../merge-corrections.ts';
import { noteId, writeNote } from '../notes.ts';
import { fromWebAnnotations, isWebAnnotations, type ReadAnnotation, type ReadCollection, type ReadComment } from './web-annotation.ts';

/** The largest file that is read, in UTF-16 code units. */
export const MAX_IMPORT = 100_000_000;
/** Deeper nesting than any file of ours has. */
const MAX_DEPTH = 40;
/** More records of one sort than any reader has; counted before any of them is looked at. */
const MAX_RECORDS = 500_000;
const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const OPEN_LIST = '['.charCodeAt(0);
const OPEN_OBJECT = '{'.charCodeAt(0);

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

/** Thrown for a file that is not taken in; `message` is fit to be shown. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** Says what the file would change, and with `isDry` false changes it: all of it or nothing. */
export async function importFile(
  text: string,
  db: AllegedlyDatabase,
  options: { readonly isDry: boolean; readonly actors: readonly Actor[]; readonly now: number },
): Promise<ImportPlan> {
  const raw = parsed(text);
  if (typeof raw === 'object' && raw !== null && Object.values(raw).some((list) => Array.isArray(list) && list.length > MAX_RECORDS)) {
    throw new ImportError('This file holds too many records.');
  }
  if (isWebAnnotations(raw)) return importAnnotations(fromWebAnnotations(raw), db, options);
  const result = v.safeParse(BackupSchema, raw, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw new ImportError(`This is no backup of Allegedly: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  return importBackup(result.output, db, options.isDry);
}

function parsed(text: string): unknown {
  if (text.length > MAX_IMPORT) throw new ImportError('This file is too large.');
  if (isTooDeep(text)) throw new ImportError('This file is nested too deeply.');
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportError('This file is not JSON.');
  }
}

/** Looked at before anything is built of it. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (isInString && sign === BACKSLASH) at++;
    else if (sign === QUOTE) isInString = !isInString;
    else if (isInString) continue;
    else if (sign === OPEN_LIST || sign === OPEN_OBJECT) depth++;
    else if (sign === OPEN_LIST + 2 || sign === OPEN_OBJECT + 2) depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

async function importBackup(backup: Backup, db: AllegedlyDatabase, isDry: boolean): Promise<ImportPlan> {
  mustHoldTogether(backup);
  return db.transaction(isDry ? 'r' : 'rw', [db.articles, db.statements, db.corrections, db.analysed, db.notes, db.changes], async () => {
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

/** Every record must belong to an article of the file, and no article may be there twice. */
function mustHoldTogether({ articles, statements, corrections, analysed, notes }: Backup): void {
  const ids = new Set(articles.map(({ id }) => id));
  if (ids.size < articles.length) throw new ImportError('This backup holds an article twice.');
  const strays = [...statements, ...corrections, ...analysed, ...notes].filter(({ articleId }) => !ids.has(articleId));
  if (strays.length > 0) throw new ImportError('This backup holds records of articles that are not in it.');
  if (notes.some(({ id, articleId, statementId }) => id !== noteId(articleId, statementId)))
    throw new ImportError('This backup holds a note under a wrong key.');
  if (statements.some(({ key, articleId, id }) => key !== `${articleId}/${id}`)) throw new ImportError('This backup holds a statement under a wrong key.');
}

async function newerNotes(notes: readonly Note[], db: AllegedlyDatabase): Promise<Note[]> {
  const known = new Map((await db.notes.bulkGet(notes.map(({ id }) => id))).flatMap((note) => (note ? [[note.id, note.at] as const] : [])));
  return notes.filter(({ id, at }) => at > (known.get(id) ?? -1));
}

interface AnnotationOptions {
  readonly isDry: boolean;
  readonly actors: readonly Actor[];
  readonly now: number;
}

/** What others have annotated becomes corrections of articles that are stored: each can be taken back. */
async function importAnnotations({ found, comments, others }: ReadCollection, db: AllegedlyDatabase, options: AnnotationOptions): Promise<ImportPlan> {
  return db.transaction(options.isDry ? 'r' : 'rw', [db.articles, db.statements, db.corrections, db.analysed, db.notes, db.changes, db.kept], async () => {
    let newCorrections = 0;
    let newStatements = 0;
    let unchanged = others;
    // As they were before: each annotation is about words of its own.
    const known = new KnownArticles(db);
    const newNotes = await importComments(comments, known, db, options);
    unchanged += comments.length - newNotes;
    for (const annotation of found) {
      const { article, statements } = await known.at(annotation.url);
      const changes = article ? changesOf(annotation, statements, options.actors) : [];
      if (!article || changes.length === 0) unchanged++;
      for (const change of changes) {
        if (change.type === 'add') newStatements++;
        else newCorrections++;
        if (!options.isDry && article) await correctStatement({ articleId: article.id, change, id: crypto.randomUUID(), now: options.now }, db);
      }
    }
    return { format: 'annotations', newArticles: 0, newerArticles: 0, newStatements, newCorrections, newNotes, unchanged };
  });
}

/** Comments become notes where the reader has none. Gives how many. */
async function importComments(
  comments: readonly ReadComment[],
  known: KnownArticles,
  db: AllegedlyDatabase,
  { isDry, now }: AnnotationOptions,
): Promise<number> {
  const taken = new Set<string>();
  for (const { url, text, about } of comments) {
    const { article, statements } = await known.at(url);
    const entries = statements.map((statement) => ({ statement, origin: statement }));
    const statement = about && byWords(entries, about, '')?.statement;
    if (!article || (about && !statement)) continue;
    const id = noteId(article.id, statement?.id);
    if (taken.has(id) || (await db.notes.get(id))) continue;
    taken.add(id);
    if (!isDry) await writeNote({ articleId: article.id, text, now, ...(statement ? { statementId: statement.id } : {}) }, db);
  }
  return taken.size;
}

/** The stored articles that annotations are about, with their statements, each read once. */
class KnownArticles {
  readonly #db: AllegedlyDatabase;
  readonly #read = new Map<string, { readonly article?: StoredArticle; readonly statements: readonly StoredStatement[] }>();

  constructor(db: AllegedlyDatabase) {
    this.#db = db;
  }

  async at(url: string): Promise<{ readonly article?: StoredArticle; readonly statements: readonly StoredStatement[] }> {
    let known = this.#read.get(url);
    if (!known) {
      const article = (await this.#db.articles.get(url)) ?? (await this.#db.articles.get(URL.canParse(url) ? articleIdOf({ url }) : url));
      known = article ? { article, statements: await statementsOf(article.id, this.#db) } : { statements: [] };
      this.#read.set(url, known);
    }
    return known;
  }
}

function changesOf({ kind, actorId, quote }: ReadAnnotation, statements: readonly StoredStatement[], actors: readonly Actor[]): Change[] {
  const words = comparable(quote.exact);
  const statement = statements.find((each) => comparable(each.words) === words);
  const actor = actors.find(({ id }) => id === actorId);
  const speaker = actor ? ({ status: 'actor', actorId: actor.id, name: actor.name, side: actor.side } as const) : ({ status: 'unresolved' } as const);
  if (!statement) return quote.end - quote.start === quote.exact.length ? [{ type: 'add', quote, kind, speaker }] : [];
  const isSameSpeaker = !actor || (statement.speaker.status === 'actor' && statement.speaker.actorId === actor.id);
  return [
    ...(statement.kind === kind ? [] : [{ type: 'kind' as const, statementId: statement.id, kind }]),
    ...(isSameSpeaker ? [] : [{ type: 'speaker' as const, statementId: statement.id, speaker }]),
  ];
}
