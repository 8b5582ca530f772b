/**
 * Checks the two files of a case folder: the counterpart in Node of whoever imports a case file. Prints nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseCheck, checkCaseText, type LocatedProblem, type NamedText } from '../cases/check-case-text.ts';

export type { CaseCheck, LocatedProblem };

function missing(path: string): LocatedProblem {
  return { file: path, line: 1, column: 1, message: 'the file is missing', remedy: 'write it after the example of docs/CASE-FILES.md' };
}

/** Checks one case folder: `case.json` and `recognition.json`, or a `case.json` that holds both. */
export function checkCaseFolder(folder: string): CaseCheck {
  const [casePath, termsPath] = [join(folder, 'case.json'), join(folder, 'recognition.json')];
  const read = (path: string): NamedText => ({ name: path, text: readFileSync(path, 'utf8') });
  if (!existsSync(casePath)) return { problems: [missing(casePath), ...(existsSync(termsPath) ? [] : [missing(termsPath)])] };
  const caseText = read(casePath);
  if (existsSync(termsPath)) return checkCaseText(caseText, read(termsPath));
  return /"recognition"\s*:/.test(caseText.text) ? checkCaseText(caseText) : { problems: [missing(termsPath)] };
}
