/**
 * Answers what whole views need of the store: numbers, lists, searches, groups. Keeps the library's index in memory and true to what
 * is written elsewhere, and in the database for the next time. Meant for a worker, so that no page waits for it.
 */
import type { Digest, LibraryAnswer, LibraryQuery, LibraryRow } from '../model/library.ts';
import { facetsOf, type StoredArticle, type StoredStatement } from '../model/records.ts';
import type { BackupState, Deletion, StoredCounts, StoreUsage } from '../model/store-state.ts';
import { backupState } from './backup-reminder.ts';
import { liveLastChange } from './changes.ts';
import { listedWithOthers } from './copies.ts';
import type { AllegedlyDatabase } from './database.ts';
import { IndexKeeper } from './index-keeper.ts';
import type { Found } from './library-index.ts';
import { noteId } from './notes.ts';
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

  async digest(caseId: string): Promise<Digest> {
    return (await this.#keeper.articlesRead()).digest(caseId);
  }

  async library(query: LibraryQuery): Promise<LibraryAnswer> {
    const isKept = await this.#keeper.start();
    // A store that is read for the first time is read for long: the articles last read can be shown before that.
    if (!isKept && !this.#keeper.hasArticles && isPlain(query)) {
      const first = await this.#firstRows(query);
      void this.#keeper.articlesRead().then(this.#onChange, () => undefined);
      return first;
    }
    const index = await this.#keeper.articlesRead();
    const { total, found, facets } = index.find(query);
    return { total, offset: query.offset, rows: await this.#rows(found), facets, isComplete: this.#keeper.isComplete };
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

  /** What was found, with the records that its rows show. Only these are read. */
  async #rows(found: readonly Found[]): Promise<LibraryRow[]> {
    const statementKeys = found.filter(({ type }) => type !== 'article').map(({ key }) => key);
    const noteIds = found.flatMap(({ type, key, article, hasNote }) => [...(hasNote ? [noteId(article.id)] : []), ...(type === 'article' ? [] : [key])]);
    const [statements, notes] = await Promise.all([present(this.#db.statements.bulkGet(statementKeys)), present(this.#db.notes.bulkGet(noteIds))]);
    const statementOf = new Map(statements.map((statement) => [statement.key, statement]));
    const noteOf = new Map(notes.map((note) => [note.id, note]));
    return found.flatMap(({ type, key, article: listed }): LibraryRow[] => {
      const own = noteOf.get(noteId(listed.id));
      const article = { ...listed, ...(own ? { note: own } : {}) };
      const statement = statementOf.get(key);
      const note = noteOf.get(key);
      if (type === 'article') return [{ type, article }];
      if (type === 'statement') return statement ? [{ type, article, statement, ...(note ? { note } : {}) }] : [];
      return note ? [{ type, article, note, ...(statement ? { statement } : {}) }] : [];
    });
  }

  /** The articles last read, straight from the store, before anything is in the index. */
  async #firstRows({ caseId, offset, limit }: LibraryQuery): Promise<LibraryAnswer> {
    const ofCase = this.#db.articles.where('[caseId+lastReadAt]').between([caseId, 0], [caseId, Number.POSITIVE_INFINITY]);
    const stored = await this.#db.articles.where('copyOf').above('').toArray();
    const copies = await listedWithOthers(
      stored.filter((copy) => copy.caseId === caseId),
      this.#db,
    );
    const newest = ofCase
      .clone()
      .reverse()
      .limit(offset + limit + copies.size)
      .toArray();
    const [all, found] = await Promise.all([ofCase.count(), newest]);
    const articles = found.filter(({ id }) => !copies.has(id)).slice(offset, offset + limit);
    const notes = new Set((await present(this.#db.notes.bulkGet(articles.map(({ id }) => noteId(id))))).map(({ id }) => id));
    const rows = await this.#rows(articles.map((article) => ({ type: 'article', key: article.id, article: listed(article), hasNote: notes.has(article.id) })));
    return { total: all - copies.size, offset, rows, facets: { outlets: [], years: [], sides: [], kinds: [] }, isComplete: false };
  }
}

function listed({ verdict: _, facets = facetsOf([]), ...article }: StoredArticle): Found['article'] {
  return { ...article, facets };
}

async function present<T>(records: PromiseLike<readonly (T | undefined)[]>): Promise<T[]> {
  return (await records).filter((record) => record !== undefined);
}

/** Whether the query asks for the articles last read, and no more. */
function isPlain({ text, outlets, years, sides, kinds, sort }: LibraryQuery): boolean {
  return text.trim() === '' && sort === 'read' && outlets.length + years.length + sides.length + kinds.length === 0;
}
