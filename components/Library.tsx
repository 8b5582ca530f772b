/** Everything read: articles by outlet, year, side and kind; statements and notes by their words. */
import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { LibraryAnswer, LibraryQuery, LibraryRow, LibrarySort } from '../model/library.ts';
import { LIBRARY_SORTS } from '../model/library.ts';
import { Facets } from './Facets.tsx';
import './library.css';
import { type LibraryActions, LibraryRowItem, type LibraryRowItemProps } from './LibraryRowItem.tsx';
import { useTexts } from './text.tsx';
import { VirtualList } from './VirtualList.tsx';

/** What the reader has chosen; the window of rows is not theirs to choose. */
export type LibraryChoice = Omit<LibraryQuery, 'offset' | 'limit' | 'caseId'>;

export const ALL_OF_IT: LibraryChoice = { text: '', outlets: [], years: [], sides: [], kinds: [], sort: 'read' };

export interface LibraryProps extends LibraryActions {
  readonly choice: LibraryChoice;
  readonly answer: Pick<LibraryAnswer, 'total' | 'isCounted' | 'facets' | 'isComplete'> | undefined;
  readonly rowAt: (index: number) => LibraryRow | undefined;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onChoose: (choice: LibraryChoice) => void;
  readonly onSeen: (first: number, last: number) => void;
}

export function Library({ choice, answer, rowAt, scroller, onChoose, onSeen, onDelete, onNote }: LibraryProps) {
  const { t, count } = useTexts();
  const isSearch = choice.text.trim() !== '';
  const total = answer?.total ?? 0;
  return (
    <div class="library">
      <header class="library-head">
        <input
          type="search"
          value={choice.text}
          placeholder={t('searchLibrary')}
          aria-label={t('searchLibrary')}
          onInput={({ currentTarget: { value } }) => onChoose({ ...choice, text: value })}
        />
        <div class="library-line">
          <p class="small" role="status">
            {answer?.isCounted ? count(isSearch ? 'found' : 'articles', total) : t('loading')}
            {answer && !answer.isComplete && isSearch && ` · ${t('stillReading')}`}
          </p>
          <label class="small">
            <span>{t('sortBy')}</span>
            <select value={choice.sort} onChange={({ currentTarget: { value } }) => onChoose({ ...choice, sort: value as LibrarySort })}>
              {LIBRARY_SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {t(`sort_${sort}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <Facets facets={answer?.facets ?? NO_FACETS} choice={choice} isOpen={isNarrowed(choice)} onChoose={onChoose} />
      </header>
      {answer && total === 0 && <p class="empty soft">{t(isSearch || isNarrowed(choice) ? 'nothingFound' : 'libraryEmpty')}</p>}
      {total > 0 && (
        <VirtualList
          of={JSON.stringify(choice)}
          count={total}
          rowHeight={84}
          scroller={scroller}
          label={t('viewLibrary')}
          onSeen={onSeen}
          render={(index) => {
            const row = rowAt(index);
            return row ? (
              <Row key={keyOf(row)} row={row} query={choice.text} onDelete={onDelete} onNote={onNote} />
            ) : (
              <div class="library-row" aria-busy="true" />
            );
          }}
        />
      )}
    </div>
  );
}

/** A row, rendered anew only where it has changed: the list is, whenever a place in it has. */
function Row({ row, query, onDelete, onNote }: LibraryRowItemProps) {
  return useMemo(() => <LibraryRowItem row={row} query={query} onDelete={onDelete} onNote={onNote} />, [row, query]);
}

/** What a row is about: a question or a draft in it must not pass to another that comes to its place. */
function keyOf(row: LibraryRow): string {
  return `${row.type} ${row.type === 'article' ? row.article.id : row.type === 'statement' ? row.statement.key : row.note.id}`;
}

/** While nothing has been counted. */
const NO_FACETS: LibraryAnswer['facets'] = { outlets: [], years: [], sides: [], kinds: [] };

/** Whether any filter is on. */
function isNarrowed({ outlets, years, sides, kinds }: LibraryChoice): boolean {
  return outlets.length + years.length + sides.length + kinds.length > 0;
}
