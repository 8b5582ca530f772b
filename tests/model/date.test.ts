import { describe, expect, test } from 'vitest';
import { compareDates, isIsoDate, preciseDate } from '../../model/date.ts';

describe('dates that a page or a record gives', () => {
  test.each([
    ['2020', { iso: '2020', precision: 'year' }],
    ['2020-04', { iso: '2020-04', precision: 'month' }],
    ['2020-04-23', { iso: '2020-04-23', precision: 'day' }],
    ['2020-04-23T10:00:00+02:00', { iso: '2020-04-23', precision: 'day' }],
    [' 2024-02-29 ', { iso: '2024-02-29', precision: 'day' }],
    ['2023-02-29', undefined],
    ['2020-13', undefined],
    ['2020-00-10', undefined],
    ['20', undefined],
    ['April 2020', undefined],
    ['', undefined],
  ] as const)('%j', (value, expected) => {
    expect(preciseDate(value)).toEqual(expected);
  });
});

test('a date must be written to its precision', () => {
  expect(isIsoDate('2020-04', 'day')).toBe(false);
  expect(isIsoDate('2020-04-01', 'month')).toBe(false);
  expect(isIsoDate('2020-04-31', 'day')).toBe(false);
});

test('dates are ordered by their earliest day, the less certain first', () => {
  const dates = ['2020-04-02', '2019', '2020-04', '2020-04-01', '2019-12-31', '2020'].map((iso) => preciseDate(iso));
  const sorted = dates.filter((date) => date !== undefined).sort(compareDates);
  expect(sorted.map(({ iso }) => iso)).toEqual(['2019', '2019-12-31', '2020', '2020-04', '2020-04-01', '2020-04-02']);
});
