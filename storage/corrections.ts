/**
 * The journal of corrections: made, taken back, done again; and the statements as they are with them. The background's alone to
 * write, like everything stored.
 */
import { liveQuery, type Observable } from 'dexie';
import { type Change, type Correction, type JournalState, journalState, type Quote } from '../model/correction.ts';
import { facetsOf, type StoredStatement } from '../model/records.ts';
import { hull } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import { recordChange } from './changes.ts';
import { type AllegedlyDatabase, database } from './database.ts';
import { mergeCorrections } from './merge-corrections.ts';
import { reattachNotes } from './notes.ts';
import { once } from './requests.ts';
import { GoneError } from './store-trouble.ts';

export interface CorrectionRequest {
  readonly articleId: string;
  readonly change: Change;
  /** A new id, unique for ever. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Makes one correction, once, however often it is asked for with this id; what had been taken back before can no longer be done again.
 * Throws where article or statement are not stored.
 */
export async function correctStatement({ articleId, change, id, now }: CorrectionRequest, db: AllegedlyDatabase = database()): Promise<void> {
  await inTransaction(db, async () => {
    if (await db.corrections.get(id)) return;
    const article = await db.articles.get(articleId);
    if (!article) throw new GoneError('article');
    const journal = await journalOf(articleId, db);
    const target = change.type === 'add' ? change.quote : await targetOf(articleId, change.statementId, db);
    const last = journal.reduce((latest, { at }) => Math.max(latest, at), 0);
    await db.corrections.bulkDelete(journal.filter(({ isUndone }) => isUndone).map((correction) => correction.id));
    await db.corrections.add({ id, articleId, caseId: article.caseId, at: Math.max(now, last + 1), isUndone: false, change, target });
    await applyJournal(articleId, db);
  });
}

/** Makes many corrections of one article at once, each as `correctStatement` makes one, of the statements as they are before all of them. */
export async function correctTogether(requests: readonly CorrectionRequest[], db: AllegedlyDatabase = database()): Promise<void> {
  const [first] = requests;
  if (!first) return;
  const { articleId } = first;
  await inTransaction(db, async () => {
    const article = await db.articles.get(articleId);
    if (!article) throw new GoneError('article');
    const journal = await journalOf(articleId, db);
    await db.corrections.bulkDelete(journal.filter(({ isUndone }) => isUndone).map((correction) => correction.id));
    let at = journal.reduce((latest, each) => Math.max(latest, each.at), 0);
    const made: Correction[] = [];
    for (const { change, id, now } of requests) {
      const target = change.type === 'add' ? change.quote : await targetOf(articleId, change.statementId, db);
      at = Math.max(now, at + 1);
      made.push({ id, articleId, caseId: article.caseId, at, isUndone: false, change, target });
    }
    await db.corrections.bulkPut(made);
    await applyJournal(articleId, db);
  });
}

/** One step back or forth in an article's journal; asked for again with the same id, it is not taken again. */
export interface TurnRequest {
  readonly articleId: string;
  readonly to: 'undo' | 'redo';
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Takes the step; false where there is nothing to take back or to do again. */
export function turnCorrection({ articleId, to, id, now }: TurnRequest, db: AllegedlyDatabase = database()): Promise<boolean> {
  const tables = [...db.contents, db.requests, db.changes];
  // An async function, not one that gives a promise: else Dexie loses the transaction at the first `await`.
  return db.transaction('rw', tables, async () => once(id, now, db, () => (to === 'undo' ? undoCorrection : redoCorrection)(articleId, db)));
}

/** Takes back the latest correction of an article; false where there is none. */
export function undoCorrection(articleId: string, db: AllegedlyDatabase = database()): Promise<boolean> {
  return turn(articleId, db, (journal) => journal.findLast(({ isUndone }) => !isUndone));
}

/** Does again the correction that was last taken back; false where there is none. */
export function redoCorrection(articleId: string, db: AllegedlyDatabase = database()): Promise<boolean> {
  return turn(articleId, db, (journal) => journal.find(({ isUndone }) => isUndone));
}

/** What can be taken back or done again in an article, now and after every change. */
export function liveJournal(articleId: string, db: AllegedlyDatabase = database()): Observable<JournalState> {
  return liveQuery(async () => journalState(await journalOf(articleId, db)));
}

/** The corrections of an article, in the order in which they were made. */
export async function journalOf(articleId: string, db: AllegedlyDatabase = database()): Promise<Correction[]> {
  return (await db.corrections.where('articleId').equals(articleId).toArray()).sort((a, b) => a.at - b.at);
}

/** The statements of an article as the reader sees them, in reading order. */
export async function statementsOf(articleId: string, db: AllegedlyDatabase = database()): Promise<StoredStatement[]> {
  return (await db.statements.where('articleId').equals(articleId).toArray()).sort((a, b) => a.order - b.order);
}

/** A stored statement as it travels in messages: without what only the store knows of it. */
export function asStatement(stored: StoredStatement): Statement {
  const { key, articleId, caseId, order, words, sourceWords, cueWords, prefix, suffix, section, ...statement } = stored;
  return statement;
}

/**
 * Puts what the analysis found in place of what is stored, with the article's corrections over it. To be called in a transaction
 * over `statements`, `corrections`, `analysed`, `articles`, `notes` and `changes`.
 */
export async function storeAnalysed(articleId: string, analysed: readonly StoredStatement[], text: string | undefined, db: AllegedlyDatabase): Promise<void> {
  const journal = await journalOf(articleId, db);
  const { statements, lostIds } = mergeCorrections(analysed, journal, { text });
  if (journal.length === 0) await db.analysed.delete(articleId);
  else await db.analysed.put({ articleId, statements: analysed, lostIds });
  await replaceStatements(articleId, statements, db);
}

async function turn(articleId: string, db: AllegedlyDatabase, choose: (journal: readonly Correction[]) => Correction | undefined): Promise<boolean> {
  return inTransaction(db, async () => {
    const chosen = choose(await journalOf(articleId, db));
    if (!chosen) return false;
    await db.corrections.put({ ...chosen, isUndone: !chosen.isUndone });
    await applyJournal(articleId, db);
    return true;
  });
}

function inTransaction<T>(db: AllegedlyDatabase, work: () => Promise<T>): Promise<T> {
  return db.transaction('rw', [...db.contents, db.changes], work);
}

/** The words of a statement as the analysis found them, so that another analysis finds them again. */
async function targetOf(articleId: string, statementId: string, db: AllegedlyDatabase): Promise<Quote> {
  const analysed = (await db.analysed.get(articleId))?.statements.find(({ id }) => id === statementId);
  const statement = analysed ?? (await db.statements.get(`${articleId}/${statementId}`));
  if (!statement) throw new GoneError('statement');
  const [start, end] = hull(statement.contentSpans.length > 0 ? statement.contentSpans : statement.cueSpans) ?? [0, 0];
  return { exact: statement.words, prefix: statement.prefix, suffix: statement.suffix, start, end };
}

/** Applies the journal anew to what the analysis found. To be called in a transaction. */
export async function applyJournal(articleId: string, db: AllegedlyDatabase): Promise<void> {
  const kept = (await db.analysed.get(articleId)) ?? { articleId, statements: await statementsOf(articleId, db), lostIds: [] };
  await db.analysed.put(kept);
  const { statements } = mergeCorrections(kept.statements, await journalOf(articleId, db), { lostIds: kept.lostIds });
  await replaceStatements(articleId, statements, db);
}

async function replaceStatements(articleId: string, statements: readonly StoredStatement[], db: AllegedlyDatabase): Promise<void> {
  await db.statements.where('articleId').equals(articleId).delete();
  await db.statements.bulkPut([...statements]);
  await reattachNotes(articleId, statements, db);
  const article = await db.articles.get(articleId);
  if (article) await db.articles.put({ ...article, statementCount: statements.length, facets: facetsOf(statements), revision: (article.revision ?? 0) + 1 });
  await recordChange(articleId, db);
}
