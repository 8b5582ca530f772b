/**
 * What an article’s evidence for a case comes to in numbers, by which `decide.ts` judges.
 * Knows no text and no judgement, only counts and places. Time grows linearly with the hits, but for the logarithm of a search.
 */
import type { Evidence, Found, PassageRoles } from './evidence.ts';
import type { Hit, Place } from './reading.ts';
import type { TermRole } from './term-index.ts';

/** Terms of this weight are strong; of one more, they settle it. */
export const STRONG = 2;
export const SETTLING = 3;
/** Body passages that belong to the opening, beside title and standfirst. */
const OPENING_PASSAGES = 2;
/** Words and signs between a party and a word of suing that is its own ("WhatsApp, which is owned by Facebook, has sued"). */
const OWN_SUIT = 12;
/** The same between both parties and a word of litigation. */
const JOINT_SUIT = 30;
/** Words of an article of the usual length; a longer one repeats more names, whatever it is about. */
const USUAL_LENGTH = 400;
/** More words of litigation in a hundred than this say no more. */
const MOST_LITIGATION = 6;
/** Right beside each other. */
const BESIDE = 4;
/** Words and signs between a name and a word of suing that may be its own. */
const NEAR = 6;
/** An article whose passages are on the case in a smaller share than this has other things to tell too. */
const WHOLE = 0.6;

/** Speaks of a look-alike, and nothing strong ties it to this case. */
export const isOnOther = (passage: PassageRoles) => passage.negative >= STRONG && passage.anchor < passage.negative;
export const hasBoth = (passage: PassageRoles) => passage.plaintiff > 0 && passage.defendant > 0;
const hasParty = (passage: PassageRoles) => passage.plaintiff > 0 || passage.defendant > 0;
const isDescribed = (passage: PassageRoles) => passage.describesPlaintiff || passage.describesDefendant;
export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const log = (count: number) => Math.log2(1 + count);

/** What the rules ask for before anything is weighed. */
export interface Ties {
  /** How often each side is named. */
  readonly plaintiff: number;
  readonly defendant: number;
  /** Different anchors that only this case has, other than "sued the defendant", which others may have done too. */
  readonly own: number;
  /** The plaintiff stands by a word of suing, or both sides by a word of litigation. */
  readonly isSuing: boolean;
  /** Where the plaintiff is first named, 0 where the article begins and 1 where it ends. */
  readonly firstPlaintiff: number;
}

/**
 * What is weighed, in the order in which it is written down, and for what it speaks: 1 for the case, -1 against it. A weight never has the other sign
 * (`scripts/train/recognise.ts`), so that one name more of the case's never makes an article less of its own.
 */
export const MEASURES = {
  'other name beside own': -1,
  'other names': -1,
  court: 1,
  'court and something of the case': 1,
  'on another': -1,
  apart: -1,
  'both in court in opening': 1,
  'anchor in opening': 1,
  'plaintiff in title or first passage': 1,
  'defendant in opening': 1,
  'plaintiff sues in opening': 1,
  'defendant beside litigation': 1,
  'litigation in a hundred words': 1,
  'own anchors': 1,
  hints: 1,
  'first plaintiff': -1,
  'first defendant': -1,
  'suing with another': -1,
  'look-alike in title': -1,
  'court in first passage': 1,
  'court in title': 1,
  'plaintiff described in title': 1,
} as const;
export type MeasureName = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as MeasureName[];
export type Measures = Readonly<Record<MeasureName, number>>;

/** What of the evidence is counted several times. */
interface Counted {
  readonly plaintiffs: readonly Hit[];
  readonly defendants: readonly Hit[];
  readonly own: readonly Found[];
  readonly body: readonly PassageRoles[];
  readonly heads: readonly PassageRoles[];
  readonly opening: readonly PassageRoles[];
}

function counted({ found, passages }: Evidence): Counted {
  const body = passages.filter(({ kind }) => kind === 'body');
  const heads = passages.filter(({ kind }) => kind !== 'body');
  const own = found.filter(({ listing }) => listing.role === 'anchor' && listing.weight >= STRONG && !listing.saysSuing);
  return {
    plaintiffs: hitsOf(found, 'plaintiff'),
    defendants: hitsOf(found, 'defendant'),
    own,
    body,
    heads,
    opening: [...heads, ...body.slice(0, OPENING_PASSAGES)],
  };
}

function hitsOf(found: readonly Found[], role: TermRole): Hit[] {
  return found
    .filter(({ listing }) => listing.role === role)
    .flatMap(({ hits }) => hits)
    .sort((a, b) => a.first - b.first);
}

/** Whether one of the hits, which are in order, stands in that passage and begins between the two places. */
function stands(hits: readonly Place[], { passage }: Place, from: number, to: number): boolean {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.first ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < hits.length && (hits[at]?.first ?? 0) <= to; at++) if (hits[at]?.passage === passage) return true;
  return false;
}

