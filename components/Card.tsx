/**
 * The card beside a mark: who says it, how, by which words we know, what the other side answers, what was found, and where it stands
 * on the timeline. Shown in a shadow root on the page.
 */
import type { ComponentChildren } from 'preact';
import type { OnRecord } from '../model/on-record.ts';
import type { Speaker, StatementKind } from '../model/statement.ts';
import { CardCorrection } from './CardCorrection.tsx';
import { type CardContent, sideOf } from './card-content.ts';
import { dateText } from './date-text.ts';
import { KindLabel } from './KindLabel.tsx';
import { useTexts } from './text.tsx';

export interface CardProps {
  readonly content: CardContent;
  /** Why a correction could not be made; empty where nothing is wrong. */
  readonly problem: string;
  readonly onShow: (statementId: string) => void;
  readonly onEvent: (eventId: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
  readonly onKind: (kind: StatementKind) => void;
  readonly onSpeaker: (speaker: Speaker) => void;
  readonly onDismiss: () => void;
}

export function Card({ content, problem, onShow, onEvent, onStep, onClose, onKind, onSpeaker, onDismiss }: CardProps) {
  const { t } = useTexts();
  const { statement, record, number, total } = content;
  return (
    <>
      <header>
        <p class="who">
          <KindLabel kind={statement.kind} />
          <SpeakerName content={content} />
        </p>
        <button type="button" class="icon" aria-label={t('cardClose')} title={t('cardClose')} onClick={onClose}>
          ×
        </button>
      </header>
      <div class="body">
        <HowSaid content={content} />
        <Answer content={content} onShow={onShow} />
        {record && <Found record={record} onEvent={onEvent} />}
      </div>
      <footer>
        {problem && (
          <p class="small problem" role="alert">
            {problem}
          </p>
        )}
        <CardCorrection statement={statement} actors={record?.actors ?? []} onKind={onKind} onSpeaker={onSpeaker} onDismiss={onDismiss} />
        {total > 1 && (
          <span class="steps">
            <button type="button" class="icon" aria-label={t('cardPrevious')} title={t('cardPrevious')} onClick={() => onStep(-1)}>
              ‹
            </button>
            <span class="small soft">{t('cardPlace', number, total)}</span>
            <button type="button" class="icon" aria-label={t('cardNext')} title={t('cardNext')} onClick={() => onStep(1)}>
              ›
            </button>
          </span>
        )}
      </footer>
    </>
  );
}

function SpeakerName({ content: { statement, sourceWords } }: { content: CardContent }) {
  const { t } = useTexts();
  const { speaker } = statement;
  const side = sideOf(statement);
  return (
    <span class="speaker">
      <b dir="auto">{speaker.status === 'unresolved' ? t('speakerUnclear') : speaker.name}</b>
      {side && side !== 'other' && (
        <span class="side" data-side={side}>
          {t(`side_${side}`)}
        </span>
      )}
      {speaker.status === 'unresolved' && sourceWords && <span class="small soft">{t('saidBy', sourceWords)}</span>}
    </span>
  );
}

/** Channel, manner and date in a line; then how sure we are and by which words. */
function HowSaid({ content: { statement, cueWords, sourceWords, confidence } }: { content: CardContent }) {
  const { t, locale } = useTexts();
  const { channel, quoteType, madeOn } = statement;
  const manner = [channel ? t(`channel_${channel.replace('-', '_')}`) : '', t(`quoteType_${quoteType}`), madeOn ? dateText(madeOn, locale) : ''];
  return (
    <div class="how">
      <p class="manner">{manner.filter(Boolean).join(' · ')}</p>
      <p class="small soft">
        <span data-confidence={confidence}>{t(`confidence_${confidence}`)}</span>. {t('cardCue')}{' '}
        {[sourceWords, cueWords].filter(Boolean).map((words, index) => (
          <>
            {index > 0 && ' … '}
            <q dir="auto">{words}</q>
          </>
        ))}
      </p>
    </div>
  );
}

/** The other side: in this article, else on record. Says nothing where neither is known. */
function Answer({ content: { answer, record }, onShow }: { content: CardContent; onShow: (statementId: string) => void }) {
  const { t, locale } = useTexts();
  if (answer) {
    const { speaker, kind } = answer.statement;
    return (
      <Part title={t('cardAnswerHere')}>
        <p>
          <b dir="auto">{speaker.status === 'unresolved' ? t('speakerUnclear') : speaker.name}</b> · <KindLabel kind={kind} />
        </p>
        <button type="button" class="quoted" dir="auto" aria-description={t('showOnPage')} onClick={() => onShow(answer.statement.id)}>
          {answer.words}
        </button>
      </Part>
    );
  }
  const other = record?.otherSide;
  if (!other) return null;
  return (
    <Part title={t('cardAnswerOnRecord')} note={dateText(other.date, locale)}>
      <p>
        <b>{other.by ?? t(`side_${other.side}`)}:</b> <span dir="auto">{other.text}</span>
      </p>
    </Part>
  );
}

/** What was found, what was decided on the event, and the event itself. */
function Found({ record: { finding, later, event }, onEvent }: { record: OnRecord; onEvent: (eventId: string) => void }) {
  const { t, locale } = useTexts();
  return (
    <>
      {finding && (
        <Part title={t(finding.isLater ? 'cardFoundLater' : 'cardFound')} note={dateText(finding.date, locale)} isMain={finding.isLater}>
          <p dir="auto">{finding.text}</p>
        </Part>
      )}
      {event && (
        <Part title={t('viewTimeline')}>
          {[event, ...later].map(({ id, title, date }) => (
            <button key={id} type="button" class="event" onClick={() => onEvent(id)} aria-description={t('cardEventOpens')}>
              <span class="small soft">{dateText(date, locale)}</span> <span dir="auto">{title}</span>
            </button>
          ))}
        </Part>
      )}
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly note?: string;
  readonly isMain?: boolean;
  readonly children: ComponentChildren;
}

function Part({ title, note, isMain = false, children }: PartProps) {
  return (
    <section data-main={isMain}>
      <h3>
        {title}
        {note && <span class="soft"> · {note}</span>}
      </h3>
      {children}
    </section>
  );
}
