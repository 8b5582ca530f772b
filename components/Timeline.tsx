/** The case from its first event to its latest, by phase, with the place at which this article stands. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CaseEvent, CaseFile, EventKind } from '../model/case-file.ts';
import { compareDates, type PreciseDate } from '../model/date.ts';
import type { Digest } from '../model/library.ts';
import { EventItem } from './EventItem.tsx';
import { isWithin, type MonthRange, placeInMonths } from './months.ts';
import { Place } from './Place.tsx';
import { TimelineHead } from './TimelineHead.tsx';
import { useTexts } from './text.tsx';
import { threadsOf } from './thread.ts';
import './timeline.css';

export interface TimelineProps {
  readonly caseFile: CaseFile;
  /** When the article was published; undefined where there is none, or it is not known. */
  readonly articleDate: PreciseDate | undefined;
  /** Statements of this article, by event. */
  readonly statementCounts: ReadonlyMap<string, number>;
  /** What the store holds of the case. */
  readonly digest: Digest | undefined;
  /** The event to show, changed by a click elsewhere; `at` makes the same event twice a new wish. */
  readonly target: { readonly id: string; readonly at: number } | undefined;
  readonly renderStatements: (eventId: string) => ComponentChildren;
}

export function Timeline({ caseFile, articleDate, statementCounts, digest, target, renderStatements }: TimelineProps) {
  const { t } = useTexts();
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<EventKind | ''>('');
  const whole = useMemo(() => wholeOf(caseFile), [caseFile]);
  const [chosen, setChosen] = useState<MonthRange>(whole);
  const root = useRef<HTMLDivElement>(null);
  const events = useMemo(() => new Map(caseFile.events.map((event) => [event.id, event])), [caseFile]);
  const threads = useMemo(() => threadsOf(caseFile.events), [caseFile]);
  const shown = caseFile.events.filter((event) => (kind === '' || event.kind === kind) && isWithin(event.date, chosen) && matches(event, query));
  const placeAfter = articleDate && shown.findLast((event) => compareDates(event.date, articleDate) <= 0);
  const since = articleDate ? caseFile.events.filter((event) => compareDates(event.date, articleDate) > 0) : [];

  const goTo = (id: string) => {
    const element = root.current?.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    element?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    element?.focus({ preventScroll: true });
  };
  const clear = () => {
    setQuery('');
    setKind('');
    setChosen(whole);
  };
  /** Shows an event whatever the filters: after they have been cleared and the list is whole again. */
  const showEvent = (id: string) => {
    clear();
    requestAnimationFrame(() => goTo(`event-${id}`));
  };
  useEffect(() => {
    if (target) showEvent(target.id);
  }, [target]);
  const goToMonth = (month: number) => {
    const nearest = shown.toSorted((a, b) => Math.abs(placeInMonths(a.date) - month) - Math.abs(placeInMonths(b.date) - month))[0];
    if (nearest) goTo(`event-${nearest.id}`);
  };

  return (
    <div ref={root}>
      <TimelineHead
        {...{ caseFile, articleDate, digest, whole, chosen, query, kind, shown }}
        hasPlace={placeAfter !== undefined}
        onChoose={setChosen}
        onQuery={setQuery}
        onKind={setKind}
        onClear={clear}
        onGoToMonth={goToMonth}
        onGoToPlace={() => goTo('article-place')}
      />
      {shown.length === 0 && <p class="empty soft">{t('noEventsLeft')}</p>}
      {caseFile.phases.map((phase) => {
        const inPhase = shown.filter((event) => event.phaseId === phase.id);
        if (inPhase.length === 0) return null;
        return (
          <section key={phase.id} class="phase" aria-labelledby={`phase-${phase.id}`}>
            <h2 id={`phase-${phase.id}`}>{phase.title}</h2>
            <ol>
              {inPhase.map((event) => (
                <EventItem
                  key={event.id}
                  event={event}
                  events={events}
                  thread={threads.get(event.id)}
                  statements={statementCounts.get(event.id) ?? 0}
                  stored={digest?.events[event.id]}
                  onEvent={showEvent}
                  renderStatements={renderStatements}
                >
                  {articleDate && event.id === placeAfter?.id && <Place date={articleDate} since={since} onEvent={showEvent} />}
                </EventItem>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

/** From the month of the first event to that up to which the record is complete, or of a later event. */
function wholeOf({ events, recordCompleteTo }: CaseFile): MonthRange {
  const places = [...events.map(({ date }) => date), recordCompleteTo].map((date) => Math.floor(placeInMonths(date)));
  return [Math.min(...places), Math.max(...places)];
}

const texts = new WeakMap<CaseEvent, string>();

function matches(event: CaseEvent, query: string): boolean {
  let text = texts.get(event);
  if (text === undefined) {
    text = `${event.title} ${event.summary} ${event.date.iso} ${event.citations.map(({ publisher }) => publisher).join(' ')}`.toLocaleLowerCase();
    texts.set(event, text);
  }
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
