/**
 * What the gate on every page looks names up in: made in the background when the cases change, kept in the extension's local key-value store.
 * Without the guard library, which would be most of the gate.
 */

/**
 * The names of all cases, made ready for lookup without building anything on the page. A name's *key* is one of its words.
 * Texts and lists of texts only, so that every browser's key-value store keeps it as it is.
 */
export interface GateTable {
  /** Ids of the cases, by position. */
  readonly ids: readonly string[];
  /** Four bits a character, from `@` on: whether three letters may be the first of a key, or its second to fourth. `OPENINGS` characters. */
  readonly openings: string;
  /** Six bits a character, from `0` on: whether a word with this hash may be a key. The length is a power of two. */
  readonly filter: string;
  /** By hash: lines of `the key's hash⇥name⇥where the key stands in the name, in UTF-16 code units⇥places`; a place is twice the case's position, plus one for the plaintiff. Their number is a power of two. */
  readonly buckets: readonly string[];
  /** The like lines for names without a letter from a to z, which are looked for one by one. */
  readonly rest: string;
}

/** Characters of the table's openings: four of 32 × 32 × 32 bits each. */
export const OPENINGS = 8_192;

/** Its key in the local key-value store. */
export const GATE_KEY = 'gate';

/** Whether what was stored is a table that the gate can use. */
export function isGateTable(raw: unknown): raw is GateTable {
  if (typeof raw !== 'object' || raw === null) return false;
  const { ids, openings, filter, buckets, rest } = raw as Partial<Readonly<Record<keyof GateTable, unknown>>>;
  const isTexts = (list: unknown): list is readonly string[] => Array.isArray(list) && list.every((each) => typeof each === 'string');
  const isPowerOfTwo = (size: number) => size > 0 && (size & (size - 1)) === 0;
  return (
    isTexts(ids) &&
    isTexts(buckets) &&
    typeof openings === 'string' &&
    openings.length === OPENINGS &&
    isPowerOfTwo(buckets.length) &&
    typeof filter === 'string' &&
    isPowerOfTwo(filter.length) &&
    typeof rest === 'string'
  );
}
