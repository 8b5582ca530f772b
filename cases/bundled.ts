/**
 * The cases that ship with the extension, taken in by the bundler. Job: one list of every case folder, checked.
 * Only the background and the extension's pages may import it: it is large.
 */
/// <reference types="vite/client" />
import type { CaseFile } from '../model/case-file.ts';
import { parseCaseFile } from './parse-case-file.ts';

const CASES = import.meta.glob<unknown>('./*/case.json', { eager: true, import: 'default' });
const RECOGNITIONS = import.meta.glob<unknown>('./*/recognition.json', { eager: true, import: 'default' });

let parsed: readonly CaseFile[] | undefined;

/**
 * Every bundled case in the order of its folder's name; read on the first call and kept.
 * @throws CaseFileError where a case is broken, which the tests rule out for what is released.
 */
export function bundledCases(): readonly CaseFile[] {
  parsed ??= Object.keys(CASES)
    .sort()
    .map((path) => parseCaseFile(CASES[path], RECOGNITIONS[path.replace(/case\.json$/, 'recognition.json')]));
  return parsed;
}
