/**
 * Checks the two files of a case folder: the counterpart in Node of whoever imports a case file. Prints nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CaseCheck, checkCaseText, type LocatedProblem, type NamedText } from '../cases/check-case-text.ts';

export type { CaseCheck, LocatedProblem };

function missing(path: string): LocatedProblem {
  return { file: path, line: 1, column: 1, message: 'the file is missing', remedy: 'write it after the example of docs/CASE-FILES.md' };
}

/** Checks one case folder: `case.json` and `recognition.json`, or a `case.json` that holds both. `now` in ms since 1970. */
export function checkCaseFolder(folder: string, now: number): CaseCheck {
  const [casePath, termsPath] = [join(folder, 'case.json'), join(folder, 'recognition.json')];
  const read = (path: string): NamedText => ({ name: path, text: readFileSync(path, 'utf8') });
  if (!existsSync(casePath)) return { problems: [missing(casePath), ...(existsSync(termsPath) ? [] : [missing(termsPath)])], warnings: [] };
  const caseText = read(casePath);
  if (existsSync(termsPath)) return withFolderName(folder, caseText, checkCaseText(caseText, read(termsPath), now));
  if (!/"recognition"\s*:/.test(caseText.text)) return { problems: [missing(termsPath)], warnings: [] };
  return withFolderName(folder, caseText, checkCaseText(caseText, undefined, now));
}

/** A case is looked for by its folder's name (`npm run annotate -- --case`), which is its id. */
function withFolderName(folder: string, { name, text }: NamedText, result: CaseCheck): CaseCheck {
  if (!('caseFile' in result) || result.caseFile.id === basename(folder)) return result;
  const before = text.slice(0, /^ {0,4}"id"\s*:/m.exec(text)?.index ?? 0);
  const warning = {
    file: name,
    line: before.split('\n').length,
    column: 1,
    message: `$.id: the case "${result.caseFile.id}" lies in the folder "${basename(folder)}"`,
    remedy: `name the folder "${result.caseFile.id}"`,
  };
  return { ...result, warnings: [warning, ...result.warnings] };
}
