/** A reader's note on an article or a statement: shown, written, changed, taken away. Plain text. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Marked } from './Marked.tsx';
import './note-box.css';
import { useTexts } from './text.tsx';

export interface NoteBoxProps {
  /** "" where there is none. */
  readonly text: string;
  readonly isEditing: boolean;
  /** What was searched for, to be marked in the note. */
  readonly query?: string;
  readonly onEdit: (isEditing: boolean) => void;
  /** "" takes the note away. */
  readonly onNote: (text: string) => void;
}

/** The note, or the form in which it is written; nothing where there is neither. */
export function NoteBox({ text, isEditing, query = '', onEdit, onNote }: NoteBoxProps) {
  const { t } = useTexts();
  if (isEditing) return <NoteForm text={text} onEdit={onEdit} onNote={onNote} />;
  if (text === '') return null;
  return (
    <div class="note-box">
      <p class="note">
        <span class="visually-hidden">{t('note')}: </span>
        <Marked text={text} query={query} />
      </p>
      <p class="row-actions small">
        <button type="button" class="link small" onClick={() => onEdit(true)}>
          {t('changeNote')}
        </button>
        <button type="button" class="link small delete-note" onClick={() => onNote('')}>
          {t('deleteNote')}
        </button>
      </p>
    </div>
  );
}

function NoteForm({ text, onEdit, onNote }: Pick<NoteBoxProps, 'text' | 'onEdit' | 'onNote'>) {
  const { t } = useTexts();
  const [draft, setDraft] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = () => {
    if (draft.trim() !== text) onNote(draft);
    onEdit(false);
  };
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEdit(false);
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <textarea
        ref={field}
        aria-label={t('note')}
        rows={3}
        maxLength={20_000}
        value={draft}
        dir="auto"
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
      />
      <button type="submit" class="button small" data-primary>
        {t('save')}
      </button>
      <button type="button" class="button small" onClick={() => onEdit(false)}>
        {t('cancel')}
      </button>
    </form>
  );
}
