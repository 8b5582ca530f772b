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
/** More records of one sort than any reader has; counted before anything is built of them. */
const MAX_RECORDS = 500_000;
/** Lists of records stand no deeper than this; what stands deeper belongs to one record, and is never so long. */
const LIST_DEPTH = 3;
const MAX_WITHIN = 20_000;
/** More corrections by others than anybody looks through; each is laid over its article by itself. */
const MAX_CHANGES = 5_000;
/** Clocks differ; a day ahead is no other time. */
const DAY_MS = 86_400_000;
const COMMA = ','.charCodeAt(0);
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
  mustBeModest(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportError('This file is not JSON.');
  }
}

/** Throws for what is nested too deeply or lists too much. Looked at sign by sign, before anything is built of it. */
function mustBeModest(text: string): void {
  /** Commas so far in each list or object that is open, from the outermost. */
  const commas: number[] = [];
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (isInString && sign === BACKSLASH) at++;
    else if (sign === QUOTE) isInString = !isInString;
    else if (isInString) continue;
    else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
      if (commas.push(0) > MAX_DEPTH) throw new ImportError('This file is nested too deeply.');
    } else if (sign === OPEN_LIST + 2 || sign === OPEN_OBJECT + 2) commas.pop();
    else if (sign === COMMA) {
      const many = (commas.pop() ?? 0) + 1;
      if (many >= (commas.length < LIST_DEPTH ? MAX_RECORDS : MAX_WITHIN)) throw new ImportError('This file holds too many records.');
      commas.push(many);
    }
  }
}

async function importBackup(backup: Backup, db: AllegedlyDatabase, isDry: boolean): Promise<ImportPlan> {
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
  mustDiffer(articles, 'an article', ({ id }) => id);
  mustDiffer(statements, 'a statement', ({ key }) => key);
  mustDiffer(corrections, 'a correction', ({ id }) => id);
  mustDiffer(analysed, 'an analysis', ({ articleId }) => articleId);
  mustDiffer(notes, 'a note', ({ id }) => id);
  const ids = new Set(articles.map(({ id }) => id));
  const strays = [statements, corrections, analysed, notes].some((records) => records.some(({ articleId }) => !ids.has(articleId)));
  if (strays) throw new ImportError('This backup holds records of articles that are not in it.');
  if (notes.some(({ id, articleId, statementId }) => id !== noteId(articleId, statementId)))
    throw new ImportError('This backup holds a note under a wrong key.');
  if (statements.some(({ key, articleId, id }) => key !== `${articleId}/${id}`)) throw new ImportError('This backup holds a statement under a wrong key.');
  // It would be the newer one for ever, whatever is read or written after it.
  const latest = Date.now() + DAY_MS;
  const isAhead =
    articles.some(({ firstReadAt, lastReadAt }) => Math.max(firstReadAt, lastReadAt) > latest) || [...corrections, ...notes].some(({ at }) => at > latest);
  if (isAhead) throw new ImportError('This backup holds dates that are still to come. Is the clock of this machine right?');
}

function mustDiffer<T>(records: readonly T[], name: string, keyOf: (record: T) => string): void {
  if (new Set(records.map(keyOf)).size < records.length) throw new ImportError(`This backup holds ${name} twice.`);
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
  return db.transaction(options.isDry ? 'r' : 'rw', [...db.contents, db.changes, db.kept], async () => {
    const changes: { readonly articleId: string; readonly change: Change }[] = [];
    let unchanged = others;
    // As they were before: each annotation is about words of its own.
    const known = new KnownArticles(db);
    for (const annotation of found) {
      const { article, wordings } = await known.at(annotation.url);
      const own = article ? changesOf(annotation, wordings, options.actors) : [];
      if (!article || own.length === 0) unchanged++;
      else changes.push(...own.map((change) => ({ articleId: article.id, change })));
      // Before any is made.
      if (changes.length > MAX_CHANGES) throw new ImportError('This file holds too many annotations that differ from what is stored.');
    }
    const newNotes = await importComments(comments, known, db, options);
    unchanged += comments.length - newNotes;
    if (!options.isDry) {
      for (const { articleId, change } of changes) await correctStatement({ articleId, change, id: crypto.randomUUID(), now: options.now }, db);
    }
    const newStatements = changes.filter(({ change: { type } }) => type === 'add').length;
    const newCorrections = changes.length - newStatements;
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

interface KnownArticle {
  readonly article?: StoredArticle;
  readonly statements: readonly StoredStatement[];
  /** The first statement of each wording. */
  readonly wordings: ReadonlyMap<string, StoredStatement>;
}

/** The stored articles that annotations are about, with their statements, each read once. */
class KnownArticles {
  readonly #db: AllegedlyDatabase;
  readonly #read = new Map<string, KnownArticle>();

  constructor(db: AllegedlyDatabase) {
    this.#db = db;
  }

  async at(url: string): Promise<KnownArticle> {
    let known = this.#read.get(url);
    if (!known) {
      const article = (await this.#db.articles.get(url)) ?? (await this.#db.articles.get(URL.canParse(url) ? articleIdOf({ url }) : url));
      const statements = article ? await statementsOf(article.id, this.#db) : [];
      const wordings = new Map(statements.toReversed().map((statement) => [comparable(statement.words), statement]));
      known = { ...(article ? { article } : {}), statements, wordings };
      this.#read.set(url, known);
    }
    return known;
  }
}

function changesOf({ kind, actorId, quote }: ReadAnnotation, wordings: ReadonlyMap<string, StoredStatement>, actors: readonly Actor[]): Change[] {
  const statement = wordings.get(comparable(quote.exact));
  const actor = actors.find(({ id }) => id === actorId);
  const speaker = actor ? ({ status: 'actor', actorId: actor.id, name: actor.name, side: actor.side } as const) : ({ status: 'unresolved' } as const);
  if (!statement) return quote.end - quote.start === quote.exact.length ? [{ type: 'add', quote, kind, speaker }] : [];
  const isSameSpeaker = !actor || (statement.speaker.status === 'actor' && statement.speaker.actorId === actor.id);
  return [
    ...(statement.kind === kind ? [] : [{ type: 'kind' as const, statementId: statement.id, kind }]),
    ...(isSameSpeaker ? [] : [{ type: 'speaker' as const, statementId: statement.id, speaker }]),
  ];
}
