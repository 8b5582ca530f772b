/** Where this article stands on the timeline, and what has happened since. */
import type { CaseEvent } from '../model/case-file.ts';
import type { PreciseDate } from '../model/date.ts';
import { dateText } from './date-text.ts';
import { useTexts } from './text.tsx';
import { mostWeighty } from './thread.ts';

export interface PlaceProps {
  readonly date: PreciseDate;
  /** What came later, in order. */
  readonly since: readonly CaseEvent[];
  readonly onEvent: (eventId: string) => void;
}

export function Place({ date, since, onEvent }: PlaceProps) {
  const { t, count, locale } = useTexts();
  const told = mostWeighty(since);
  return (
    <section id="article-place" class="place" tabIndex={-1} aria-label={t('articlePlace', dateText(date, locale))}>
      <b>{t('articlePlace', dateText(date, locale))}</b>
      {since.length === 0 && <span class="small soft">{t('nothingSince')}</span>}
      {since.length > 0 && (
        <>
          <span class="small">{count('eventsSince', since.length)}</span>
          <ol class="small">
            {told.map((event) => (
              <li key={event.id}>
                <button type="button" class="link small" onClick={() => onEvent(event.id)}>
                  <span class="soft">{dateText(event.date, locale)}</span> {event.title}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
