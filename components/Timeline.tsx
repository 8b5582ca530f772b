/** The case from its first event to its latest, by phase, with the place at which this article stands. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CaseFile } from '../model/case-file.ts';
import { compareDates, type PreciseDate } from '../model/date.ts';
import type { Digest } from '../model/library.ts';
import { own } from '../model/named.ts';
import { EventItem } from './EventItem.tsx';
import { Place } from './Place.tsx';
import { TimelineHead } from './TimelineHead.tsx';
import { useTexts } from './text.tsx';
import { threadsOf } from './thread.ts';
import './timeline.css';
import { useTimeline } from './use-timeline.ts';

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
  const timeline = useTimeline(caseFile, target);
  const { shown, rendered, showEvent } = timeline;
  const events = useMemo(() => new Map(caseFile.events.map((event) => [event.id, event])), [caseFile]);
  const threads = useMemo(() => threadsOf(caseFile.events), [caseFile]);
  const placeAfter = articleDate && shown.findLast((event) => compareDates(event.date, articleDate) <= 0);
  const since = articleDate ? caseFile.events.filter((event) => compareDates(event.date, articleDate) > 0) : [];
  return (
    <div ref={timeline.root}>
      <TimelineHead {...{ caseFile, articleDate, digest, timeline }} hasPlace={placeAfter !== undefined} />
      {shown.length === 0 && <p class="empty soft">{t('noEventsLeft')}</p>}
      {caseFile.phases.map((phase) => {
        const inPhase = rendered.filter((event) => event.phaseId === phase.id);
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
                  stored={own(digest?.events, event.id)}
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
