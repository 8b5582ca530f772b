/**
 * The database: schema by version, opened in the extension's own origin only (background and extension pages). A store made by a newer
 * version of the extension is never opened, let alone changed.
 */
import Dexie, { type EntityTable } from 'dexie';
import type { Correction } from '../model/correction.ts';
import type { Note, StoredAnalysis, StoredArticle, StoredStatement } from '../model/records.ts';
import { type Oddity, withoutBrokenRecords } from './broken-records.ts';
import type { Change } from './changes.ts';
import type { KeptIndex } from './kept-index.ts';
import { addFacets, rejoinArticles } from './migrations.ts';
import { BlockedStoreError, NewerStoreError } from './store-trouble.ts';

/** How long, in ms, other connections have to make way for a newer version. */
const MAKE_WAY_MS = 1_500;

/** A small fact about the store itself. */
export interface Meta {
  readonly key: string;
  readonly at: number;
}

/** A request that has been carried out: asked again, it is answered and not carried out again. */
export interface DoneRequest {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly answer: unknown;
}

export class AllegedlyDatabase extends Dexie {
  declare readonly articles: EntityTable<StoredArticle, 'id'>;
  /** As the reader sees them: what the analysis found, with the reader's corrections applied. */
  declare readonly statements: EntityTable<StoredStatement, 'key'>;
  declare readonly corrections: EntityTable<Correction, 'id'>;
  /** What the analysis found, kept for corrected articles alone. */
  declare readonly analysed: EntityTable<StoredAnalysis, 'articleId'>;
  declare readonly notes: EntityTable<Note, 'id'>;
  declare readonly requests: EntityTable<DoneRequest, 'id'>;
  /** Records that could not be made sense of, put aside as they were found. */
  declare readonly oddities: EntityTable<Oddity, 'id'>;
  declare readonly meta: EntityTable<Meta, 'key'>;
  /** What has changed, in order; and the library's index as it was after one of the changes. Both are derived: no backup holds them. */
  declare readonly changes: EntityTable<Change, 'seq'>;
  declare readonly kept: EntityTable<KeptIndex, 'name'>;

  constructor(name = 'allegedly') {
    // Strict: what is said to be stored is on the disk, and not only on its way there.
    super(name, { chromeTransactionDurability: 'strict', indexedDB: refusingNewer() });
    this.version(1).stores({
      articles: 'id, caseId, site, lastReadAt',
      statements: 'key, articleId, [caseId+eventId], [caseId+disputeId]',
    });
    // Corrections and notes of the reader, and what lists need to know of an article without reading its statements.
    this.version(2)
      .stores({
        articles: 'id, caseId, site, lastReadAt, [caseId+lastReadAt]',
        corrections: 'id, articleId',
        analysed: 'articleId',
        notes: 'id, articleId',
      })
      .upgrade(addFacets);
    // Copies of one work, requests that may be asked twice, what could not be read, and what has changed since the last backup.
    this.version(3)
      .stores({
        articles: 'id, caseId, site, lastReadAt, [caseId+lastReadAt], copyOf, *marks',
        corrections: 'id, articleId, at',
        notes: 'id, articleId, at',
        requests: 'id, at',
        oddities: '++id, table',
        meta: 'key',
      })
      .upgrade(rejoinArticles);
    // What has changed, and the library's index as it was after one of the changes.
    this.version(4).stores({ changes: '++seq, articleId', kept: 'name' });
    this.use(withoutBrokenRecords(this));
    // The browser says so once, and whoever asks later must hear of it too.
    this.on('blocked', () => {
      this.#isBlocked = true;
    });
  }

  /** Resolves when the store can be used. Rejects where it cannot, also where another connection keeps it from being brought up to date. */
  async opened(): Promise<void> {
    if (this.isOpen()) return;
    let onBlocked: (() => void) | undefined;
    const blocked = new Promise<never>((_, reject) => {
      // Connections of our own make way within a moment.
      onBlocked = () => setTimeout(() => !this.isOpen() && reject(new BlockedStoreError()), MAKE_WAY_MS);
      this.on('blocked', onBlocked);
      if (this.#isBlocked) onBlocked();
    });
    await Promise.race([this.open(), blocked]).finally(() => onBlocked && this.on('blocked').unsubscribe(onBlocked));
    this.#isBlocked = false;
  }

  #isBlocked = false;

  /** The tables that hold what was read and what the reader has made of it. */
  get contents() {
    return [this.articles, this.statements, this.corrections, this.analysed, this.notes];
  }
}

/**
 * The browser's databases, as Dexie needs them. Dexie opens a store of a higher version without naming one, and may then add to it what
 * it misses; here that is an error.
 */
function refusingNewer(): IDBFactory {
  const factory = globalThis.indexedDB;
  if (!factory) return factory;
  return {
    open: (name, version) => {
      if (version === undefined) throw new NewerStoreError();
      return factory.open(name, version);
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  };
}

let opened: AllegedlyDatabase | undefined;

/** The one database of this context, opened when first asked for. */
export function database(): AllegedlyDatabase {
  opened ??= new AllegedlyDatabase();
  return opened;
}
