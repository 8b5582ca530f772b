/** The name of a kind, drawn with the line that the kind has on the page. */
import type { StatementKind } from '../model/statement.ts';
import './kinds.css';
import { useTexts } from './text.tsx';
import { kindKey } from './texts.ts';

export function KindLabel({ kind }: { kind: StatementKind }) {
  const { t } = useTexts();
  return (
    <span class="kind" data-kind={kind}>
      {t(kindKey(kind))}
    </span>
  );
}
