/** One row of the library: an article, a statement or a note, with its note and the way to forget the article. */
import { useState } from 'preact/hooks';
import type { LibraryArticle, LibraryRow } from '../model/library.ts';
import { outletOf } from '../model/library.ts';
import { SIDES } from '../model/statement.ts';
import { textFragmentUrl } from '../model/text-fragment.ts';
import { WebLink } from './CitationLink.tsx';
import { dateText } from './date-text.ts';
import { StatementHead } from './StatementCard.tsx';
import { useTexts } from './text.tsx';

export interface LibraryRowItemProps {
  readonly row: LibraryRow;
  /** What was searched for, to be marked in the words. */
  readonly query: string;
  readonly onDelete: (articleId: string) => void;
  readonly onNote: (articleId: string, statementId: string | undefined, text: string) => void;
}

export function LibraryRowItem({ row, query, onDelete, onNote }: LibraryRowItemProps) {
  const { article } = row;
  const note = row.type === 'note' ? row.note : article.note;
  return (
    <article class="library-row">
      {row.type === 'statement' && (
        <>
          <StatementHead statement={row.statement} />
          <p class="words">
            <Marked text={row.statement.words} query={query} />
          </p>
          <p class="small soft">
            <WebLink url={textFragmentUrl(article.url, row.statement)}>{article.title}</WebLink> · <Whence article={article} />
          </p>
        </>
      )}
      {row.type !== 'statement' && (
        <>
          <p class="small soft">
            <Whence article={article} />
          </p>
          <h2>
            <WebLink url={article.url}>{article.title}</WebLink>
          </h2>
          <Shares article={article} />
        </>
      )}
      {note && row.type !== 'statement' && (
        <p class="note">
          <Marked text={note.text} query={query} />
        </p>
      )}
      {row.type !== 'statement' && <RowActions article={article} text={article.note?.text ?? ''} onDelete={onDelete} onNote={onNote} />}
    </article>
  );
}

function Whence({ article }: { article: LibraryArticle }) {
  const { t, locale } = useTexts();
  return <>{[outletOf(article), article.published ? dateText(article.published, locale) : t('noDate')].join(', ')}</>;
}

/** How many statements, and of whom. */
function Shares({ article: { statementCount, facets } }: { article: LibraryArticle }) {
  const { t, count } = useTexts();
  const sides = SIDES.map((side) => ({ side, number: facets.sides[side] ?? 0 })).filter(({ number }) => number > 0);
  return (
    <p class="row-shares small soft">
      {count('statements', statementCount)}
      <span class="row-bar" aria-hidden="true">
        {sides.map(({ side, number }) => (
          <i key={side} data-side={side} style={{ flexGrow: number }} />
        ))}
      </span>
      <span class="visually-hidden">{sides.map(({ side, number }) => `${t(`side_${side}`)} ${number}`).join(', ')}</span>
    </p>
  );
}

interface RowActionsProps extends Pick<LibraryRowItemProps, 'onDelete' | 'onNote'> {
  readonly article: LibraryArticle;
  readonly text: string;
}

function RowActions({ article: { id, title }, text, onDelete, onNote }: RowActionsProps) {
  const { t } = useTexts();
  const [state, setState] = useState<'rest' | 'note' | 'delete'>('rest');
  const [draft, setDraft] = useState(text);
  if (state === 'note') {
    return (
      <form
        class="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          onNote(id, undefined, draft);
          setState('rest');
        }}
      >
        <textarea aria-label={t('note')} rows={3} maxLength={20_000} value={draft} onInput={({ currentTarget }) => setDraft(currentTarget.value)} />
        <button type="submit" class="button small" data-primary>
          {t('save')}
        </button>
        <button type="button" class="button small" onClick={() => setState('rest')}>
          {t('cancel')}
        </button>
      </form>
    );
  }
  if (state === 'delete') {
    return (
      <p class="row-actions small" role="alert">
        {t('deleteSure')}
        <button type="button" class="button small" onClick={() => onDelete(id)}>
          {t('deleteArticle')}
        </button>
        <button type="button" class="button small" onClick={() => setState('rest')}>
          {t('cancel')}
        </button>
      </p>
    );
  }
  return (
    <p class="row-actions small">
      <button
        type="button"
        class="link small"
        aria-label={`${t(text ? 'changeNote' : 'addNote')}: ${title}`}
        onClick={() => {
          setDraft(text);
          setState('note');
        }}
      >
        {t(text ? 'changeNote' : 'addNote')}
      </button>
      <button type="button" class="link small" aria-label={`${t('deleteArticle')}: ${title}`} onClick={() => setState('delete')}>
        {t('deleteArticle')}
      </button>
    </p>
  );
}

/** The text with the words that were searched for marked. */
function Marked({ text, query }: { text: string; query: string }) {
  const words = query.match(/[\p{L}\p{N}]+/gu);
  if (!words) return <>{text}</>;
  const parts = text.split(new RegExp(`((?<![\\p{L}\\p{N}])(?:${words.join('|')})[\\p{L}\\p{N}]*)`, 'giu'));
  return <>{parts.map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))}</>;
}
