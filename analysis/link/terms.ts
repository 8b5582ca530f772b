/**
 * Finds a case's terms in a phrase, and knows how telling each one is: a term of one dispute says more than one of five.
 */
import { plain } from '../document.ts';

export interface TermIndex {
  /** Per subject, its terms with their weights. */
  readonly subjects: readonly (readonly { readonly term: string; readonly weight: number }[])[];
}

/** Indexes subjects by their lists of terms. */
export function indexTerms(subjects: readonly (readonly string[])[]): TermIndex {
  const frequency = new Map<string, number>();
  for (const terms of subjects) for (const term of new Set(terms.map(normal))) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return {
    subjects: subjects.map((terms) => [...new Set(terms.map(normal))].map((term) => ({ term, weight: lengthOf(term) / Math.sqrt(frequency.get(term) ?? 1) }))),
  };
}

/** Points of one subject: the sum of its terms' weights, each counted once. */
export function pointsOf(index: TermIndex, subject: number, phrase: string): number {
  let points = 0;
  for (const { term, weight } of index.subjects[subject] ?? []) if (holds(phrase, term)) points += weight;
  return points;
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
