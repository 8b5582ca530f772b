/** One statement: who says what, through which channel, and who answers. */
import type { CaseEvent } from '../model/case-file.ts';
import type { StoredStatement } from '../model/records.ts';
import { dateText } from './date-text.ts';
import { KindLabel } from './KindLabel.tsx';
import './kinds.css';
import './statement-card.css';
import { useTexts } from './text.tsx';

/** Below this a statement is shown as uncertain. */
export const UNCERTAIN_BELOW = 0.6;

export interface StatementCardProps {
  readonly statement: StoredStatement;
  readonly event?: CaseEvent | undefined;
  readonly answer?: StoredStatement | undefined;
  readonly onShow: (statement: StoredStatement) => void;
  readonly onEvent: (eventId: string) => void;
}

export function StatementCard({ statement, event, answer, onShow, onEvent }: StatementCardProps) {
  const { t, locale } = useTexts();
  const { kind, speaker, words, quoteType, channel, madeOn, confidence, cueWords, sourceWords } = statement;
  const side = speaker.status === 'unresolved' ? undefined : speaker.side;
  const isUncertain = confidence < UNCERTAIN_BELOW;
  return (
    <article class="statement" data-kind={kind} data-uncertain={isUncertain}>
      <header>
        <KindLabel kind={kind} />
        <span class="speaker">
          <b>{speaker.status === 'unresolved' ? t('speakerUnclear') : speaker.name}</b>
          {side && side !== 'other' && (
            <span class="side" data-side={side}>
              {t(`side_${side}`)}
            </span>
          )}
        </span>
      </header>
      <button type="button" class="words" onClick={() => onShow(statement)} aria-description={t('showOnPage')}>
        {quoteType === 'direct' ? words : <span>{words}</span>}
      </button>
      <p class="small soft">
        {speaker.status === 'unresolved' && sourceWords && <>{t('saidBy', sourceWords)} · </>}
        <span title={t('cueTitle')}>“{cueWords}”</span>
        {channel && <> · {t(`channel_${channel.replace('-', '_')}`)}</>}
        {madeOn && <> · {dateText(madeOn, locale)}</>}
        {isUncertain && <> · {t('uncertain')}</>}
      </p>
      {answer && (
        <button type="button" class="link small" onClick={() => onShow(answer)}>
          {t('answeredBy', answer.speaker.status === 'unresolved' ? t('speakerUnclear') : answer.speaker.name)} <span class="answer">{answer.words}</span>
        </button>
      )}
      {event && (
        <button type="button" class="link small" onClick={() => onEvent(event.id)}>
          {t('onTimeline')} {event.title}
        </button>
      )}
    </article>
  );
}
