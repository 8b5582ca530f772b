/** One row of the library: an article, a statement or a note, with its note and the way to forget the article. */
import { useState } from 'preact/hooks';
import type { LibraryArticle, LibraryRow } from '../model/library.ts';
import { outletOf } from '../model/library.ts';
import { SIDES } from '../model/statement.ts';
import { textFragmentUrl } from '../model/text-fragment.ts';
import { WebLink } from './CitationLink.tsx';
import { dateText } from './date-text.ts';
import { Marked } from './Marked.tsx';
import { NoteBox } from './NoteBox.tsx';
import { StatementFacts, StatementHead } from './StatementCard.tsx';
import { useTexts } from './text.tsx';

/** What the reader can do with a row. */
export interface LibraryActions {
  readonly onDelete: (articleId: string) => void;
  /** Write the note of an article or a statement; "" takes away the one that was there. */
  readonly onNote: (articleId: string, statementId: string | undefined, text: string, before: string) => void;
}

export interface LibraryRowItemProps extends LibraryActions {
  readonly row: LibraryRow;
  /** What was searched for, to be marked in the words. */
  readonly query: string;
}

export function LibraryRowItem({ row, query, onDelete, onNote }: LibraryRowItemProps) {
  const { article } = row;
  const [isEditing, setEditing] = useState(false);
  const statementId = row.type === 'statement' ? row.statement.id : row.type === 'note' ? row.note.statementId : undefined;
  const text = (row.type === 'article' ? row.article.note : row.note)?.text ?? '';
  return (
    <article class="library-row">
      {statementId === undefined ? <ArticleRow article={article} /> : <StatementRow row={row} query={query} />}
      <NoteBox text={text} query={query} isEditing={isEditing} onEdit={setEditing} onNote={(next) => onNote(article.id, statementId, next, text)} />
      {!isEditing && (
        <RowActions
          article={article}
          hasNote={text !== ''}
          canDelete={row.type === 'article'}
          onEdit={() => setEditing(true)}
          onDelete={() => onDelete(article.id)}
        />
      )}
    </article>
  );
}

function ArticleRow({ article }: { article: LibraryArticle }) {
  return (
    <>
      <p class="small soft">
        <Whence article={article} />
      </p>
      <h2 dir="auto">
        <WebLink url={article.url}>{article.title}</WebLink>
      </h2>
      <Shares article={article} />
    </>
  );
}

/** A statement, or a note on one; the statement of a note may be gone, and its words are in the note then. */
function StatementRow({ row, query }: { row: LibraryRow; query: string }) {
  const { article } = row;
  const statement = row.type === 'article' ? undefined : row.statement;
  const about = row.type === 'note' ? row.note.about : undefined;
  const words = statement?.words ?? about?.exact ?? '';
  const fragment = { words, prefix: (statement ?? about)?.prefix ?? '', suffix: (statement ?? about)?.suffix ?? '' };
  return (
    <>
      {statement && <StatementHead statement={statement} />}
      <p class="words" dir="auto">
        <Marked text={words} query={query} />
      </p>
      {statement && <StatementFacts statement={statement} />}
      <p class="small soft">
        <WebLink url={textFragmentUrl(article.url, fragment)}>{article.title}</WebLink> · <Whence article={article} />
      </p>
    </>
  );
}

function Whence({ article }: { article: LibraryArticle }) {
  const { t, locale } = useTexts();
  return (
    <>
      <bdi>{outletOf(article)}</bdi>, <bdi>{article.published ? dateText(article.published, locale) : t('noDate')}</bdi>
    </>
  );
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

interface RowActionsProps {
  readonly article: LibraryArticle;
  readonly hasNote: boolean;
  readonly canDelete: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** What can be done with a row; deleting asks first. */
function RowActions({ article: { title }, hasNote, canDelete, onEdit, onDelete }: RowActionsProps) {
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  if (isAsking) {
    return (
      <p class="row-actions small" role="alert">
        {t('deleteSure')}
        <button type="button" class="button small" onClick={onDelete}>
          {t('deleteArticle')}
        </button>
        <button type="button" class="button small" onClick={() => setAsking(false)}>
          {t('cancel')}
        </button>
      </p>
    );
  }
  if (hasNote && !canDelete) return null;
  return (
    <p class="row-actions small">
      {!hasNote && (
        <button type="button" class="link small add-note" aria-label={`${t('addNote')}: ${title}`} onClick={onEdit}>
          {t('addNote')}
        </button>
      )}
      {canDelete && (
        <button type="button" class="link small delete-article" aria-label={`${t('deleteArticle')}: ${title}`} onClick={() => setAsking(true)}>
          {t('deleteArticle')}
        </button>
      )}
    </p>
  );
}
