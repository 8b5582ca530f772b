/**
 * Corrections as annotated text for the scorer: a line of JSON each, its text the words with what stands around them, since whole
 * articles are not kept. Pure.
 */
import type { Correction } from '../../model/correction.ts';
import { type StoredStatement, sideOf } from '../../model/records.ts';
import { addedId } from '../merge-corrections.ts';

/** What the reader has corrected, as it stands now; what is no statement has no attribution. Corrections taken back are left out. */
export function toGold(corrections: readonly Correction[], statements: readonly StoredStatement[]): string {
  const byKey = new Map(statements.map((statement) => [statement.key, statement]));
  const latest = new Map<string, Correction>();
  for (const correction of corrections.filter(({ isUndone }) => !isUndone).toSorted((a, b) => a.at - b.at)) {
    const id = correction.change.type === 'add' ? addedId(correction.id) : correction.change.statementId;
    latest.set(`${correction.articleId}/${id}`, correction);
  }
  return [...latest]
    .map(([key, { target }]) => {
      const statement = byKey.get(key);
      const { words, prefix, suffix } = statement ?? { words: target.exact, prefix: target.prefix, suffix: target.suffix };
      const content = [[prefix.length, prefix.length + words.length]];
      const speaker = statement?.speaker.status === 'unresolved' ? {} : { speaker: statement?.speaker.name, side: statement && sideOf(statement) };
      const attributions = statement ? [{ source: [], cue: [], content, kind: [statement.kind], ...speaker }] : [];
      return `${JSON.stringify({ id: key, text: `${prefix}${words}${suffix}`, attributions })}\n`;
    })
    .join('');
}