/** 0 where the article begins, 1 where it ends or has none. */
const placeOf = (hit: Hit | undefined, { length }: Evidence) => (hit === undefined ? 1 : hit.first / Math.max(1, length));
const isWithin = (hits: readonly Place[], hit: Place, distance: number) => stands(hits, hit, hit.first - distance, hit.first + distance);
const countBeside = (names: readonly Hit[], words: readonly Hit[], most: number) =>
  Math.min(most, names.filter((name) => stands(words, name, name.last - BESIDE, name.last + BESIDE + 1)).length);

/** Whether both sides and a suit between them stand in the article. */
export function tiesOf(evidence: Evidence): Ties {
  const { plaintiffs, defendants, own } = counted(evidence);
  const { suits, suings, described } = evidence;
  const inOrder = (a: readonly Hit[], b: readonly Hit[]) => [...a, ...b].sort((x, y) => x.first - y.first);
  const [anyPlaintiff, anyDefendant] = [inOrder(plaintiffs, described.plaintiff), inOrder(defendants, described.defendant)];
  const isSuing =
    suings.some((hit) => isWithin(anyPlaintiff, hit, OWN_SUIT)) ||
    suits.some((hit) => isWithin(anyPlaintiff, hit, JOINT_SUIT) && isWithin(anyDefendant, hit, JOINT_SUIT));
  return { plaintiff: plaintiffs.length, defendant: defendants.length, own: own.length, isSuing, firstPlaintiff: placeOf(plaintiffs[0], evidence) };
}

/** The numbers by which an article is judged. */
export function measure(evidence: Evidence): Measures {
  const all = counted(evidence);
  const { body, heads, opening, plaintiffs, defendants } = all;
  const { found, suits, suings, described, ownNames, otherNames, others, bodyWords } = evidence;
  const shareOf = (fits: (passage: PassageRoles) => boolean) => (body.length === 0 ? 0 : body.filter(fits).length / body.length);
  const isAny = (list: readonly PassageRoles[], fits: (passage: PassageRoles) => boolean) => (list.some(fits) ? 1 : 0);
  const isInCourt = (passage: PassageRoles) => (passage.hasSuitWord || passage.anchor > 0) && !isOnOther(passage);
  const isTouched = (passage: PassageRoles) => hasParty(passage) || isDescribed(passage);
  const title = heads.filter(({ kind }) => kind === 'title');
  const own = suings.filter((hit) => isWithin(plaintiffs, hit, OWN_SUIT));
  const hasNegatives = found.some(({ listing }) => listing.role === 'negative');
  const court = shareOf(isInCourt);
  const isJoint = (hit: Hit) =>
    isWithin(plaintiffs, hit, OWN_SUIT) && (isWithin(defendants, hit, JOINT_SUIT) || isWithin(described.defendant, hit, JOINT_SUIT));
  const withAnother = suings.filter((hit) => isWithin(others, hit, NEAR) && !isJoint(hit));
  return {
    'other name beside own': otherNames.reduce((most, count) => Math.max(most, count), 0) / (1 + ownNames),
    'other names': log(sumOf(otherNames.filter((count) => count > 1)) * Math.min(1, USUAL_LENGTH / Math.max(1, bodyWords))),
    court: hasNegatives ? 0 : court,
    'court and something of the case': shareOf((passage) => passage.hasSuitWord && (isTouched(passage) || passage.anchor > 0) && !isOnOther(passage)),
    'on another': shareOf(isOnOther),
    apart: Math.max(0, WHOLE - shareOf((passage) => isTouched(passage) || passage.anchor >= STRONG)),
    'both in court in opening': isAny(opening, (passage) => hasBoth(passage) && passage.hasSuitWord),
    'anchor in opening': isAny(opening, ({ anchor }) => anchor > 0),
    'plaintiff in title or first passage': isAny([...heads, ...body.slice(0, 1)], ({ plaintiff }) => plaintiff > 0),
    'defendant in opening': isAny(opening, ({ defendant }) => defendant > 0),
    'plaintiff sues in opening': own.some(({ passage }) => passage < heads.length + OPENING_PASSAGES) ? 1 : 0,
    'defendant beside litigation': countBeside(defendants, suits, 3),
    'litigation in a hundred words': Math.min(MOST_LITIGATION, (100 * suits.length) / Math.max(50, bodyWords)),
    'own anchors': log(sumOf(all.own.map(({ hits }) => hits.length))),
    hints: Math.min(5, found.filter(({ listing }) => listing.role === 'anchor' && listing.weight < STRONG).length),
    'first plaintiff': placeOf(plaintiffs[0], evidence),
    'first defendant': placeOf(defendants[0], evidence),
    'suing with another': log(withAnother.length),
    'look-alike in title': isAny(title, ({ negative }) => negative > 0),
    'court in first passage': isAny(body.slice(0, 1), isInCourt),
    'court in title': isAny(title, isInCourt),
    'plaintiff described in title': isAny(title, ({ describesPlaintiff }) => describesPlaintiff),
  };
}
