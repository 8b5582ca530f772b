/** A reader's notes: written, changed, taken away. Plain text. The background's alone to write. */
import type { Note } from '../model/records.ts';
import { type AllegedlyDatabase, database } from './database.ts';

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
  await db.transaction('rw', db.articles, db.notes, async () => {
    const article = await db.articles.get(articleId);
    if (!article) throw new Error('This article is no longer stored.');
    const note: Note = { id, articleId, caseId: article.caseId, text: text.trim(), at: now, ...(statementId === undefined ? {} : { statementId }) };
    if (note.text === '') await db.notes.delete(id);
    else await db.notes.put(note);
  });
}

export function noteId(articleId: string, statementId?: string): string {
  return statementId === undefined ? articleId : `${articleId}/${statementId}`;
}
