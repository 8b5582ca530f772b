/**
 * The cases that ship with the extension, taken in by the bundler. Job: one list of every case folder. They are checked where they are made
 * (the tests, `npm run check-case`) and not again by each page that opens: that takes longer than all else it does.
 * Only the background and the extension's pages may import it: it is large.
 */
/// <reference types="vite/client" />
import type { CaseFile } from '../model/case-file.ts';

const CASES = import.meta.glob<Omit<CaseFile, 'recognition'>>('./*/case.json', { eager: true, import: 'default' });
const RECOGNITIONS = import.meta.glob<CaseFile['recognition']>('./*/recognition.json', { eager: true, import: 'default' });

const ALL: readonly CaseFile[] = Object.entries(CASES)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([path, parts]) => {
    const recognition = RECOGNITIONS[path.replace(/case\.json$/, 'recognition.json')];
    return recognition ? [{ ...parts, recognition }] : [];
  });

/** Every bundled case in the order of its folder's name. The same list each time. */
export function bundledCases(): readonly CaseFile[] {
  return ALL;
}
