/** What the chip says. */
import type { BoundTexts } from '../../components/texts.ts';
import type { Statement } from '../../model/statement.ts';

/** "5 claims · 3 denials", or how many statements where there are neither. */
export function chipLabel(statements: readonly Statement[], { count }: BoundTexts): string {
  const parts = (['claim', 'denial'] as const)
    .map((kind) => ({ kind, number: statements.filter((statement) => statement.kind === kind).length }))
    .filter(({ number }) => number > 0);
  return parts.length > 0 ? parts.map(({ kind, number }) => count(`chip_${kind}`, number)).join(' · ') : count('chip_statement', statements.length);
}
