/**
 * Dates as the record knows them: an ISO date and how much of it is certain.
 * Knows nothing of time zones: news and dockets give calendar days.
 */
import * as v from 'valibot';

export const PRECISIONS = ['day', 'month', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];

const SHAPES: Record<Precision, RegExp> = {
  day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  year: /^\d{4}$/,
};

/** A calendar date: `iso` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as `precision` says. */
export interface PreciseDate {
  readonly iso: string;
  readonly precision: Precision;
}

/** Whether the string is a date that exists, written to the given precision. */
export function isIsoDate(iso: string, precision: Precision): boolean {
  if (!SHAPES[precision].test(iso)) return false;
  if (precision !== 'day') return true;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/** Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a full ISO time stamp; undefined for anything else. */
export function preciseDate(value: string): PreciseDate | undefined {
  const iso = /^\d{4}(-\d\d){0,2}/.exec(value.trim())?.[0];
  if (iso === undefined) return undefined;
  const precision: Precision = iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day';
  return isIsoDate(iso, precision) ? { iso, precision } : undefined;
}

/**
 * Orders dates by their earliest day, the less certain first where that is equal,
 * so that "November 2019" stands before "1 November 2019".
 */
export function compareDates(a: PreciseDate, b: PreciseDate): number {
  const first = (date: PreciseDate) => `${date.iso}-01-01`.slice(0, 10);
  return first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : a.iso.length - b.iso.length;
}

export const PreciseDateSchema = v.pipe(
  v.strictObject({ iso: v.string(), precision: v.picklist(PRECISIONS) }),
  v.check(
    ({ iso, precision }) => isIsoDate(iso, precision),
    'the date does not exist or is not written to its precision (day: YYYY-MM-DD, month: YYYY-MM, year: YYYY)',
  ),
);
