/** A reader's notes, joined to the store: those of an article, and writing them, with a way back for a note taken away. */

import type { BoundTexts } from '../components/texts.ts';
import { useObservable } from '../components/use-observable.ts';
import { askBackground } from '../messaging/client.ts';
import type { Note } from '../model/records.ts';
import { liveNotes } from '../storage/notes.ts';
import { keepStore } from './keep-store.ts';
import type { Say } from './use-say.ts';
import { always } from './use-stored-article.ts';

const NO_NOTES: ReadonlyMap<string, Note> = new Map();

/** The notes of an article by the id of their statement, "" for that of the article itself. */
export function useNotes(articleId: string | undefined): ReadonlyMap<string, Note> {
  const notes = useObservable(() => (articleId === undefined ? always(NO_NOTES) : liveNotes(articleId)), [articleId]);
  return notes.status === 'ready' ? notes.value : NO_NOTES;
}

export type WriteNote = (articleId: string, statementId: string | undefined, text: string, before: string) => void;

/** Writes a note; one that was taken away can be put back for as long as its line stands. */
export function noteWriter(say: Say, { t }: BoundTexts): WriteNote {
  const write = (articleId: string, statementId: string | undefined, text: string) =>
    askBackground('note.write', { articleId, text, ...(statementId === undefined ? {} : { statementId }) });
  return (articleId, statementId, text, before) =>
    say.on(async () => {
      await write(articleId, statementId, text);
      await keepStore();
      if (text.trim() === '' && before !== '') {
        say(t('noteDeleted'), 'note', { label: t('undo'), onAct: () => say.on(() => write(articleId, statementId, before)) });
      }
    });
}
