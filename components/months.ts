/** Months as numbers, for pictures and sliders: months since the year 0. */
import type { PreciseDate } from '../model/date.ts';

/** First and last month, both included. */
export type MonthRange = readonly [first: number, last: number];

/** The month of a date that is known to the month at least; January where only the year is known. */
export function monthOf(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7) || 1) - 1;
}

/** Where a date stands, in months with a fraction: in the middle of what is not known. */
export function placeInMonths({ iso, precision }: PreciseDate): number {
  const month = monthOf(iso);
  return precision === 'year' ? month + 6 : precision === 'month' ? month + 0.5 : month + (Number(iso.slice(8, 10)) - 0.5) / 31;
}

export function monthDate(month: number): PreciseDate {
  return { iso: `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`, precision: 'month' };
}

/** Whether any day of the date lies within the months. */
export function isWithin({ iso, precision }: PreciseDate, [first, last]: MonthRange): boolean {
  const month = monthOf(iso);
  return month <= last && (precision === 'year' ? month + 11 : month) >= first;
}
