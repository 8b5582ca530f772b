import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK, type Kernel, paddedRows, plainKernel, simdKernel, storeMatrix } from '../../../analysis/tagger/kernel.ts';
import { KERNEL_BYTES } from '../../../analysis/tagger/kernel-bytes.ts';
import { loadTagger } from '../../../analysis/tagger/tagger.ts';
import { tokenize } from '../../../analysis/text/tokens.ts';
import { compileKernel } from '../../../scripts/train/compile-kernel.ts';
import { articleOf, fixtureArticles } from '../../fixtures/articles/load.ts';

const KERNELS: readonly [string, (floats: number) => Kernel][] = [
  ['simd', simdKernel],
  ['plain', plainKernel],
];
const small = fc.double({ min: -3, max: 3, noNaN: true });

test('the committed bytes are those of the source', async () => {
  expect(KERNEL_BYTES).toBe(await compileKernel());
});

describe.each(KERNELS)('the %s kernel', (_name, kernel) => {
  const problem = fc
    .record({ rows: fc.integer({ min: 1, max: 40 }), columns: fc.integer({ min: 1, max: 9 }), count: fc.integer({ min: 1, max: 5 }) })
    .chain((size) =>
      fc.record({
        size: fc.constant(size),
        values: fc.array(small, { minLength: size.rows * size.columns, maxLength: size.rows * size.columns }),
        vectors: fc.array(small, { minLength: size.count * size.columns, maxLength: size.count * size.columns }),
        sums: fc.array(small, { minLength: size.count * 48, maxLength: size.count * 48 }),
      }),
    );

  test('multiplies as by hand, and writes nowhere else', () => {
    fc.assert(
      fc.property(problem, ({ size: { rows, columns, count }, values, vectors, sums }) => {
        const padded = paddedRows(rows);
        const [weights, input, output] = [0, padded * columns, padded * columns + count * columns] as const;
        const { memory, addProducts } = kernel(output + count * padded + BLOCK);
        storeMatrix(memory, weights, { rows, columns, values: Float32Array.from(values) });
        memory.set(vectors, input);
        memory.set(sums.slice(0, count * padded), output);
        memory.fill(7, output + count * padded, output + count * padded + BLOCK);
        addProducts(output, padded, input, columns, count, weights, padded, columns);
        for (let each = 0; each < count; each++)
          for (let row = 0; row < padded; row++) {
            let expected = sums[each * padded + row] ?? 0;
            if (row < rows)
              for (let column = 0; column < columns; column++) expected += (values[row * columns + column] ?? 0) * (vectors[each * columns + column] ?? 0);
            expect(memory[output + each * padded + row]).toBeCloseTo(expected, 3);
          }
        expect([...memory.subarray(output + count * padded, output + count * padded + BLOCK)]).toEqual(Array(BLOCK).fill(7));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('steps as the equations say, also where gates are saturated', () => {
    const gate = fc.double({ min: -120, max: 120, noNaN: true });
    fc.assert(
      fc.property(fc.array(gate, { minLength: 32, maxLength: 32 }), fc.array(small, { minLength: 8, maxLength: 8 }), (gates, cell) => {
        const hidden = 8;
        const { memory, step } = kernel(64);
        memory.set(gates, 0);
        memory.set(cell, 32);
        step(0, 32, 40, hidden);
        const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
        for (let i = 0; i < hidden; i++) {
          const [input = 0, forget = 0, candidate = 0, output = 0] = [0, 1, 2, 3].map((run) => gates[run * hidden + i]);
          const kept = sigmoid(forget) * (cell[i] ?? 0) + sigmoid(input) * Math.tanh(candidate);
          expect(memory[32 + i]).toBeCloseTo(kept, 4);
          expect(memory[40 + i]).toBeCloseTo(sigmoid(output) * Math.tanh(kept), 4);
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
    expect([...fast.tag(tokens).tags]).toEqual([...plain.tag(tokens).tags]);
  }
});
