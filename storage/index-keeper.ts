/**
 * Makes the library's index, from what was kept of it or from the whole store, keeps it true to what is written elsewhere by the log of
 * changes, and keeps it in the database for the next time. Answers nothing itself.
 */
import { type Change, changesAfter, lastChange, liveChangesAfter } from './changes.ts';
import { listedWithOthers } from './copies.ts';
import type { AllegedlyDatabase } from './database.ts';
import { keepIndex, keepSummary, keptFacts, keptTexts } from './kept-index.ts';
import { LibraryIndex } from './library-index.ts';

/** Statements read at once when many articles are; and how many articles are so many that all are read. */
const CHUNK = 4_000;
const MANY = 300;
/** So many changes are looked up again each time; more are kept. */
const KEEP_AFTER = 200;
/** The index is kept once nothing has changed for so long, in milliseconds. */
const KEEP_DELAY_MS = 2_000;

export class IndexKeeper {
  readonly #db: AllegedlyDatabase;
  readonly #onChange: () => void;
  readonly #keepDelay: number;
  #index = new LibraryIndex();
  /** The last change that is in the index, and that with which the index was last kept. */
  #seq = 0;
  #keptSeq: number | undefined;
  /** Articles that changed since their texts were kept. */
  #changed: readonly string[] = [];
  #starting: Promise<boolean> | undefined;
  #articles: Promise<void> | undefined;
  #texts: Promise<void> | undefined;
  #hasArticles = false;
  #isComplete = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What touches the index, one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  /** `onChange` is called whenever something read from the index before may no longer hold; `keepDelay` is in milliseconds. */
  constructor(db: AllegedlyDatabase, onChange: () => void, keepDelay = KEEP_DELAY_MS) {
    this.#keepDelay = keepDelay;
    this.#db = db;
    this.#onChange = onChange;
  }

  /** The facts of all articles are in the index. */
  get hasArticles(): boolean {
    return this.#hasArticles;
  }

