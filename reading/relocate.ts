/**
 * Statements of a text, found again in the text that the page shows by now: so that their marks stay on their words until the changed text
 * has been analysed anew. Knows nothing of the DOM.
 */
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import { Anchors } from './anchoring/anchors.ts';

/** So many statements in a row that are not found: this is another text, and looking for the others would only take time. */
const MOST_MISSED = 6;

/** The statements with the spans that they have in the text now. Those whose words do not all stand there are orphans: without spans. */
export function relocated(statements: readonly Statement[], before: string, now: string): Statement[] {
  const described = new Anchors(before);
  const located = new Anchors(now);
  const moved = (span: Span): Span | undefined => {
    const selectors = described.describe(span);
    return selectors && located.locate(selectors);
  };
  let missed = 0;
  return statements.map((statement) => {
    const orphan: Statement = { ...statement, contentSpans: [], cueSpans: [], sourceSpans: [] };
    if (missed >= MOST_MISSED) return orphan;
    const contentSpans = statement.contentSpans.map(moved);
    const cueSpans = statement.cueSpans.map(moved);
    const sourceSpans = statement.sourceSpans.map(moved);
    const content = present(contentSpans);
    const cue = present(cueSpans);
    // What is painted must be whole; a speaker's mention that is gone is only not shown.
    const isOrphan = content.length < contentSpans.length || (contentSpans.length === 0 && cue.length < cueSpans.length);
    missed = isOrphan ? missed + 1 : 0;
    return isOrphan ? orphan : { ...statement, contentSpans: content, cueSpans: cue, sourceSpans: present(sourceSpans) };
  });
}

function present(spans: readonly (Span | undefined)[]): Span[] {
  return spans.filter((span) => span !== undefined);
}
