/**
 * Reads and checks the two files of a case folder. Knows the file system; what is wrong, and in which line, is told by
 * `cases/located-problems.ts`. Prints nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFileName } from '../cases/case-file-error.ts';
import { checkCaseTexts, type LocatedProblem } from '../cases/located-problems.ts';
import type { CaseFile } from '../model/case-file.ts';

export type { LocatedProblem } from '../cases/located-problems.ts';
export type CaseCheck = { readonly caseFile: CaseFile; readonly problems: readonly [] } | { readonly problems: readonly LocatedProblem[] };

/** Checks one case folder. Text that is no JSON is reported alone, since nothing else could be said of it. */
export function checkCaseFolder(folder: string): CaseCheck {
  const paths = (['case.json', 'recognition.json'] satisfies CaseFileName[]).map((name) => join(folder, name));
  const missing = paths.filter((path) => !existsSync(path));
  const problems = missing.map((file) => ({
    file,
    line: 1,
    column: 1,
    message: 'the file is missing',
    remedy: 'write it after the example of cases/whatsapp-v-nso',
  }));
  const texts = paths.filter((path) => !missing.includes(path)).map((path) => ({ name: path, text: readFileSync(path, 'utf8') }));
  const [caseText, recognitionText] = texts;
  if (problems.length > 0 || !caseText || !recognitionText) return { problems };
  return checkCaseTexts(caseText, recognitionText);
}
