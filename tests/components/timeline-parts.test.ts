import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledCases } from '../../cases/bundled.ts';
import { dateText } from '../../components/date-text.ts';
import { isWithin, monthDate, monthOf, placeInMonths } from '../../components/months.ts';
import { mostWeighty, threadsOf } from '../../components/thread.ts';
import { compareDates } from '../../model/date.ts';

const caseFile = bundledCases().find(({ id }) => id === 'whatsapp-v-nso');
if (!caseFile) throw new Error('There is no bundled case.');

describe('threads', () => {
  const threads = threadsOf(caseFile.events);

  test('hold a motion or an appeal with what answers it, in order of date, and each event is in one at most', () => {
    expect(threads.size).toBeGreaterThan(10);
    for (const [id, thread] of threads) {
      expect(thread.length).toBeGreaterThan(1);
      expect(thread.some((event) => event.id === id)).toBe(true);
      expect(thread.some(({ kind }) => kind === 'motion' || kind === 'appeal')).toBe(true);
      expect(thread).toEqual(thread.toSorted((a, b) => compareDates(a.date, b.date)));
      for (const event of thread) expect(threads.get(event.id)).toBe(thread);
    }
  });

  test('end where events answer each other in a circle', () => {
    const [a, b] = caseFile.events;
    if (!a || !b) return;
    const circle = [
      { ...a, kind: 'order' as const, respondsTo: [b.id] },
      { ...b, kind: 'order' as const, respondsTo: [a.id] },
    ];
    expect(threadsOf(circle).size).toBe(0);
  });
});

test('what came later is told by what decides before all else, then by what appeals or orders, the latest first to be kept', () => {
  const [one] = caseFile.events;
  if (!one) return;
  const of = (kinds: string) => kinds.split(' ').map((kind, at) => ({ ...one, id: `${at} ${kind}`, kind: kind as typeof one.kind }));
  const told = (kinds: string) => mostWeighty(of(kinds)).map(({ id }) => Number(id.split(' ')[0]));
  expect(told('ruling statement order statement')).toEqual([0, 1, 2, 3]);
  expect(told('ruling order order statement order order order order order verdict statement')).toEqual([0, 2, 4, 5, 6, 7, 8, 9]);
});

test.each([
  [{ iso: '2019-11', precision: 'month' }, 'en', 'November 2019'],
  [{ iso: '2019', precision: 'year' }, 'en', '2019'],
  [{ iso: '2019-11-03', precision: 'day' }, 'en-GB', '3 November 2019'],
  [{ iso: '2019-11', precision: 'month' }, 'de', 'November 2019'],
] as const)('a date is never more precise than it is known: %j in %s', (date, locale, text) => {
  expect(dateText(date, locale)).toBe(text);
});

test('months go there and back, and a date lies within its own month alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000 * 12, max: 3_000 * 12 }), (month) => {
      const date = monthDate(month);
      expect(monthOf(date.iso)).toBe(month);
      expect(Math.floor(placeInMonths(date))).toBe(month);
      expect([isWithin(date, [month, month]), isWithin(date, [month + 1, month + 2]), isWithin(date, [month - 2, month - 1])]).toEqual([true, false, false]);
    }),
  );
});
