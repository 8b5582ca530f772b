/** The statements of an article in reading order, under the headings of its sections, with filters by kind, side and speaker. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CaseEvent, CaseFile } from '../model/case-file.ts';
import type { Change } from '../model/correction.ts';
import { type StoredStatement, sideOf } from '../model/records.ts';
import { type Side, STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';
import { FilterChip, toggled } from './FilterChip.tsx';
import { SideShares } from './SideShares.tsx';
import { StatementCard } from './StatementCard.tsx';
import './statement-list.css';
import { useTexts } from './text.tsx';
import { kindKey } from './texts.ts';

export interface StatementActions {
  /** Scroll the page to the statement's words. */
  readonly onShow: (statement: StoredStatement) => void;
  readonly onEvent: (eventId: string) => void;
  readonly onDispute: (disputeId: string) => void;
  readonly onCorrect: (change: Change) => void;
  /** Take what is selected on the page for the statement's words. */
  readonly onTakeSelection: (statement: StoredStatement) => void;
  readonly onCopyLink: (statement: StoredStatement) => void;
}

export interface StatementListProps {
  readonly statements: readonly StoredStatement[];
  readonly caseFile: CaseFile | undefined;
  /** The statement whose passage is in view on the page. */
  readonly inView: string | undefined;
  readonly actions: StatementActions;
}

/** The speaker's name, "" for one that is not resolved. */
function nameOf({ speaker }: StoredStatement): string {
  return speaker.status === 'unresolved' ? '' : speaker.name;
}

export function StatementList({ statements, caseFile, inView, actions }: StatementListProps) {
  const { t, count } = useTexts();
  const [kinds, setKinds] = useState<ReadonlySet<StatementKind>>(new Set());
  const [sides, setSides] = useState<ReadonlySet<Side>>(new Set());
  const [speaker, setSpeaker] = useState<string>();
  const events = useMemo(() => new Map<string, CaseEvent>(caseFile?.events.map((event) => [event.id, event])), [caseFile]);
  const byId = useMemo(() => new Map(statements.map((statement) => [statement.id, statement])), [statements]);
  const speakers = useMemo(() => [...Map.groupBy(statements, nameOf)].sort((a, b) => b[1].length - a[1].length), [statements]);
  const shown = statements.filter(
    (statement) =>
      (kinds.size === 0 || kinds.has(statement.kind)) &&
      (sides.size === 0 || sides.has(sideOf(statement))) &&
      (speaker === undefined || nameOf(statement) === speaker),
  );
  const list = useFollow(inView);
  return (
    <>
      <fieldset class="filters">
        <legend class="visually-hidden">{t('filters')}</legend>
        <SideShares statements={statements} selected={sides} onToggle={(side) => setSides(toggled(sides, side))} />
        <div class="chips">
          {STATEMENT_KINDS.map((kind) => (
            <FilterChip
              key={kind}
              label={t(kindKey(kind))}
              number={statements.filter((statement) => statement.kind === kind).length}
              isOn={kinds.has(kind)}
              kind={kind}
              onToggle={() => setKinds(toggled(kinds, kind))}
            />
          ))}
        </div>
        {speakers.length > 1 && (
          <select
            aria-label={t('speaker')}
            value={speaker === undefined ? 'all' : `by:${speaker}`}
            onChange={({ currentTarget: { value } }) => setSpeaker(value === 'all' ? undefined : value.slice(3))}
          >
            <option value="all">{t('allSpeakers')}</option>
            {speakers.map(([name, own]) => (
              <option key={name} value={`by:${name}`}>
                {name || t('speakerUnclear')} ({own.length})
              </option>
            ))}
          </select>
        )}
      </fieldset>
      <p class="visually-hidden" role="status">
        {count('statementsShown', shown.length)}
      </p>
      {shown.length === 0 && <p class="empty soft">{t('noStatementsLeft')}</p>}
      <div ref={list}>
        {sectionsOf(shown).map(({ title, own }, index) => (
          <section key={`${index} ${title}`} aria-label={title || t('articleBeginning')}>
            {title && <h3 class="section-title">{title}</h3>}
            <ol>
              {own.map((statement) => (
                <li key={statement.key}>
                  <StatementCard
                    statement={statement}
                    caseFile={caseFile}
                    event={statement.eventId === undefined ? undefined : events.get(statement.eventId)}
                    answer={statement.answerId === undefined ? undefined : byId.get(statement.answerId)}
                    isInView={statement.id === inView}
                    actions={actions}
                  />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}

/** Statements under the heading that they stand under, in reading order. */
function sectionsOf(statements: readonly StoredStatement[]): { title: string; own: StoredStatement[] }[] {
  const sections: { title: string; own: StoredStatement[] }[] = [];
  for (const statement of statements) {
    const title = statement.section ?? '';
    const last = sections.at(-1);
    if (last?.title === title) last.own.push(statement);
    else sections.push({ title, own: [statement] });
  }
  return sections;
}

/** Keeps the card of the passage in view within the list's window, unless the reader is busy in the list. */
function useFollow(inView: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const card = list.current?.querySelector('.statement[data-in-view="true"]');
    if (!card || list.current?.matches(':hover, :focus-within')) return;
    card.scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }, [inView]);
  return list;
}
