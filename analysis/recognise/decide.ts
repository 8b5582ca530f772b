/**
 * From evidence to a verdict. The rules are few and each has a name; the numbers stand together at the top, tuned on the
 * project's own articles (tests/fixtures/articles). Knows no text, only counts and places.
 */
import type { Reason, Verdict, VerdictStatus } from '../../model/verdict.ts';
import { type Evidence, type PassageRoles, reasonsOf, TEASER_WORDS, type TermRole } from './evidence.ts';

/** Body passages that begin before this word are the opening, beside title and standfirst; so many are at least. */
const OPENING_WORDS = 80;
const OPENING_PASSAGES = 2;
/** Terms of this weight are strong; of one more, they settle it. */
const STRONG = 2;
const SETTLING = 3;
/** What hints can come to together: less than one strong term. */
const MOST_OF_HINTS = 1.5;
/** Anchors of a case, summed over different terms, that stand for a lawsuit even where no word says so. */
const ENOUGH_ANCHORS = 4;
/** Least share of the body that must be on the case, and least number of passages, by what the title names. */
const LEAST = { both: { share: 0.15, passages: 1 }, one: { share: 0.25, passages: 2 }, none: { share: 0.35, passages: 2 } } as const;
/** An article that names a party less often than this, and not in its title, speaks of it in passing, unless an anchor is strong. */
const LEAST_MENTIONS = 2;
/** A body of so few passages needs one on the case whatever its title. */
const FEW_PASSAGES = 2;
/** A long feature may open on a scene and wander, if this many passages and this share of it are on the case. */
const MANY = { passages: 5, share: 0.3 } as const;
/** An article with an anchor that only this case has, nothing of another, and a party in so much of it is on the case wherever it begins. */
const LEAST_WITH_PARTY = 0.6;
/** An article that opens on both sides in court is on the case if so much of it goes on with them. */
const LEAST_TOUCHED = 0.55;
/** A look-alike may be named in passing. */
const MOST_NEGATIVES = 0.5;
/** Evidence that makes an even chance of `about`, and the step that changes the odds by e. */
const EVEN_EVIDENCE = 8;
const EVIDENCE_STEP = 2.5;
const REASONS_A_ROLE = 5;

interface Measures {
  /** Weights of the different names found, summed, `SETTLING` at most. */
  readonly plaintiff: number;
  readonly defendant: number;
  readonly anchors: number;
  readonly negatives: number;
  readonly title: PassageRoles[];
  readonly opening: PassageRoles[];
  readonly body: PassageRoles[];
  /** Body passages on the case, and their share of all body passages (a passage with one party counts in part). */
  readonly onCase: number;
  readonly share: number;
  /** Share of the body passages that name a party at all and speak of no look-alike. */
  readonly withParty: number;
  /** Share of the body passages that name a party or an anchor and speak of no look-alike. */
  readonly touched: number;
  /** Body passages that speak of a look-alike and not of both parties. */
  readonly onOther: number;
  /** How often the party that is named less often is named. */
  readonly rarer: number;
  /** The parties stand side by side with a word of litigation, and are not two faint names ("NSO" and "Facebook"). */
  readonly hasSuit: boolean;
}

const hasBoth = (passage: PassageRoles) => passage.plaintiff > 0 && passage.defendant > 0;
const hasParty = (passage: PassageRoles) => passage.plaintiff > 0 || passage.defendant > 0;
/** Speaks of a look-alike, and nothing strong ties it to this case. */
const isOnOther = (passage: PassageRoles) => passage.negative >= STRONG && passage.anchor < passage.negative;
const isOnCase = (passage: PassageRoles) =>
  !isOnOther(passage) && (hasBoth(passage) || (passage.plaintiff > 0 && passage.anchor >= STRONG) || passage.anchor >= SETTLING);
/** The parties side by side with a word of litigation: what "A sues B" comes to in any wording. */
const isJointSuit = (passage: PassageRoles) => hasBoth(passage) && passage.hasSuitWord;
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** Strong anchors add up; hints ("jury", a town) together never outweigh one of them, however many there are. */
function anchorSum(weights: readonly number[]): number {
  const hints = weights.filter((weight) => weight < STRONG).length;
  return sumOf(weights.filter((weight) => weight >= STRONG)) + Math.min(MOST_OF_HINTS, hints / 2);
}

