/**
 * When a paragraph counts as found, and a kept block as right. Text is compared by its letters and digits, in small letters: breaks
 * and the white space of pretty-printed HTML are nobody's words.
 * Knows nothing of pages or browsers.
 */

/** Shorter ones are headings, labels and crumbs, kept or left by taste: they are counted apart. */
export const MIN_WORDS = 8;
const SHINGLE = 3;
/** A paragraph of which this share of its three-word shingles stands in the other text is the same paragraph, give or take a footnote mark. */
const ENOUGH = 0.8;

export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? [];

/** Text to look paragraphs up in. */
export class Haystack {
  readonly #letters: string;
  readonly #shingles: ReadonlySet<string>;

  constructor(texts: readonly string[]) {
    const words = texts.flatMap(wordsOf);
    this.#letters = words.join('');
    this.#shingles = new Set(shinglesOf(words));
  }

  /** Whether all of the text stands there, one letter after the other. */
  holdsAll(text: string): boolean {
    return this.#letters.includes(wordsOf(text).join(''));
  }

  /** Whether nearly all of the text stands there. */
  holds(text: string): boolean {
    if (this.holdsAll(text)) return true;
    const own = shinglesOf(wordsOf(text));
    return own.length > 0 && own.filter((shingle) => this.#shingles.has(shingle)).length / own.length >= ENOUGH;
  }
}

function shinglesOf(words: readonly string[]): string[] {
  return words.slice(SHINGLE - 1).map((_, at) => words.slice(at, at + SHINGLE).join(' '));
}

export interface Comparison {
  /** Paragraphs of the expected article, and how many of them were found whole and found nearly whole. */
  readonly expected: number;
  readonly whole: number;
  readonly found: number;
  /** Blocks that were kept, and how many of them are expected. */
  readonly kept: number;
  readonly rightWhole: number;
  readonly right: number;
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
}

/** Compares the paragraphs of an article with the blocks that were kept of it; `all` is what they may be found in, where that is more. */
export function compareParagraphs(expected: readonly string[], kept: readonly string[], all = kept, minWords = MIN_WORDS): Comparison {
  const long = (text: string) => wordsOf(text).length >= minWords;
  const wanted = expected.filter(long);
  const got = kept.filter(long);
  const keptText = new Haystack(all);
  const expectedText = new Haystack(expected);
  const missing = wanted.filter((text) => !keptText.holds(text));
  const surplus = got.filter((text) => !expectedText.holds(text));
  return {
    expected: wanted.length,
    whole: wanted.filter((text) => keptText.holdsAll(text)).length,
    found: wanted.length - missing.length,
    kept: got.length,
    rightWhole: got.filter((text) => expectedText.holdsAll(text)).length,
    right: got.length - surplus.length,
    missing,
    surplus,
  };
}
