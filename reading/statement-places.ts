/** Where an article's statements stand on the page, and with it: shown, waiting or an orphan, whatever the page and the reader do. */
import { type Statement, shownSpans } from '../model/statement.ts';
import type { Mark } from './painter.ts';
import type { TextIndex } from './text-index.ts';
import { linesOf } from './words-in-view.ts';

export interface StatementPlaces {
  /** Ids of those that are marked and can be seen, in reading order. */
  readonly shownIds: readonly string[];
  readonly shown: number;
  /** Hidden by a choice of the reader's, or folded away by the page. */
  readonly waiting: number;
  /** Their words are not on the page any more. */
  readonly orphans: number;
}

/** Places of the statements with these ids; `locate` finds the words of those that are not painted. They always add up. */
export function statementPlaces(ids: readonly string[], marks: readonly Mark[], locate: (id: string) => readonly Range[]): StatementPlaces {
  const painted = new Map(marks.map((mark) => [mark.id, mark.ranges]));
  const shownIds = ids.filter((id) => linesOf(painted.get(id) ?? []).length > 0);
  const orphans = ids.filter((id) => (painted.get(id) ?? locate(id)).length === 0).length;
  return { shownIds, shown: shownIds.length, waiting: ids.length - shownIds.length - orphans, orphans };
}

/** The words of a statement on the page: its content, or its cue where it has no content; none where a part is gone. */
export function statementRanges(index: TextIndex | undefined, statement: Statement): readonly Range[] {
  if (!index) return [];
  const parts = shownSpans(statement).map((span) => index.rangesOf(span));
  return parts.some((ranges) => ranges.length === 0) ? [] : parts.flat();
}
