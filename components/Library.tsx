/** Everything read: articles by outlet, year, side and kind; statements and notes by their words. */
import type { RefObject } from 'preact';
import type { LibraryAnswer, LibraryFacets, LibraryQuery, LibraryRow, LibrarySort } from '../model/library.ts';
import { LIBRARY_SORTS } from '../model/library.ts';
import { FilterChip } from './FilterChip.tsx';
import './library.css';
import { LibraryRowItem } from './LibraryRowItem.tsx';
import { useTexts } from './text.tsx';
import { kindKey } from './texts.ts';
import { VirtualList } from './VirtualList.tsx';

/** What the reader has chosen; the window of rows is not theirs to choose. */
export type LibraryChoice = Omit<LibraryQuery, 'offset' | 'limit' | 'caseId'>;

export const ALL_OF_IT: LibraryChoice = { text: '', outlets: [], years: [], sides: [], kinds: [], sort: 'published' };

export interface LibraryProps {
  readonly choice: LibraryChoice;
  readonly answer: Pick<LibraryAnswer, 'total' | 'facets' | 'isComplete'> | undefined;
  readonly rowAt: (index: number) => LibraryRow | undefined;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onChoose: (choice: LibraryChoice) => void;
  readonly onSeen: (first: number, last: number) => void;
  readonly onDelete: (articleId: string) => void;
  readonly onNote: (articleId: string, statementId: string | undefined, text: string) => void;
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
            {answer ? count(isSearch ? 'found' : 'articles', total) : t('loading')}
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
        {answer && <Facets facets={answer.facets} choice={choice} onChoose={onChoose} />}
      </header>
      {answer && total === 0 && <p class="empty soft">{t(isSearch || isNarrowed(choice) ? 'nothingFound' : 'libraryEmpty')}</p>}
      {total > 0 && (
        <VirtualList
          count={total}
          rowHeight={84}
          scroller={scroller}
          label={t('viewLibrary')}
          onSeen={onSeen}
          render={(index) => {
            const row = rowAt(index);
            return row ? <LibraryRowItem row={row} query={choice.text} onDelete={onDelete} onNote={onNote} /> : <div class="library-row" aria-busy="true" />;
          }}
        />
      )}
    </div>
  );
}

function isNarrowed({ outlets, years, sides, kinds }: LibraryChoice): boolean {
  return outlets.length + years.length + sides.length + kinds.length > 0;
}

/** Of outlets only the most frequent are chips; the others are in the list behind them. */
const MOST_OUTLETS = 6;

function Facets({ facets, choice, onChoose }: { facets: LibraryFacets; choice: LibraryChoice; onChoose: (choice: LibraryChoice) => void }) {
  const { t, locale } = useTexts();
  const turn = <T extends string>(list: readonly T[], value: T) => (list.includes(value) ? list.filter((each) => each !== value) : [...list, value]);
  const chosenOutlets = facets.outlets.filter(([outlet], at) => at < MOST_OUTLETS || choice.outlets.includes(outlet));
  const otherOutlets = facets.outlets.filter(([outlet], at) => at >= MOST_OUTLETS && !choice.outlets.includes(outlet));
  return (
    <details class="facets" open={isNarrowed(choice) || undefined}>
      <summary class="small">{t('narrow')}</summary>
      <div class="facet-list">
        <fieldset>
          <legend class="small soft">{t('facetYear')}</legend>
          <div class="chips">
            {facets.years.map(([year, number]) => (
              <FilterChip
                key={year}
                label={year ? new Intl.NumberFormat(locale, { useGrouping: false }).format(Number(year)) : t('noDate')}
                number={number}
                isOn={choice.years.includes(year)}
                onToggle={() => onChoose({ ...choice, years: turn(choice.years, year) })}
              />
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend class="small soft">{t('facetOutlet')}</legend>
          <div class="chips">
            {chosenOutlets.map(([outlet, number]) => (
              <FilterChip
                key={outlet}
                label={outlet}
                number={number}
                isOn={choice.outlets.includes(outlet)}
                onToggle={() => onChoose({ ...choice, outlets: turn(choice.outlets, outlet) })}
              />
            ))}
            {otherOutlets.length > 0 && (
              <select
                class="small"
                aria-label={t('moreOutlets')}
                value=""
                onChange={({ currentTarget }) => {
                  if (currentTarget.value) onChoose({ ...choice, outlets: turn(choice.outlets, currentTarget.value) });
                  currentTarget.value = '';
                }}
              >
                <option value="">{t('moreOutlets')}</option>
                {otherOutlets.map(([outlet, number]) => (
                  <option key={outlet} value={outlet}>
                    {outlet} ({number})
                  </option>
                ))}
              </select>
            )}
          </div>
        </fieldset>
        <fieldset>
          <legend class="small soft">{t('facetSide')}</legend>
          <div class="chips">
            {facets.sides.map(([side, number]) => (
              <FilterChip
                key={side}
                label={t(`side_${side}`)}
                number={number}
                isOn={choice.sides.includes(side)}
                onToggle={() => onChoose({ ...choice, sides: turn(choice.sides, side) })}
              />
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend class="small soft">{t('facetKind')}</legend>
          <div class="chips">
            {facets.kinds.map(([kind, number]) => (
              <FilterChip
                key={kind}
                label={t(kindKey(kind))}
                number={number}
                isOn={choice.kinds.includes(kind)}
                kind={kind}
                onToggle={() => onChoose({ ...choice, kinds: turn(choice.kinds, kind) })}
              />
            ))}
          </div>
        </fieldset>
      </div>
    </details>
  );
}