  /** The texts are, too. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Takes up what was kept; false where there is nothing that can be. */
  start(): Promise<boolean> {
    this.#starting ??= this.#takeUp().catch((error: unknown) => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  /** The index, once the facts of every article are in it. Starts the reading when first asked. */
  async articlesRead(): Promise<LibraryIndex> {
    this.#articles ??= this.#readArticles().catch((error: unknown) => {
      // The next question tries again.
      this.#articles = undefined;
      throw error;
    });
    await this.#articles;
    return this.#index;
  }

  /** Resolves when every text is in the index. */
  async textsRead(): Promise<void> {
    await this.articlesRead();
    await this.#texts;
  }

  async #readArticles(): Promise<void> {
    if (!(await this.start())) await this.#makeAnew();
    this.#hasArticles = true;
    const texts = this.#readTexts().then(async () => {
      await this.#makeSure();
      this.#isComplete = true;
      this.#onChange();
      this.#follow();
      this.#keepLater();
    });
    texts.catch(() => undefined);
    this.#texts = texts;
  }

  /** Reads the facts of every article. */
  async #makeAnew(): Promise<void> {
    const { index, seq } = await this.#db.transaction('r', this.#db.articles, this.#db.changes, async () => {
      const made = new LibraryIndex();
      const last = await lastChange(this.#db);
      const articles = await this.#db.articles.toArray();
      const hidden = await listedWithOthers(articles, this.#db);
      for (const article of articles) if (!hidden.has(article.id)) made.setArticle(article);
      return { index: made, seq: last };
    });
    this.#index = index;
    this.#seq = seq;
    this.#keptSeq = undefined;
  }

  /** Makes the index anew where what was kept does not add up: it was not of this store. Counting takes long, so that it comes last. */
  async #makeSure(): Promise<void> {
    if (this.#keptSeq === undefined) return;
    const isOf = await this.#db.transaction('r', this.#db.articles, this.#db.changes, async () => {
      // What has changed meanwhile is caught up with, and counted the next time.
      if ((await lastChange(this.#db)) !== this.#seq) return true;
      const copies = await listedWithOthers(await this.#db.articles.where('copyOf').above('').toArray(), this.#db);
      return this.#index.articleIds.length === (await this.#db.articles.count()) - copies.size;
    });
    if (isOf) return;
    await this.#makeAnew();
    await this.#readTexts();
  }

  /** The facts that were kept, with what has changed since. Nothing where there are none, or they are too old. */
  #takeUp(): Promise<boolean> {
    return this.#db.transaction('r', this.#db.kept, this.#db.changes, this.#db.articles, async () => {
      const kept = await keptFacts(this.#db);
      if (!kept) return false;
      const changes = await changesAfter(kept.seq, this.#db);
      if (isBroken(kept.seq, changes) || (await lastChange(this.#db)) < kept.seq) return false;
      const index = LibraryIndex.of(kept.facts);
      const ids = changedIds(changes);
      await setArticles(index, ids, this.#db);
      this.#index = index;
      this.#keptSeq = kept.seq;
      this.#seq = changes.at(-1)?.seq ?? kept.seq;
      this.#changed = ids;
      return true;
    });
  }

  async #readTexts(): Promise<void> {
    const kept = this.#keptSeq === undefined ? undefined : await keptTexts(this.#keptSeq, this.#db);
    if (kept) this.#index.takeUp(kept);
    else this.#keptSeq = undefined;
    const ids = kept ? this.#changed : this.#index.articleIds;
    await this.#readDocuments(ids);
  }

  /** Reads the statements and notes of articles. Never by a cursor, which takes many times as long as whole stretches do. */
  async #readDocuments(ids: readonly string[]): Promise<void> {
    if (ids.length > MANY) return this.#readInOrder(new Set(ids));
    for (const id of ids) {
      const own = await Promise.all([this.#db.statements.where('articleId').equals(id).toArray(), this.#db.notes.where('articleId').equals(id).toArray()]);
      this.#index.setDocuments(id, ...own);
    }
  }

  /** Reads all statements, article by article, and takes those that are wanted. */
  async #readInOrder(wanted: ReadonlySet<string>): Promise<void> {
    const notes = Map.groupBy(await this.#db.notes.toArray(), ({ articleId }) => articleId);
    const without = new Set(wanted);
    for (let from = '', size = CHUNK; ; ) {
      const some = await this.#db.statements.where('articleId').aboveOrEqual(from).limit(size).toArray();
      const last = some.length < size ? undefined : some.at(-1)?.articleId;
      for (const [id, statements] of Map.groupBy(some, ({ articleId }) => articleId)) {
        // Of the last one there may be more.
        if (id === last || !wanted.has(id)) continue;
        this.#index.setDocuments(id, statements, notes.get(id) ?? []);
        without.delete(id);
      }
      if (last === undefined) break;
      size = last === from ? size * 2 : CHUNK;
      from = last;
    }
    for (const id of without) this.#index.setDocuments(id, [], notes.get(id) ?? []);
  }

  /** Follows what is written by the background or another page. */
  #follow(): void {
    liveChangesAfter(() => this.#seq, this.#db).subscribe({
      next: (changes) => {
        this.#last = this.#last.then(() => this.#catchUp(changes)).catch(() => undefined);
      },
      error: () => undefined,
    });
  }

  async #catchUp(seen: readonly Change[]): Promise<void> {
    const changes = seen.filter(({ seq }) => seq > this.#seq);
    if (changes.length === 0) return;
    // An index so far behind that lines of the log are gone looks at everything.
    const isAll = isBroken(this.#seq, changes);
    const ids = isAll ? await this.#db.articles.toCollection().primaryKeys() : changedIds(changes);
    if (isAll || changes.some(({ articleId }) => articleId === undefined)) {
      const there = new Set(await this.#db.articles.toCollection().primaryKeys());
      for (const id of this.#index.articleIds) if (!there.has(id)) this.#index.removeArticle(id);
      this.#keptSeq = undefined;
    }
    await setArticles(this.#index, ids, this.#db);
    await this.#readDocuments(ids);
    this.#seq = changes.at(-1)?.seq ?? this.#seq;
    this.#onChange();
    this.#keepLater();
  }

  #keepLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#last = this.#last.then(() => this.#keep()).catch(() => undefined);
    }, this.#keepDelay);
  }

  async #keep(): Promise<void> {
    const seq = this.#seq;
    if (this.#keptSeq !== undefined && seq - this.#keptSeq < KEEP_AFTER) await keepSummary(this.#index.summary(), seq, this.#db);
    else if (await keepIndex(this.#index.keep(), seq, this.#db)) this.#keptSeq = seq;
  }
}

/** Puts these articles in as they are now, or takes them out. A work is listed once: by the article that stands for it. */
async function setArticles(index: LibraryIndex, ids: readonly string[], db: AllegedlyDatabase): Promise<void> {
  const articles = await db.articles.bulkGet([...ids]);
  const hidden = await listedWithOthers(
    articles.filter((article) => article !== undefined),
    db,
  );
  for (const [at, id] of ids.entries()) {
    const article = articles[at];
    if (article && !hidden.has(id)) index.setArticle(article);
    else index.removeArticle(id);
  }
}

function changedIds(changes: readonly Change[]): string[] {
  return [...new Set(changes.flatMap(({ articleId }) => articleId ?? []))];
}

/** Whether lines are missing between a change and those after it. */
function isBroken(seq: number, [first]: readonly Change[]): boolean {
  return first !== undefined && first.seq > seq + 1;
}
