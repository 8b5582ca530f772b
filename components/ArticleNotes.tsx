/** The reader's notes that stand with the article itself: the one about it, and those whose words it no longer has. */
import { useState } from 'preact/hooks';
import type { Note } from '../model/records.ts';
import { NoteBox } from './NoteBox.tsx';
import type { StatementActions } from './StatementList.tsx';
import { useTexts } from './text.tsx';

export interface ArticleNotesProps {
  readonly notes: ReadonlyMap<string, Note>;
  /** Ids of the statements that are there. */
  readonly statementIds: ReadonlySet<string>;
  readonly onNote: StatementActions['onNote'];
}

export function ArticleNotes({ notes, statementIds, onNote }: ArticleNotesProps) {
  const { t } = useTexts();
  const [isEditing, setEditing] = useState(false);
  const own = notes.get('')?.text ?? '';
  const lost = [...notes.values()].filter(({ statementId }) => statementId !== undefined && !statementIds.has(statementId));
  return (
    <>
      <NoteBox text={own} isEditing={isEditing} onEdit={setEditing} onNote={(text) => onNote(undefined, text, own)} />
      {own === '' && !isEditing && (
        <button type="button" class="link small add-note" onClick={() => setEditing(true)}>
          {t('addArticleNote')}
        </button>
      )}
      {lost.length > 0 && (
        <section aria-label={t('lostNotes')}>
          <h3 class="small soft">{t('lostNotes')}</h3>
          {lost.map((note) => (
            <LostNote key={note.id} note={note} onNote={onNote} />
          ))}
        </section>
      )}
    </>
  );
}

function LostNote({ note: { statementId, about, text }, onNote }: { note: Note; onNote: StatementActions['onNote'] }) {
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      {about && <blockquote class="small soft">{about.exact}</blockquote>}
      <NoteBox text={text} isEditing={isEditing} onEdit={setEditing} onNote={(next) => onNote(statementId, next, text)} />
    </>
  );
}
