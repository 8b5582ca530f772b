/**
 * Answers what whole views need of the store: numbers, lists, searches, groups. Keeps the library's index in memory and true to what
 * is written elsewhere. Meant for a worker, so that no page waits for it.
 */
import { liveQuery } from 'dexie';
import type { Digest, LibraryAnswer, LibraryArticle, LibraryQuery, LibraryRow } from '../model/library.ts';
import { facetsOf, type StoredArticle, type StoredStatement } from '../model/records.ts';
import type { BackupState, Deletion, StoredCounts, StoreUsage } from '../model/store-state.ts';
import { backupState } from './backup-reminder.ts';
import type { AllegedlyDatabase } from './database.ts';
import { type FoundKey, LibraryIndex } from './library-index.ts';
import { groupSame, type SameStatement } from './same-statement.ts';
import { countForDeletion, storeUsage } from './usage.ts';

/** Statements read at once while the index is built. */
const CHUNK = 4_000;
/** Groups of one dispute that are shown. */
const MOST_GROUPS = 200;

export interface DisputeStatements {
  readonly groups: readonly SameStatement[];
  /** How many groups there are, shown or not. */
  readonly total: number;
}

export class StoreService {
  readonly #db: AllegedlyDatabase;
  readonly #index = new LibraryIndex();
  /** What is in the index, by article: its revision and when a note of it was last changed. */
  readonly #known = new Map<string, string>();
  #isComplete = false;
  #reading: Promise<void> | undefined;
  readonly #onChange: () => void;

  /** `onChange` is called whenever an answer given before may no longer hold. */
  constructor(db: AllegedlyDatabase, onChange: () => void = () => undefined) {
    this.#db = db;
    this.#onChange = onChange;
  }

