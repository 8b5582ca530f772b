/** The library's filters: year, outlet, side and kind, each value with how many it lets through. */
import type { LibraryFacets } from '../model/library.ts';
import type { StatementKind } from '../model/statement.ts';
import { FilterChip } from './FilterChip.tsx';
import type { LibraryChoice } from './Library.tsx';
import { useTexts } from './text.tsx';
import { kindKey } from './texts.ts';

/** Of outlets only the most frequent are chips; the others are in the list behind them. */
const MOST_OUTLETS = 6;

export interface FacetsProps {
  readonly facets: LibraryFacets;
  readonly choice: LibraryChoice;
  readonly isOpen: boolean;
  readonly onChoose: (choice: LibraryChoice) => void;
}

export function Facets({ facets, choice, isOpen, onChoose }: FacetsProps) {
  const { t, locale } = useTexts();
  const year = new Intl.NumberFormat(locale, { useGrouping: false });
  const common = facets.outlets.filter(([outlet], at) => at < MOST_OUTLETS || choice.outlets.includes(outlet));
  const others = facets.outlets.filter(([outlet], at) => at >= MOST_OUTLETS && !choice.outlets.includes(outlet));
  return (
    <details class="facets" open={isOpen || undefined}>
      <summary class="small">{t('narrow')}</summary>
      <div class="facet-list">
        <Facet
          legend={t('facetYear')}
          values={facets.years}
          chosen={choice.years}
          nameOf={(value) => (value ? year.format(Number(value)) : t('noDate'))}
          onChoose={(years) => onChoose({ ...choice, years })}
        />
        <Facet
          legend={t('facetOutlet')}
          values={common}
          others={others}
          chosen={choice.outlets}
          nameOf={(value) => value}
          onChoose={(outlets) => onChoose({ ...choice, outlets })}
        />
        <Facet
          legend={t('facetSide')}
          values={facets.sides}
          chosen={choice.sides}
          nameOf={(side) => t(`side_${side}`)}
          onChoose={(sides) => onChoose({ ...choice, sides })}
        />
        <Facet
          legend={t('facetKind')}
          values={facets.kinds}
          chosen={choice.kinds}
          nameOf={(kind) => t(kindKey(kind))}
          kindOf={(kind) => kind}
          onChoose={(kinds) => onChoose({ ...choice, kinds })}
        />
      </div>
    </details>
  );
}

interface FacetProps<T extends string> {
  readonly legend: string;
  readonly values: readonly (readonly [T, number])[];
  /** Values that stand in a list behind the chips. */
  readonly others?: readonly (readonly [T, number])[];
  readonly chosen: readonly T[];
  readonly nameOf: (value: T) => string;
  readonly kindOf?: (value: T) => StatementKind;
  readonly onChoose: (chosen: readonly T[]) => void;
}

function Facet<T extends string>({ legend, values, others = [], chosen, nameOf, kindOf, onChoose }: FacetProps<T>) {
  const { t } = useTexts();
  const turn = (value: T) => onChoose(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <fieldset>
      <legend class="small soft">{legend}</legend>
      <div class="chips">
        {values.map(([value, number]) => (
          <FilterChip
            key={value}
            label={nameOf(value)}
            number={number}
            isOn={chosen.includes(value)}
            {...(kindOf ? { kind: kindOf(value) } : {})}
            onToggle={() => turn(value)}
          />
        ))}
        {others.length > 0 && (
          <select
            class="small"
            aria-label={t('moreOutlets')}
            value=""
            onChange={({ currentTarget }) => {
              if (currentTarget.value) turn(currentTarget.value as T);
              currentTarget.value = '';
            }}
          >
            <option value="">{t('moreOutlets')}</option>
            {others.map(([value, number]) => (
              <option key={value} value={value}>
                {nameOf(value)} ({number})
              </option>
            ))}
          </select>
        )}
      </div>
    </fieldset>
  );
}
