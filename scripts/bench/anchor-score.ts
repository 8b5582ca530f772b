/** How often words are found again: counts for round trips and for each kind of change. Runs anywhere; texts are given to it. */
import type { Span } from '../../model/span.ts';
import { Anchors } from '../../reading/anchoring/anchors.ts';
import { EDITS, statementSpans } from './drift.ts';
import { seeded } from './random.ts';

export interface DriftCounts {
  readonly edit: string;
  cases: number;
  /** At least four fifths of found and meant words are the same; or gone, and said to be gone. */
  right: number;
  orphans: number;
  /** Overlapping, but less than that. */
  inexact: number;
  /** Not where they are meant at all. */
  wrong: number;
}

/** Share of two spans' common length in their joint length. */
function likeness([a, b]: Span, [c, d]: Span): number {
  const common = Math.min(b, d) - Math.max(a, c);
  return common <= 0 ? 0 : common / (Math.max(b, d) - Math.min(a, c));
}

/** What became of each kind of change, over statements of all texts. */
export function scoreDrift(texts: readonly string[], statementsEach: number, seed: number, onWrong?: (problem: object) => void): DriftCounts[] {
  return Object.entries(EDITS).map(([edit, apply]) => {
    const counts: DriftCounts = { edit, cases: 0, right: 0, orphans: 0, inexact: 0, wrong: 0 };
    const random = seeded(seed);
    for (const text of texts) {
      const before = new Anchors(text);
      for (const span of statementSpans(text, statementsEach, random)) {
        const selectors = before.describe(span);
        if (!selectors) continue;
        const drifted = apply(text, span, random);
        const found = new Anchors(drifted.text).locate(selectors);
        const outcome = outcomeOf(found, drifted.expected);
        counts.cases++;
        counts[outcome]++;
        if (outcome !== 'right') onWrong?.({ edit, outcome, exact: selectors.quote.exact, found: found && drifted.text.slice(...found) });
      }
    }
    return counts;
  });
}

function outcomeOf(found: Span | undefined, expected: Span | undefined): 'right' | 'orphans' | 'inexact' | 'wrong' {
  if (!found || !expected) return found === expected ? 'right' : found ? 'wrong' : 'orphans';
  const same = likeness(found, expected);
  return same >= 0.8 ? 'right' : same > 0 ? 'inexact' : 'wrong';
}
