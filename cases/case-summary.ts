/**
 * A case in numbers, for whoever maintains it. Job: what the record holds and how old it is. Knows no output format.
 */
import type { CaseEvent, CaseFile, Citation, EventKind } from '../model/case-file.ts';
import { EVENT_KINDS } from '../model/case-file.ts';
import type { PreciseDate } from '../model/date.ts';

const DAY_MS = 86_400_000;

export interface CaseSummary {
  readonly actors: number;
  readonly events: number;
  readonly eventsByKind: readonly { readonly kind: EventKind; readonly count: number }[];
  readonly disputes: number;
  readonly positions: number;
  /** Different addresses cited. */
  readonly citations: number;
  /** Of them, how many are court papers. */
  readonly courtPapers: number;
  readonly recordCompleteTo: string;
  /** Whole days from the last day that the record covers to `now`; 0 where it reaches beyond. */
  readonly ageInDays: number;
}

/** Every citation of the case, repeated ones included. */
export function citationsOf(file: CaseFile): Citation[] {
  return [
    ...file.dockets.flatMap(({ citations }) => citations),
    ...file.events.flatMap(({ citations }: CaseEvent) => citations),
    ...file.disputes.flatMap(({ positions, figures = [], finding }) => [
      ...positions.flatMap(({ citations }) => citations),
      ...figures.flatMap(({ citations }) => citations),
      ...(finding?.citations ?? []),
    ]),
  ];
}

/** The first moment after the date, in ms since 1970 (UTC): a month ends with its last day. */
function endOf({ iso, precision }: PreciseDate): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  if (precision === 'year') return Date.UTC(year + 1, 0, 1);
  return precision === 'month' ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}

/** The case in numbers. `now` in ms since 1970, so that age can be tested. */
export function summarise(file: CaseFile, now: number): CaseSummary {
  const byAddress = new Map(citationsOf(file).map((citation) => [citation.url, citation]));
  return {
    actors: file.actors.length,
    events: file.events.length,
    eventsByKind: EVENT_KINDS.map((kind) => ({ kind, count: file.events.filter((event) => event.kind === kind).length })).filter(({ count }) => count > 0),
    disputes: file.disputes.length,
    positions: file.disputes.reduce((sum, { positions }) => sum + positions.length, 0),
    citations: byAddress.size,
    courtPapers: [...byAddress.values()].filter(({ isCourtPaper }) => isCourtPaper).length,
    recordCompleteTo: file.recordCompleteTo.iso,
    ageInDays: Math.max(0, Math.floor((now - endOf(file.recordCompleteTo)) / DAY_MS)),
  };
}
