/** The statements of an article in reading order, with filters by kind and side. */
import { useMemo, useState } from 'preact/hooks';
import type { CaseEvent } from '../model/case-file.ts';
import type { StoredStatement } from '../model/records.ts';
import { SIDES, type Side, STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';
import './kinds.css';
import { StatementCard } from './StatementCard.tsx';
import './statement-list.css';
import { useTexts } from './text.tsx';
import { kindKey } from './texts.ts';

export interface StatementListProps {
  readonly statements: readonly StoredStatement[];
  readonly events: ReadonlyMap<string, CaseEvent>;
  readonly onShow: (statement: StoredStatement) => void;
  readonly onEvent: (eventId: string) => void;
}

/** The side that speaks; those not resolved stand with the others. */
function sideOf({ speaker }: StoredStatement): Side {
  return speaker.status === 'unresolved' ? 'other' : speaker.side;
}

export function StatementList({ statements, events, onShow, onEvent }: StatementListProps) {
  const { t, count } = useTexts();
  const [kinds, setKinds] = useState<ReadonlySet<StatementKind>>(new Set());
  const [sides, setSides] = useState<ReadonlySet<Side>>(new Set());
  const byId = useMemo(() => new Map(statements.map((statement) => [statement.id, statement])), [statements]);
  const shown = statements.filter((statement) => (kinds.size === 0 || kinds.has(statement.kind)) && (sides.size === 0 || sides.has(sideOf(statement))));
  return (
    <>
      <fieldset class="filters">
        <legend class="visually-hidden">{t('filters')}</legend>
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
        {SIDES.map((side) => (
          <FilterChip
            key={side}
            label={t(`side_${side}`)}
            number={statements.filter((statement) => sideOf(statement) === side).length}
            isOn={sides.has(side)}
            onToggle={() => setSides(toggled(sides, side))}
          />
        ))}
      </fieldset>
      <p class="visually-hidden" role="status">
        {count('statementsShown', shown.length)}
      </p>
      {shown.length === 0 && <p class="empty soft">{t('noStatementsLeft')}</p>}
      <ol>
        {shown.map((statement) => (
          <li key={statement.key}>
            <StatementCard
              statement={statement}
              event={statement.eventId === undefined ? undefined : events.get(statement.eventId)}
              answer={statement.answerId === undefined ? undefined : byId.get(statement.answerId)}
              onShow={onShow}
              onEvent={onEvent}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

interface FilterChipProps {
  readonly label: string;
  readonly number: number;
  readonly isOn: boolean;
  readonly kind?: StatementKind;
  readonly onToggle: () => void;
}

function FilterChip({ label, number, isOn, kind, onToggle }: FilterChipProps) {
  if (number === 0) return null;
  return (
    <button type="button" class="chip" aria-pressed={isOn} data-kind={kind} onClick={onToggle}>
      {kind ? (
        <span class="kind" data-kind={kind}>
          {label}
        </span>
      ) : (
        label
      )}{' '}
      <span class="soft">{number}</span>
    </button>
  );
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
