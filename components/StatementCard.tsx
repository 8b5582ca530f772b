/** One statement: who says what, through which channel, who answers; and how to put it right. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CaseEvent, CaseFile, Dispute } from '../model/case-file.ts';
import type { StoredStatement } from '../model/records.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { UNCERTAIN_BELOW } from './card-content.ts';
import { dateText } from './date-text.ts';
import { KindLabel } from './KindLabel.tsx';
import './kinds.css';
import { NoteBox } from './NoteBox.tsx';
import type { StatementActions } from './StatementList.tsx';
import './statement-card.css';
import { useTexts } from './text.tsx';

export interface StatementCardProps {
  readonly statement: StoredStatement;
  readonly caseFile: CaseFile | undefined;
  readonly event: CaseEvent | undefined;
  readonly answer: StoredStatement | undefined;
  /** The reader's note on it, "" where there is none. */
  readonly note: string;
  /** Its passage is in view on the page. */
  readonly isInView: boolean;
  readonly actions: StatementActions;
}

export function StatementCard({ statement, caseFile, event, answer, note, isInView, actions }: StatementCardProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState<'note' | 'correct'>();
  const turn = (which: 'note' | 'correct') => setOpen(open === which ? undefined : which);
  return (
    <article
      class="statement"
      id={`statement-${statement.id}`}
      tabIndex={-1}
      data-kind={statement.kind}
      data-uncertain={statement.confidence < UNCERTAIN_BELOW}
      data-in-view={isInView}
      aria-current={isInView ? 'location' : undefined}
    >
      <StatementHead statement={statement}>
        <span class="card-tools small">
          {note === '' && (
            <button type="button" class="note-toggle" aria-expanded={open === 'note'} aria-label={t('addNote')} onClick={() => turn('note')}>
              {t('note')}
            </button>
          )}
          <button type="button" class="correct-toggle" aria-expanded={open === 'correct'} onClick={() => turn('correct')}>
            {t('correct')}
          </button>
        </span>
      </StatementHead>
      <button type="button" class="words" dir="auto" onClick={() => actions.onShow(statement)} aria-description={t('showOnPage')}>
        {statement.words}
      </button>
      <StatementFacts statement={statement} />
      <CardLinks {...{ answer, event, actions }} dispute={caseFile?.disputes.find(({ id }) => id === statement.disputeId)} />
      <NoteBox
        text={note}
        isEditing={open === 'note'}
        onEdit={(isEditing) => setOpen(isEditing ? 'note' : undefined)}
        onNote={(text) => actions.onNote(statement.id, text, note)}
      />
      {open === 'correct' && <CorrectionForm statement={statement} caseFile={caseFile} actions={actions} />}
    </article>
  );
}

interface CardLinksProps extends Pick<StatementCardProps, 'answer' | 'event' | 'actions'> {
  readonly dispute: Dispute | undefined;
}

/** Who answers, and where in the case it belongs. */
function CardLinks({ answer, event, dispute, actions }: CardLinksProps) {
  const { t } = useTexts();
  return (
    <>
      {answer && (
        <button type="button" class="link small" onClick={() => actions.onShow(answer)}>
          {t('answeredBy', answer.speaker.status === 'unresolved' ? t('speakerUnclear') : answer.speaker.name)}{' '}
          {answer.cueWords && <Cue words={answer.cueWords} />} <bdi class="answer">{answer.words}</bdi>
        </button>
      )}
      {event && (
        <button type="button" class="link small" onClick={() => actions.onEvent(event.id)}>
          <span class="soft">{t('onTimeline')}</span> <bdi>{event.title}</bdi>
        </button>
      )}
      {dispute && (
        <button type="button" class="link small" onClick={() => actions.onDispute(dispute.id)}>
          <span class="soft">{t('inDispute')}</span> <bdi>{dispute.question}</bdi>
        </button>
      )}
    </>
  );
}

/** Kind, speaker and side; and what stands at the end of the line. */
export function StatementHead({ statement: { kind, speaker }, children }: { statement: StoredStatement; children?: ComponentChildren }) {
  const { t } = useTexts();
  const side = speaker.status === 'unresolved' ? undefined : speaker.side;
  return (
    <header class="statement-head">
      <KindLabel kind={kind} />
      <span class="speaker">
        <b>{speaker.status === 'unresolved' ? t('speakerUnclear') : speaker.name}</b>
        {side && side !== 'other' && (
          <span class="side" data-side={side}>
            {t(`side_${side}`)}
          </span>
        )}
      </span>
      {children}
    </header>
  );
}

/** What made it a statement, how it reached the public, when, and how sure that is. */
export function StatementFacts({ statement }: { statement: StoredStatement }) {
  const { t, locale } = useTexts();
  const { speaker, channel, madeOn, confidence, cueWords, sourceWords, isCorrected } = statement;
  const facts: ComponentChildren[] = [
    speaker.status === 'unresolved' && sourceWords ? t('saidBy', sourceWords) : '',
    cueWords ? <Cue words={cueWords} /> : '',
    channel ? t(`channel_${channel.replace('-', '_')}`) : '',
    madeOn ? dateText(madeOn, locale) : '',
    confidence < UNCERTAIN_BELOW ? t('uncertain') : '',
    isCorrected ? t('correctedByYou') : '',
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return <p class="small soft">{facts.flatMap((fact, at) => (at === 0 ? [fact] : [' · ', fact]))}</p>;
}

/** The words that made it a statement: what is said and what is rejected may differ in them alone. */
function Cue({ words }: { words: string }) {
  return <q dir="auto">{words}</q>;
}
