/** The case from its first event to its latest, by phase, with the place at which this article stands. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CaseEvent, CaseFile, EventKind } from '../model/case-file.ts';
import { compareDates, type PreciseDate } from '../model/date.ts';
import { dateText } from './date-text.ts';
import { EventItem } from './EventItem.tsx';
import { useTexts } from './text.tsx';
import './timeline.css';

export interface TimelineProps {
  readonly caseFile: CaseFile;
  /** When the article was published; undefined where there is none, or it is not known. */
  readonly articleDate: PreciseDate | undefined;
  /** Statements of this article, by event. */
  readonly statementCounts: ReadonlyMap<string, number>;
  /** The event to show, changed by a click elsewhere; `at` makes the same event twice a new wish. */
  readonly target: { readonly eventId: string; readonly at: number } | undefined;
}

export function Timeline({ caseFile, articleDate, statementCounts, target }: TimelineProps) {
  const { t, count, locale } = useTexts();
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<EventKind | ''>('');
  const root = useRef<HTMLDivElement>(null);
  const events = useMemo(() => new Map(caseFile.events.map((event) => [event.id, event])), [caseFile]);
  const shown = caseFile.events.filter((event) => (kind === '' || event.kind === kind) && matches(event, query));
  const placeAfter = articleDate && caseFile.events.findLast((event) => compareDates(event.date, articleDate) <= 0);
  const since = articleDate ? caseFile.events.filter((event) => compareDates(event.date, articleDate) > 0).length : 0;

  const goTo = (id: string) => {
    const element = root.current?.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    element?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    element?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!target) return;
    setQuery('');
    setKind('');
    // After the filters have been cleared and the list is whole again.
    requestAnimationFrame(() => goTo(`event-${target.eventId}`));
  }, [target]);

  const kinds = [...new Set(caseFile.events.map((event) => event.kind))];
  return (
    <div ref={root}>
      <header class="timeline-head">
        <p class="small soft">{t('recordCompleteTo', dateText(caseFile.recordCompleteTo, locale))}</p>
        <div class="timeline-tools">
          <input
            type="search"
            value={query}
            placeholder={t('searchTimeline')}
            aria-label={t('searchTimeline')}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <select value={kind} aria-label={t('eventKind')} onChange={(event) => setKind(event.currentTarget.value as EventKind | '')}>
            <option value="">{t('allKinds')}</option>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(`event_${each}`)}
              </option>
            ))}
          </select>
        </div>
        {placeAfter && (
          <button type="button" class="button" onClick={() => goTo('article-place')}>
            {t('goToPlace')}
          </button>
        )}
        <p class="visually-hidden" role="status">
          {count('eventsShown', shown.length)}
        </p>
      </header>
      {shown.length === 0 && <p class="empty soft">{t('noEventsLeft')}</p>}
      {caseFile.phases.map((phase) => {
        const inPhase = shown.filter((event) => event.phaseId === phase.id);
        if (inPhase.length === 0) return null;
        return (
          <section key={phase.id} class="phase" aria-labelledby={`phase-${phase.id}`}>
            <h2 id={`phase-${phase.id}`}>{phase.title}</h2>
            <ol>
              {inPhase.map((event) => (
                <EventItem key={event.id} event={event} events={events} statements={statementCounts.get(event.id) ?? 0} onEvent={(id) => goTo(`event-${id}`)}>
                  {articleDate && event.id === placeAfter?.id && (
                    <p id="article-place" class="place" tabIndex={-1}>
                      <b>{t('articlePlace', dateText(articleDate, locale))}</b> {since > 0 && <span>{count('eventsSince', since)}</span>}
                    </p>
                  )}
                </EventItem>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function matches(event: CaseEvent, query: string): boolean {
  const text = `${event.title} ${event.summary} ${event.date.iso} ${event.citations.map(({ publisher }) => publisher).join(' ')}`.toLocaleLowerCase();
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
