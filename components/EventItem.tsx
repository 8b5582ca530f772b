/** One event of the timeline: what it answers and what answers it, where it can be checked, and what was read about it. */
import type { ComponentChildren } from 'preact';
import type { CaseEvent } from '../model/case-file.ts';
import type { Tally } from '../model/library.ts';
import { dateText } from './date-text.ts';
import { LazyDetails } from './LazyDetails.tsx';
import { Sources } from './Provenance.tsx';
import { Thread } from './Thread.tsx';
import { useTexts } from './text.tsx';
import { groupOf } from './thread.ts';

export interface EventItemProps {
  readonly event: CaseEvent;
  readonly events: ReadonlyMap<string, CaseEvent>;
  /** The motion, what answers it and what decides it; undefined for an event of no thread. */
  readonly thread: readonly CaseEvent[] | undefined;
  /** Statements of this article about it. */
  readonly statements: number;
  /** What the store holds about it. */
  readonly stored: Tally | undefined;
  readonly onEvent: (eventId: string) => void;
  /** The stored statements about it; rendered once they are asked for. */
  readonly renderStatements: (eventId: string) => ComponentChildren;
  readonly children?: ComponentChildren;
}

export function EventItem({ event, events, thread, statements, stored, onEvent, renderStatements, children }: EventItemProps) {
  const { t, count, locale } = useTexts();
  const inThread = new Set(thread?.map(({ id }) => id));
  const answered = (event.respondsTo ?? []).map((id) => events.get(id)).filter((each) => each !== undefined && !inThread.has(each.id));
  return (
    <li>
      <article id={`event-${event.id}`} class="event" tabIndex={-1} data-linked={statements > 0} data-group={groupOf(event.kind)}>
        <p class="small soft">
          <time dateTime={event.date.iso}>{dateText(event.date, locale)}</time> · <span class="event-kind">{t(`event_${event.kind}`)}</span>
          {statements > 0 && <b class="linked"> · {count('statementsHere', statements)}</b>}
        </p>
        <h3 dir="auto">{event.title}</h3>
        <p dir="auto">{event.summary}</p>
        {event.note && (
          <p class="small soft" dir="auto">
            {event.note}
          </p>
        )}
        {thread && <Thread thread={thread} current={event.id} onEvent={onEvent} />}
        {answered.map(
          (earlier) =>
            earlier && (
              <button key={earlier.id} type="button" class="link small" onClick={() => onEvent(earlier.id)}>
                <span class="soft">{t('respondsTo')}</span> <bdi>{earlier.title}</bdi> ({dateText(earlier.date, locale)})
              </button>
            ),
        )}
        <div class="event-more small">
          <Sources citations={event.citations} />
          {stored && (
            <LazyDetails class="stored" summary={t('storedAbout', count('statements', stored.statements), count('articles', stored.articles))}>
              {() => renderStatements(event.id)}
            </LazyDetails>
          )}
        </div>
      </article>
      {children}
    </li>
  );
}
