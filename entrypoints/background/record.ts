/** What the case files know of a statement. */
import { onRecord } from '../../cases/on-record.ts';
import type { OnRecord, RecordQuestion } from '../../model/on-record.ts';
import { cases } from './cases.ts';

export async function recordOf(caseId: string, question: RecordQuestion): Promise<OnRecord> {
  const found = (await cases()).known.find(({ id }) => id === caseId);
  if (!found || !('caseFile' in found)) throw new Error('There is no such case.');
  return onRecord(found.caseFile, question);
}
