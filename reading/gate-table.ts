/**
 * Makes the gate's table of the cases that are looked for: every spelling of their parties' names, found again by one of its words.
 * Runs in the background when the cases change, so that pages need not; knows no storage.
 */
import type { Recognition } from '../model/case-file.ts';
import { type GateTable, OPENINGS } from '../model/gate-table.ts';
import { bucketOf, filterBit, filterCharacter, openingPlace, placeOf, smallLetters, visitWords } from './gate-words.ts';
import { hasWord } from './whole-words.ts';

/** What the gate needs of a case's recognition terms. */
export type GateTerms = Pick<Recognition, 'caseId' | 'plaintiff' | 'defendant'>;

/** Bits of the filter for one key: of a hundred other words, two pass. */
const BITS_A_KEY = 48;
const BITS_A_CHARACTER = 6;
const KEYS_A_BUCKET = 8;
const MOST_BUCKETS = 256;

/** Lets all words through. */
const EVERY_WORD = { openings: 'O'.repeat(OPENINGS), filter: 'o' };

interface Key {
  readonly word: string;
  readonly hash: number;
  /** Where it stands in the name, in UTF-16 code units. */
  readonly start: number;
}

/** The table of these cases, in their order. */
export function gateTable(cases: readonly GateTerms[]): GateTable {
  const names = new Map<string, Set<number>>();
  for (const [position, { plaintiff, defendant }] of cases.entries())
    for (const [place, terms] of [
      [2 * position, defendant],
      [2 * position + 1, plaintiff],
    ] as const)
      for (const name of spellings(terms)) names.set(name, (names.get(name) ?? new Set()).add(place));
  const keys = keysOf([...names.keys()]);
  const hashes = [...new Set([...keys.values()].map(({ hash }) => hash))];
  const buckets = new Array<string>(powerOfTwo(hashes.length / KEYS_A_BUCKET, MOST_BUCKETS)).fill('');
  const rest: string[] = [];
  for (const [name, places] of names) {
    const key = keys.get(name);
    const line = `${key?.hash ?? ''}\t${name}\t${key?.start ?? ''}\t${[...places].join()}`;
    if (!key) rest.push(line);
    else {
      const at = bucketOf(key.hash, buckets.length);
      buckets[at] += `\n${line}`;
    }
  }
  return {
    ids: cases.map(({ caseId }) => caseId),
    openings: openingsOf([...keys.values()].map(({ word }) => word)),
    filter: filterOf(hashes),
    buckets,
    rest: rest.join('\n'),
  };
}

/** The least power of two that is no less than the number, `most` at most. */
function powerOfTwo(least: number, most = 1 << 20): number {
  let size = 1;
  while (size < least && size < most) size *= 2;
  return size;
}

function filterOf(hashes: readonly number[]): string {
  const bits = new Array<number>(powerOfTwo((hashes.length * BITS_A_KEY) / BITS_A_CHARACTER)).fill(0);
  for (const hash of hashes) set(bits, [filterCharacter(hash, bits.length), filterBit(hash)]);
  return bits.map((value) => String.fromCharCode(48 + value)).join('');
}

/**
 * What the gate sees of a key at every other place of a text, whichever of its letters it comes upon first: three from the first on or
 * from the second, or for shorter keys what stands around them, which may be anything.
 */
function openingsOf(words: readonly string[]): string {
  const bits = new Array<number>(OPENINGS).fill(0);
  const anything = Array.from({ length: 32 }, (_, byte) => byte);
  const codes = (letters: string) => (letters === '' ? anything : [letters.charCodeAt(0)]);
  const add = (first: string, second: string, third: string) => {
    for (const a of codes(first)) for (const b of codes(second)) for (const c of codes(third)) set(bits, openingPlace(a, b, c));
  };
  for (const word of words) {
    const [a = '', b = '', c = '', d = ''] = word;
    add(a, b, c);
    if (d === '') add('', a, b);
    else add(b, c, d);
  }
  return bits.map((value) => String.fromCharCode(64 + value)).join('');
}

function set(bits: number[], [character, bit]: readonly [number, number]): void {
  bits[character] = (bits[character] ?? 0) | (1 << bit);
}

/**
 * The word by which each name is looked for: of its words the one that fewest names share ("Northstar", not "Pharmaceuticals"), and of
 * those the longest, which is mostly the rarest in a text. None for names without a letter from a to z.
 */
function keysOf(names: readonly string[]): ReadonlyMap<string, Key> {
  const wordsOf = new Map(names.map((name) => [name, wordsIn(name)]));
  const shared = new Map<string, number>();
  for (const words of wordsOf.values()) for (const { word } of words) shared.set(word, (shared.get(word) ?? 0) + 1);
  const keys = new Map<string, Key>();
  for (const [name, words] of wordsOf) {
    const [best] = words.sort((a, b) => (shared.get(a.word) ?? 0) - (shared.get(b.word) ?? 0) || b.word.length - a.word.length);
    if (best) keys.set(name, best);
  }
  return keys;
}

function wordsIn(name: string): Key[] {
  const words = new Map<string, Key>();
  visitWords(name, EVERY_WORD, (hash, start, end) => {
    const word = smallLetters(start, end);
    if (!words.has(word)) words.set(word, { word, hash, start: placeOf(start) });
  });
  return [...words.values()];
}

/**
 * Ways in which the terms are written, so that the page's text need not be folded: as given, in capitals, and for terms
 * without fixed case also small and as in a headline. A term that holds another one as a whole word adds nothing.
 */
function spellings(terms: GateTerms['plaintiff']): string[] {
  const all = terms.flatMap(({ term, isCased }) => {
    const always = [term, term.toUpperCase()];
    return isCased ? always : [...always, term.toLowerCase(), term.replace(/(^|[\s-])(\p{Ll})/gu, (_, gap, letter) => gap + letter.toUpperCase())];
  });
  const shortest = [...new Set(all)].sort((a, b) => a.length - b.length);
  return shortest.filter((needle, at) => !shortest.slice(0, at).some((shorter) => hasWord(needle, shorter)));
}