function measure({ found, passages }: Evidence): Measures {
  const weights = (role: TermRole) => found.filter(({ listing }) => listing.role === role).map(({ listing }) => listing.weight);
  const strength = (role: TermRole) => Math.min(SETTLING, sumOf(weights(role)));
  const mentions = (role: TermRole) => sumOf(found.filter(({ listing }) => listing.role === role).map(({ hits }) => hits.length));
  const [plaintiff, defendant] = [strength('plaintiff'), strength('defendant')];
  const body = passages.filter((passage) => passage.kind === 'body');
  const title = passages.filter((passage) => passage.kind === 'title');
  const heads = passages.filter((passage) => passage.kind !== 'body');
  const onCase = body.filter(isOnCase).length;
  const partly = body.filter((passage) => !isOnCase(passage) && hasParty(passage) && !isOnOther(passage)).length;
  const frequency = (count: number) => 1 + Math.log2(count) / 2;
  return {
    plaintiff,
    defendant,
    anchors: anchorSum(weights('anchor')),
    negatives: found
      .filter(({ listing }) => listing.role === 'negative')
      .reduce((sum, { listing, hits }) => sum + (listing.weight / 2) * frequency(Math.min(hits.length, 16)), 0),
    title,
    opening: [...heads, ...openingOf(body)],
    body,
    onCase,
    share: body.length === 0 ? 0 : (onCase + partly / 4) / body.length,
    withParty: body.length === 0 ? 0 : (onCase + partly) / body.length,
    touched: body.length === 0 ? 0 : body.filter((passage) => (hasParty(passage) || passage.anchor > 0) && !isOnOther(passage)).length / body.length,
    onOther: body.filter(isOnOther).length,
    rarer: Math.min(mentions('plaintiff'), mentions('defendant')),
    hasSuit: plaintiff + defendant > STRONG && passages.some(isJointSuit),
  };
}

function openingOf(body: readonly PassageRoles[]): PassageRoles[] {
  let before = 0;
  return body.filter((passage, index) => {
    const begins = before;
    before += passage.words;
    return begins < OPENING_WORDS || index < OPENING_PASSAGES;
  });
}

/** How much of the title's wording is the case's: `both` parties, `one`, `none`. */
function partiesIn(title: readonly PassageRoles[]): keyof typeof LEAST {
  if (title.some(hasBoth)) return 'both';
  return title.some(hasParty) ? 'one' : 'none';
}

function evidenceSum(m: Measures): number {
  const parties = m.plaintiff + m.defendant;
  const anchors = Math.min(6, m.anchors + (m.hasSuit ? 2 : 0));
  const titlePoints = { both: 3, one: 1, none: 0 }[partiesIn(m.title)] + (m.title.some((passage) => passage.anchor > 0) ? 1 : 0);
  const openingPoints = m.opening.some(hasBoth) ? 2 : 0;
  return parties + anchors + titlePoints + openingPoints + Math.min(4, m.onCase) + 5 * Math.min(1, m.share) - Math.min(10, m.negatives);
}

/** Whether the title says that the article is about something else. */
function isTitledOther(m: Measures): boolean {
  return m.title.some(isOnOther);
}

/** Another bearer of a name: a settling word for it, and nothing but a faint name for the defendant. */
function isNamesake(evidence: Evidence, m: Measures): boolean {
  const isOther = evidence.found.some(({ listing }) => listing.role === 'negative' && listing.weight >= SETTLING);
  return isOther && m.defendant < STRONG && m.anchors < STRONG;
}

/** Both parties, and something that only a lawsuit between them, or this one, has. */
function isNamed(m: Measures): boolean {
  const isStrong = m.plaintiff + m.defendant > STRONG || m.anchors >= ENOUGH_ANCHORS;
  return m.plaintiff > 0 && m.defendant > 0 && isStrong && (m.hasSuit || m.anchors >= ENOUGH_ANCHORS || isSettled(m));
}

/** Both sides more than once, an anchor that only this case has and a hint besides, and nothing of another: a report that never says "WhatsApp sued NSO". */
function isSettled(m: Measures): boolean {
  return (
    m.anchors > STRONG &&
    m.negatives === 0 &&
    m.rarer >= LEAST_MENTIONS &&
    (m.withParty >= LEAST_WITH_PARTY || (m.anchors >= ENOUGH_ANCHORS && m.touched >= LEAST_WITH_PARTY))
  );
}

/**
 * The opening brings both sides to court, and what follows stays there, by one side or an anchor at a time, with nothing of another suit. Named in
 * two passages, or once only, they need more to go by.
 */
