/** The thread that an event belongs to: one line that says which step it is, and opens in place to all of them. */
import type { CaseEvent } from '../model/case-file.ts';
import { dateText } from './date-text.ts';
import { LazyDetails } from './LazyDetails.tsx';
import { useTexts } from './text.tsx';
import './thread.css';
import { groupOf } from './thread.ts';

export interface ThreadProps {
  /** The motion or appeal, what answers it and what decides it, in order of date. */
  readonly thread: readonly CaseEvent[];
  /** The id of the event at which it is shown. */
  readonly current: string;
  readonly onEvent: (eventId: string) => void;
}

export function Thread({ thread, current, onEvent }: ThreadProps) {
  const { t } = useTexts();
  const step = thread.findIndex(({ id }) => id === current) + 1;
  return (
    <LazyDetails
      class="thread small"
      summary={
        <>
          <span>{t('threadStep', step, thread.length)}</span>
          <span class="thread-track" aria-hidden="true">
            {thread.map(({ id, kind }) => (
              <i key={id} data-group={groupOf(kind)} data-current={id === current} />
            ))}
          </span>
        </>
      }
    >
      {() => (
        <ol class="thread-steps" aria-label={t('thread')}>
          {thread.map((each) => (
            <Step key={each.id} event={each} isCurrent={each.id === current} onEvent={onEvent} />
          ))}
        </ol>
      )}
    </LazyDetails>
  );
}

function Step({ event, isCurrent, onEvent }: { event: CaseEvent; isCurrent: boolean; onEvent: (eventId: string) => void }) {
  const { t, locale } = useTexts();
  const { id, kind, date, title } = event;
  return (
    <li data-group={groupOf(kind)} data-current={isCurrent}>
      <span class="soft">
        <time dateTime={date.iso}>{dateText(date, locale, 'short')}</time> · {t(`event_${kind}`)}
      </span>
      {isCurrent ? (
        <b aria-current="step" dir="auto">
          {title}
        </b>
      ) : (
        <button type="button" class="link small" dir="auto" onClick={() => onEvent(id)}>
          {title}
        </button>
      )}
    </li>
  );
}
