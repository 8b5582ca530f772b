/** The worker that answers what views need of the store. Wires messages to the service; knows nothing of views. */
import type { ImportPlan } from '../model/import-plan.ts';
import { AllegedlyDatabase } from '../storage/database.ts';
import { exportText } from '../storage/exchange/export.ts';
import { importFile } from '../storage/exchange/import.ts';
import type { ImportRefusal } from '../storage/exchange/import-plan.ts';
import { ImportError } from '../storage/exchange/import-text.ts';
import { StoreService } from '../storage/store-service.ts';
import type { StoreAnswer, StoreQuestion } from './store-client.ts';

const db = new AllegedlyDatabase();
const service = new StoreService(db, () => post({ type: 'changed' }));

function post(message: StoreAnswer): void {
  self.postMessage(message);
}

function answer(question: StoreQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'prepare':
      return service.prepare();
    case 'digest':
      return service.digest(question.caseId);
    case 'library':
      return service.library(question.query);
    case 'dispute':
      return service.dispute(question.caseId, question.disputeId);
    case 'event':
      return service.event(question.caseId, question.eventId);
    case 'usage':
      return service.usage();
    case 'deletion':
      return service.deletion(question.what);
    case 'backup':
      return service.backup(Date.now());
    case 'export':
      return exportText(question.format, question.caseFile, db);
    case 'import':
      return imported(question).catch(refusal);
  }
}

async function imported({ file, isDry, actors }: Extract<StoreQuestion, { ask: 'import' }>): Promise<ImportPlan> {
  return importFile(await file.text(), db, { isDry, actors, now: Date.now() });
}

/** A file that is not taken in is an answer too: the page has the words for it. */
function refusal(error: unknown): ImportRefusal {
  if (error instanceof ImportError) return { problem: error.problem, place: error.place };
  throw error;
}

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; question: StoreQuestion }>) => {
  answer(data.question).then(
    (value) => post({ type: 'answer', id: data.id, value }),
    (error: unknown) => post({ type: 'failure', id: data.id, error: error instanceof Error ? error.message : String(error) }),
  );
});
