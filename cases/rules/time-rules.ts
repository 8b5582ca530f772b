/**
 * Dates that cannot be: later than the record's end or than today, read before it was published, reported before it happened.
 */
import type { CaseFile, Citation } from '../../model/case-file.ts';
import { type PreciseDate, preciseDate } from '../../model/date.ts';
import type { CaseProblem } from '../case-file-error.ts';
import { isCertainlyAfter, type Rule, slip, warning } from './rule.ts';

type Path = CaseProblem['path'];
interface Dated {
  readonly path: Path;
  /** What it is, as the beginning of a sentence. */
  readonly what: string;
  readonly date: PreciseDate;
}
interface Cited {
  readonly path: Path;
  readonly citation: Citation;
}

const DECIDING: ReadonlySet<string> = new Set(['order', 'ruling', 'verdict', 'injunction']);

function citedAt(path: Path, citations: readonly Citation[]): Cited[] {
  return citations.map((citation, at) => ({ path: [...path, 'citations', at], citation }));
}

/** Every citation with its place. */
export function citedPlaces({ dockets, events, disputes }: CaseFile): Cited[] {
  return [
    ...dockets.flatMap(({ citations }, at) => citedAt(['dockets', at], citations)),
    ...events.flatMap(({ citations }, at) => citedAt(['events', at], citations)),
    ...disputes.flatMap(({ positions, figures = [], finding }, at) => [
      ...positions.flatMap(({ citations }, each) => citedAt(['disputes', at, 'positions', each], citations)),
      ...figures.flatMap(({ citations }, each) => citedAt(['disputes', at, 'figures', each], citations)),
      ...(finding ? citedAt(['disputes', at, 'finding'], finding.citations) : []),
    ]),
  ];
}

/** Every date but those of events, which are measured against the record's end with the references. */
function datedPlaces(file: CaseFile): Dated[] {
  const dated = (path: Path, what: string, date: PreciseDate | undefined): Dated[] => (date === undefined ? [] : [{ path, what, date }]);
  return [
    ...file.dockets.flatMap(({ filed }, at) => dated(['dockets', at, 'filed'], 'the docket is filed', filed)),
    ...citedPlaces(file).flatMap(({ path, citation: { date } }) =>
      dated([...path, 'date'], 'the citation is', date === undefined ? undefined : preciseDate(date)),
    ),
    ...file.disputes.flatMap(({ positions, figures = [], finding }, at) => [
      ...positions.flatMap(({ date }, each) => dated(['disputes', at, 'positions', each, 'date'], 'the position is', date)),
      ...figures.flatMap(({ date }, each) => dated(['disputes', at, 'figures', each, 'date'], 'the figure is', date)),
      ...dated(['disputes', at, 'finding', 'date'], 'the finding is', finding?.date),
    ]),
  ];
}

const afterRecord: Rule = (file, today) => {
  const end = file.recordCompleteTo;
  return datedPlaces(file).flatMap(({ path, what, date }) =>
    isCertainlyAfter(date, end) && !isCertainlyAfter(date, today)
      ? [
          slip(
            path,
            `${what} of ${date.iso}, later than the record's end (${end.iso})`,
            'correct the date, or look for all that happened since and move "recordCompleteTo"',
          ),
        ]
      : [],
  );
};

const inFuture: Rule = (file, today) => {
  const all: Dated[] = [
    { path: ['recordCompleteTo'], what: 'the record is complete to a day', date: file.recordCompleteTo },
    ...file.events.map(({ date }, at): Dated => ({ path: ['events', at, 'date'], what: 'the event is', date })),
    ...datedPlaces(file),
  ];
  const remedy = 'correct the date; what is only planned is no event yet: tell it in the "status" of its docket';
  return all.flatMap(({ path, what, date }) =>
    isCertainlyAfter(date, today)
      ? [slip(path, `${what} of ${date.iso}, in the future`, path[0] === 'recordCompleteTo' ? 'write the day on which you looked, not a later one' : remedy)]
      : [],
  );
};

const readTooEarly: Rule = (file, today) =>
  citedPlaces(file).flatMap(({ path, citation: { date = '', retrieved } }) => {
    const read = retrieved === undefined ? undefined : preciseDate(retrieved);
    const published = preciseDate(date);
    if (!read) return [];
    const at = [...path, 'retrieved'];
    if (isCertainlyAfter(read, today)) return [slip(at, `it is retrieved on ${read.iso}, in the future`, 'write the day on which you read it')];
    if (!published || !isCertainlyAfter(published, read)) return [];
    return [slip(at, `it is retrieved on ${read.iso}, before it was published (${published.iso})`, 'correct one of the two dates')];
  });

const reportedTooEarly: Rule = ({ events }) =>
  events.flatMap(({ id, date, citations }, at) => {
    const published = citations.map((citation) => preciseDate(citation.date ?? ''));
    const isEarly = published.every((each) => each !== undefined && isCertainlyAfter(date, each));
    if (!isEarly) return [];
    return [
      warning(
        ['events', at, 'citations', 0],
        `all that is cited for "${id}" is older than the event (${date.iso})`,
        'correct a date, or cite a report of what happened',
      ),
    ];
  });

const awayFromItsEvent: Rule = ({ events, disputes }) => {
  const dates = new Map(events.map((event) => [event.id, event]));
  return disputes.flatMap(({ positions, finding }, at) => {
    const early = positions.flatMap(({ date, eventId = '' }, each) => {
      const event = dates.get(eventId);
      if (!event || !isCertainlyAfter(event.date, date)) return [];
      return [
        warning(
          ['disputes', at, 'positions', each, 'date'],
          `the position is of ${date.iso}, before its event "${eventId}" (${event.date.iso})`,
          'correct one of the dates, or name another event',
        ),
      ];
    });
    const event = dates.get(finding?.eventId ?? '');
    if (!finding || !event) return early;
    const path = ['disputes', at, 'finding'];
    if (!DECIDING.has(event.kind))
      return [
        ...early,
        warning(
          [...path, 'eventId'],
          `the finding is of "${event.id}", which is of the kind "${event.kind}"`,
          `name the ${[...DECIDING].join(', ')} that found it`,
        ),
      ];
    if (isCertainlyAfter(event.date, finding.date) || isCertainlyAfter(finding.date, event.date))
      return [
        ...early,
        warning([...path, 'date'], `the finding is of ${finding.date.iso}, its event "${event.id}" of ${event.date.iso}`, 'correct one of the dates'),
      ];
    return early;
  });
};

const oneAddressTwoDates: Rule = (file) => {
  const first = new Map<string, string>();
  return citedPlaces(file).flatMap(({ path, citation: { url, date } }) => {
    if (date === undefined) return [];
    const known = first.get(url);
    if (known === undefined) first.set(url, date);
    if (known === undefined || known === date) return [];
    return [warning([...path, 'date'], `this address is of ${known} in another place, here of ${date}`, 'write the same date in both')];
  });
};

export const timeRules: readonly Rule[] = [afterRecord, inFuture, readTooEarly, reportedTooEarly, awayFromItsEvent, oneAddressTwoDates];
