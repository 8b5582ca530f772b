/**
 * The terms of all cases made ready for reading, and which cases an article's words bring into question.
 */
import type { Recognition } from '../../model/case-file.ts';
import { addTerm, emptyLexicon, type Lexicon, wordsOf } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { SAYS_SUING, SUING_WORDS, SUIT_WORDS } from './suit-words.ts';

export const ROLES = ['plaintiff', 'defendant', 'anchor', 'negative'] as const;
export type TermRole = (typeof ROLES)[number];
/** What a side is called without its name, which says nothing by itself. */
const DESCRIPTIONS = ['plaintiff', 'defendant'] as const;
export type DescribedSide = (typeof DESCRIPTIONS)[number];

/** A term as one case lists it. */
export interface Listing {
  readonly number: number;
  readonly role: TermRole;
  readonly weight: number;
  /** The term with its letter case, where that matters. */
  readonly cased?: string;
  readonly why?: string;
  /** An anchor that says "sued the defendant", as others may have too. */
  readonly saysSuing: boolean;
}

/** All cases made ready for reading: one lexicon, and each case's listings in it. */
export interface Index {
  readonly lexicon: Lexicon;
  readonly suitWords: readonly number[];
  readonly suingWords: ReadonlySet<number>;
  readonly cases: readonly IndexedCase[];
  /** By a term's number: the cases that have it as a name of a side or as a strong anchor, and as which. */
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
}

export interface IndexedCase {
  readonly caseId: string;
  readonly listings: readonly Listing[];
  /** Terms that describe a side. */
  readonly descriptions: Readonly<Record<DescribedSide, readonly number[]>>;
  /** Single words of its terms, lower case: names that are its own. */
  readonly ownWords: ReadonlySet<string>;
}

interface Mark {
  readonly position: number;
  readonly bit: number;
}

const PLAINTIFF = 1;
const DEFENDANT = 2;
const BOTH = PLAINTIFF | DEFENDANT;
const ANCHOR = 4;
/** An anchor of this weight may stand for a case of which a teaser names no party. */
const STRONG_ANCHOR = 2;
/** Fewer words of body than this are a teaser: too little to say that the article is about anything. */
export const TEASER_WORDS = 40;

/** Builds the lexicon of all cases; worth keeping, since it costs more than reading an article. */
export function indexOf(recognitions: readonly Recognition[]): Index {
  const lexicon = emptyLexicon();
  const suitWords = SUIT_WORDS.map((word) => addTerm(lexicon, word));
  const suingWords = new Set(SUING_WORDS.map((word) => addTerm(lexicon, word)));
  const cases = recognitions.map((recognition) => indexedCase(recognition, lexicon));
  return { lexicon, suitWords, suingWords, cases, marks: marksOf(cases) };
}

function indexedCase({ caseId, descriptions = {}, ...recognition }: Recognition, lexicon: Lexicon): IndexedCase {
  const terms = ROLES.flatMap((role) => {
    const list: readonly { term: string; weight: number; isCased?: boolean; why?: string }[] =
      recognition[role === 'negative' ? 'negatives' : role === 'anchor' ? 'anchors' : role];
    return list.map((each) => ({ ...each, role }));
  });
  const described = DESCRIPTIONS.map((role) => descriptions[role] ?? []);
  const own = [...terms.filter(({ role }) => role !== 'negative').map(({ term }) => term), ...described.flat()];
  const [plaintiff = [], defendant = []] = described.map((list) => list.map((term) => addTerm(lexicon, term)));
  const listings = terms.map(
    ({ term, role, weight, isCased, why }): Listing => ({
      number: addTerm(lexicon, term),
      role,
      weight,
      saysSuing: wordsOf(term)
        .lower.split(' ')
        .some((word) => SAYS_SUING.has(word)),
      ...(isCased ? { cased: wordsOf(term).plain } : {}),
      ...(why === undefined ? {} : { why }),
    }),
  );
  return { caseId, listings, descriptions: { plaintiff, defendant }, ownWords: new Set(own.flatMap((term) => wordsOf(term).lower.split(' '))) };
}

function marksOf(cases: Index['cases']): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>();
  for (const [position, { listings }] of cases.entries()) {
    for (const { number, role, weight } of listings) {
      const bit = role === 'plaintiff' ? PLAINTIFF : role === 'defendant' ? DEFENDANT : role === 'anchor' && weight >= STRONG_ANCHOR ? ANCHOR : 0;
      if (bit === 0) continue;
      const known = marks.get(number);
      if (known) known.push({ position, bit });
      else marks.set(number, [{ position, bit }]);
    }
  }
  return marks;
}

/**
 * Positions of the cases that the article can be about or mention: a name of each side stands in it, or of one beside a strong anchor, in a teaser
 * that alone. Looks
 * at the terms that were found and not at the cases, so that two hundred cases cost what one does. Where there is none, the one that is nearest.
 */
export function candidates(reading: Reading, { marks, cases }: Index): number[] {
  const bits = new Uint8Array(cases.length);
  for (const number of reading.hits.keys()) for (const { position, bit } of marks.get(number) ?? []) bits[position] = (bits[position] ?? 0) | bit;
  const isTeaser = reading.bodyWords < TEASER_WORDS;
  const found: number[] = [];
  let nearest = 0;
  for (let position = 0; position < bits.length; position++) {
    const bit = bits[position] ?? 0;
    const isStrong = (bit & ANCHOR) !== 0 && (isTeaser || (bit & BOTH) !== 0);
    if ((bit & BOTH) === BOTH || isStrong) found.push(position);
    else if (bit > (bits[nearest] ?? 0)) nearest = position;
  }
  return found.length === 0 && cases.length > 0 ? [nearest] : found;
}
