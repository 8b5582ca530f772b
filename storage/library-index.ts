/**
 * The library in memory: small facts of every article and the words of every statement and note, so that filters, counts and search
 * need not read the store. Can be kept and taken up again, the facts before the words. Pure; gives facts and keys, not records.
 */
import { type Digest, type LibraryFacets, type LibraryQuery, type ListedArticle, listedOf, outletOf } from '../model/library.ts';
import type { Note, StoredArticle, StoredStatement } from '../model/records.ts';
import type { Side, StatementKind } from '../model/statement.ts';
import { digestOf } from './digest.ts';
import { compareText, FacetCounter, kindBits, Names, sideBits } from './facet-counter.ts';
import { type KeptDocuments, LibraryDocuments } from './library-documents.ts';
import { type KeptWords, WordIndex } from './word-index.ts';

interface Slot {
  readonly number: number;
  readonly article: ListedArticle;
  readonly ofCase: number;
  readonly outlet: number;
  readonly year: number;
  readonly kinds: number;
  readonly sides: number;
  /** Numbers of its documents, ascending. */
  documents: number[];
}

/** Something found: an article, or one of its documents by the key of its record. */
export interface Found {
  readonly type: 'article' | 'statement' | 'note';
  readonly key: string;
  readonly article: ListedArticle;
  /** The article has a note about itself. */
  readonly hasNote: boolean;
  /** What was found, a statement, has one. */
  readonly isNoted: boolean;
}

/** The facts of the articles as they are kept: JSON, since no other form is taken up as fast. */
export type KeptFacts = string;
export interface KeptTexts {
  readonly words: KeptWords;
  readonly documents: KeptDocuments;
}
/** By case: its numbers, and the facets of its whole library. */
export type KeptSummary = Readonly<Record<string, { readonly digest: Digest; readonly facets: LibraryFacets }>>;

export class LibraryIndex {
  readonly #slots: (Slot | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #names = { cases: new Names(), outlets: new Names(), years: new Names() };
  #words = new WordIndex();
  #documents = new LibraryDocuments();
  /** What was asked before and holds until an article changes: slots by case and order, numbers by case. */
  readonly #orders = new Map<string, readonly Slot[]>();
  readonly #digests = new Map<string, Digest>();

  /** An index with the articles that were kept, whose texts are still to be taken up. */
  static of(facts: KeptFacts): LibraryIndex {
    const index = new LibraryIndex();
    for (const article of JSON.parse(facts) as ListedArticle[]) index.#setListed(article);
    return index;
  }

