/**
 * Looks up what a case file knows of one statement. Takes no side: both parties' statements meet the other's position, and whatever
 * was found meets both.
 */
import type { CaseEvent, CaseFile, Dispute, EventKind, Position } from '../model/case-file.ts';
import { compareDates, type PreciseDate } from '../model/date.ts';
import type { OnRecord, RecordQuestion } from '../model/on-record.ts';
import type { Side } from '../model/statement.ts';

const OPPOSITE: Partial<Record<Side, Side>> = { plaintiff: 'defendant', defendant: 'plaintiff' };
/** Events that settle what another one asked for. */
const DECISIONS: ReadonlySet<EventKind> = new Set(['order', 'ruling', 'verdict', 'injunction']);
const MOST_LATER = 2;

/** What the record holds on a statement; little where it is tied to no dispute and no event. */
export function onRecord(caseFile: CaseFile, { disputeId, eventId, side, asOf }: RecordQuestion): OnRecord {
  const dispute = caseFile.disputes.find(({ id }) => id === disputeId);
  const event = caseFile.events.find(({ id }) => id === eventId);
  const other = dispute && side ? otherPosition(dispute, OPPOSITE[side], asOf) : undefined;
  const by = caseFile.actors.find(({ id }) => id === other?.actorId)?.name;
  const finding = dispute?.finding;
  return {
    ...(dispute ? { question: dispute.question } : {}),
    ...(other ? { otherSide: { side: other.side, date: other.date, text: other.text, ...(by === undefined ? {} : { by }) } } : {}),
    ...(finding ? { finding: { date: finding.date, text: finding.text, isLater: asOf !== undefined && isAfter(finding.date, asOf) } } : {}),
    ...(event ? { event: briefly(event) } : {}),
    later: event ? decisionsOn(caseFile, event, asOf).map(briefly) : [],
    actors: caseFile.actors.map(({ id, name, side: of }) => ({ id, name, side: of })),
  };
}

/** The side's position that was taken nearest to the statement in time, since that is its answer; its latest where no time is known. */
function otherPosition({ positions }: Dispute, side: Side | undefined, asOf: PreciseDate | undefined): Position | undefined {
  const own = positions.filter((position) => position.side === side).sort((a, b) => compareDates(a.date, b.date));
  if (!asOf) return own.at(-1);
  const distance = ({ date }: Position) => Math.abs(firstDay(date) - firstDay(asOf));
  return own.reduce<Position | undefined>((nearest, each) => (nearest && distance(nearest) <= distance(each) ? nearest : each), undefined);
}

/** The first day that a date may mean, in ms since 1970. */
function firstDay({ iso }: PreciseDate): number {
  return Date.parse(`${iso}-01-01`.slice(0, 10));
}

/** Whether the date lies wholly after the other: "2024" is not after "March 2024", nor the other way about. */
function isAfter(date: PreciseDate, other: PreciseDate): boolean {
  const shared = Math.min(date.iso.length, other.iso.length);
  return date.iso.slice(0, shared) > other.iso.slice(0, shared);
}

function decisionsOn({ events }: CaseFile, event: CaseEvent, asOf: PreciseDate | undefined): CaseEvent[] {
  return events
    .filter(({ kind, date, respondsTo }) => DECISIONS.has(kind) && respondsTo?.includes(event.id) && isAfter(date, asOf ?? event.date))
    .sort((a, b) => compareDates(a.date, b.date))
    .slice(0, MOST_LATER);
}

function briefly({ id, title, date, kind }: CaseEvent): NonNullable<OnRecord['event']> {
  return { id, title, date, kind };
}
