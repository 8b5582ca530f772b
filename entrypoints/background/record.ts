/** What the reader's cases know of a statement, those switched off included: an article read earlier still has its record. */
import { onRecord } from '../../cases/on-record.ts';
import type { OnRecord, RecordQuestion } from '../../model/on-record.ts';
import { readKnownCases } from '../../state/cases.ts';

export async function recordOf(caseId: string, question: RecordQuestion): Promise<OnRecord> {
  const known = (await readKnownCases()).find(({ caseFile }) => caseFile.id === caseId);
  if (!known) throw new Error('There is no such case.');
  return onRecord(known.caseFile, question);
}