  /** Takes up the texts that were kept with the facts from which this index was made, before any other document is put in. */
  takeUp({ words, documents }: KeptTexts): void {
    this.#documents = new LibraryDocuments(documents);
    this.#words = new WordIndex(words, this.#documents.size);
    for (let document = 0; document < this.#documents.size; document++) this.#slots[this.#documents.slotOf(document) ?? -1]?.documents.push(document);
  }

  /** Everything that is there, to be kept. */
  keep(): { readonly facts: KeptFacts; readonly texts: KeptTexts; readonly summary: KeptSummary } {
    const slots = this.#slots.filter((slot) => slot !== undefined);
    const numbers = new Array<number>(this.#slots.length).fill(0);
    for (const [at, { number }] of slots.entries()) numbers[number] = at;
    const documents = this.#documents.keep(numbers);
    const words = this.#words.keep((document) => documents.numbers[document] ?? -1);
    return { facts: JSON.stringify(slots.map(({ article }) => article)), texts: { words, documents: documents.kept }, summary: this.summary() };
  }

  /** What is said of each case before anything is searched or narrowed. */
  summary(): KeptSummary {
    const ids = new Set(this.#slots.flatMap((slot) => slot?.article.caseId ?? []));
    return Object.fromEntries([...ids].map((caseId) => [caseId, { digest: this.digest(caseId), facets: this.find({ ...EVERYTHING, caseId }).facets }]));
  }

  /** Puts an article's facts in; its documents, if any, stay. */
  setArticle(article: StoredArticle): void {
    this.#setListed(listedOf(article));
  }

  /** Puts the statements and notes of an article in, in place of those that were there. The article must be there. */
  setDocuments(articleId: string, statements: readonly StoredStatement[], notes: readonly Note[]): void {
    const slot = this.#slotOf(articleId);
    if (!slot) return;
    this.#forget(slot);
    const about = new Map<string, number>();
    for (const statement of statements) {
      const { words, speaker, id } = statement;
      const document = this.#documents.addStatement(slot.number, statement);
      about.set(id, document);
      this.#put(slot, document, speaker.status === 'unresolved' ? words : `${words} ${speaker.name}`);
    }
    for (const note of notes) {
      const statement = about.get(note.statementId ?? '');
      const [kinds, sides] = statement === undefined ? [slot.kinds, slot.sides] : [this.#documents.kindsOf(statement), this.#documents.sidesOf(statement)];
      this.#put(slot, this.#documents.addNote(slot.number, note, kinds, sides), note.text);
    }
  }

  removeArticle(articleId: string): void {
    const slot = this.#slotOf(articleId);
    if (!slot) return;
    this.#forget(slot);
    this.#slots[slot.number] = undefined;
    this.#numbers.delete(articleId);
    this.#forgetAnswers();
  }

  get articleIds(): string[] {
    return [...this.#numbers.keys()];
  }

  /** What fits the query within its window, in its order, with the total and the facets. */
  find(query: LibraryQuery): { total: number; found: Found[]; facets: LibraryFacets } {
    const counter = new FacetCounter(query, this.#names);
    const hits = this.#words.find(query.text);
    const passing = hits ? this.#passing(hits, query.caseId, counter) : undefined;
    const found: Found[] = [];
    let total = 0;
    for (const slot of this.#inOrder(query.caseId, query.sort)) {
      const many = passing ? (passing.bySlot[slot.number] ?? 0) : counter.count(slot, slot.kinds, slot.sides) ? 1 : 0;
      const first = Math.max(0, query.offset - total);
      if (first < many && found.length < query.limit) {
        const items = passing ? this.#itemsOf(slot, passing.documents) : [this.#found(slot, 'article', '')];
        found.push(...items.slice(first, first + query.limit - found.length));
      }
      total += many;
    }
    return { total, found, facets: counter.facets() };
  }

  /** What the store holds of a case, in numbers. */
  digest(caseId: string): Digest {
    const known = this.#digests.get(caseId);
    if (known) return known;
    const articles = this.#slots.flatMap((slot) => (slot?.article.caseId === caseId ? slot.article : []));
    const digest = digestOf(articles);
    this.#digests.set(caseId, digest);
    return digest;
  }

  /** The hits of a case that pass the filters: how many of each article, and which. */
  #passing(hits: Uint32Array, caseId: string, counter: FacetCounter): { readonly bySlot: Uint32Array; readonly documents: Uint8Array } {
    const bySlot = new Uint32Array(this.#slots.length);
    const documents = new Uint8Array(this.#documents.size);
    const ofCase = this.#names.cases.numberOf(caseId);
    for (let at = 0; at < hits.length; at++) {
      const document = hits[at] ?? 0;
      const slot = this.#slots[this.#documents.slotOf(document) ?? -1];
      if (slot?.ofCase !== ofCase) continue;
      if (!counter.count(slot, this.#documents.kindsOf(document), this.#documents.sidesOf(document))) continue;
      documents[document] = 1;
      bySlot[slot.number] = (bySlot[slot.number] ?? 0) + 1;
    }
    return { bySlot, documents };
  }

  #itemsOf(slot: Slot, documents: Uint8Array): Found[] {
    return slot.documents
      .filter((document) => documents[document])
      .map((document) => this.#found(slot, this.#documents.typeOf(document), this.#documents.nameOf(document)));
  }

  #found(slot: Slot, type: Found['type'], name: string): Found {
    const { article, documents } = slot;
    const notes = documents.filter((document) => this.#documents.typeOf(document) === 'note').map((document) => this.#documents.nameOf(document));
    return {
      type,
      key: name === '' ? article.id : `${article.id}/${name}`,
      article,
      hasNote: notes.includes(''),
      isNoted: name !== '' && notes.includes(name),
    };
  }

  #inOrder(caseId: string, sort: LibraryQuery['sort']): readonly Slot[] {
    const key = `${sort} ${caseId}`;
    const known = this.#orders.get(key);
    if (known) return known;
    const order = this.#slots.flatMap((slot) => (slot?.article.caseId === caseId ? slot : [])).sort((a, b) => ORDERS[sort](a.article, b.article));
    this.#orders.set(key, order);
    return order;
  }

  #setListed(article: ListedArticle): void {
    const before = this.#slotOf(article.id);
    const number = before?.number ?? this.#slots.length;
    this.#slots[number] = {
      ...{ number, article },
      ofCase: this.#names.cases.numberOf(article.caseId),
      outlet: this.#names.outlets.numberOf(outletOf(article)),
      year: this.#names.years.numberOf(article.published?.iso.slice(0, 4) ?? ''),
      kinds: kindBits(Object.keys(article.facets.kinds) as StatementKind[]),
      sides: sideBits(Object.keys(article.facets.sides) as Side[]),
      documents: before?.documents ?? [],
    };
    this.#numbers.set(article.id, number);
    this.#forgetAnswers();
  }

  #slotOf(articleId: string): Slot | undefined {
    return this.#slots[this.#numbers.get(articleId) ?? -1];
  }

  #put(slot: Slot, document: number, text: string): void {
    slot.documents.push(document);
    this.#words.add(document, text);
  }

  #forget(slot: Slot): void {
    for (const document of slot.documents) this.#documents.remove(document);
    slot.documents = [];
  }

  #forgetAnswers(): void {
    this.#orders.clear();
    this.#digests.clear();
  }
}

const EVERYTHING = { text: '', outlets: [], years: [], sides: [], kinds: [], sort: 'read', offset: 0, limit: 0 } as const;

type Order = (a: ListedArticle, b: ListedArticle) => number;
const published: Order = (a, b) => compareText(b.published?.iso ?? '', a.published?.iso ?? '') || b.lastReadAt - a.lastReadAt;

const ORDERS: Readonly<Record<LibraryQuery['sort'], Order>> = {
  published,
  read: (a, b) => b.lastReadAt - a.lastReadAt,
  outlet: (a, b) => compareText(outletOf(a), outletOf(b)) || published(a, b),
  title: (a, b) => compareText(a.title, b.title),
  statements: (a, b) => b.statementCount - a.statementCount || published(a, b),
};
