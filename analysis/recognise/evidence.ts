/**
 * What an article holds for and against one case: counts and places, no judgement. `decide.ts` judges.
 */
import type { Recognition } from '../../model/case-file.ts';
import type { Reason } from '../../model/verdict.ts';
import { addTerm, emptyLexicon, type Lexicon, wordsOf } from './lexicon.ts';
import type { Hit, Reading } from './reading.ts';
import { SUING_WORDS, SUIT_WORDS } from './suit-words.ts';

const ROLES = ['plaintiff', 'defendant', 'anchor', 'negative'] as const;
export type TermRole = (typeof ROLES)[number];

/** A term as one case lists it. */
interface Listing {
  readonly number: number;
  readonly role: TermRole;
  readonly weight: number;
  /** The term with its letter case, where that matters. */
  readonly cased?: string;
  readonly why?: string;
}

/** All cases made ready for reading: one lexicon, and each case's listings in it. */
export interface Index {
  readonly lexicon: Lexicon;
  readonly suitWords: readonly number[];
  readonly suingWords: ReadonlySet<number>;
  readonly cases: readonly { readonly caseId: string; readonly listings: readonly Listing[] }[];
  /** By a term's number: the cases that have it as a name of a side or as a strong anchor, and as which. */
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
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
  const cases = recognitions.map((recognition) => ({
    caseId: recognition.caseId,
    listings: ROLES.flatMap((role) => {
      const terms: readonly { term: string; weight: number; isCased?: boolean; why?: string }[] =
        recognition[role === 'negative' ? 'negatives' : role === 'anchor' ? 'anchors' : role];
      return terms.map(
        ({ term, weight, isCased, why }): Listing => ({
          number: addTerm(lexicon, term),
          role,
          weight,
          ...(isCased ? { cased: wordsOf(term).plain } : {}),
          ...(why === undefined ? {} : { why }),
        }),
      );
    }),
  }));
  return { lexicon, suitWords, suingWords, cases, marks: marksOf(cases) };
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
 * Positions of the cases that the article can be about or mention: a name of each side stands in it, or, in a teaser, a strong anchor. Looks
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
    if ((bit & BOTH) === BOTH || (isTeaser && bit & ANCHOR)) found.push(position);
    else if (bit > (bits[nearest] ?? 0)) nearest = position;
  }
  return found.length === 0 && cases.length > 0 ? [nearest] : found;
}

/** A listing found in the article, overlaps with longer terms of the same role left out. */
export interface Found {
  readonly listing: Listing;
  readonly hits: readonly Hit[];
}

/** Which roles a passage holds. */
export interface PassageRoles {
  readonly kind: 'title' | 'standfirst' | 'body';
  readonly words: number;
  readonly plaintiff: number;
  readonly defendant: number;
  readonly anchor: number;
  readonly negative: number;
  /** A word of litigation, and a word for the act of suing. */
  readonly hasSuitWord: boolean;
  readonly hasSuing: boolean;
}

/** The evidence for one case. Numbers by role are the greatest weight found there (`PassageRoles`) or the sum over different terms (`anchors`, `negatives`). */
export interface Evidence {
  readonly caseId: string;
  readonly found: readonly Found[];
  readonly passages: readonly PassageRoles[];
  readonly bodyWords: number;
}

/** Gathers what the reading holds for the case with this position in the index. */
export function evidenceFor(reading: Reading, index: Index, position: number): Evidence {
  const { caseId, listings } = index.cases[position] ?? { caseId: '', listings: [] };
  const found = ROLES.flatMap((role) => foundFor(reading, listings, role));
  const holds = (role: TermRole) => found.some(({ listing }) => listing.role === role);
  const isWorthPlacing = holds('plaintiff') || holds('defendant') || holds('anchor');
  return { caseId, found, passages: isWorthPlacing ? rolesByPassage(reading, index, found) : [], bodyWords: reading.bodyWords };
}

function foundFor(reading: Reading, listings: readonly Listing[], role: TermRole): Found[] {
  const all: { listing: Listing; hit: Hit }[] = [];
  for (const listing of listings) {
    if (listing.role !== role) continue;
    for (const hit of reading.hits.get(listing.number) ?? []) if (fitsCase(hit.plain, listing.cased)) all.push({ listing, hit });
  }
  all.sort((a, b) => a.hit.first - b.hit.first || b.hit.last - a.hit.last);
  const kept = new Map<Listing, Hit[]>();
  let covered = -1;
  for (const { listing, hit } of all) {
    if (hit.last <= covered) continue;
    covered = hit.last;
    const hits = kept.get(listing);
    if (hits) hits.push(hit);
    else kept.set(listing, [hit]);
  }
  return [...kept].map(([listing, hits]) => ({ listing, hits }));
}

/** A cased term also fits where all of it is in capitals ("META" in a shouted headline). */
function fitsCase(plain: string, cased: string | undefined): boolean {
  return cased === undefined || plain === cased || plain === cased.toUpperCase();
}

function rolesByPassage(reading: Reading, index: Index, found: readonly Found[]): PassageRoles[] {
  const roles = reading.passages.map(({ kind, words }) => ({
    kind,
    words,
    plaintiff: 0,
    defendant: 0,
    anchor: 0,
    negative: 0,
    hasSuitWord: false,
    hasSuing: false,
  }));
  for (const { listing, hits } of found) {
    for (const hit of hits) {
      const passage = roles[hit.passage];
      if (passage) passage[listing.role] = Math.max(passage[listing.role], listing.weight);
    }
  }
  for (const number of index.suitWords) {
    for (const hit of reading.hits.get(number) ?? []) {
      const passage = roles[hit.passage];
      if (passage === undefined) continue;
      passage.hasSuitWord = true;
      if (index.suingWords.has(number)) passage.hasSuing = true;
    }
  }
  return roles;
}

/** The findings as reasons to show, the strongest of each role first, at most `limit` a role. */
export function reasonsOf(found: readonly Found[], limit: number): Reason[] {
  return ROLES.flatMap((role) =>
    found
      .filter(({ listing }) => listing.role === role)
      .sort((a, b) => b.listing.weight - a.listing.weight || b.hits.length - a.hits.length)
      .slice(0, limit)
      .flatMap(({ listing, hits }): Reason[] => {
        const [first] = hits;
        if (first === undefined) return [];
        const words = listing.why === undefined ? first.words : `${first.words} (${listing.why})`;
        return [{ role, words, count: hits.length, speaksFor: role !== 'negative', ...(first.span ? { span: first.span } : {}) }];
      }),
  );
}
