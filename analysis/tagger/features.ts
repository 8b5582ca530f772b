/**
 * What the tagger sees of a token, as small integers. Training and use share this file, so that they cannot drift apart.
 */
import type { Token } from '../text/tokens.ts';
import { isAttributionNoun, VERB_CLASSES, verbClassOf } from '../text/verb-classes.ts';

/** Names of the columns, in order. `word` is 0 for padding and 1 for words that the vocabulary lacks. */
export const COLUMNS = ['word', 'suffix2', 'suffix3', 'suffix4', 'prefix3', 'partOfSpeech', 'shape', 'quote', 'edge', 'verbClass'] as const;
export const COLUMN_COUNT = COLUMNS.length;

export const UNKNOWN_WORD = 1;
/** Hashes of affixes share one table of this many rows. */
export const AFFIX_BUCKETS = 2048;
export const SHAPES = 7;

/** Words that the tagger knows: lower-case form → row of its embedding and its commonest part of speech. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, number>;
  /** By word row; 0 where unknown. */
  readonly partsOfSpeech: Uint8Array;
}

/** What every masked name is seen as: some company's. */
const MASK = 'Facebook';

/**
 * The features of the tokens, row by row, `COLUMN_COUNT` numbers a token. Tokens that are masked look all alike, so that what is
 * found cannot hang on the name of the one who speaks.
 */
export function featuresOf(tokens: readonly Token[], { words, partsOfSpeech }: Vocabulary, masked: ReadonlySet<number> = new Set()): Int32Array {
  const rows = new Int32Array(tokens.length * COLUMN_COUNT);
  tokens.forEach((token, index) => {
    const text = masked.has(index) ? MASK : token.text;
    const lower = vocabularyForm(text);
    const word = words.get(lower) ?? UNKNOWN_WORD;
    rows.set(
      [
        word,
        affix('2', lower.slice(-2)),
        affix('3', lower.slice(-3)),
        affix('4', lower.slice(-4)),
        affix('p', lower.slice(0, 3)),
        partsOfSpeech[word] ?? 0,
        shapeOf(text),
        (token.isQuoted ? 4 : 0) + (token.opensQuote ? 2 : 0) + (token.closesQuote ? 1 : 0),
        edgeOf(tokens[index - 1], token, tokens[index + 1]),
        verbClassNumber(lower),
      ],
      index * COLUMN_COUNT,
    );
  });
  return rows;
}

/** A word as the vocabulary has it: lower case, every kind of quotation mark alike. */
export function vocabularyForm(word: string): string {
  return word
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”„«»‟＂]|''|``/g, '"');
}

/** Base-31 string hash, kept within 32 bits, then within the table. */
function affix(place: string, letters: string): number {
  let hash = 0;
  for (const letter of place + letters) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % AFFIX_BUCKETS;
}

function shapeOf(word: string): number {
  if (/^\p{Ll}/u.test(word)) return 0;
  if (/^\p{Lu}[\p{Ll}’'-]/u.test(word)) return 1;
  if (/^\p{Lu}$/u.test(word)) return 2;
  if (/^\p{Lu}/u.test(word)) return 3;
  if (/\d/.test(word)) return 4;
  return /[\p{L}]/u.test(word) ? 5 : 6;
}

/** 1: begins its sentence; 2: ends it; 4: begins its block. */
function edgeOf(before: Token | undefined, token: Token, next: Token | undefined): number {
  return (before?.sentence === token.sentence ? 0 : 1) + (next?.sentence === token.sentence ? 0 : 2) + (before?.block === token.block ? 0 : 4);
}

function verbClassNumber(lower: string): number {
  const verbClass = verbClassOf(lower);
  if (verbClass) return 1 + VERB_CLASSES.indexOf(verbClass);
  return isAttributionNoun(lower) ? VERB_CLASSES.length + 1 : 0;
}
