/** How well the words around a place agree with those that were noted: a score from 0 to 1. */
import search from 'approx-string-match';

/** What is noted, and what stands on a page, in folded text. */
export interface Context {
  readonly prefix: string;
  readonly suffix: string;
}

/** Of both sides, each from 0 (other words) to 1 (letter for letter). */
export interface Agreement {
  readonly best: number;
  readonly sum: number;
}

/** Words may have come or gone between the noted ones: looked for in this much more text. */
const SLACK = 24;

/**
 * The better of two agreements: of what is noted before with what stands before, and of what is noted after. One side is
 * often another, where a sentence was put in or a paragraph moved, so one is enough; both together weigh more.
 */
export function agreement(noted: Context, text: string, start: number, end: number): Agreement {
  const before = text.slice(Math.max(0, start - noted.prefix.length - SLACK), start);
  const after = text.slice(end, end + noted.suffix.length + SLACK);
  const left = sharedEnd(noted.prefix, before);
  const right = sharedStart(noted.suffix, after);
  return { best: Math.max(left, right), sum: left + right };
}

/** Share of the noted prefix that stands right before, errors allowed for. */
function sharedEnd(noted: string, before: string): number {
  if (noted === '') return before === '' ? 1 : 0;
  return before.endsWith(noted) ? 1 : nearness(before, noted, (match) => before.length - match.end);
}

function sharedStart(noted: string, after: string): number {
  if (noted === '') return after === '' ? 1 : 0;
  return after.startsWith(noted) ? 1 : nearness(after, noted, (match) => match.start);
}

/** 1 for the same words at the same place, less for each error and for words put in between; 0 for other words. */
function nearness(text: string, noted: string, gapOf: (match: { start: number; end: number }) => number): number {
  const most = Math.floor(noted.length / 2);
  const matches = search(text, noted, most);
  return Math.max(0, ...matches.map((match) => 1 - match.errors / noted.length - gapOf(match) / (4 * SLACK)));
}
