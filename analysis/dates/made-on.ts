/**
 * When a statement was made: dates that stand beside its cue, resolved against the article's own date. Honest precision, and
 * undefined where the text does not tell. Knows nothing of cases.
 */
import { casual } from 'chrono-node/en';
import { type PreciseDate, preciseDate } from '../../model/date.ts';
import type { Span } from '../../model/span.ts';

/** Longest stretch of text read for a date, in UTF-16 code units. */
const LONGEST = 600;

/** What a phrase means in itself, coarser than the day that a calendar makes of it. */
const COARSE: readonly (readonly [RegExp, 'month' | 'year'])[] = [
  [/\b(?:(?:earlier |later )?(?:this|last|that|next) year|(?:\w+ )?years? (?:ago|earlier))\b/i, 'year'],
  [/\b(?:this|last|that) month|months? (?:ago|earlier)\b/i, 'month'],
  [/\b(?:this|last|that) week|weeks? (?:ago|earlier)\b/i, 'month'],
];

export interface DateQuestion {
  readonly text: string;
  /** The sentence that holds the cue, in UTF-16 offsets. */
  readonly sentence: Span;
  readonly cue: Span;
  /** What was said: dates inside are not dates of saying. */
  readonly content: readonly Span[];
  readonly published: PreciseDate | undefined;
}

/** The date on which it was said; undefined where there is none beside the cue. */
export function madeOn({ text, sentence, cue, content, published }: DateQuestion): PreciseDate | undefined {
  const start = Math.max(sentence[0], cue[0] - LONGEST / 2);
  const around = blank(text, [start, Math.min(sentence[1], cue[1] + LONGEST / 2)], content);
  if (!/\d|day\b|week|month|year|yesterday|today|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i.test(around)) return undefined;
  const found = casual.parse(around, anchorOf(published), { forwardDate: false });
  const at = cue[0] - start;
  const nearest = found.toSorted((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at))[0];
  return nearest === undefined ? undefined : dateOf(nearest, published, around);
}

interface Parsed {
  readonly text: string;
  readonly index: number;
  readonly start: { get(component: 'year' | 'month' | 'day'): number | null; isCertain(component: 'year' | 'month' | 'day' | 'weekday'): boolean };
}

function dateOf({ text, index, start }: Parsed, published: PreciseDate | undefined, around: string): PreciseDate | undefined {
  const needsAnchor = !start.isCertain('year') && !/\d{4}/.test(text);
  if (needsAnchor && published === undefined) return undefined;
  const wide = around.slice(Math.max(0, index - 8), index + text.length);
  const coarse = COARSE.find(([pattern]) => pattern.test(wide))?.[1];
  if (coarse === undefined && !/\d|day\b|yesterday|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i.test(text)) return undefined;
  // A time of day or a bare clock is no date.
  if (!start.isCertain('day') && !start.isCertain('month') && !start.isCertain('year') && !start.isCertain('weekday') && coarse === undefined) return undefined;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null) return undefined;
  const isDay = coarse === undefined && (start.isCertain('day') || start.isCertain('weekday'));
  const isMonth = coarse === 'month' || (coarse === undefined && start.isCertain('month'));
  if (needsAnchor && published && ((isDay && published.precision !== 'day') || (isMonth && published.precision === 'year'))) return undefined;
  const two = (value: number | null) => String(value ?? 0).padStart(2, '0');
  const date = preciseDate(isDay ? `${year}-${two(month)}-${two(day)}` : isMonth ? `${year}-${two(month)}` : `${year}`);
  return date && published && isAfter(date, published) ? back(date, needsAnchor) : date;
}

/** "In November", read in January, is last year's: nothing was said after the article came out. */
function back(date: PreciseDate, isOpenYear: boolean): PreciseDate | undefined {
  if (!isOpenYear) return undefined;
  const year = Number(date.iso.slice(0, 4)) - 1;
  return preciseDate(`${year}${date.iso.slice(4)}`);
}

function isAfter(date: PreciseDate, published: PreciseDate): boolean {
  const length = Math.min(date.iso.length, published.iso.length);
  return date.iso.slice(0, length) > published.iso.slice(0, length);
}

/** The day from which relative dates count: noon, so that no time zone moves it. */
function anchorOf(published: PreciseDate | undefined): Date {
  const [year = 2000, month = 7, day = 15] = (published?.iso ?? '2000-07-15').split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

/** The stretch of text with what was said blanked out, offsets kept. */
function blank(text: string, [start, end]: Span, content: readonly Span[]): string {
  let kept = text.slice(start, end);
  for (const [from, to] of content) {
    const a = Math.max(0, from - start);
    const b = Math.min(end, to) - start;
    if (b > a) kept = kept.slice(0, a) + ' '.repeat(b - a) + kept.slice(b);
  }
  return kept;
}
