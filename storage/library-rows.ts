/** The library's rows: what was found, with the records that its rows show. Only these are read. */
import type { LibraryRow } from '../model/library.ts';
import type { AllegedlyDatabase } from './database.ts';
import type { Found } from './library-index.ts';
import { noteId } from './notes.ts';

export async function rowsOf(found: readonly Found[], db: AllegedlyDatabase): Promise<LibraryRow[]> {
  const statementKeys = found.filter(({ type }) => type !== 'article').map(({ key }) => key);
  const noteIds = found.flatMap(({ type, key, article, hasNote, isNoted }) => [
    ...(hasNote ? [noteId(article.id)] : []),
    ...(isNoted || type === 'note' ? [key] : []),
  ]);
  const [statements, notes] = await Promise.all([
    present(db.statements.bulkGet(statementKeys)),
    // Most rows have none, and a question to the database takes its time even where it asks for nothing.
    noteIds.length === 0 ? [] : present(db.notes.bulkGet(noteIds)),
  ]);
  const statementOf = new Map(statements.map((statement) => [statement.key, statement]));
  const noteOf = new Map(notes.map((note) => [note.id, note]));
  return found.flatMap(({ type, key, article: listed }): LibraryRow[] => {
    const about = noteOf.get(noteId(listed.id));
    const article = { ...listed, ...(about ? { note: about } : {}) };
    const statement = statementOf.get(key);
    const note = noteOf.get(key);
    if (type === 'article') return [{ type, article }];
    if (type === 'statement') return statement ? [{ type, article, statement, ...(note ? { note } : {}) }] : [];
    return note ? [{ type, article, note, ...(statement ? { statement } : {}) }] : [];
  });
}

async function present<T>(records: PromiseLike<readonly (T | undefined)[]>): Promise<T[]> {
  return (await records).filter((record) => record !== undefined);
}
