/** The contested points of the case: what each side says and when, the figures that vary, what was found, and what was read about it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseFile, Dispute, Position } from '../model/case-file.ts';
import { compareDates } from '../model/date.ts';
import type { Digest } from '../model/library.ts';
import { own } from '../model/named.ts';
import './disputes.css';
import { dateText } from './date-text.ts';
import { Figures } from './Figures.tsx';
import { Provenance } from './Provenance.tsx';
import { useTexts } from './text.tsx';

export interface DisputesProps {
  readonly caseFile: CaseFile;
  readonly digest: Digest | undefined;
  /** Statements of this article, by dispute. */
  readonly statementCounts: ReadonlyMap<string, number>;
  /** The dispute to show, changed by a click elsewhere; `at` makes the same one twice a new wish. */
  readonly target: { readonly id: string; readonly at: number } | undefined;
  readonly onEvent: (eventId: string) => void;
  readonly renderStatements: (disputeId: string) => ComponentChildren;
}

export function Disputes({ caseFile, digest, statementCounts, target, onEvent, renderStatements }: DisputesProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!target) return;
    setOpen((before) => new Set([...before, target.id]));
    requestAnimationFrame(() => {
      const element = root.current?.querySelector<HTMLElement>(`#dispute-${CSS.escape(target.id)}`);
      element?.scrollIntoView({ block: 'start' });
      element?.querySelector('summary')?.focus({ preventScroll: true });
    });
  }, [target]);
  const setOne = (id: string, isOpen: boolean) => {
    if (open.has(id) === isOpen) return;
    setOpen(new Set(isOpen ? [...open, id] : [...open].filter((each) => each !== id)));
  };
  return (
    <div ref={root}>
      <header class="disputes-head">
        <p class="case-name">{caseFile.name}</p>
        <p class="small soft">{t('disputesLead')}</p>
      </header>
      {caseFile.disputes.map((dispute) => (
        <DisputeItem
          key={dispute.id}
          dispute={dispute}
          caseFile={caseFile}
          inArticle={statementCounts.get(dispute.id) ?? 0}
          stored={own(digest?.disputes, dispute.id)}
          isOpen={open.has(dispute.id)}
          onToggle={(isOpen) => setOne(dispute.id, isOpen)}
          onEvent={onEvent}
          renderStatements={renderStatements}
        />
      ))}
    </div>
  );
}

interface DisputeItemProps extends Pick<DisputesProps, 'caseFile' | 'onEvent' | 'renderStatements'> {
  readonly dispute: Dispute;
  readonly inArticle: number;
  readonly stored: { readonly articles: number; readonly statements: number } | undefined;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

function DisputeItem({ dispute, caseFile, inArticle, stored, isOpen, onToggle, onEvent, renderStatements }: DisputeItemProps) {
  const { t, count } = useTexts();
  const { id, question, finding } = dispute;
  const facts = [
    finding ? t('decided') : t('undecided'),
    stored ? t('storedAbout', count('statements', stored.statements), count('articles', stored.articles)) : '',
    inArticle > 0 ? count('statementsHere', inArticle) : '',
  ].filter(Boolean);
  return (
    <details id={`dispute-${id}`} class="dispute" open={isOpen} onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
      <summary>
        <h2 dir="auto">{question}</h2>
        <span class="small soft">{facts.join(' · ')}</span>
      </summary>
      {isOpen && (
        <div class="dispute-body">
          <Positions dispute={dispute} caseFile={caseFile} onEvent={onEvent} />
          {dispute.figures && dispute.figures.length > 0 && <Figures figures={dispute.figures} />}
          {finding && <Finding finding={finding} onEvent={onEvent} />}
          <section aria-label={t('readAboutIt')}>
            <h3>{t('readAboutIt')}</h3>
            {renderStatements(id)}
          </section>
        </div>
      )}
    </details>
  );
}

function Positions({ dispute, caseFile, onEvent }: { dispute: Dispute } & Pick<DisputesProps, 'caseFile' | 'onEvent'>) {
  const { t } = useTexts();
  return (
    <section aria-label={t('positions')}>
      <h3>{t('positions')}</h3>
      <ol class="positions">
        {dispute.positions
          .toSorted((a, b) => compareDates(a.date, b.date))
          .map((position) => (
            <PositionItem key={`${position.side} ${position.date.iso} ${position.text}`} position={position} caseFile={caseFile} onEvent={onEvent} />
          ))}
      </ol>
    </section>
  );
}

function PositionItem({ position, caseFile, onEvent }: { position: Position } & Pick<DisputesProps, 'caseFile' | 'onEvent'>) {
  const { t, locale } = useTexts();
  const { side, actorId, date, text, eventId, citations } = position;
  const actor = caseFile.actors.find(({ id }) => id === actorId);
  return (
    <li class="position" data-side={side}>
      <p class="small soft">
        <time dateTime={date.iso}>{dateText(date, locale)}</time>
      </p>
      <p dir="auto">
        <b class="side" data-side={side}>
          {actor?.name ?? t(`side_${side}`)}
        </b>{' '}
        {text}
      </p>
      <Provenance citations={citations} eventId={eventId} onEvent={onEvent} />
    </li>
  );
}

function Finding({ finding, onEvent }: { finding: NonNullable<Dispute['finding']>; onEvent: (eventId: string) => void }) {
  const { t, locale } = useTexts();
  const { date, text, eventId, citations } = finding;
  return (
    <section class="finding" aria-label={t('finding')}>
      <h3>{t('finding')}</h3>
      <p class="small soft">
        <time dateTime={date.iso}>{dateText(date, locale)}</time>
      </p>
      <p dir="auto">{text}</p>
      <Provenance citations={citations} eventId={eventId} onEvent={onEvent} />
    </section>
  );
}
