/**
 * Which cases there are and which of them are followed: those that ship with the extension, and what the reader has imported, which is
 * let in here anew each time it is read. Knows neither the store nor the bundler.
 */
import type { CaseFile } from '../model/case-file.ts';
import { CaseFileError } from './case-file-error.ts';
import { parseCaseFile } from './parse-case-file.ts';

export type KnownCase =
  | { readonly id: string; readonly isBundled: boolean; readonly isOn: boolean; readonly caseFile: CaseFile }
  /** Stored, but no longer a case that this version can use. */
  | { readonly id: string; readonly isBundled: false; readonly isOn: false; readonly problem: string };

export interface CaseList {
  /** Bundled ones first. */
  readonly known: readonly KnownCase[];
  /** Those that pages are read for. */
  readonly followed: readonly CaseFile[];
}

/** Checks one stored case. @throws CaseFileError */
export function caseOfRecord(raw: unknown): CaseFile {
  const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  const { recognition, ...caseJson }: { recognition?: unknown } = isObject ? raw : {};
  return parseCaseFile(isObject ? caseJson : raw, recognition);
}

/** All cases. What was imported under the id of a bundled case is not used: a file must not pass for another. */
export function caseList(bundled: readonly CaseFile[], stored: ReadonlyMap<string, unknown>, offCases: readonly string[]): CaseList {
  const own = new Set(bundled.map(({ id }) => id));
  const known: KnownCase[] = bundled.map((caseFile) => ({ id: caseFile.id, isBundled: true, isOn: !offCases.includes(caseFile.id), caseFile }));
  for (const [id, raw] of stored) {
    if (own.has(id)) continue;
    try {
      const caseFile = caseOfRecord(raw);
      if (caseFile.id !== id) throw new Error(`It is stored as "${id}" and calls itself "${caseFile.id}".`);
      known.push({ id, isBundled: false, isOn: !offCases.includes(id), caseFile });
    } catch (error) {
      const problem = error instanceof CaseFileError ? error.message.split('\n', 1).join('') : String(error);
      known.push({ id, isBundled: false, isOn: false, problem });
    }
  }
  return { known, followed: known.flatMap((each) => (each.isOn ? each.caseFile : [])) };
}
