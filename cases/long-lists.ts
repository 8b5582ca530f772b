/**
 * Lists that are longer than any case has: refused before anything looks through them, since what is checked of a case takes time with the
 * square of some of them, and what is found in articles with their length. Knows no property.
 */
import type { CaseFileName, CaseProblem } from './case-file-error.ts';

/** The longest bundled list has some hundred entries. */
const MOST_ENTRIES = 2_000;

/** The first list that is too long, as a problem; none for a case as people write them. */
export function longListProblems(file: CaseFileName, json: unknown): CaseProblem[] {
  const waiting: { readonly value: unknown; readonly path: CaseProblem['path'] }[] = [{ value: json, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (Array.isArray(value)) {
      if (value.length > MOST_ENTRIES)
        return [
          { file, path, message: `the list has ${value.length} entries; a case has at most ${MOST_ENTRIES}`, remedy: 'leave out what no reader would miss' },
        ];
      for (const [at, each] of value.entries()) if (typeof each === 'object' && each !== null) waiting.push({ value: each, path: [...path, at] });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) if (typeof each === 'object' && each !== null) waiting.push({ value: each, path: [...path, name] });
    }
  }
  return [];
}
