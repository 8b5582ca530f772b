/**
 * The library in memory: small facts of every article and the words of every statement and note, so that filters, counts and search
 * need not read the store. Pure; gives ids, not records.
 */
import { type Digest, type LibraryFacets, type LibraryQuery, outletOf, type Tally } from '../model/library.ts';
import { facetsOf, type Note, type StoredArticle, type StoredStatement, sideOf } from '../model/records.ts';
import { SIDES, STATEMENT_KINDS } from '../model/statement.ts';
import { WordIndex } from './word-index.ts';

interface Slot {
  readonly article: Pick<StoredArticle, 'id' | 'caseId' | 'title' | 'published' | 'lastReadAt' | 'statementCount'>;
  readonly outlet: string;
  readonly year: string;
  readonly month: string;
  readonly kinds: number;
  readonly sides: number;
  readonly events: Readonly<Record<string, number>>;
  readonly disputes: Readonly<Record<string, number>>;
  /** Numbers of its documents. */
  documents: number[];
}

/** Something that is listed: an article, or one of its documents. */
interface Item {
  readonly slot: Slot;
  readonly key: string;
  readonly kinds: number;
  readonly sides: number;
}

export type FoundKey = { readonly type: 'article' | 'statement' | 'note'; readonly key: string; readonly articleId: string };

const KIND_BIT = new Map(STATEMENT_KINDS.map((kind, at) => [kind, 1 << at]));
const SIDE_BIT = new Map(SIDES.map((side, at) => [side, 1 << at]));
const bitsOf = <T>(values: Iterable<T>, bits: ReadonlyMap<T, number>) => [...values].reduce((mask, value) => mask | (bits.get(value) ?? 0), 0);

export class LibraryIndex {
  readonly #slots = new Map<string, Slot>();
  #words = new WordIndex();
  /** By number of the document; undefined once it is gone. */
  readonly #documents: ((Item & { readonly type: 'statement' | 'note' }) | undefined)[] = [];