  /** Starts reading when first asked; resolves when the facts of every article are in the index. */
  #articlesRead(): Promise<void> {
    // What could not be read once may be read when it is asked for again.
    this.#reading ??= this.#readArticles().catch((error: unknown) => {
      this.#reading = undefined;
      throw error;
    });
    return this.#reading;
  }

  async digest(caseId: string): Promise<Digest> {
    await this.#articlesRead();
    return this.#index.digest(caseId);
  }

  async library(query: LibraryQuery): Promise<LibraryAnswer> {
    if (this.#reading === undefined && isPlain(query)) {
      const first = await this.#firstRows(query);
      // Only once these have been given: reading everything would keep them waiting.
      setTimeout(() => void this.#articlesRead().then(this.#onChange, () => undefined));
      return first;
    }
    await this.#articlesRead();
    const { total, keys, facets } = this.#index.find(query);
    return { total, offset: query.offset, rows: await this.#rows(keys), facets, isComplete: this.#isComplete };
  }

  /** Every stored statement about a dispute, the same ones together. */
  async dispute(caseId: string, disputeId: string): Promise<DisputeStatements> {
    const statements = await this.#db.statements.where('[caseId+disputeId]').equals([caseId, disputeId]).toArray();
    const groups = groupSame(statements, await this.#articlesOf(statements));
    return { groups: groups.slice(0, MOST_GROUPS), total: groups.length };
  }

  /** The stored statements that bear on an event, the same ones together. */
  async event(caseId: string, eventId: string): Promise<DisputeStatements> {
    const statements = await this.#db.statements.where('[caseId+eventId]').equals([caseId, eventId]).toArray();
    const groups = groupSame(statements, await this.#articlesOf(statements));
    return { groups: groups.slice(0, MOST_GROUPS), total: groups.length };
  }

  /** Resolves when every statement is in the index. */
  async complete(): Promise<void> {
    await this.#articlesRead();
    while (!this.#isComplete) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** What the store takes, by site and in all. Reads everything. */
  usage(): Promise<StoreUsage> {
    return storeUsage(this.#db);
  }

  /** What a deletion would take. The deletion itself is the background's (`store.delete`). */
  deletion(what: Deletion): Promise<StoredCounts> {
    return countForDeletion(what, this.#db);
  }

  /** Whether a backup is due. `now` in milliseconds since 1970. */
  backup(now: number): Promise<BackupState> {
    return backupState(now, this.#db);
  }

  async #articlesOf(statements: readonly StoredStatement[]): Promise<Map<string, StoredArticle>> {
    const articles = await this.#db.articles.bulkGet([...new Set(statements.map(({ articleId }) => articleId))]);
    return new Map(articles.flatMap((article) => (article ? [[article.id, article] as const] : [])));
  }

  async #rows(keys: readonly FoundKey[]): Promise<LibraryRow[]> {
    const ids = [...new Set(keys.map(({ articleId }) => articleId))];
    const keysOf = (type: FoundKey['type']) => keys.filter((each) => each.type === type).map(({ key }) => key);
    const [articles, statements, notes, articleNotes] = await Promise.all([
      this.#db.articles.bulkGet(ids),
      this.#db.statements.bulkGet(keysOf('statement')),
      this.#db.notes.bulkGet(keysOf('note')),
      this.#db.notes.where('articleId').anyOf(ids).toArray(),
    ]);
    const noteOf = new Map(articleNotes.filter(({ statementId }) => statementId === undefined).map((note) => [note.articleId, note]));
    const articleOf = new Map(
      articles.flatMap((article) => {
        if (!article) return [];
        const { verdict: _, facets = facetsOf([]), ...rest } = article;
        const note = noteOf.get(article.id);
        const row: LibraryArticle = { ...rest, facets, ...(note ? { note } : {}) };
        return [[article.id, row] as const];
      }),
    );
    const statementOf = new Map(statements.flatMap((statement) => (statement ? [[statement.key, statement] as const] : [])));
    const textOf = new Map(notes.flatMap((note) => (note ? [[note.id, note] as const] : [])));
    return keys.flatMap(({ type, key, articleId }): LibraryRow[] => {
      const article = articleOf.get(articleId);
      const statement = statementOf.get(key);
      const note = textOf.get(key);
      if (!article) return [];
      if (type === 'article') return [{ type, article }];
      if (type === 'statement') return statement ? [{ type, article, statement }] : [];
      return note ? [{ type, article, note }] : [];
    });
  }

  /** The articles last read, straight from the store, before anything is in the index. */
  async #firstRows({ caseId, offset, limit }: LibraryQuery): Promise<LibraryAnswer> {
    const ofCase = this.#db.articles.where('[caseId+lastReadAt]').between([caseId, 0], [caseId, Number.POSITIVE_INFINITY]);
    const pointing = (await this.#db.articles.where('copyOf').above('').toArray()).filter((copy) => copy.caseId === caseId);
    const originals = new Set((await this.#db.articles.bulkGet(pointing.map(({ copyOf = '' }) => copyOf))).flatMap((article) => article?.id ?? []));
    const copies = new Set(pointing.filter((copy) => !isListed(copy, originals)).map(({ id }) => id));
    const [all, found] = await Promise.all([
      ofCase.count(),
      ofCase
        .clone()
        .reverse()
        .limit(offset + limit + copies.size)
        .primaryKeys(),
    ]);
    const ids = found.filter((id) => !copies.has(id)).slice(offset, offset + limit);
    const rows = await this.#rows(ids.map((id) => ({ type: 'article', key: id, articleId: id })));
    return { total: all - copies.size, offset, rows, facets: { outlets: [], years: [], sides: [], kinds: [] }, isComplete: false };
  }

  async #readArticles(): Promise<void> {
    const articles = await this.#db.articles.toArray();
    const ids = new Set(articles.map(({ id }) => id));
    for (const article of articles) if (isListed(article, ids)) this.#index.setArticle(article);
    void this.#readAllDocuments().then(
      () => this.#follow(),
      () => {
        this.#reading = undefined;
      },
    );
  }

  /** Statements lie in the order of their articles, so that they are read in long stretches. */
  async #readAllDocuments(): Promise<void> {
    const notes = Map.groupBy(await this.#db.notes.toArray(), ({ articleId }) => articleId);
    const ids = this.#index.articleIds;
    for (let at = 0; at < ids.length; ) {
      let statements = 0;
      const some: string[] = [];
      for (; at < ids.length && statements < CHUNK; at++) {
        some.push(ids[at] ?? '');
        statements += 10;
      }
      const byArticle = Map.groupBy(await this.#db.statements.where('articleId').anyOf(some).toArray(), ({ articleId }) => articleId);
      for (const id of some) this.#index.setDocuments(id, byArticle.get(id) ?? [], notes.get(id) ?? []);
    }
    for (const [id, mark] of await this.#marks()) this.#known.set(id, mark);
    this.#isComplete = true;
    this.#onChange();
  }

  /** Follows what is written by the background or another page. */
  #follow(): void {
    let last: Promise<void> = Promise.resolve();
    liveQuery(() => this.#marks()).subscribe({
      next: (marks) => {
        last = last.then(() => this.#catchUp(marks)).catch(() => undefined);
      },
      error: () => undefined,
    });
  }

  /** A mark for each article that changes whenever the article, its statements or its notes do. */
  async #marks(): Promise<Map<string, string>> {
    const marks = new Map<string, string>();
    // Cursors over whole records would cost more than the records: they are few and small beside their statements.
    for (const { id, revision = 0, lastReadAt, copyOf } of await this.#db.articles.toArray()) marks.set(id, `${revision} ${lastReadAt} ${copyOf ?? ''}`);
    for (const { articleId, at } of await this.#db.notes.toArray()) if (marks.has(articleId)) marks.set(articleId, `${marks.get(articleId)} ${at}`);
    return marks;
  }

  async #catchUp(marks: ReadonlyMap<string, string>): Promise<void> {
    const changed = [...marks].filter(([id, mark]) => this.#known.get(id) !== mark);
    const gone = [...this.#known.keys()].filter((id) => !marks.has(id));
    if (changed.length === 0 && gone.length === 0) return;
    for (const id of gone) {
      this.#index.removeArticle(id);
      this.#known.delete(id);
    }
    for (const [id, mark] of changed) {
      const [article, statements, notes] = await Promise.all([
        this.#db.articles.get(id),
        this.#db.statements.where('articleId').equals(id).toArray(),
        this.#db.notes.where('articleId').equals(id).toArray(),
      ]);
      this.#known.set(id, mark);
      if (!article || !isListed(article, marks)) {
        this.#index.removeArticle(id);
        continue;
      }
      this.#index.setArticle(article);
      this.#index.setDocuments(id, statements, notes);
    }
    this.#onChange();
  }
}

/** A work is listed once: by the article that stands for it. Where that is gone (a file brought the copy alone), by its copy. */
function isListed({ copyOf }: StoredArticle, ids: { has(id: string): boolean }): boolean {
  return copyOf === undefined || !ids.has(copyOf);
}

/** Whether the query asks for the articles last read, and no more. */
function isPlain({ text, outlets, years, sides, kinds, sort }: LibraryQuery): boolean {
  return text.trim() === '' && sort === 'read' && outlets.length + years.length + sides.length + kinds.length === 0;
}
