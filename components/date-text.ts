/**
 * Dates as people write them, never more precise than they are known.
 */
import type { PreciseDate, Precision } from '../model/date.ts';

const PARTS: Readonly<Record<Precision, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

/** "23 April 2020", "April 2020" or "2020", in the given language. */
export function dateText({ iso, precision }: PreciseDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, { ...PARTS[precision], timeZone: 'UTC', calendar: 'gregory' }).format(new Date(`${iso}-01-01`.slice(0, 10)));
}
