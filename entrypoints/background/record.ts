/** What the bundled cases know of a statement. */
import { bundledCases } from '../../cases/bundled.ts';
import { onRecord } from '../../cases/on-record.ts';
import type { OnRecord, RecordQuestion } from '../../model/on-record.ts';

export function recordOf(caseId: string, question: RecordQuestion): OnRecord {
  const caseFile = bundledCases().find(({ id }) => id === caseId);
  if (!caseFile) throw new Error('There is no such case.');
  return onRecord(caseFile, question);
}
