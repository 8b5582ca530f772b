/**
 * Answers what whole views need of the store: numbers, lists, searches, groups. Keeps the library's index in memory and true to what
 * is written elsewhere, and in the database for the next time. Meant for a worker, so that no page waits for it.
 */
import type { Digest, LibraryAnswer, LibraryQuery } from '../model/library.ts';
import type { StoredStatement } from '../model/records.ts';
import type { BackupState, Deletion, StoredCounts, StoreUsage } from '../model/store-state.ts';
import { backupState } from './backup-reminder.ts';
import { liveLastChange } from './changes.ts';
import type { AllegedlyDatabase } from './database.ts';
import { IndexKeeper } from './index-keeper.ts';
import { rowsOf } from './library-rows.ts';
import { groupSame, type SameStatement } from './same-statement.ts';
import { countForDeletion, storeUsage } from './usage.ts';

/** Groups of one dispute that are shown. */
const MOST_GROUPS = 200;

export interface DisputeStatements {
  readonly groups: readonly SameStatement[];
  /** How many groups there are, shown or not. */
  readonly total: number;
}

export class StoreService {
  readonly #db: AllegedlyDatabase;
  readonly #keeper: IndexKeeper;
  readonly #onChange: () => void;
  #isWatching = false;

  /** `onChange` is called whenever an answer given before may no longer hold; `keepDelay`, in milliseconds, is how long the index is left alone before it is kept. */
  constructor(db: AllegedlyDatabase, onChange: () => void = () => undefined, keepDelay?: number) {
    this.#db = db;
    this.#onChange = onChange;
    this.#keeper = new IndexKeeper(db, onChange, keepDelay);
  }

  /** What a case has, in numbers. */
  async digest(caseId: string): Promise<Digest> {
    return (await this.#keeper.articlesRead()).digest(caseId);
  }

  async library(query: LibraryQuery): Promise<LibraryAnswer> {
    const index = await this.#keeper.articlesRead();
    const { total, found, facets } = index.find(query);
    return { total, isCounted: true, offset: query.offset, rows: await rowsOf(found, this.#db), facets, isComplete: this.#keeper.isComplete };
  }

  /** Takes up the index that was kept, where there is one, so that it is there when it is asked for. */
  async prepare(): Promise<void> {
    await this.#keeper.start();
  }

  /** Every stored statement about a dispute, the same ones together. */
  async dispute(caseId: string, disputeId: string): Promise<DisputeStatements> {
    this.#watch();
    return this.#grouped(await this.#db.statements.where('[caseId+disputeId]').equals([caseId, disputeId]).toArray());
  }

  /** The stored statements that bear on an event, the same ones together. */
  async event(caseId: string, eventId: string): Promise<DisputeStatements> {
    this.#watch();
    return this.#grouped(await this.#db.statements.where('[caseId+eventId]').equals([caseId, eventId]).toArray());
  }

  /** Resolves when every statement is in the index. */
  complete(): Promise<void> {
    return this.#keeper.textsRead();
  }

  /** What the store takes, by site and in all. Reads everything. */
  usage(): Promise<StoreUsage> {
    this.#watch();
    return storeUsage(this.#db);
  }

  /** What a deletion would take. The deletion itself is the background's (`store.delete`). */
  deletion(what: Deletion): Promise<StoredCounts> {
    this.#watch();
    return countForDeletion(what, this.#db);
  }

  /** Whether a backup is due. `now` in milliseconds since 1970. */
  backup(now: number): Promise<BackupState> {
    this.#watch();
    return backupState(now, this.#db);
  }

  /** What is answered straight from the store is followed even where no index is made: the options ask for numbers alone. */
  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    let last: number | undefined;
    liveLastChange(this.#db).subscribe({
      next: (seq) => {
        const isNew = last !== undefined && seq !== last;
        last = seq;
        // An index that follows says so itself, once it has caught up.
        if (isNew && !this.#keeper.isComplete) this.#onChange();
      },
      error: () => undefined,
    });
  }

  async #grouped(statements: readonly StoredStatement[]): Promise<DisputeStatements> {
    const articles = await this.#db.articles.bulkGet([...new Set(statements.map(({ articleId }) => articleId))]);
    const groups = groupSame(statements, new Map(articles.flatMap((article) => (article ? [[article.id, article] as const] : []))));
    return { groups: groups.slice(0, MOST_GROUPS), total: groups.length };
  }
}
