/**
 * Corrections as annotated text for the scorer: a line of JSON each, its text the words with what stands around them, since whole
 * articles are not kept. Pure.
 */
import type { Correction } from '../../model/correction.ts';
import { type StoredStatement, sideOf } from '../../model/records.ts';
import { hull, type Span } from '../../model/span.ts';
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
      const attributions = statement ? [attributionOf(statement)] : [];
      return `${JSON.stringify({ id: key, text: `${prefix}${words}${suffix}`, attributions })}\n`;
    })
    .join('');
}

function attributionOf(statement: StoredStatement) {
  const { kind, speaker, words, prefix, sourceSpans, cueSpans, contentSpans, sourceWords } = statement;
  // "NSO declined to comment": where there is no content the words are those of the cue.
  const own: Span[] = [[prefix.length, prefix.length + words.length]];
  const accepted = speaker.status === 'unresolved' ? [sourceWords].filter(Boolean) : [speaker.name, sideOf(statement)];
  return {
    source: kept(sourceSpans, statement),
    cue: contentSpans.length === 0 ? own : kept(cueSpans, statement),
    content: contentSpans.length === 0 ? [] : own,
    kind: [kind],
    ...(accepted.length > 0 ? { speaker: accepted } : {}),
  };
}

/** The spans that lie within what is kept of the text, by their place in it. What the reader has cut anew is one piece. */
function kept(spans: readonly Span[], { words, prefix, suffix, contentSpans, cueSpans }: StoredStatement): Span[] {
  const [start, end] = hull(contentSpans.length > 0 ? contentSpans : cueSpans) ?? [0, 0];
  // Pieces that stand apart are kept side by side: nothing after the first of them is where it was.
  const isWhole = end - start === words.length;
  const last = isWhole ? prefix.length + words.length + suffix.length : prefix.length;
  return spans.map(([from, to]): Span => [from - start + prefix.length, to - start + prefix.length]).filter(([from, to]) => from >= 0 && to <= last);
}
