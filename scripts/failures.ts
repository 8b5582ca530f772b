/**
 * What a run of vitest says of the tests that failed, in a few lines each.
 */
import { relative } from 'node:path';

/** A test file in the report of vitest's JSON reporter, as far as it is read here. */
export interface FileResult {
  /** An absolute path. */
  readonly name: string;
  readonly status: string;
  /** Of an error outside every test, such as a file that cannot be loaded. */
  readonly message?: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages?: readonly string[] | null }[];
}

/** Of a message only its beginning: what follows is a page of markup or a stack that the log above has whole. */
const MOST_LINES = 8;
const MOST_LETTERS = 800;

/**
 * The failures of a run: "file > test" and the beginning of its message, below it.
 *
 * @param files The report's test files.
 * @param root The folder that paths are told from.
 */
export function failuresOf(files: readonly FileResult[], root: string): string[] {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const path = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length > 0) return failed.map(({ fullName, failureMessages }) => `${path} > ${fullName}${beginning(failureMessages?.[0])}`);
    return status === 'failed' ? [`${path}${beginning(message)}`] : [];
  });
}

/** The tests that failed and passed when they were tried again, told likewise. */
export function unsteadyOf(files: readonly FileResult[], root: string): string[] {
  return files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && (failureMessages?.length ?? 0) > 0)
      .map(({ fullName, failureMessages }) => `${relative(root, name)} > ${fullName}${beginning(failureMessages?.[0])}`),
  );
}

function beginning(message: string | undefined): string {
  const lines = (message ?? '').split('\n').filter((line) => line.trim() !== '');
  return lines
    .slice(0, MOST_LINES)
    .map((line) => `\n    ${line}`)
    .join('')
    .slice(0, MOST_LETTERS);
}
