/**
 * The date that whoever wrote it otherwise than a case file does has probably meant. Job: a remedy that can be copied. Guesses nothing that
 * two readers would read in two ways: 3/4/2024 is no date here.
 */
import { type PreciseDate, preciseDate } from '../model/date.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateOf(year: string, month: string, day?: string): PreciseDate | undefined {
  return preciseDate([year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, '0')).join('-'));
}

function monthOf(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** The date, with as much of it as was written; undefined where it is none or may be two. */
export function meantDate(text: string): PreciseDate | undefined {
  const said = text.trim();
  const [, year = '', month = '', day] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:T.*)?$/.exec(said) ?? [];
  if (month !== '') return dateOf(year, month, day);
  if (year !== '') return preciseDate(year);
  const [, a = '', sign = '', b = '', ofNumbers = ''] = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})$/.exec(said) ?? [];
  if (ofNumbers !== '') {
    if (Number(a) > 12 || sign === '.') return dateOf(ofNumbers, b, a);
    return Number(b) > 12 || a === b ? dateOf(ofNumbers, a, b) : undefined;
  }
  const [, before, name = '', after, ofNames = ''] =
    /^(?:(\d{1,2})(?:st|nd|rd|th|\.)? )?(\p{L}{3,})\.?(?: (\d{1,2})(?:st|nd|rd|th)?,?)? (\d{4})$/u.exec(said) ?? [];
  return ofNames === '' ? undefined : dateOf(ofNames, monthOf(name), before ?? after);
}
