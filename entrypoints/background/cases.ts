/** The cases that pages are read for, kept for as long as the worker lives, and what changes them. */
import { analyse } from '../../analysis/analyse.ts';
import { bundledCases } from '../../cases/bundled.ts';
import { type CaseList, caseList, caseOfRecord } from '../../cases/case-list.ts';
import type { RequestOf, ResponseOf } from '../../messaging/messages.ts';
import { gateTermsOf } from '../../reading/gate-terms.ts';
import { readStoredCases, removeStoredCase, watchStoredCases, writeGateTerms, writeStoredCase } from '../../state/case-store.ts';
import { readSettings, setCaseFollowed, watchSettings } from '../../state/settings.ts';
import { registerGate } from './register-gate.ts';
import { tagger } from './tagger.ts';

/** A case file larger than this, in UTF-16 code units of its JSON, is none that somebody has written. */
const LARGEST = 4_000_000;

let listed: Promise<CaseList> | undefined;

/** All cases. The same list as long as none changes, so that what is built of it is built once. */
export function cases(): Promise<CaseList> {
  listed ??= Promise.all([readStoredCases(), readSettings()]).then(([stored, { offCases }]) => caseList(bundledCases(), stored, offCases));
  listed.catch(() => {
    listed = undefined;
  });
  return listed;
}

/** Whether one of these cases is followed. */
export async function isOneFollowed(caseIds: readonly string[]): Promise<boolean> {
  return (await cases()).followed.some(({ id }) => caseIds.includes(id));
}

/** Notes what changes, and has open tabs looked at anew. To be called when the worker starts. */
export function watchCases(): void {
  const changed = async () => {
    listed = undefined;
    await writeGateTerms(gateTermsOf((await cases()).known.flatMap((each) => (each.isOn && !each.isBundled ? each.caseFile.recognition : []))));
    await registerGate();
  };
  watchStoredCases(() => void changed());
  watchSettings(({ offCases }, before) => {
    if (offCases.join() !== before.offCases.join()) void changed();
  });
}

/** Keeps a case file. Throws where it is none, or would pass for a bundled one. */
export async function importCase({ caseFile: raw }: RequestOf<'case.import'>): Promise<ResponseOf<'case.import'>> {
  if (JSON.stringify(raw).length > LARGEST) throw new Error('This is too large for a case file.');
  const caseFile = caseOfRecord(raw);
  if (bundledCases().some(({ id }) => id === caseFile.id)) throw new Error(`"${caseFile.id}" is the id of a case that came with the extension.`);
  await writeStoredCase(caseFile.id, caseFile);
  await setCaseFollowed(caseFile.id, true);
  return { caseId: caseFile.id };
}

/** Forgets an imported case. */
export async function removeCase({ caseId }: RequestOf<'case.remove'>): Promise<Record<string, never>> {
  await removeStoredCase(caseId);
  await setCaseFollowed(caseId, true);
  return {};
}

/** Analyses the welcome page's sample, against the bundled cases whatever is followed. */
export async function readSample({ article }: RequestOf<'sample.read'>): Promise<ResponseOf<'sample.read'>> {
  const { verdict, statements } = analyse(article, bundledCases(), await tagger());
  return { verdict, statements: [...statements] };
}
