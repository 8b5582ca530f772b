/**
 * Which documents hold which words: an inverted index that is only added to, and that can be kept and taken up again. Exact words, the
 * last one as a prefix. See docs/decisions/0004 for why it is not a library. Knows nothing of articles or statements.
 */

/** The words of a text as they are compared: lower case, without accents. */
export function searchWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** An index as it is kept. The documents of the word at place `n` stand in `documents` from `starts[n]` to `starts[n + 1]`, ascending. */
export interface KeptWords {
  /** In order of their code units, joined by line feeds. */
  readonly words: string;
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
}

type Numbers = ArrayLike<number>;
const NONE: KeptWords = { words: '', starts: new Uint32Array(1), documents: new Uint32Array(0) };

export class WordIndex {
  readonly #kept: readonly string[];
  readonly #starts: Uint32Array;
  readonly #documents: Uint32Array;
  /** What was added since: numbers of documents by word, ascending, all greater than those that were kept. */
  readonly #added = new Map<string, number[]>();
  /** The words added, in order; made when first needed after a change. */
  #sorted: readonly string[] | undefined;
  /** One more than the greatest number of a document. */
  #size: number;

  /** Takes up an index that was kept, whose documents are numbered below `size`. */
  constructor(kept: KeptWords = NONE, size = 0) {
    this.#kept = kept.words === '' ? [] : kept.words.split('\n');
    this.#starts = kept.starts;
    this.#documents = kept.documents;
    this.#size = size;
  }

  /** Adds a document. Numbers must grow from call to call. */
  add(document: number, text: string): void {
    this.#size = document + 1;
    for (const word of new Set(searchWords(text))) {
      const list = this.#added.get(word);
      if (list) list.push(document);
      else {
        this.#added.set(word, [document]);
        this.#sorted = undefined;
      }
    }
  }

  /** The documents that hold every word of the query, the last one perhaps unfinished; ascending. Undefined for a query without words. */
  find(query: string): Uint32Array | undefined {
    const words = searchWords(query);
    const last = words.pop();
    if (last === undefined) return undefined;
    // Something typed after the last word, if only a space, says that it is finished.
    const ending = /[\p{L}\p{N}\p{M}]$/u.test(query) ? this.#beginning(last) : this.#exactly(last);
    return inAll([...words.map((word) => this.#exactly(word)), ending], this.#size);
  }

  /** The index without what is gone, under new numbers: `numberOf` gives -1 for a document that is not kept, and never changes their order. */
  keep(numberOf: (document: number) => number): KeptWords {
    const words: string[] = [];
    const starts: number[] = [0];
    const documents: number[] = [];
    for (const word of [...new Set([...this.#kept, ...this.#added.keys()])].sort()) {
      for (const list of this.#exactly(word)) {
        for (let at = 0; at < list.length; at++) {
          const number = numberOf(list[at] ?? 0);
          if (number >= 0) documents.push(number);
        }
      }
      if (documents.length === starts.at(-1)) continue;
      words.push(word);
      starts.push(documents.length);
    }
    return { words: words.join('\n'), starts: Uint32Array.from(starts), documents: Uint32Array.from(documents) };
  }

  #exactly(word: string): Numbers[] {
    const at = firstAtLeast(this.#kept, word);
    const added = this.#added.get(word);
    return [...(this.#kept[at] === word ? [this.#keptAt(at)] : []), ...(added ? [added] : [])];
  }

  /** The lists of all words that begin so. */
  #beginning(prefix: string): Numbers[] {
    this.#sorted ??= [...this.#added.keys()].sort();
    const lists: Numbers[] = [];
    for (let at = firstAtLeast(this.#kept, prefix); this.#kept[at]?.startsWith(prefix); at++) lists.push(this.#keptAt(at));
    for (let at = firstAtLeast(this.#sorted, prefix); this.#sorted[at]?.startsWith(prefix); at++) lists.push(this.#added.get(this.#sorted[at] ?? '') ?? []);
    return lists;
  }

  #keptAt(at: number): Uint32Array {
    return this.#documents.subarray(this.#starts[at], this.#starts[at + 1]);
  }
}

/** The documents that are in at least one list of every word; in time that grows with the lists alone, however many there are. */
function inAll(words: readonly (readonly Numbers[])[], size: number): Uint32Array {
  /** For each document, of how many words in turn it is in a list. */
  const passed = new Uint8Array(size);
  const steps = words.slice(0, 255);
  let many = 0;
  for (const [step, lists] of steps.entries()) {
    many = 0;
    for (const list of lists) many += pass(passed, list, step);
  }
  // Made at its length: growing an array and turning it into this one took most of the time of a frequent word.
  const found = new Uint32Array(many);
  for (let document = 0, at = 0; at < many; document++) if (passed[document] === steps.length) found[at++] = document;
  return found;
}

/** Takes the documents of a list that have passed so many words one on; gives how many those are. */
function pass(passed: Uint8Array, list: Numbers, step: number): number {
  let many = 0;
  for (let at = 0; at < list.length; at++) {
    const document = list[at] ?? 0;
    if (passed[document] !== step) continue;
    passed[document] = step + 1;
    many++;
  }
  return many;
}

function firstAtLeast(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
