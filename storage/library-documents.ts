/**
 * The documents of the library's index in columns: what a hundred thousand statements and notes need to be listed and filtered, in a
 * few megabytes. Numbers only grow; what is gone stays as a hole until the index is kept. Pure.
 */
import type { Note, StoredStatement } from '../model/records.ts';
import { sideOf } from '../model/records.ts';
import { kindBits, sideBits } from './facet-counter.ts';

export const DOCUMENT_TYPES = ['statement', 'note'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** The columns as they are kept, by number of the document. */
export interface KeptDocuments {
  /** Number of its article. */
  readonly slots: Uint32Array;
  readonly kinds: Uint8Array;
  readonly sides: Uint8Array;
  /** Place in `DOCUMENT_TYPES`. */
  readonly types: Uint8Array;
  /** Their keys without that of the article, joined by line feeds. */
  readonly names: string;
}

/** Stands for the article in `slots` where the document is gone. */
const GONE = -1;

export class LibraryDocuments {
  readonly #slots: number[];
  readonly #kinds: number[];
  readonly #sides: number[];
  readonly #types: number[];
  readonly #names: string[];

  constructor(kept?: KeptDocuments) {
    this.#slots = [...(kept?.slots ?? [])];
    this.#kinds = [...(kept?.kinds ?? [])];
    this.#sides = [...(kept?.sides ?? [])];
    this.#types = [...(kept?.types ?? [])];
    this.#names = kept && this.#slots.length > 0 ? kept.names.split('\n') : [];
  }

  get size(): number {
    return this.#slots.length;
  }

  addStatement(slot: number, statement: StoredStatement): number {
    return this.#add(slot, kindBits([statement.kind]), sideBits([sideOf(statement)]), 'statement', statement.id);
  }

  /** A note has the kinds and sides of what it is about. */
  addNote(slot: number, note: Note, kinds: number, sides: number): number {
    return this.#add(slot, kinds, sides, 'note', note.statementId ?? '');
  }

  remove(document: number): void {
    this.#slots[document] = GONE;
  }

  /** The number of its article; undefined once it is gone. */
  slotOf(document: number): number | undefined {
    const slot = this.#slots[document] ?? GONE;
    return slot === GONE ? undefined : slot;
  }

  kindsOf(document: number): number {
    return this.#kinds[document] ?? 0;
  }

  sidesOf(document: number): number {
    return this.#sides[document] ?? 0;
  }

  typeOf(document: number): DocumentType {
    return DOCUMENT_TYPES[this.#types[document] ?? 0] ?? 'statement';
  }

  /** Its key without that of the article: the id of the statement, or "" for a note about the article. */
  nameOf(document: number): string {
    return this.#names[document] ?? '';
  }

  /** What is not gone, with articles under new numbers; and the new number of each document, -1 for what is gone. */
  keep(slotNumbers: readonly number[]): { readonly kept: KeptDocuments; readonly numbers: Int32Array } {
    const numbers = new Int32Array(this.size).fill(-1);
    const there: number[] = [];
    for (let document = 0; document < this.size; document++) if (this.#slots[document] !== GONE) numbers[document] = there.push(document) - 1;
    return {
      numbers,
      kept: {
        slots: Uint32Array.from(there, (document) => slotNumbers[this.#slots[document] ?? 0] ?? 0),
        kinds: Uint8Array.from(there, (document) => this.kindsOf(document)),
        sides: Uint8Array.from(there, (document) => this.sidesOf(document)),
        types: Uint8Array.from(there, (document) => this.#types[document] ?? 0),
        names: there.map((document) => this.nameOf(document)).join('\n'),
      },
    };
  }

  #add(slot: number, kinds: number, sides: number, type: DocumentType, name: string): number {
    this.#kinds.push(kinds);
    this.#sides.push(sides);
    this.#types.push(DOCUMENT_TYPES.indexOf(type));
    this.#names.push(name.replaceAll('\n', ' '));
    return this.#slots.push(slot) - 1;
  }
}