function isIntroduced({ opening, negatives, onOther, touched, rarer, anchors }: Measures): boolean {
  const isInCourt = (passage: PassageRoles) => passage.hasSuitWord || passage.anchor > 0;
  const isTogether = opening.some((passage) => hasBoth(passage) && isInCourt(passage));
  const isApart = opening.some(({ plaintiff }) => plaintiff > 0) && opening.some(({ defendant }) => defendant > 0) && opening.some(isInCourt);
  const isSure = anchors >= ENOUGH_ANCHORS || rarer > LEAST_MENTIONS;
  const isEnough = isTogether ? rarer >= LEAST_MENTIONS || isSure : isApart && isSure;
  return isEnough && negatives <= MOST_NEGATIVES && onOther === 0 && touched >= LEAST_TOUCHED;
}

/** Enough of the article, as a rule from its opening on, is on the case. */
function isFocused(m: Measures): boolean {
  if (m.onOther > m.onCase) return false;
  if (isSettled(m) || isIntroduced(m) || (m.onCase >= MANY.passages && m.share >= MANY.share)) return true;
  if (!m.opening.some(hasBoth) || !m.opening.some((passage) => passage.hasSuitWord || passage.anchor > 0)) return false;
  const named = partiesIn(m.title);
  if (named !== 'both' && m.rarer < LEAST_MENTIONS && m.anchors < STRONG) return false;
  const least = LEAST[named];
  return m.share >= least.share && m.onCase >= (m.body.length <= FEW_PASSAGES ? 1 : least.passages);
}

/** A headline, a standfirst and little more: `unsure` where they could be this case's, else `no`. */
function teaserStatus(m: Measures): VerdictStatus {
  const isSettled = m.anchors >= SETTLING;
  const isPlausible = m.plaintiff > 0 ? m.defendant > 0 || m.anchors >= STRONG : isSettled;
  return isPlausible && !(m.title.some(isOnOther) && m.plaintiff === 0) ? 'unsure' : 'no';
}

function statusOf(evidence: Evidence, m: Measures, sum: number): VerdictStatus {
  if (isNamesake(evidence, m)) return 'no';
  if (evidence.bodyWords < TEASER_WORDS) return teaserStatus(m);
  if (isNamed(m) && isFocused(m) && !isTitledOther(m) && sum >= EVEN_EVIDENCE) return 'about';
  const isTogether = m.hasSuit || (evidence.passages.some(hasBoth) && m.anchors >= 1) || evidence.passages.some(isNextToDefendant);
  return isTogether ? 'mentions' : 'no';
}

/** "X is suing the company", where the passage before says which company. */
function isNextToDefendant(passage: PassageRoles, at: number, all: readonly PassageRoles[]): boolean {
  const before = all[at - 1];
  return passage.plaintiff >= STRONG && passage.hasSuing && !isOnOther(passage) && before !== undefined && before.defendant >= STRONG && !isOnOther(before);
}

/** A verdict and what it rests on in sum, which tells two sure verdicts apart where their scores, which have an upper end, do not. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly sum: number;
}

/** Judges one case by its evidence. `language` is the page's, where it gives one. */
export function decide(evidence: Evidence, language: string | undefined): Judgement {
  const measures = measure(evidence);
  const sum = evidenceSum(measures);
  const status = statusOf(evidence, measures, sum);
  const chance = 1 / (1 + Math.exp((EVEN_EVIDENCE - sum) / EVIDENCE_STEP));
  const score = { about: Math.max(chance, 0.5), mentions: Math.min(chance, 0.49), unsure: Math.min(chance, 0.49), no: Math.min(chance, 0.2) }[status];
  const verdict = { status, caseId: evidence.caseId, score: Math.round(score * 1000) / 1000, reasons: reasons(evidence, measures, language) };
  return { verdict, sum };
}

function reasons(evidence: Evidence, m: Measures, language: string | undefined): Reason[] {
  const list = reasonsOf(evidence.found, REASONS_A_ROLE);
  if (list.length === 0) return [];
  if (m.title.some(hasBoth)) list.unshift({ role: 'title', words: 'the title names both sides', count: 1, speaksFor: true });
  if (evidence.bodyWords < TEASER_WORDS) list.push({ role: 'length', words: 'little more than a headline', count: evidence.bodyWords, speaksFor: false });
  if (language !== undefined && !/^en\b/i.test(language)) list.push({ role: 'language', words: language, count: 1, speaksFor: false });
  return list;
}
