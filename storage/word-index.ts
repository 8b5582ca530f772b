/**
 * Which documents hold which words: an inverted index that is only added to. Exact words, the last one as a prefix. See
 * docs/decisions/0004 for why it is not a library. Knows nothing of articles or statements.
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

export class WordIndex {
  /** Numbers of documents by word, ascending. */
  readonly #postings = new Map<string, number[]>();
  /** All words in order, made when first needed after a change. */
  #sorted: string[] | undefined;

  /** Adds a document. Numbers must grow from call to call. */
  add(document: number, text: string): void {
    for (const word of new Set(searchWords(text))) {
      const list = this.#postings.get(word);
      if (list) list.push(document);
      else {
        this.#postings.set(word, [document]);
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
    const lists = words.map((word) => this.#postings.get(word) ?? []);
    const ending = /[\p{L}\p{N}]$/u.test(query) ? this.#beginning(last) : (this.#postings.get(last) ?? []);
    return intersection([...lists, ending]);
  }

  /** The documents that hold a word that begins so. */
  #beginning(prefix: string): readonly number[] {
    this.#sorted ??= [...this.#postings.keys()].sort();
    const lists: (readonly number[])[] = [];
    for (let at = firstAtLeast(this.#sorted, prefix); this.#sorted[at]?.startsWith(prefix); at++) lists.push(this.#postings.get(this.#sorted[at] ?? '') ?? []);
    if (lists.length <= 1) return lists[0] ?? [];
    return [...new Set(lists.flat())].sort((a, b) => a - b);
  }
}

function intersection(lists: (readonly number[])[]): Uint32Array {
  const [shortest = [], ...others] = lists.toSorted((a, b) => a.length - b.length);
  const places = others.map(() => 0);
  const found: number[] = [];
  for (const document of shortest) {
    const isInAll = others.every((list, which) => {
      let at = places[which] ?? 0;
      while (at < list.length && (list[at] as number) < document) at++;
      places[which] = at;
      return list[at] === document;
    });
    if (isInAll) found.push(document);
  }
  return Uint32Array.from(found);
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