  /** Puts an article's facts in; its documents, if any, stay. */
  setArticle(article: StoredArticle): void {
    const { id, caseId, title, published, lastReadAt, statementCount } = article;
    const facets = article.facets ?? facetsOf([]);
    this.#slots.set(id, {
      article: { id, caseId, title, lastReadAt, statementCount, ...(published ? { published } : {}) },
      outlet: outletOf(article),
      year: published?.iso.slice(0, 4) ?? '',
      month: published && published.precision !== 'year' ? published.iso.slice(0, 7) : '',
      kinds: bitsOf(Object.keys(facets.kinds) as (keyof typeof facets.kinds)[], KIND_BIT),
      sides: bitsOf(Object.keys(facets.sides) as (keyof typeof facets.sides)[], SIDE_BIT),
      events: facets.events,
      disputes: facets.disputes,
      documents: this.#slots.get(id)?.documents ?? [],
    });
  }

  /** Puts the statements and notes of an article in, in place of those that were there. The article must be there. */
  setDocuments(articleId: string, statements: readonly StoredStatement[], notes: readonly Note[]): void {
    const slot = this.#slots.get(articleId);
    if (!slot) return;
    this.#forget(slot);
    for (const statement of statements) {
      const { key, kind, words, speaker } = statement;
      const item = { slot, key, type: 'statement' as const, kinds: KIND_BIT.get(kind) ?? 0, sides: SIDE_BIT.get(sideOf(statement)) ?? 0 };
      this.#add(item, speaker.status === 'unresolved' ? words : `${words} ${speaker.name}`);
    }
    for (const { id, text } of notes) this.#add({ slot, key: id, type: 'note', kinds: slot.kinds, sides: slot.sides }, text);
  }

  removeArticle(articleId: string): void {
    const slot = this.#slots.get(articleId);
    if (slot) this.#forget(slot);
    this.#slots.delete(articleId);
  }

  get articleIds(): string[] {
    return [...this.#slots.keys()];
  }

  /** The keys of what fits the query within its window, in its order, with the total and the facets. */
  find(query: LibraryQuery): { total: number; keys: FoundKey[]; facets: LibraryFacets } {
    const slots = [...this.#slots.values()].filter(({ article }) => article.caseId === query.caseId).sort(ORDERS[query.sort]);
    const found = this.#words.find(query.text);
    const hits = found && new Set(found);
    const counter = new FacetCounter(query);
    const keys: FoundKey[] = [];
    let total = 0;
    for (const slot of slots) {
      const items: readonly Item[] = hits
        ? slot.documents.flatMap((number) => (hits.has(number) ? (this.#documents[number] ?? []) : []))
        : [{ slot, key: slot.article.id, kinds: slot.kinds, sides: slot.sides }];
      for (const item of items) {
        if (!counter.count(item)) continue;
        if (total >= query.offset && keys.length < query.limit) {
          keys.push({ type: 'type' in item ? (item.type as 'statement' | 'note') : 'article', key: item.key, articleId: slot.article.id });
        }
        total++;
      }
    }
    return { total, keys, facets: counter.facets() };
  }

  /** What the store holds of a case, in numbers. */
  digest(caseId: string): Digest {
    const slots = [...this.#slots.values()].filter(({ article }) => article.caseId === caseId);
    const events: Record<string, Tally> = {};
    const disputes: Record<string, Tally> = {};
    const months: Record<string, Tally> = {};
    const add = (tallies: Record<string, Tally>, key: string, statements: number) => {
      const { articles = 0, statements: before = 0 } = tallies[key] ?? {};
      tallies[key] = { articles: articles + 1, statements: before + statements };
    };
    for (const slot of slots) {
      for (const [id, number] of Object.entries(slot.events)) add(events, id, number);
      for (const [id, number] of Object.entries(slot.disputes)) add(disputes, id, number);
      if (slot.month) add(months, slot.month, slot.article.statementCount);
    }
    return { articles: slots.length, statements: slots.reduce((sum, { article }) => sum + article.statementCount, 0), events, disputes, months };
  }

  #add(item: Item & { readonly type: 'statement' | 'note' }, text: string): void {
    const number = this.#documents.push(item) - 1;
    item.slot.documents.push(number);
    this.#words.add(number, text);
  }

  #forget(slot: Slot): void {
    for (const number of slot.documents) this.#documents[number] = undefined;
    slot.documents = [];
  }
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const published = (a: Slot, b: Slot) => text(b.article.published?.iso ?? '', a.article.published?.iso ?? '') || b.article.lastReadAt - a.article.lastReadAt;

const ORDERS: Readonly<Record<LibraryQuery['sort'], (a: Slot, b: Slot) => number>> = {
  published,
  read: (a, b) => b.article.lastReadAt - a.article.lastReadAt,
  outlet: (a, b) => text(a.outlet, b.outlet) || published(a, b),
  title: (a, b) => text(a.article.title, b.article.title),
  statements: (a, b) => b.article.statementCount - a.article.statementCount || published(a, b),
};

/** Decides what passes the filters, and counts each value over what passes the filters of the other facets. */
class FacetCounter {
  readonly #outlets: ReadonlySet<string>;
  readonly #years: ReadonlySet<string>;
  readonly #kinds: number;
  readonly #sides: number;
  readonly #outletCounts = new Map<string, number>();
  readonly #yearCounts = new Map<string, number>();
  readonly #kindCounts = STATEMENT_KINDS.map(() => 0);
  readonly #sideCounts = SIDES.map(() => 0);

  constructor({ outlets, years, kinds, sides }: LibraryQuery) {
    this.#outlets = new Set(outlets);
    this.#years = new Set(years);
    this.#kinds = bitsOf(kinds, KIND_BIT);
    this.#sides = bitsOf(sides, SIDE_BIT);
  }

  /** Whether the item passes every filter; counted in any case. */
  count({ slot: { outlet, year }, kinds, sides }: Item): boolean {
    const isOutlet = this.#outlets.size === 0 || this.#outlets.has(outlet);
    const isYear = this.#years.size === 0 || this.#years.has(year);
    const isKind = this.#kinds === 0 || (this.#kinds & kinds) !== 0;
    const isSide = this.#sides === 0 || (this.#sides & sides) !== 0;
    if (isYear && isKind && isSide) this.#outletCounts.set(outlet, (this.#outletCounts.get(outlet) ?? 0) + 1);
    if (isOutlet && isKind && isSide) this.#yearCounts.set(year, (this.#yearCounts.get(year) ?? 0) + 1);
    if (isOutlet && isYear && isSide) addBits(this.#kindCounts, kinds);
    if (isOutlet && isYear && isKind) addBits(this.#sideCounts, sides);
    return isOutlet && isYear && isKind && isSide;
  }

  facets(): LibraryFacets {
    return {
      outlets: [...this.#outletCounts].sort((a, b) => b[1] - a[1] || text(a[0], b[0])),
      years: [...this.#yearCounts].sort((a, b) => text(b[0], a[0])),
      kinds: STATEMENT_KINDS.map((kind, at) => [kind, this.#kindCounts[at] ?? 0] as const),
      sides: SIDES.map((side, at) => [side, this.#sideCounts[at] ?? 0] as const),
    };
  }
}

function addBits(counts: number[], mask: number): void {
  for (let at = 0; at < counts.length; at++) if (mask & (1 << at)) counts[at] = (counts[at] ?? 0) + 1;
}
