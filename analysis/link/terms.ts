/**
 * Finds a case's terms in a phrase, and knows how telling each one is: a term of one dispute says more than one of five.
 */
import { plain } from '../document.ts';

interface Term {
  readonly term: string;
  /** The subjects that list it, with how much it tells of each. */
  readonly subjects: readonly number[];
  readonly weight: number;
}

export interface TermIndex {
  readonly subjectCount: number;
  /** The terms by the letters and digits that they begin with: a phrase without these holds none of them. */
  readonly byBeginning: ReadonlyMap<string, readonly Term[]>;
}

/** Indexes subjects by their lists of terms. */
export function indexTerms(subjects: readonly (readonly string[])[]): TermIndex {
  const listedBy = new Map<string, number[]>();
  subjects.forEach((terms, subject) => {
    for (const term of new Set(terms.map(normal))) {
      const known = listedBy.get(term);
      if (known) known.push(subject);
      else listedBy.set(term, [subject]);
    }
  });
  const terms = Array.from(listedBy, ([term, by]): Term => ({ term, subjects: by, weight: lengthOf(term) / Math.sqrt(by.length) }));
  return { subjectCount: subjects.length, byBeginning: Map.groupBy(terms, ({ term }) => runsOf(term)[0] ?? '') };
}

/** Points of each subject: the sum of its terms' weights, each counted once. */
export function pointsIn(phrase: string, { subjectCount, byBeginning }: TermIndex): number[] {
  const points = new Array<number>(subjectCount).fill(0);
  // Terms of marks alone begin with no run.
  const beginnings = new Set(['', ...runsOf(phrase).flatMap((run) => (run.endsWith('s') ? [run, run.slice(0, -1)] : [run]))]);
  for (const beginning of beginnings)
    for (const { term, subjects, weight } of byBeginning.get(beginning) ?? [])
      if (holds(phrase, term)) for (const subject of subjects) points[subject] = (points[subject] ?? 0) + weight;
  return points;
}

/** Runs of letters and digits, in order. */
function runsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\d]+/gu) ?? [];
}

/** The form in which phrases are searched: lower case, hyphens as spaces, marks kept only where they are part of a figure. */
export function normal(text: string): string {
  return plain(text)
    .replaceAll('-', ' ')
    .replaceAll(/["“”…;:!?()[\]]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Longer terms are rarer: "sovereign immunity" tells more than "lawsuit". */
function lengthOf(term: string): number {
  return /\d/.test(term) ? 1.5 : Math.min(2, 0.6 + 0.45 * term.split(' ').length + (term.length > 9 ? 0.2 : 0));
}

/** Whole words only; a plural's "s" is let pass. */
function holds(phrase: string, term: string): boolean {
  for (let at = phrase.indexOf(term); at >= 0; at = phrase.indexOf(term, at + 1)) {
    const before = phrase[at - 1];
    const after = phrase.slice(at + term.length, at + term.length + 2);
    if ((before === undefined || !/[\p{L}\d]/u.test(before)) && /^(?:$|s?(?:[^\p{L}\d]|$))/u.test(after)) return true;
  }
  return false;
}
