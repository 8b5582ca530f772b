/**
 * What an article holds for and against one case: counts and places, no judgement. `decide.ts` judges.
 */
import type { Reason } from '../../model/verdict.ts';
import type { Hit, Place, Reading } from './reading.ts';
import { type DescribedSide, type Index, type IndexedCase, type Listing, ROLES, type TermRole } from './term-index.ts';

/** A listing found in the article, overlaps with longer terms of the same role left out. */
export interface Found {
  readonly listing: Listing;
  readonly hits: readonly Hit[];
}

/** Which roles a passage holds. */
export interface PassageRoles {
  readonly kind: 'title' | 'standfirst' | 'body';
  readonly plaintiff: number;
  readonly defendant: number;
  readonly anchor: number;
  readonly negative: number;
  /** A word of litigation, and a word for the act of suing. */
  readonly hasSuitWord: boolean;
  readonly hasSuing: boolean;
  /** A description of that side. */
  readonly describesPlaintiff: boolean;
  readonly describesDefendant: boolean;
}

/** The evidence for one case. A passage's number by role is the greatest weight found there. */
export interface Evidence {
  readonly caseId: string;
  readonly found: readonly Found[];
  readonly passages: readonly PassageRoles[];
  readonly bodyWords: number;
  /** Words and signs in all. */
  readonly length: number;
  /** Where words of litigation stand, and those of suing among them, in order. */
  readonly suits: readonly Hit[];
  readonly suings: readonly Hit[];
  /** Where a side is described, in order. */
  readonly described: Readonly<Record<DescribedSide, readonly Hit[]>>;
  /** How often the text has names of the case's own terms, how often each other name, and where those stand, in order. */
  readonly ownNames: number;
  readonly otherNames: readonly number[];
  readonly others: readonly Place[];
}

/** Gathers what the reading holds for the case with this position in the index. */
export function evidenceFor(reading: Reading, index: Index, position: number): Evidence {
  const { caseId, listings, descriptions, ownWords } = index.cases[position] ?? NO_CASE;
  const found = ROLES.flatMap((role) => foundFor(reading, listings, role));
  const holds = (role: TermRole) => found.some(({ listing }) => listing.role === role);
  const isWorthPlacing = holds('plaintiff') || holds('defendant') || holds('anchor');
  const suits = isWorthPlacing ? hitsOf(reading, index.suitWords) : [];
  const suings = isWorthPlacing ? hitsOf(reading, index.suingWords) : [];
  const described = { plaintiff: hitsOf(reading, descriptions.plaintiff), defendant: hitsOf(reading, descriptions.defendant) };
  const passages = isWorthPlacing ? rolesByPassage(reading, found, suits, suings, described) : [];
  let ownNames = 0;
  const otherNames: number[] = [];
  const others: Place[] = [];
  for (const [name, places] of isWorthPlacing ? reading.names : []) {
    if (ownWords.has(name)) ownNames += places.length;
    else otherNames.push(places.length);
    if (!ownWords.has(name)) for (const place of places) others.push(place);
  }
  others.sort((a, b) => a.first - b.first);
  return { caseId, found, passages, bodyWords: reading.bodyWords, length: reading.length, suits, suings, described, ownNames, otherNames, others };
}

const NO_CASE: IndexedCase = { caseId: '', listings: [], descriptions: { plaintiff: [], defendant: [] }, ownWords: new Set() };

function hitsOf(reading: Reading, numbers: Iterable<number>): Hit[] {
  return [...numbers].flatMap((number) => reading.hits.get(number) ?? []).sort((a, b) => a.first - b.first);
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

function rolesByPassage(
  reading: Reading,
  found: readonly Found[],
  suits: readonly Hit[],
  suings: readonly Hit[],
  described: Evidence['described'],
): PassageRoles[] {
  const roles = reading.passages.map(({ kind }) => ({
    kind,
    plaintiff: 0,
    defendant: 0,
    anchor: 0,
    negative: 0,
    hasSuitWord: false,
    hasSuing: false,
    describesPlaintiff: false,
    describesDefendant: false,
  }));
  for (const { listing, hits } of found) {
    for (const hit of hits) {
      const passage = roles[hit.passage];
      if (passage) passage[listing.role] = Math.max(passage[listing.role], listing.weight);
    }
  }
  const mark = (hits: readonly Hit[], key: 'hasSuitWord' | 'hasSuing' | 'describesPlaintiff' | 'describesDefendant') => {
    for (const hit of hits) {
      const passage = roles[hit.passage];
      if (passage) passage[key] = true;
    }
  };
  mark(suits, 'hasSuitWord');
  mark(suings, 'hasSuing');
  mark(described.plaintiff, 'describesPlaintiff');
  mark(described.defendant, 'describesDefendant');
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
