/** Asks the store's worker, which a page starts when it first needs it; and hooks that ask again whenever the store has changed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Actor, CaseFile } from '../model/case-file.ts';
import type { ImportPlan } from '../model/import-plan.ts';
import type { Digest, LibraryAnswer, LibraryQuery } from '../model/library.ts';
import type { BackupState, Deletion, StoredCounts, StoreUsage } from '../model/store-state.ts';
import type { ExportFormat } from '../storage/exchange/export.ts';
import type { ImportRefusal } from '../storage/exchange/import-plan.ts';
import type { DisputeStatements } from '../storage/store-service.ts';

export type StoreQuestion =
  /** Has what other answers need taken up before it is needed. */
  | { readonly ask: 'prepare' }
  | { readonly ask: 'digest'; readonly caseId: string }
  | { readonly ask: 'library'; readonly query: LibraryQuery }
  | { readonly ask: 'dispute'; readonly caseId: string; readonly disputeId: string }
  | { readonly ask: 'event'; readonly caseId: string; readonly eventId: string }
  | { readonly ask: 'usage' }
  /** What a deletion would take, before the reader is asked whether it shall. */
  | { readonly ask: 'deletion'; readonly what: Deletion }
  | { readonly ask: 'backup' }
  | { readonly ask: 'export'; readonly format: ExportFormat; readonly caseFile: CaseFile }
  /** The file itself: to read and to hand over 50 MB of text would keep the page waiting. */
  | { readonly ask: 'import'; readonly file: Blob; readonly isDry: boolean; readonly actors: readonly Actor[] };

/** What the worker answers to each question. */
interface Answers {
  readonly prepare: undefined;
  readonly digest: Digest;
  readonly library: LibraryAnswer;
  readonly dispute: DisputeStatements;
  readonly event: DisputeStatements;
  readonly usage: StoreUsage;
  readonly deletion: StoredCounts;
  readonly backup: BackupState;
  readonly export: string;
  readonly import: ImportPlan | ImportRefusal;
}
export type AnswerTo<Q extends StoreQuestion> = Answers[Q['ask']];

export type StoreAnswer =
  | { readonly type: 'changed' }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly error: string };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

class StoreClient {
  readonly #worker = new Worker(new URL('./store-worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<() => void>();
  #lastId = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<StoreAnswer>) => {
      if (data.type === 'changed') {
        for (const listener of this.#listeners) listener();
        return;
      }
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.type === 'answer') waiting?.resolve(data.value);
      else waiting?.reject(new Error(data.error));
    });
  }

  ask<Q extends StoreQuestion>(question: Q): Promise<AnswerTo<Q>> {
    const id = ++this.#lastId;
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, question });
    }) as Promise<AnswerTo<Q>>;
  }

  /** Calls back whenever an answer given before may no longer hold, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

let started: StoreClient | undefined;

/** The one client of this page. */
export function storeClient(): StoreClient {
  started ??= new StoreClient();
  return started;
}

/**
 * The answer to a question, asked anew when the question or the store changes; undefined until the first answer. While a new question
 * waits, the answer to the one before stands. No question: nothing is asked.
 */
export function useStore<Q extends StoreQuestion>(question: Q | undefined): AnswerTo<Q> | undefined {
  const [answer, setAnswer] = useState<AnswerTo<Q>>();
  const latest = useRef(0);
  const key = question && JSON.stringify(question);
  useEffect(() => {
    if (key === undefined) return;
    const client = storeClient();
    const asked = JSON.parse(key) as Q;
    const ask = () => {
      const mine = ++latest.current;
      client.ask(asked).then(
        (value) => {
          if (mine === latest.current) setAnswer(value);
        },
        () => undefined,
      );
    };
    ask();
    return client.onChange(ask);
  }, [key]);
  return answer;
}
