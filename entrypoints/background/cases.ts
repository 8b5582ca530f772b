/**
 * What the reader does with cases. The gate follows before the answer is given: a worker that is stopped in between is asked again, so that
 * no case is kept that is not looked for.
 */
import { browser } from 'wxt/browser';
import { analyse } from '../../analysis/analyse.ts';
import { bundledCases } from '../../cases/bundled.ts';
import { parseCaseFile } from '../../cases/parse-case-file.ts';
import type { RequestOf, ResponseOf } from '../../messaging/messages.ts';
import { importCase, MAX_IMPORTED_BYTES, NoRoomForCaseError, readActiveCases, removeCase, setCaseOn } from '../../state/cases.ts';
import { prepareGate } from './gate-cases.ts';
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
  await prepareGate();
  return { caseId: caseFile.id };
}

/** Switches a case on or off. */
export async function switchCase({ caseId, isOn }: RequestOf<'case.set'>): Promise<Record<string, never>> {
  await setCaseOn(caseId, isOn);
  await prepareGate();
  return {};
}

/** Forgets an imported case; what was read about it stays. */
export async function forgetCase({ caseId }: RequestOf<'case.remove'>): Promise<Record<string, never>> {
  await removeCase(caseId);
  await prepareGate();
  return {};
}

/** Analyses the welcome page's sample, against the bundled cases whatever is switched off. */
export async function readSample({ article }: RequestOf<'sample.read'>): Promise<ResponseOf<'sample.read'>> {
  const { verdict, statements } = analyse(article, bundledCases(), await tagger());
  return { verdict, statements: [...statements] };
}
