/** What the reader does with cases; what follows from it in open tabs is done by whoever watches them. */
import { browser } from 'wxt/browser';
import { analyse } from '../../analysis/analyse.ts';
import { bundledCases } from '../../cases/bundled.ts';
import { parseCaseFile } from '../../cases/parse-case-file.ts';
import type { RequestOf, ResponseOf } from '../../messaging/messages.ts';
import { importCase, MAX_IMPORTED_BYTES, NoRoomForCaseError, readActiveCases, removeCase } from '../../state/cases.ts';
import { tagger } from './tagger.ts';

/** Whether one of these cases is looked for. */
export async function isOneActive(caseIds: readonly string[]): Promise<boolean> {
  return (await readActiveCases()).some(({ id }) => caseIds.includes(id));
}

/** Keeps a case file. @throws CaseFileError for what is none. */
export async function keepCase({ caseFile: shape, recognition }: RequestOf<'case.import'>): Promise<ResponseOf<'case.import'>> {
  const caseFile = parseCaseFile(shape, recognition);
  await importCase(caseFile, Date.now()).catch((error: unknown) => {
    throw error instanceof NoRoomForCaseError ? new Error(browser.i18n.getMessage('caseNoRoom', [String(MAX_IMPORTED_BYTES / 1_000_000)])) : error;
  });
  return { caseId: caseFile.id };
}

/** Forgets an imported case; what was read about it stays. */
export async function forgetCase({ caseId }: RequestOf<'case.remove'>): Promise<Record<string, never>> {
  await removeCase(caseId);
  return {};
}

/** Analyses the welcome page's sample, against the bundled cases whatever is switched off. */
export async function readSample({ article }: RequestOf<'sample.read'>): Promise<ResponseOf<'sample.read'>> {
  const { verdict, statements } = analyse(article, bundledCases(), await tagger());
  return { verdict, statements: [...statements] };
}
