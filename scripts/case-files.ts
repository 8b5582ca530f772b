/**
 * Case files from the file system, for the command line and the tests: the counterpart in Node of `cases/bundled.ts`.
 * Knows no bundler.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CaseFileError } from '../cases/case-file-error.ts';
import { parseCaseFile } from '../cases/parse-case-file.ts';
import type { CaseFile } from '../model/case-file.ts';

/** The project's own `cases/`. */
export const CASES_FOLDER = fileURLToPath(new URL('../cases', import.meta.url));

/** Folders of `root` that hold a `case.json`, in the order of their names; none where `root` does not exist. */
export function caseFolders(root: string = CASES_FOLDER): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'case.json')))
    .map((entry) => join(root, entry.name))
    .sort();
}

/**
 * The case of one folder.
 * @throws CaseFileError for a broken case, SyntaxError for text that is no JSON, or the file system's error.
 */
export function readCaseFile(folder: string): CaseFile {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return parseCaseFile(json('case.json'), json('recognition.json'));
}

/** Every case of the project, checked. @throws as `readCaseFile`, naming the folder. */
export function readAllCaseFiles(root: string = CASES_FOLDER): CaseFile[] {
  return caseFolders(root).map((folder) => {
    try {
      return readCaseFile(folder);
    } catch (error) {
      if (error instanceof CaseFileError) throw error;
      throw new Error(`The case "${basename(folder)}" cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  });
}
