/**
 * What is wrong with a case file, as data: a path into the JSON, what is wrong there, and what to do about it.
 * Knows neither files nor lines; `scripts/check-case.ts` turns paths into lines.
 */

/** The two files of a case folder. */
export type CaseFileName = 'case.json' | 'recognition.json';

/** Of more mistakes nobody reads; the rest is told as one. */
export const MOST_TOLD = 200;

export interface CaseProblem {
  readonly file: CaseFileName;
  /** Keys and indices from the root of the file's JSON to the place. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** What to do about it, in words. */
  readonly remedy: string;
  /** It need not be mended: nearly always a slip, and known better by whoever writes the case. */
  readonly isWarning?: true;
}

/** A JSON path as people write it: `$.events[3].actorIds[0]`. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`),
    '$',
  );
}

/** Thrown for a case file that cannot be used; holds every problem, not only the first. */
export class CaseFileError extends Error {
  readonly problems: readonly CaseProblem[];

  constructor(problems: readonly CaseProblem[]) {
    super(problems.map(({ file, path, message, remedy }) => `${file} ${pathText(path)}: ${message}; ${remedy}`).join('\n'));
    this.name = 'CaseFileError';
    this.problems = problems;
  }
}
