import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Kernel, ONE, paddedSize, plainKernel, simdKernel, storedBytes, storeMatrix } from '../../../analysis/tagger/kernel.ts';
import { KERNEL_BYTES } from '../../../analysis/tagger/kernel-bytes.ts';
import { loadTagger } from '../../../analysis/tagger/tagger.ts';
import { tokenize } from '../../../analysis/text/tokens.ts';
import { compileKernel } from '../../../scripts/train/compile-kernel.ts';
import { articleOf, fixtureArticles } from '../../fixtures/articles/load.ts';

const KERNELS: readonly [string, (bytes: number) => Kernel][] = [
  ['simd', simdKernel],
  ['plain', plainKernel],
];
const small = fc.double({ min: -3, max: 3, noNaN: true });
const byte = fc.integer({ min: -127, max: 127 });
const short = fc.integer({ min: -ONE, max: ONE });

test('the committed bytes are those of the source', async () => {
  expect(KERNEL_BYTES).toBe(await compileKernel());
});

describe.each(KERNELS)('the %s kernel', (_name, kernel) => {
  const problem = fc
    .record({ rows: fc.integer({ min: 1, max: 70 }), columns: fc.integer({ min: 1, max: 9 }), count: fc.integer({ min: 1, max: 5 }) })
    .chain((size) =>
      fc.record({
        size: fc.constant(size),
        values: fc.array(byte, { minLength: size.rows * size.columns, maxLength: size.rows * size.columns }),
        scales: fc.array(small, { minLength: size.rows, maxLength: size.rows }),
        vectors: fc.array(short, { minLength: size.count * size.columns, maxLength: size.count * size.columns }),
        sums: fc.array(small, { minLength: size.count * 80, maxLength: size.count * 80 }),
      }),
    );

  test('multiplies as by hand, and writes nowhere else', () => {
    fc.assert(
      fc.property(problem, ({ size: { rows, columns, count }, values, scales, vectors, sums }) => {
        const size = paddedSize({ rows, columns });
        const input = Math.ceil(storedBytes({ rows, columns }) / 16) * 16;
        const output = input + Math.ceil((2 * count * size.columns) / 16) * 16;
        const behind = output + 4 * count * size.rows;
        const engine = kernel(behind + 64);
        storeMatrix(engine, 0, { rows, columns, values: Int8Array.from(values), scales: Float32Array.from(scales) }, 1 / ONE);
        for (let each = 0; each < count; each++) engine.shorts.set(vectors.slice(each * columns, (each + 1) * columns), (input >> 1) + each * size.columns);
        engine.floats.set(sums.slice(0, count * size.rows), output >> 2);
        engine.floats.fill(7, behind >> 2, (behind >> 2) + 16);
        engine.addProducts(output, 4 * size.rows, input, 2 * size.columns, count, 0, size.rows, size.columns);
        for (let each = 0; each < count; each++)
          for (let row = 0; row < size.rows; row++) {
            let expected = 0;
            if (row < rows)
              for (let column = 0; column < columns; column++) expected += (values[row * columns + column] ?? 0) * (vectors[each * columns + column] ?? 0);
            const sum = (sums[each * size.rows + row] ?? 0) + (expected * (scales[row] ?? 0)) / ONE;
            expect(Math.abs((engine.floats[(output >> 2) + each * size.rows + row] ?? 0) - sum)).toBeLessThan(1e-5 * Math.max(10, Math.abs(sum)));
          }
        expect([...engine.floats.subarray(behind >> 2, (behind >> 2) + 16)]).toEqual(Array(16).fill(7));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('steps as the equations say, also where gates are saturated', () => {
    const gate = fc.double({ min: -120, max: 120, noNaN: true });
    fc.assert(
      fc.property(fc.array(gate, { minLength: 32, maxLength: 32 }), fc.array(small, { minLength: 8, maxLength: 8 }), (gates, cell) => {
        const hidden = 8;
        const { floats, shorts, step } = kernel(256);
        floats.set(gates, 0);
        floats.set(cell, 32);
        step(0, 128, 160, hidden);
        const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
        for (let i = 0; i < hidden; i++) {
          const [input = 0, forget = 0, candidate = 0, output = 0] = [0, 1, 2, 3].map((run) => gates[run * hidden + i]);
          const kept = sigmoid(forget) * (cell[i] ?? 0) + sigmoid(input) * Math.tanh(candidate);
          expect(floats[32 + i]).toBeCloseTo(kept, 3);
          expect((shorts[80 + i] ?? 0) / ONE).toBeCloseTo(sigmoid(output) * Math.tanh(kept), 3);
        }
      }),
      { seed: 2, numRuns: 100 },
    );
  });
});

test('both kernels tag alike', () => {
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../public/tagger.bin')));
  const [fast, plain] = [loadTagger(bytes, simdKernel), loadTagger(bytes, plainKernel)];
  for (const article of fixtureArticles().slice(0, 6).map(articleOf)) {
    const tokens = tokenize(article.text, article.blocks);
    const [one, other] = [fast.tag(tokens), plain.tag(tokens)];
    expect([...one.tags]).toEqual([...other.tags]);
    const everything = tokens.map((_, index) => index);
    const [quick = [], slow = []] = [one, other].map(({ traits }) => fast.kinds.probabilities(traits, [everything, [0], [1, 2]]));
    expect(quick.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6);
    for (const [kind, probability] of quick.entries()) expect(probability).toBeCloseTo(slow[kind] ?? -1, 3);
  }
});
