/** The head of the timeline: how far the record goes, the picture of the whole, and the ways to find an event. */
import type { CaseFile, EventKind } from '../model/case-file.ts';
import type { PreciseDate } from '../model/date.ts';
import type { Digest } from '../model/library.ts';
import { dateText } from './date-text.ts';
import { monthDate } from './months.ts';
import { Overview } from './Overview.tsx';
import { useTexts } from './text.tsx';
import type { useTimeline } from './use-timeline.ts';

export interface TimelineHeadProps {
  readonly caseFile: CaseFile;
  readonly articleDate: PreciseDate | undefined;
  readonly digest: Digest | undefined;
  readonly timeline: ReturnType<typeof useTimeline>;
  /** The place of this article is on the list. */
  readonly hasPlace: boolean;
}

export function TimelineHead({ caseFile, articleDate, digest, timeline, hasPlace }: TimelineHeadProps) {
  const { t, count, locale } = useTexts();
  const { whole, chosen, shown } = timeline;
  return (
    <header class="timeline-head">
      <div>
        <p class="case-name">{caseFile.name}</p>
        <p class="small soft">{t('recordCompleteTo', dateText(caseFile.recordCompleteTo, locale))}</p>
      </div>
      <Overview {...{ digest, articleDate, whole, chosen }} events={caseFile.events} onChoose={timeline.setChosen} onGoTo={timeline.goToMonth} />
      <Tools caseFile={caseFile} timeline={timeline} />
      <Narrowed timeline={timeline} />
      {hasPlace && (
        <button type="button" class="button small" onClick={() => timeline.goTo('article-place')}>
          {t('goToPlace')}
        </button>
      )}
      <p class="visually-hidden" role="status">
        {count('eventsShown', shown.length)}
      </p>
    </header>
  );
}

/** Search, kind, and the way to a year. */
function Tools({ caseFile, timeline }: Pick<TimelineHeadProps, 'caseFile' | 'timeline'>) {
  const { t, locale } = useTexts();
  const { query, kind, shown } = timeline;
  const kinds = [...new Set(caseFile.events.map((event) => event.kind))];
  const years = [...new Set(shown.map(({ date }) => date.iso.slice(0, 4)))];
  return (
    <div class="timeline-tools">
      <input
        type="search"
        value={query}
        placeholder={t('searchTimeline')}
        aria-label={t('searchTimeline')}
        onInput={({ currentTarget }) => timeline.setQuery(currentTarget.value)}
      />
      <select value={kind} aria-label={t('eventKind')} onChange={({ currentTarget }) => timeline.setKind(currentTarget.value as EventKind | '')}>
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
          if (currentTarget.value) timeline.goToMonth(Number(currentTarget.value) * 12);
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
  );
}

/** What is left by the filters, and the way back to everything. */
function Narrowed({ timeline: { whole, chosen, query, kind, shown, clear } }: Pick<TimelineHeadProps, 'timeline'>) {
  const { t, count, locale } = useTexts();
  const isRange = chosen[0] !== whole[0] || chosen[1] !== whole[1];
  if (!isRange && !query && !kind) return null;
  return (
    <p class="small">
      {isRange && `${t('rangeShown', dateText(monthDate(chosen[0]), locale), dateText(monthDate(chosen[1]), locale))} · `}
      {count('eventsShown', shown.length)}{' '}
      <button type="button" class="link small" onClick={clear}>
        {t('showAll')}
      </button>
    </p>
  );
}
