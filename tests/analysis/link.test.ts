/** What a statement bears on and who answers it: the lists by hand, the record a small one of our own. */
import { describe, expect, test } from 'vitest';
import { type Answerable, findAnswers } from '../../analysis/link/answers.ts';
import { BearingFinder, type BearingQuestion } from '../../analysis/link/bearing.ts';
import { indexTerms, pointsIn } from '../../analysis/link/terms.ts';
import { parseCaseFile } from '../../cases/parse-case-file.ts';
import { type PreciseDate, preciseDate } from '../../model/date.ts';
import { SAMPLE_CASE, SAMPLE_RECOGNITION } from '../cases/sample-case.ts';

describe('terms are found as whole words', () => {
  const terms = indexTerms([['spyware', '$168 million', 'sovereign immunity', 'terms of service', 'gas', '%'], ['sovereign immunity']]);
  test.each<[phrase: string, found: readonly number[]]>([
    ['spyware makers', [1, 0]],
    ['spywares', [1, 0]],
    ['antispyware', [0, 0]],
    ['a verdict of $168 million', [1, 0]],
    ['some 168 million users', [0, 0]],
    ['$168 millionth', [0, 0]],
    ['its sovereign immunity', [1, 1]],
    ['its sovereigns immunity', [0, 0]],
    ['the terms of services', [1, 0]],
    ['a gas, and gas again', [1, 0]],
    ['gases', [0, 0]],
    ['5 %', [1, 0]],
    ['', [0, 0]],
  ])('“%s”', (phrase, found) => expect(pointsIn(phrase, terms).map((points) => Number(points > 0))).toEqual(found));

  test('what two subjects list tells less of either, and more of neither for standing twice', () => {
    const [one = 0, two = 0] = pointsIn('sovereign immunity and sovereign immunity', terms);
    expect(one).toBe(two);
    expect(one).toBeLessThan(pointsIn('sovereign immunity', indexTerms([['sovereign immunity']]))[0] ?? 0);
  });
});

describe('who answers', () => {
  const claim: Answerable = { kind: 'claim', side: 'plaintiff', block: 1 };
  const denial: Answerable = { kind: 'denial', side: 'defendant', block: 1 };

  test.each<[why: string, list: Answerable[], answers: (number | undefined)[]]>([
    ['the other side, in the same paragraph', [claim, denial], [1, undefined]],
    ['the other side, two paragraphs on', [claim, { ...denial, block: 3 }], [1, undefined]],
    ['nobody farther on, without a dispute in common', [claim, { ...denial, block: 4 }], [undefined, undefined]],
    ['nobody who spoke before, without one', [denial, claim], [undefined, undefined]],
    [
      'the other side on the same dispute, however far',
      [
        { ...claim, disputeId: 'a' },
        { ...denial, block: 40, disputeId: 'a' },
      ],
      [1, undefined],
    ],
    [
      'the other side on the same dispute, even before',
      [
        { ...denial, disputeId: 'a' },
        { ...claim, disputeId: 'a' },
      ],
      [undefined, 0],
    ],
    [
      'nobody who speaks of another dispute',
      [
        { ...claim, disputeId: 'a' },
        { ...denial, disputeId: 'b' },
      ],
      [undefined, undefined],
    ],
    ['never one’s own side', [claim, { ...denial, side: 'plaintiff' }], [undefined, undefined]],
    ['never a bystander', [claim, { ...denial, side: 'other' }], [undefined, undefined]],
    ['never somebody unknown', [claim, { ...denial, side: undefined }], [undefined, undefined]],
    ['a refusal to comment', [claim, { ...denial, kind: 'no-comment' }], [1, undefined]],
    ['a concession', [claim, { ...denial, kind: 'concession' }], [1, undefined]],
    ['no claim', [claim, { ...denial, kind: 'claim' }], [undefined, undefined]],
    ['a denial before a refusal to comment', [claim, { ...denial, kind: 'no-comment' }, denial], [2, undefined, undefined]],
    ['a demand is answered too', [{ ...claim, kind: 'demand' }, denial], [1, undefined]],
    ['a finding is not', [{ ...claim, kind: 'finding', side: 'court' }, denial], [undefined, undefined]],
    ['whoever denies it by naming it', [denial, { ...claim, parent: 0 }], [undefined, 0]],
    [
      'the defendant’s claim, the plaintiff',
      [
        { ...claim, side: 'defendant' },
        { ...denial, side: 'plaintiff' },
      ],
      [1, undefined],
    ],
  ])('%s', (_why, list, answers) => expect(findAnswers(list)).toEqual(answers));
});

describe('what a statement bears on', () => {
  const json = JSON.parse(SAMPLE_CASE) as { events: object[]; disputes: { id: string; terms: string[] }[] };
  const [complaint, answer] = json.events;
  const events = [
    { ...complaint, terms: ['complaint', 'collision damages'] },
    { ...answer, terms: ['sleeping captain', 'captain asleep'] },
  ];
  const disputes = [
    { ...json.disputes[0], terms: ['lamp', 'harbour lights'] },
    { ...json.disputes[0], id: 'pier', terms: ['east pier', 'harbour lights'] },
  ];
  const finder = new BearingFinder(parseCaseFile({ ...json, events, disputes }, JSON.parse(SAMPLE_RECOGNITION)));
  const day = (iso: string) => preciseDate(iso) as PreciseDate;
  const question: BearingQuestion = {
    kind: 'claim',
    speaker: { status: 'actor', actorId: 'harbor', name: 'Harbor', side: 'plaintiff' },
    content: 'that the east pier was dark',
    sentence: 'Harbor said that the east pier was dark.',
    madeOn: undefined,
    published: day('2024-03-01'),
  };
  const find = (changed: Partial<BearingQuestion>) => finder.find({ ...question, ...changed });

  test('the dispute whose words it holds', () => {
    expect(find({}).disputeId).toBe('pier');
  });

  test('no dispute where two have the same words: a wrong one misleads', () => {
    expect(find({ content: 'that the harbour lights were out', sentence: 'Harbor said that the harbour lights were out.' }).disputeId).toBeUndefined();
  });

  test('no dispute by a word within another word', () => {
    expect(find({ content: 'that the northeast piers were dark', sentence: 'Harbor said so.' }).disputeId).toBeUndefined();
  });

  const suing = { content: 'collision damages in its complaint', sentence: 'Harbor asked for collision damages in its complaint.' };

  test('the event whose words it holds, near in time', () => {
    expect(find({ ...suing, published: day('2024-01-11') }).eventId).toBe('complaint');
  });

  test('no event that was still to come when the article appeared', () => {
    expect(find({ ...suing, published: day('2023-11-01') }).eventId).toBeUndefined();
  });

  test('no event for a refusal to comment', () => {
    expect(find({ ...suing, kind: 'no-comment', published: day('2024-01-11') }).eventId).toBeUndefined();
  });
});
