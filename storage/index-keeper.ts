/**
 * Makes the library's index, from what was kept of it or from the whole store, keeps it true to what is written elsewhere by the log of
 * changes, and keeps it in the database for the next time. Answers nothing itself.
 */
import type { StoredArticle } from '../model/records.ts';
import { type Change, changesAfter, lastChange, liveChangesAfter } from './changes.ts';
import type { AllegedlyDatabase } from './database.ts';
import { keepIndex, keptFacts, keptTexts } from './kept-index.ts';
import { LibraryIndex } from './library-index.ts';

/** Articles whose statements are read at once while the index is made from the store. */
const CHUNK = 400;
/** So many changes are looked up again each time; more are kept. */
const KEEP_AFTER = 200;
/** The index is kept once nothing has changed for so long, in milliseconds. */
const KEEP_DELAY_MS = 2_000;

export class IndexKeeper {
  readonly #db: AllegedlyDatabase;
  readonly #onChange: () => void;
  #index = new LibraryIndex();
  /** The last change that is in the index, and that with which the index was last kept. */
  #seq = 0;
  #keptSeq: number | undefined;
  /** Articles that changed since their texts were kept. */
  #changed: readonly string[] = [];
  #starting: Promise<boolean> | undefined;
  #articles: Promise<LibraryIndex> | undefined;
  #texts: Promise<void> | undefined;
  #hasArticles = false;
  #isComplete = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What touches the index, one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  /** `onChange` is called whenever something read from the index before may no longer hold. */
  constructor(db: AllegedlyDatabase, onChange: () => void) {
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
  articlesRead(): Promise<LibraryIndex> {
    this.#articles ??= this.#readArticles().catch((error: unknown) => {
      // The next question tries again.
      this.#articles = undefined;
      throw error;
    });
    return this.#articles;
  }

  /** Resolves when every text is in the index. */
  async textsRead(): Promise<void> {
    await this.articlesRead();
    await this.#texts;
  }

  async #readArticles(): Promise<LibraryIndex> {
    if (!(await this.start())) {
      const { index, seq } = await this.#db.transaction('r', this.#db.articles, this.#db.changes, async () => {
        const made = new LibraryIndex();
        const last = await lastChange(this.#db);
        for (const article of await this.#db.articles.toArray()) made.setArticle(article);
        return { index: made, seq: last };
      });
      this.#index = index;
      this.#seq = seq;
    }
    this.#hasArticles = true;
    const texts = this.#readTexts().then(() => {
      this.#isComplete = true;
      this.#onChange();
      this.#follow();
      this.#keepLater();
    });
    texts.catch(() => undefined);
    this.#texts = texts;
    return this.#index;
  }

  /** The facts that were kept, with what has changed since. Nothing where they are not of this store: too many, too few, or too old. */
  #takeUp(): Promise<boolean> {
    return this.#db.transaction('r', this.#db.kept, this.#db.changes, this.#db.articles, async () => {
      const kept = await keptFacts(this.#db);
      if (!kept) return false;
      const changes = await changesAfter(kept.seq, this.#db);
      if (isBroken(kept.seq, changes) || (await lastChange(this.#db)) < kept.seq) return false;
      const index = LibraryIndex.of(kept.facts);
      const ids = changedIds(changes);
      for (const [at, article] of (await this.#db.articles.bulkGet(ids)).entries()) setOrRemove(index, ids[at] ?? '', article);
      if (index.articleIds.length !== (await this.#db.articles.count())) return false;
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
    for (let at = 0; at < ids.length; at += CHUNK) await this.#readDocuments(ids.slice(at, at + CHUNK));
  }

  /** Statements lie in the order of their articles, so that many are read in one stretch. */
  async #readDocuments(ids: readonly string[]): Promise<void> {
    const [statements, notes] = await Promise.all([
      this.#db.statements.where('articleId').anyOf(ids).toArray(),
      this.#db.notes.where('articleId').anyOf(ids).toArray(),
    ]);
    const own = [Map.groupBy(statements, ({ articleId }) => articleId), Map.groupBy(notes, ({ articleId }) => articleId)] as const;
    for (const id of ids) this.#index.setDocuments(id, own[0].get(id) ?? [], own[1].get(id) ?? []);
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
    for (const [at, article] of (await this.#db.articles.bulkGet(ids)).entries()) setOrRemove(this.#index, ids[at] ?? '', article);
    for (let at = 0; at < ids.length; at += CHUNK) await this.#readDocuments(ids.slice(at, at + CHUNK));
    this.#seq = changes.at(-1)?.seq ?? this.#seq;
    this.#onChange();
    this.#keepLater();
  }

  #keepLater(): void {
    if (this.#keptSeq !== undefined && this.#seq - this.#keptSeq < KEEP_AFTER) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#last = this.#last.then(() => this.#keep()).catch(() => undefined);
    }, KEEP_DELAY_MS);
  }

  async #keep(): Promise<void> {
    const seq = this.#seq;
    if (await keepIndex(this.#index.keep(), seq, this.#db)) this.#keptSeq = seq;
  }
}

function setOrRemove(index: LibraryIndex, id: string, article: StoredArticle | undefined): void {
  if (article) index.setArticle(article);
  else index.removeArticle(id);
}

function changedIds(changes: readonly Change[]): string[] {
  return [...new Set(changes.flatMap(({ articleId }) => articleId ?? []))];
}

/** Whether lines are missing between a change and those after it. */
function isBroken(seq: number, [first]: readonly Change[]): boolean {
  return first !== undefined && first.seq > seq + 1;
}
