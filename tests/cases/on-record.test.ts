import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { bundledCases } from '../../cases/bundled.ts';
import { onRecord } from '../../cases/on-record.ts';
import type { CaseFile } from '../../model/case-file.ts';
import { preciseDate } from '../../model/date.ts';
import type { RecordQuestion } from '../../model/on-record.ts';
import { OnRecordSchema } from '../../model/on-record.ts';

const day = (iso: string) => preciseDate(iso) ?? { iso: '1970', precision: 'year' as const };
const citations = [{ publisher: 'Gazette', title: 'Paper', url: 'https://example.org/paper' }];
const event = (id: string, iso: string, kind: 'motion' | 'order' | 'hearing', respondsTo: string[] = []) => ({
  id,
  date: day(iso),
  phaseId: 'all',
  kind,
  title: id,
  summary: id,
  actorIds: [],
  respondsTo,
  citations,
});
const position = (side: 'plaintiff' | 'defendant', iso: string, text: string) => ({ side, date: day(iso), text, citations });

const caseFile = {
  actors: [
    { id: 'harbor', name: 'Harbor', kind: 'party', side: 'plaintiff', names: ['Harbor'] },
    { id: 'lumen', name: 'Lumen', kind: 'party', side: 'defendant', names: ['Lumen'] },
  ],
  events: [
    event('motion', '2020-03-10', 'motion'),
    event('hearing', '2020-04-01', 'hearing', ['motion']),
    event('order', '2020-06-01', 'order', ['motion']),
    event('appeal-order', '2021-02', 'order', ['motion']),
    event('third-order', '2022', 'order', ['motion']),
  ],
  disputes: [
    {
      id: 'lamp',
      question: 'Did the lamp fail?',
      terms: ['lamp'],
      positions: [
        { ...position('plaintiff', '2020-03-08', 'It failed.'), actorId: 'harbor' },
        position('plaintiff', '2022-12-07', 'It still fails.'),
        position('defendant', '2020-03-20', 'It did not.'),
      ],
      finding: { date: day('2024-12-20'), text: 'It failed.', citations },
    },
    { id: 'open', question: 'Who turned it?', terms: ['turn'], positions: [position('plaintiff', '2020-01', 'Lumen.')] },
  ],
} as unknown as CaseFile;

const ask = (question: RecordQuestion) => onRecord(caseFile, question);

describe('the other side', () => {
  test.each<[name: string, question: RecordQuestion, text: string | undefined]>([
    ['answers a plaintiff', { disputeId: 'lamp', side: 'plaintiff', asOf: day('2020-03-08') }, 'It did not.'],
    ['answers a defendant, by the position nearest in time', { disputeId: 'lamp', side: 'defendant', asOf: day('2020-03-20') }, 'It failed.'],
    ['answers a later statement by the later position', { disputeId: 'lamp', side: 'defendant', asOf: day('2023') }, 'It still fails.'],
    ['answers by its latest position where no time is known', { disputeId: 'lamp', side: 'defendant' }, 'It still fails.'],
    ['says nothing to a court', { disputeId: 'lamp', side: 'court', asOf: day('2024-12-20') }, undefined],
    ['says nothing to somebody unknown', { disputeId: 'lamp' }, undefined],
    ['has said nothing', { disputeId: 'open', side: 'plaintiff' }, undefined],
    ['is not known outside the disputes', { side: 'plaintiff' }, undefined],
  ])('%s', (_name, question, text) => {
    expect(ask(question).otherSide?.text).toBe(text);
  });

  test('is named where the record names it', () => {
    expect(ask({ disputeId: 'lamp', side: 'defendant', asOf: day('2020-03-20') }).otherSide?.by).toBe('Harbor');
  });
});

describe('what was found', () => {
  test.each<[asOf: string | undefined, isLater: boolean]>([
    ['2020-03-10', true],
    ['2024-12-19', true],
    ['2024-12-20', false],
    ['2025-01', false],
    ['2024-11', true],
    // Known by year or month only, it may have been said after the finding.
    ['2024', false],
    ['2024-12', false],
    [undefined, false],
  ])('as of %s: later is %s', (iso, isLater) => {
    expect(ask({ disputeId: 'lamp', ...(iso === undefined ? {} : { asOf: day(iso) }) }).finding?.isLater).toBe(isLater);
  });

  test('nothing, where nothing was', () => {
    expect(ask({ disputeId: 'open' }).finding).toBeUndefined();
  });
});

describe('the event', () => {
  test('comes with the decisions on it that were later, the next two at most', () => {
    const { event: linked, later } = ask({ eventId: 'motion', asOf: day('2020-03-11') });
    expect(linked?.title).toBe('motion');
    expect(later.map(({ id }) => id)).toEqual(['order', 'appeal-order']);
    expect(ask({ eventId: 'motion', asOf: day('2020-06-01') }).later.map(({ id }) => id)).toEqual(['appeal-order', 'third-order']);
  });

  test('unknown ids give nothing', () => {
    expect(ask({ eventId: 'none', disputeId: 'none', side: 'plaintiff' })).toMatchObject({ later: [] });
  });
});

test('of the bundled cases, every dispute and event can be asked for, and the answer passes its guard', () => {
  for (const bundled of bundledCases())
    for (const side of ['plaintiff', 'defendant'] as const) {
      for (const { id } of bundled.disputes) expect(v.is(OnRecordSchema, onRecord(bundled, { disputeId: id, side, asOf: day('2020-04-27') }))).toBe(true);
      for (const { id } of bundled.events) expect(v.is(OnRecordSchema, onRecord(bundled, { eventId: id, side }))).toBe(true);
    }
});

test('both parties are treated alike: with the sides swapped, the answers are swapped', () => {
  const swap = { plaintiff: 'defendant', defendant: 'plaintiff', court: 'court', other: 'other' } as const;
  for (const bundled of bundledCases()) {
    const swapped = {
      ...bundled,
      disputes: bundled.disputes.map((dispute) => ({ ...dispute, positions: dispute.positions.map((each) => ({ ...each, side: swap[each.side] })) })),
    };
    for (const { id } of bundled.disputes)
      for (const side of ['plaintiff', 'defendant'] as const) {
        const asOf = day('2020-04-27');
        expect(onRecord(swapped, { disputeId: id, side: swap[side], asOf }).otherSide?.text).toBe(
          onRecord(bundled, { disputeId: id, side, asOf }).otherSide?.text,
        );
      }
  }
});
