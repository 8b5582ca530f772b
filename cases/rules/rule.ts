/**
 * What the rules of this folder share: how a finding is told, and how words and dates are compared. A rule finds what the program could live
 * with but a reader should not, or what is nearly always a slip; a case that was taken in before a rule was made stays. Knows no particular case.
 */
import type { CaseFile } from '../../model/case-file.ts';
import { type PreciseDate, preciseDate } from '../../model/date.ts';
import type { CaseFileName, CaseProblem } from '../case-file-error.ts';

/** Looks at a case whose shape is right; `today` is a day. Its references need not be sound. */
export type Rule = (file: CaseFile, today: PreciseDate) => CaseProblem[];
type Path = CaseProblem['path'];

/** What must be mended. */
export function slip(path: Path, message: string, remedy: string, file: CaseFileName = 'case.json'): CaseProblem {
  return { file, path, message, remedy };
}

/** What is nearly always a slip, or will cost a reader something; whoever knows better may leave it. */
export function warning(path: Path, message: string, remedy: string, file: CaseFileName = 'case.json'): CaseProblem {
  return { file, path, message, remedy, isWarning: true };
}

/** The text's words in small letters between spaces, so that one text's words can be looked for in another's. */
export function wordsOf(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\./g, '')
    .split(/[^\p{L}\p{N}$%'#:-]+/u)
    .filter((word) => word !== '');
  return ` ${words.join(' ')} `;
}

/** Whether the words of one stand within the other, one after the other; whichever is longer. */
export function isWithin(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a.includes(b) || b.includes(a);
}

/** Whether `a` can only lie after `b`: a month may still hold any of its days, so "July 2020" is not after 16 July 2020. */
export function isCertainlyAfter(a: PreciseDate, b: PreciseDate): boolean {
  const width = Math.min(a.iso.length, b.iso.length);
  return a.iso.slice(0, width) > b.iso.slice(0, width);
}

/** The day of a moment, in ms since 1970, where it comes last on earth's clocks: nothing that has happened anywhere is later. */
export function lastDayOf(now: number): PreciseDate {
  return preciseDate(new Date(now + 14 * 3_600_000).toISOString()) as PreciseDate;
}
