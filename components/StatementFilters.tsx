/** The filters of an article's statements: side, kind and speaker, each with how much it lets through. */
import { useMemo, useState } from 'preact/hooks';
import { type StoredStatement, sideOf } from '../model/records.ts';
import { type Side, STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';
import { FilterChip, toggled } from './FilterChip.tsx';
import { SideShares } from './SideShares.tsx';
import { useTexts } from './text.tsx';
import { kindKey } from './texts.ts';

export interface StatementFilter {
  readonly kinds: ReadonlySet<StatementKind>;
  readonly sides: ReadonlySet<Side>;
  /** The name of one; undefined: all. */
  readonly speaker: string | undefined;
}

const NO_FILTER: StatementFilter = { kinds: new Set(), sides: new Set(), speaker: undefined };

/** The speaker's name, "" for one that is not resolved. */
function nameOf({ speaker }: StoredStatement): string {
  return speaker.status === 'unresolved' ? '' : speaker.name;
}

/** The filter, and the statements that it lets through. */
export function useStatementFilter(statements: readonly StoredStatement[]) {
  const [filter, setFilter] = useState(NO_FILTER);
  const { kinds, sides, speaker } = filter;
  const shown = useMemo(
    () =>
      statements.filter(
        (statement) =>
          (kinds.size === 0 || kinds.has(statement.kind)) &&
          (sides.size === 0 || sides.has(sideOf(statement))) &&
          (speaker === undefined || nameOf(statement) === speaker),
      ),
    [statements, filter],
  );
  return { filter, setFilter, shown, isNarrowed: kinds.size + sides.size > 0 || speaker !== undefined, clear: () => setFilter(NO_FILTER) };
}

export interface StatementFiltersProps {
  readonly statements: readonly StoredStatement[];
  readonly filter: StatementFilter;
  readonly onFilter: (filter: StatementFilter) => void;
}

export function StatementFilters({ statements, filter, onFilter }: StatementFiltersProps) {
  const { t } = useTexts();
  const { kinds, sides, speaker } = filter;
  const speakers = useMemo(() => [...Map.groupBy(statements, nameOf)].sort((a, b) => b[1].length - a[1].length), [statements]);
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{t('filters')}</legend>
      <SideShares statements={statements} selected={sides} onToggle={(side) => onFilter({ ...filter, sides: toggled(sides, side) })} />
      <div class="chips">
        {STATEMENT_KINDS.map((kind) => (
          <FilterChip
            key={kind}
            label={t(kindKey(kind))}
            number={statements.filter((statement) => statement.kind === kind).length}
            isOn={kinds.has(kind)}
            kind={kind}
            onToggle={() => onFilter({ ...filter, kinds: toggled(kinds, kind) })}
          />
        ))}
      </div>
      {speakers.length > 1 && (
        <select
          aria-label={t('speaker')}
          value={speaker === undefined ? 'all' : `by:${speaker}`}
          onChange={({ currentTarget: { value } }) => onFilter({ ...filter, speaker: value === 'all' ? undefined : value.slice(3) })}
        >
          <option value="all">{t('allSpeakers')}</option>
          {speakers.map(([name, own]) => (
            <option key={name} value={`by:${name}`}>
              {name || t('speakerUnclear')} ({own.length})
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}
