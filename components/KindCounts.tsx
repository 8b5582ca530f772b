/** How many statements of each kind there are, in a line. */
import { STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';
import { KindLabel } from './KindLabel.tsx';
import './kind-counts.css';
import './kinds.css';

export function KindCounts({ kinds }: { kinds: readonly StatementKind[] }) {
  return (
    <ul class="kind-counts">
      {STATEMENT_KINDS.map((kind) => ({ kind, number: kinds.filter((each) => each === kind).length }))
        .filter(({ number }) => number > 0)
        .map(({ kind, number }) => (
          <li key={kind}>
            <b>{number}</b> <KindLabel kind={kind} />
          </li>
        ))}
    </ul>
  );
}
