/**
 * Dates as people write them, never more precise than they are known.
 */
import type { PreciseDate, Precision } from '../model/date.ts';

type Length = 'long' | 'short';

const PARTS: Readonly<Record<Precision, readonly ('day' | 'month' | 'year')[]>> = { day: ['day', 'month', 'year'], month: ['month', 'year'], year: ['year'] };
/** Making a format costs more than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** "23 April 2020", "April 2020" or "2020", in the given language; the month abbreviated where `length` is short. */
export function dateText({ iso, precision }: PreciseDate, locale: string, length: Length = 'long'): string {
  const key = `${locale} ${precision} ${length}`;
  let format = formats.get(key);
  if (!format) {
    const options = Object.fromEntries(PARTS[precision].map((part) => [part, part === 'month' ? length : 'numeric']));
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
    formats.set(key, format);
  }
  return format.format(new Date(`${iso}-01-01`.slice(0, 10)));
}
