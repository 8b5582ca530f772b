/** How many statements each side makes, and of which kinds. */
import { type StoredStatement, sideOf } from '../model/records.ts';
import { SIDES, STATEMENT_KINDS } from '../model/statement.ts';
import { KindLabel } from './KindLabel.tsx';
import './kinds.css';
import './side-counts.css';
import { useTexts } from './text.tsx';

export function SideCounts({ statements }: { statements: readonly Pick<StoredStatement, 'speaker' | 'kind'>[] }) {
  const { t, locale } = useTexts();
  const number = new Intl.NumberFormat(locale);
  const sides = SIDES.map((side) => ({ side, own: statements.filter((statement) => sideOf(statement) === side) })).filter(({ own }) => own.length > 0);
  return (
    <dl class="side-counts">
      {sides.map(({ side, own }) => (
        <div key={side}>
          <dt class="side" data-side={side}>
            {t(`side_${side}`)}
          </dt>
          <dd class="number">{number.format(own.length)}</dd>
          <dd class="small">
            {STATEMENT_KINDS.map((kind) => ({ kind, count: own.filter((each) => each.kind === kind).length }))
              .filter(({ count }) => count > 0)
              .map(({ kind, count }) => (
                <span key={kind}>
                  {number.format(count)} <KindLabel kind={kind} />
                </span>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
