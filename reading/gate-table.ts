/**
 * Makes the gate's table of the cases that are looked for: every spelling of their parties' names, found again by one of its words.
 * Runs in the background when the cases change, so that pages need not; knows no storage.
 */
import type { Recognition } from '../model/case-file.ts';
import type { GateTable } from '../model/gate-table.ts';
import { bucketOf, collectWords, filterPlace, hasWord } from './gate.ts';

/** What the gate needs of a case's recognition terms. */
export type GateTerms = Pick<Recognition, 'caseId' | 'plaintiff' | 'defendant'>;

/** Bits of the filter for one key: of a hundred other words, two pass. */
const BITS_A_KEY = 48;
const BITS_A_CHARACTER = 6;
const KEYS_A_BUCKET = 8;
const MOST_BUCKETS = 256;

interface Entry {
  readonly key: string;
  readonly hash: number;
  readonly name: string;
  readonly places: Set<number>;
}

/** The table of these cases, in their order. */
export function gateTable(cases: readonly GateTerms[]): GateTable {
  const entries = new Map<string, Entry>();
  const rest = new Map<string, Set<number>>();
  for (const [position, { plaintiff, defendant }] of cases.entries()) {
    for (const [place, terms] of [
      [2 * position, defendant],
      [2 * position + 1, plaintiff],
    ] as const)
      for (const name of spellings(terms)) {
        const key = keyOf(name);
        const known = key ? entries.get(name)?.places : rest.get(name);
        if (known) known.add(place);
        else if (key) entries.set(name, { ...key, name, places: new Set([place]) });
        else rest.set(name, new Set([place]));
      }
  }
  const keys = new Map([...entries.values()].map(({ key, hash }) => [key, hash]));
  const buckets = new Array<string>(powerOfTwo(keys.size / KEYS_A_BUCKET, MOST_BUCKETS)).fill('');
  for (const { key, hash, name, places } of entries.values()) {
    const at = bucketOf(hash, buckets.length);
    buckets[at] += `\n${key}\t${name}\t${[...places].join()}`;
  }
  return {
    ids: cases.map(({ caseId }) => caseId),
    filter: filterOf([...keys.values()]),
    buckets,
    rest: [...rest].map(([name, places]) => `\t${name}\t${[...places].join()}`).join('\n'),
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
  for (const hash of hashes) {
    const [at, bit] = filterPlace(hash, bits.length);
    bits[at] = (bits[at] ?? 0) | (1 << bit);
  }
  return bits.map((value) => String.fromCharCode(48 + value)).join('');
}

/** The word by which a name is looked for: its longest, which is mostly its rarest. Undefined where it has none from a to z. */
function keyOf(name: string): { key: string; hash: number } | undefined {
  const words = new Map<string, number>();
  collectWords(name, '', words);
  const [longest] = [...words].sort(([a], [b]) => b.length - a.length);
  return longest && { key: longest[0], hash: longest[1] };
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
