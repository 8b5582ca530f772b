/**
 * Dates as pages write them. The day is the one that the page gives, in the zone that it gives it in: an article of the evening of 27 April
 * in New York is of 27 April wherever it is read.
 */
import { type PreciseDate, preciseDate } from '../model/date.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** 1 January 1995 and 2100 in ms since 1970: numbers between them are time stamps. */
const FIRST_MS = 788_918_400_000;
const LAST_MS = 4_102_444_800_000;

/** Reads ISO dates and time stamps, `20200427`, `2020/04/27`, `27 Apr 2020`, `April 27, 2020`, and counts of (milli)seconds; undefined for anything else. */
export function readDate(value: string): PreciseDate | undefined {
  const text = value.trim();
  const compact = /^(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?!\d)/.exec(text);
  if (compact) return preciseDate(`${compact[1]}-${compact[2]}-${compact[3]}`);
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const ms = Number(text.padEnd(13, '0'));
    return ms >= FIRST_MS && ms < LAST_MS ? preciseDate(new Date(ms).toISOString()) : undefined;
  }
  if (/^\d{4}-\d/.test(text) || /^\d{4}$/.test(text))
    return preciseDate(text.replace(/^(\d{4})-(\d)-/, '$1-0$2-').replace(/^(\d{4}-\d\d)-(\d)(?!\d)/, '$1-0$2'));
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/i.exec(text);
  if (dayFirst) return written(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(text);
  return monthFirst ? written(monthFirst[3], monthFirst[1], monthFirst[2]) : undefined;
}

function written(year = '', month = '', day = ''): PreciseDate | undefined {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return number === 0 ? undefined : preciseDate(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
}
