/**
 * From evidence to a verdict. A few rules say what must stand together at all; whether the article is about it is weighed, by weights learnt from the
 * project's own articles (`scripts/train/recognise.ts`). Knows no text, only counts and places.
 */
import type { Reason, Verdict, VerdictStatus } from '../../model/verdict.ts';
import { type Evidence, type PassageRoles, reasonsOf } from './evidence.ts';
import { hasBoth, isOnOther, MEASURE_NAMES, type Measures, measure, SETTLING, STRONG, sumOf, tiesOf } from './measures.ts';
import { TEASER_WORDS, type TermRole } from './term-index.ts';
import trained from './weights.json' with { type: 'json' };

/** What hints can come to together: less than one strong term. */
const MOST_OF_HINTS = 1.5;
/** So many anchors that only this case has stand for a side that is not named, or for names that are faint. */
const ENOUGH_OWN = 2;
/** Where nothing is this case's alone, its plaintiff must be named before so much of the article is over: other suits name him later, beside theirs. */
const EARLY = 0.3;
/** So probable must it be: another suit with the marks of this one is worse than an article without marks. */
export const LEAST_CHANCE = 0.8;
const REASONS_A_ROLE = 5;

/** `even`: the log-odds of an article of which nothing can be measured; `weights`: what a measure of one adds to them. */
export interface RecognitionWeights {
  readonly even: number;
  readonly weights: Measures;
}

/** How probable it is that an article of these measures is about the case, 0 to 1. */
export function chanceOf(measures: Measures, weights: RecognitionWeights = trained): number {
  return 1 / (1 + Math.exp(-oddsOf(measures, weights)));
}

function oddsOf(measures: Measures, { even, weights }: RecognitionWeights): number {
  return MEASURE_NAMES.reduce((sum, name) => sum + weights[name] * measures[name], even);
}

function weightsOf({ found }: Evidence, role: TermRole): number[] {
  return found.filter(({ listing }) => listing.role === role).map(({ listing }) => listing.weight);
}

/** The weights of a side's different names found, summed, `SETTLING` at most. */
function strengthOf(evidence: Evidence, side: 'plaintiff' | 'defendant'): number {
  return Math.min(SETTLING, sumOf(weightsOf(evidence, side)));
}

/** Strong anchors add up; hints ("jury", a town) together never outweigh one of them, however many there are. */
function anchorSum(evidence: Evidence): number {
  const weights = weightsOf(evidence, 'anchor');
  const hints = weights.filter((weight) => weight < STRONG).length;
  return sumOf(weights.filter((weight) => weight >= STRONG)) + Math.min(MOST_OF_HINTS, hints / 2);
}

/**
 * Both parties, or one beside anchors enough that only this case has; and such an anchor, or a suit between the parties whose plaintiff is named early.
 * Vocabulary alone is never enough.
 */
export function isTied(evidence: Evidence): boolean {
  const { plaintiff, defendant, own, isSuing, firstPlaintiff } = tiesOf(evidence);
  const isNamed = own >= ENOUGH_OWN ? plaintiff + defendant > 0 : plaintiff > 0 && defendant > 0;
  const isFaint = own < ENOUGH_OWN && strengthOf(evidence, 'plaintiff') + strengthOf(evidence, 'defendant') <= STRONG;
  return isNamed && !isFaint && (own > 0 || (isSuing && firstPlaintiff <= EARLY));
}

/** Another bearer of a name: a settling word for it, and nothing but a faint name for the defendant. */
function isNamesake(evidence: Evidence): boolean {
  const isOther = evidence.found.some(({ listing }) => listing.role === 'negative' && listing.weight >= SETTLING);
  return isOther && strengthOf(evidence, 'defendant') < STRONG && anchorSum(evidence) < STRONG;
}

/** A headline, a standfirst and little more: `unsure` where they could be this case's, else `no`. */
function teaserStatus(evidence: Evidence): VerdictStatus {
  const [plaintiff, defendant, anchors] = [strengthOf(evidence, 'plaintiff'), strengthOf(evidence, 'defendant'), anchorSum(evidence)];
  const isPlausible = plaintiff > 0 ? defendant > 0 || anchors >= STRONG : anchors >= SETTLING;
  const isTitledOther = evidence.passages.some((passage) => passage.kind === 'title' && isOnOther(passage));
  return isPlausible && !(isTitledOther && plaintiff === 0) ? 'unsure' : 'no';
}

function statusOf(evidence: Evidence, chance: number): VerdictStatus {
  if (isNamesake(evidence)) return 'no';
  if (evidence.bodyWords < TEASER_WORDS) return teaserStatus(evidence);
  if (chance >= LEAST_CHANCE && isTied(evidence)) return 'about';
  return isMentioned(evidence) ? 'mentions' : 'no';
}

/** The two sides stand together, by a word of litigation or with an anchor in the article. */
function isMentioned(evidence: Evidence): boolean {
  const { passages } = evidence;
  const isStrong = strengthOf(evidence, 'plaintiff') + strengthOf(evidence, 'defendant') > STRONG;
  const hasSuit = isStrong && passages.some((passage) => hasBoth(passage) && passage.hasSuitWord);
  return hasSuit || (passages.some(hasBoth) && anchorSum(evidence) >= 1) || passages.some(isNextToDefendant);
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
  const chance = chanceOf(measures);
  const status = statusOf(evidence, chance);
  const score = { about: Math.max(chance, LEAST_CHANCE), mentions: Math.min(chance, 0.49), unsure: Math.min(chance, 0.49), no: Math.min(chance, 0.2) }[status];
  const verdict = { status, caseId: evidence.caseId, score: Math.round(score * 1000) / 1000, reasons: reasons(evidence, language) };
  return { verdict, sum: oddsOf(measures, trained) };
}

function reasons(evidence: Evidence, language: string | undefined): Reason[] {
  const list = reasonsOf(evidence.found, REASONS_A_ROLE);
  if (list.length === 0) return [];
  if (evidence.passages.some((passage) => passage.kind === 'title' && hasBoth(passage)))
    list.unshift({ role: 'title', words: 'the title names both sides', count: 1, speaksFor: true });
  if (evidence.bodyWords < TEASER_WORDS) list.push({ role: 'length', words: 'little more than a headline', count: evidence.bodyWords, speaksFor: false });
  if (language !== undefined && !/^en\b/i.test(language)) list.push({ role: 'language', words: language, count: 1, speaksFor: false });
  return list;
}
