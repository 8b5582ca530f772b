/** A reader's notes: written, changed, taken away, and kept at their words. Plain text. The background's alone to write. */
import { liveQuery, type Observable } from 'dexie';
import type { Note, StoredStatement } from '../model/records.ts';
import { recordChange, recordDeletion } from './changes.ts';
import { type AllegedlyDatabase, database } from './database.ts';
import { byWords } from './merge-corrections.ts';
import { GoneError } from './store-trouble.ts';

export interface NoteRequest {
  readonly articleId: string;
  readonly statementId?: string;
  /** "" takes the note away. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Writes the note of an article or of one of its statements; there is one for each. Throws where the article is not stored. */
export async function writeNote({ articleId, statementId, text, now }: NoteRequest, db: AllegedlyDatabase = database()): Promise<void> {
  const id = noteId(articleId, statementId);
  await db.transaction('rw', [db.articles, db.statements, db.notes, db.changes, db.kept], async () => {
    const article = await db.articles.get(articleId);
    if (!article) throw new GoneError('article');
    const statement = statementId === undefined ? undefined : await db.statements.get(`${articleId}/${statementId}`);
    const before = await db.notes.get(id);
    const about = statement ? aboutOf(statement) : before?.about;
    const note: Note = {
      ...{ id, articleId, caseId: article.caseId, text: text.trim(), at: now },
      ...(statementId === undefined ? {} : { statementId }),
      ...(about ? { about } : {}),
    };
    if (note.text === '') await db.notes.delete(id);
    else await db.notes.put(note);
    // Words that were taken away would stay in what was kept of the index, or is being kept just now.
    if (before ? !note.text.includes(before.text) : note.text === '') await recordDeletion([], db);
    await recordChange(articleId, db);
  });
}

export function noteId(articleId: string, statementId?: string): string {
  return statementId === undefined ? articleId : `${articleId}/${statementId}`;
}

/** The words by which a note finds its statement again. */
export function aboutOf({ words, prefix, suffix }: StoredStatement): NonNullable<Note['about']> {
  return { exact: words, prefix, suffix };
}

/** The notes of an article, by the id of the statement that each is about, "" for the one about the article; now and after every change. */
export function liveNotes(articleId: string, db: AllegedlyDatabase = database()): Observable<ReadonlyMap<string, Note>> {
  return liveQuery(async () => new Map((await db.notes.where('articleId').equals(articleId).toArray()).map((note) => [note.statementId ?? '', note])));
}

/**
 * Puts the notes of an article's statements under the ids that these have now, found by their words: an id changes when the analysis
 * does. A note whose words are gone stays as it is. To be called in a transaction over `notes`.
 */
export async function reattachNotes(articleId: string, statements: readonly StoredStatement[], db: AllegedlyDatabase): Promise<void> {
  const notes = await db.notes.where('articleId').equals(articleId).toArray();
  const ids = new Set(statements.map(({ id }) => id));
  const taken = new Set(notes.map(({ statementId }) => statementId));
  for (const { id, ...note } of notes) {
    if (note.statementId === undefined || ids.has(note.statementId) || !note.about) continue;
    const entries = statements.map((statement) => ({ statement, origin: statement }));
    const statement = byWords(entries, note.about, note.statementId)?.statement;
    if (!statement || taken.has(statement.id)) continue;
    taken.add(statement.id);
    await db.notes.delete(id);
    await db.notes.put({ ...note, id: noteId(articleId, statement.id), statementId: statement.id, about: aboutOf(statement) });
  }
}
