/** Readings of made-up articles, for tests of the store. */
import { articleOfText } from '../../model/article.ts';
import type { Statement } from '../../model/statement.ts';
import type { Reading } from '../../storage/articles.ts';

/** A text long enough to be known again, with sentences of its own. */
export function longText(subject: string, sentences = 14): string {
  return Array.from(
    { length: sentences },
    (_, at) => `${subject} number ${at} said that the ${subject} of part ${at} was moved by hand in week ${at * 3 + 1}.`,
  ).join('\n');
}

/** Every sentence's "that …" as a statement. */
export function readingOf(text: string, url: string, more: Partial<Reading> = {}): Reading {
  const statements = [...text.matchAll(/that [^.]+/g)].map(
    ({ 0: words, index }, at): Statement => ({
      ...{ id: `claim-${words.replace(/\W+/g, '-')}`, kind: at % 2 === 0 ? 'claim' : 'denial', speaker: { status: 'unresolved' } },
      ...{ sourceSpans: [], cueSpans: [[index - 5, index - 1]], contentSpans: [[index, index + words.length]], quoteType: 'indirect', confidence: 0.9 },
    }),
  );
  return {
    article: articleOfText(text, { url, title: 'A title' }),
    ...{ caseId: 'case-a', verdict: { status: 'about', caseId: 'case-a', score: 1, reasons: [] }, statements, readAt: 1_000 },
    ...more,
  };
}
