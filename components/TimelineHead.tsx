/** The head of the timeline: how far the record goes, the picture of the whole, and the ways to find an event. */
import type { CaseEvent, CaseFile, EventKind } from '../model/case-file.ts';
import type { PreciseDate } from '../model/date.ts';
import type { Digest } from '../model/library.ts';
import { dateText } from './date-text.ts';
import { type MonthRange, monthDate } from './months.ts';
import { Overview } from './Overview.tsx';
import { useTexts } from './text.tsx';

export interface TimelineHeadProps {
  readonly caseFile: CaseFile;
  readonly articleDate: PreciseDate | undefined;
  readonly digest: Digest | undefined;
  readonly whole: MonthRange;
  readonly chosen: MonthRange;
  readonly query: string;
  readonly kind: EventKind | '';
  readonly shown: readonly CaseEvent[];
  /** The place of this article is on the list. */
  readonly hasPlace: boolean;
  readonly onChoose: (range: MonthRange) => void;
  readonly onQuery: (query: string) => void;
  readonly onKind: (kind: EventKind | '') => void;
  readonly onClear: () => void;
  readonly onGoToMonth: (month: number) => void;
  readonly onGoToPlace: () => void;
}

export function TimelineHead(props: TimelineHeadProps) {
  const { caseFile, articleDate, digest, whole, chosen, query, kind, shown, hasPlace, onClear } = props;
  const { t, count, locale } = useTexts();
  const kinds = [...new Set(caseFile.events.map((event) => event.kind))];
  const years = [...new Set(shown.map(({ date }) => date.iso.slice(0, 4)))];
  const isNarrowed = chosen[0] !== whole[0] || chosen[1] !== whole[1];
  return (
    <header class="timeline-head">
      <div>
        <p class="case-name">{caseFile.name}</p>
        <p class="small soft">{t('recordCompleteTo', dateText(caseFile.recordCompleteTo, locale))}</p>
      </div>
      <Overview {...{ digest, articleDate, whole, chosen }} events={caseFile.events} onChoose={props.onChoose} onGoTo={props.onGoToMonth} />
      <div class="timeline-tools">
        <input
          type="search"
          value={query}
          placeholder={t('searchTimeline')}
          aria-label={t('searchTimeline')}
          onInput={(event) => props.onQuery(event.currentTarget.value)}
        />
        <select value={kind} aria-label={t('eventKind')} onChange={(event) => props.onKind(event.currentTarget.value as EventKind | '')}>
          <option value="">{t('allKinds')}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`event_${each}`)}
            </option>
          ))}
        </select>
        <select
          value=""
          aria-label={t('jumpTo')}
          onChange={({ currentTarget }) => {
            if (currentTarget.value) props.onGoToMonth(Number(currentTarget.value) * 12);
            currentTarget.value = '';
          }}
        >
          <option value="">{t('jumpTo')}</option>
          {years.map((year) => (
            <option key={year} value={year}>
              {dateText({ iso: year, precision: 'year' }, locale)}
            </option>
          ))}
        </select>
      </div>
      {(isNarrowed || query || kind) && (
        <p class="small">
          {isNarrowed && `${t('rangeShown', dateText(monthDate(chosen[0]), locale), dateText(monthDate(chosen[1]), locale))} · `}
          {count('eventsShown', shown.length)}{' '}
          <button type="button" class="link small" onClick={onClear}>
            {t('showAll')}
          </button>
        </p>
      )}
      {hasPlace && (
        <button type="button" class="button small" onClick={props.onGoToPlace}>
          {t('goToPlace')}
        </button>
      )}
      <p class="visually-hidden" role="status">
        {count('eventsShown', shown.length)}
      </p>
    </header>
  );
}
