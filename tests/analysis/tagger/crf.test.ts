import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constrained, marginals, viterbi } from '../../../analysis/tagger/crf.ts';
import { TAG_COUNT, TAGS } from '../../../analysis/tagger/tags.ts';

const score = fc.double({ min: -4, max: 4, noNaN: true });
const problem = fc.integer({ min: 1, max: 4 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    emissions: fc.array(score, { minLength: length * TAG_COUNT, maxLength: length * TAG_COUNT }),
    transition: fc.array(score, { minLength: TAG_COUNT ** 2, maxLength: TAG_COUNT ** 2 }),
  }),
);

/** Score of every sequence that BIO allows. */
function allSequences(length: number, emissions: readonly number[], transition: Float32Array): { tags: number[]; score: number }[] {
  let sequences = TAGS.flatMap((tag, index) => (tag.startsWith('I-') ? [] : [{ tags: [index], score: emissions[index] ?? 0 }]));
  for (let row = 1; row < length; row++) {
    sequences = sequences.flatMap(({ tags, score: before }) =>
      TAGS.flatMap((tag, index) => {
        const last = tags.at(-1) ?? 0;
        if (tag.startsWith('I-') && TAGS[last]?.slice(2) !== tag.slice(2)) return [];
        return [{ tags: [...tags, index], score: before + (transition[last * TAG_COUNT + index] ?? 0) + (emissions[row * TAG_COUNT + index] ?? 0) }];
      }),
    );
  }
  return sequences;
}

describe('decoding agrees with trying every sequence', () => {
  test('the best one', () => {
    fc.assert(
      fc.property(problem, ({ length, emissions, transition }) => {
        const moves = constrained(Float32Array.from(transition));
        const found = [...viterbi(Float32Array.from(emissions), length, moves)];
        const all = allSequences(length, emissions, moves);
        const best = Math.max(...all.map((each) => each.score));
        const own = all.find(({ tags }) => tags.join() === found.join());
        expect(own?.score).toBeCloseTo(best, 3);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('the probability of each tag', () => {
    fc.assert(
      fc.property(problem, ({ length, emissions, transition }) => {
        const moves = constrained(Float32Array.from(transition));
        const found = marginals(Float32Array.from(emissions), length, moves);
        const all = allSequences(length, emissions, moves);
        const total = all.reduce((sum, each) => sum + Math.exp(each.score), 0);
        for (let row = 0; row < length; row++) {
          for (let tag = 0; tag < TAG_COUNT; tag++) {
            const expected = all.filter(({ tags }) => tags[row] === tag).reduce((sum, each) => sum + Math.exp(each.score), 0) / total;
            expect(found[row * TAG_COUNT + tag]).toBeCloseTo(expected, 3);
          }
        }
      }),
      { seed: 2, numRuns: 50 },
    );
  });

  test('where only a forbidden tag is likely, none is, and none is no number', () => {
    const inside = TAGS.findIndex((tag) => tag.startsWith('I-'));
    const emissions = Float32Array.from({ length: 2 * TAG_COUNT }, (_, at) => (at % TAG_COUNT === inside ? 0 : -2000));
    const found = marginals(emissions, 2, constrained(new Float32Array(TAG_COUNT ** 2)));
    expect([...found].every((chance) => chance >= 0 && chance <= 1)).toBe(true);
  });

  test('the probabilities of a row add up to one, however long the sequence and however high its scores', () => {
    const high = fc.double({ min: -60, max: 60, noNaN: true });
    const scores = (count: number) => fc.array(high, { minLength: count, maxLength: count });
    fc.assert(
      fc.property(fc.array(scores(TAG_COUNT), { minLength: 200, maxLength: 400 }), scores(TAG_COUNT ** 2), (rows, transition) => {
        const found = marginals(Float32Array.from(rows.flat()), rows.length, constrained(Float32Array.from(transition)));
        for (let row = 0; row < rows.length; row++)
          expect(found.slice(row * TAG_COUNT, (row + 1) * TAG_COUNT).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 4);
      }),
      { seed: 3, numRuns: 20 },
    );
  });
});
