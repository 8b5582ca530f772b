/**
 * `--brief`: a command of the documents does a small part of its work and writes nothing that is committed, so that a test can see that it
 * runs (tests/commands). Figures of such a run mean nothing.
 */
const WORD = '--brief';

export const isBrief = process.argv.includes(WORD);

/** The words of the command line that say what is to be done. */
export const words: readonly string[] = process.argv.slice(2).filter((word) => word !== WORD);

/** How many there are of something: all, or the few of a brief run. */
export function amount(all: number, few: number): number {
  return isBrief ? Math.min(all, few) : all;
}

/** A list, or the beginning of it in a brief run. */
export function sampleOf<T>(list: readonly T[], few: number): readonly T[] {
  return isBrief ? list.slice(0, few) : list;
}
