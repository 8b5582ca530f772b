/** The statements of an article in reading order, under the headings of its sections, with filters by kind, side and speaker. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { CaseEvent, CaseFile } from '../model/case-file.ts';
import type { Change } from '../model/correction.ts';
import type { Note, StoredStatement } from '../model/records.ts';
import { StatementCard } from './StatementCard.tsx';
import { StatementFilters, useStatementFilter } from './StatementFilters.tsx';
import './statement-list.css';
import { useTexts } from './text.tsx';
import { useGradually } from './use-gradually.ts';

export interface StatementActions {
  /** Scroll the page to the statement's words. */
  readonly onShow: (statement: StoredStatement) => void;
  readonly onEvent: (eventId: string) => void;
  readonly onDispute: (disputeId: string) => void;
  readonly onCorrect: (change: Change) => void;
  /** Take what is selected on the page for the statement's words. */
  readonly onTakeSelection: (statement: StoredStatement) => void;
  readonly onCopyLink: (statement: StoredStatement) => void;
  /** Write the note of a statement, or of the article where there is no id; "" takes away the one that was there. */
  readonly onNote: (statementId: string | undefined, text: string, before: string) => void;
}

export interface StatementListProps {
  readonly statements: readonly StoredStatement[];
  /** The reader's notes, by the id of their statement. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly caseFile: CaseFile | undefined;
  /** The statement whose passage is in view on the page. */
  readonly inView: string | undefined;
  /** The statement to go to, changed by a click elsewhere. */
  readonly target: { readonly id: string; readonly at: number } | undefined;
  readonly actions: StatementActions;
}

/** Cards rendered before the first paint, and in each step after it. */
const FIRST = 8;
const STEP = 20;

export function StatementList({ statements, notes, caseFile, inView, target, actions }: StatementListProps) {
  const { t, count } = useTexts();
  const { filter, setFilter, shown, isNarrowed, clear } = useStatementFilter(statements);
  const { many, all } = useGradually(shown.length, FIRST, STEP);
  const events = useMemo(() => new Map<string, CaseEvent>(caseFile?.events.map((event) => [event.id, event])), [caseFile]);
  const byId = useMemo(() => new Map(statements.map((statement) => [statement.id, statement])), [statements]);
  const list = useFollow(inView);
  useEffect(() => {
    if (!target) return;
    clear();
    all();
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`#statement-${CSS.escape(target.id)}`)?.focus());
  }, [target]);
  return (
    <>
      <StatementFilters statements={statements} filter={filter} onFilter={setFilter} />
      <p class="visually-hidden" role="status">
        {count('statementsShown', shown.length)}
      </p>
      {isNarrowed && (
        <p class="narrowed small">
          {shown.length === 0 ? t('noStatementsLeft') : count('statementsShown', shown.length)}{' '}
          <button type="button" class="link small" onClick={clear}>
            {t('showAll')}
          </button>
        </p>
      )}
      <div ref={list}>
        {sectionsOf(shown.slice(0, many)).map(({ title, own }, index) => (
          <section key={`${index} ${title}`} aria-label={title || t('articleBeginning')}>
            {title && <h3 class="section-title">{title}</h3>}
            <ol>
              {own.map((statement) => (
                <li key={statement.key}>
                  <StatementCard
                    statement={statement}
                    caseFile={caseFile}
                    event={events.get(statement.eventId ?? '')}
                    answer={byId.get(statement.answerId ?? '')}
                    note={notes.get(statement.id)?.text ?? ''}
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
