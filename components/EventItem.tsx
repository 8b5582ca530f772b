/** One event of the timeline, with what it answers and where it can be checked. */
import type { ComponentChildren } from 'preact';
import type { CaseEvent, Citation } from '../model/case-file.ts';
import { preciseDate } from '../model/date.ts';
import { dateText } from './date-text.ts';
import { useTexts } from './text.tsx';

export interface EventItemProps {
  readonly event: CaseEvent;
  readonly events: ReadonlyMap<string, CaseEvent>;
  /** Statements of this article about it. */
  readonly statements: number;
  readonly onEvent: (eventId: string) => void;
  readonly children?: ComponentChildren;
}

export function EventItem({ event, events, statements, onEvent, children }: EventItemProps) {
  const { t, count, locale } = useTexts();
  const answered = (event.respondsTo ?? []).map((id) => events.get(id)).filter((each) => each !== undefined);
  return (
    <li>
      <article id={`event-${event.id}`} class="event" tabIndex={-1} data-linked={statements > 0}>
        <p class="small soft">
          <time dateTime={event.date.iso}>{dateText(event.date, locale)}</time> · {t(`event_${event.kind}`)}
          {statements > 0 && <b class="linked"> · {count('statementsHere', statements)}</b>}
        </p>
        <h3>{event.title}</h3>
        <p>{event.summary}</p>
        {event.note && <p class="small soft">{event.note}</p>}
        {answered.map((earlier) => (
          <button key={earlier.id} type="button" class="link small" onClick={() => onEvent(earlier.id)}>
            {t('respondsTo')} {earlier.title} ({dateText(earlier.date, locale)})
          </button>
        ))}
        <details class="small citations">
          <summary>{count('citations', event.citations.length)}</summary>
          <ul>
            {event.citations.map((citation) => (
              <li key={citation.url}>
                <CitationLink citation={citation} />
              </li>
            ))}
          </ul>
        </details>
      </article>
      {children}
    </li>
  );
}

/** A link to where a fact can be checked; text alone where the address is not of the web. */
export function CitationLink({ citation }: { citation: Citation }) {
  const { t, locale } = useTexts();
  const date = citation.date === undefined ? undefined : preciseDate(citation.date);
  const label = [citation.publisher, citation.title].join(': ');
  return (
    <>
      {/^https?:\/\//i.test(citation.url) ? (
        <a href={citation.url} target="_blank" rel="noopener noreferrer">
          {label}
        </a>
      ) : (
        label
      )}
      {date && <span class="soft"> ({dateText(date, locale)})</span>}
      {citation.isCourtPaper && <span class="court-paper"> {t('courtPaper')}</span>}
    </>
  );
}
