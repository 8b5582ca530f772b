/**
 * Which dispute and which event of the case a statement bears on, or none. Conservative: a wrong link misleads, a missing one
 * only leaves the reader where the text left them.
 */
import type { CaseEvent, CaseFile } from '../../model/case-file.ts';
import type { PreciseDate } from '../../model/date.ts';
import type { Speaker, StatementKind } from '../../model/statement.ts';
import { indexTerms, normal, pointsIn, type TermIndex } from './terms.ts';

export interface Bearing {
  readonly disputeId?: string;
  readonly eventId?: string;
}

export interface BearingQuestion {
  readonly kind: StatementKind;
  readonly speaker: Speaker;
  /** What was said. */
  readonly content: string;
  /** The sentence that holds it. */
  readonly sentence: string;
  readonly madeOn: PreciseDate | undefined;
  readonly published: PreciseDate | undefined;
}

/** Finds bearings within one case; built once for a case. */
export class BearingFinder {
  readonly #case: CaseFile;
  readonly #disputes: TermIndex;
  readonly #events: TermIndex;

  constructor(caseFile: CaseFile) {
    this.#case = caseFile;
    this.#disputes = indexTerms(caseFile.disputes.map((dispute) => dispute.terms));
    this.#events = indexTerms(caseFile.events.map((event) => event.terms ?? []));
  }

  find(question: BearingQuestion): Bearing {
    const content = normal(question.content);
    const sentence = normal(question.sentence);
    const dispute = this.#bestDispute(content, sentence);
    const event = question.kind === 'no-comment' ? undefined : this.#bestEvent(question, content, sentence);
    return { ...(dispute === undefined ? {} : { disputeId: dispute }), ...(event === undefined ? {} : { eventId: event }) };
  }

  #bestDispute(content: string, sentence: string): string | undefined {
    const [inContent, inSentence] = [pointsIn(content, this.#disputes), pointsIn(sentence, this.#disputes)];
    const ranked = this.#case.disputes
      .map(({ id }, index) => ({ id, points: (inContent[index] ?? 0) + 0.3 * (inSentence[index] ?? 0) }))
      .sort((a, b) => b.points - a.points);
    const [best, next] = ranked;
    if (!best || best.points < 1.2 || best.points - (next?.points ?? 0) < 0.2) return undefined;
    return best.id;
  }

  #bestEvent(question: BearingQuestion, content: string, sentence: string): string | undefined {
    const [inContent, inSentence] = [pointsIn(content, this.#events), pointsIn(sentence, this.#events)];
    const ranked = this.#case.events
      .map((event, index) => ({ event, points: eventPoints(event, question, Math.min(3, (inContent[index] ?? 0) + 0.5 * (inSentence[index] ?? 0))) }))
      .sort((a, b) => b.points - a.points);
    const [best, next] = ranked;
    if (!best || best.points < 2.4 || best.points - (next?.points ?? 0) < 0.3) return undefined;
    return best.event.id;
  }
}

/** How well the event fits, `words` being what its terms come to. */
function eventPoints(event: CaseEvent, question: BearingQuestion, words: number): number {
  if (words === 0) return 0;
  const date = question.madeOn ?? question.published;
  const fit = question.speaker.status === 'actor' && event.actorIds.includes(question.speaker.actorId) ? 0.5 : 0;
  return words + fit + kindFit(event, question.kind) + dateFit(event.date, date, question.madeOn !== undefined);
}

const KINDS: Readonly<Record<StatementKind, readonly CaseEvent['kind'][]>> = {
  claim: ['filing', 'opposition', 'statement', 'disclosure', 'trial', 'hearing', 'motion'],
  denial: ['statement', 'opposition', 'filing', 'motion'],
  concession: ['trial', 'hearing', 'disclosure', 'filing'],
  'no-comment': ['statement'],
  demand: ['motion', 'appeal', 'filing', 'opposition'],
  finding: ['order', 'ruling', 'verdict', 'injunction'],
};

function kindFit(event: CaseEvent, kind: StatementKind): number {
  const place = KINDS[kind].indexOf(event.kind);
  return place < 0 ? (kind === 'finding' ? -1.5 : -0.5) : 0.6;
}

/** How near the event lies to the day of the statement, or to the article where that day is not known. */
function dateFit(event: PreciseDate, date: PreciseDate | undefined, isStated: boolean): number {
  if (date === undefined) return 0;
  const [from, to] = rangeOf(event);
  const [start, end] = rangeOf(date);
  const gap = from > end ? from - end : start > to ? start - to : 0;
  // The article cannot tell of what came after it.
  if (from > end + 2) return -5;
  if (gap <= 3) return isStated ? 1.4 : 1;
  if (gap <= 14) return 0.7;
  if (gap <= 45) return 0.3;
  return isStated ? -1.5 : -0.2;
}

/** First and last day of a date, in days since 1970. */
function rangeOf({ iso, precision }: PreciseDate): [number, number] {
  const first = Date.parse(`${`${iso}-01-01`.slice(0, 10)}T00:00:00Z`) / 86_400_000;
  return [first, first + (precision === 'day' ? 0 : precision === 'month' ? 30 : 365)];
}
