/**
 * Whether two texts are one work: a sketch of the words in order (the lowest hashes of all runs of four words), from which the share of
 * what two texts have in common can be told. Pure; a text cannot be put together again from its sketch.
 */

/** The lowest hashes of a text's runs of words, ascending, each once. */
export type Fingerprint = readonly number[];

const RUN = 4;
/** Hashes kept: the share is then known to about 0.06. */
const KEPT = 48;
/** Hashes by which others are looked up. Two texts that share what we ask for have one of these in common, but for one in 10^5. */
const MARKS = 8;
/** Below this many runs a text is too short to be told from its neighbours. */
const LEAST_RUNS = 40;
/** Copies are trimmed, and stand in other outlets' frames; two articles about the same day share quotations, and far less than this. */
const SAME_SHARE = 0.7;

/** The sketch of a text; undefined for one that is too short to be known again. */
export function fingerprintOf(text: string): Fingerprint | undefined {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < LEAST_RUNS + RUN) return undefined;
  const hashes = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at++) hashes.add(hashOf(words, at));
  if (hashes.size < LEAST_RUNS) return undefined;
  return [...Uint32Array.from(hashes).sort()].slice(0, KEPT);
}

/** The hashes by which an article is looked up. */
export function marksOf(fingerprint: Fingerprint): number[] {
  return fingerprint.slice(0, MARKS);
}

/** Whether two texts share so much that one is a copy of the other. */
export function areSameWork(one: Fingerprint, other: Fingerprint): boolean {
  return sharedPart(one, other) >= SAME_SHARE;
}

/** The share of runs that two texts have in common, 0 to 1, as their sketches tell it. */
export function sharedPart(one: Fingerprint, other: Fingerprint): number {
  const [first, second] = [new Set(one), new Set(other)];
  const lowest = [...Uint32Array.from(new Set([...one, ...other])).sort()].slice(0, Math.min(one.length, other.length));
  return lowest.length === 0 ? 0 : lowest.filter((hash) => first.has(hash) && second.has(hash)).length / lowest.length;
}

/** FNV-1a over the run's words, then mixed, since the lowest are kept: FNV's high bits follow the last letters. */
function hashOf(words: readonly string[], at: number): number {
  let hash = 0x811c9dc5;
  for (let word = at; word < at + RUN; word++) {
    const letters = words[word] ?? '';
    for (let letter = 0; letter < letters.length; letter++) hash = Math.imul(hash ^ letters.charCodeAt(letter), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
