/**
 * The arithmetic of the network over one block of memory: four floats at a time where the machine can (kernel.wat), one by one elsewhere.
 * Knows matrices and cells, no tags and no tokens. All places and strides are indexes into `memory`.
 */
import { KERNEL_BYTES } from './kernel-bytes.ts';
import type { Matrix } from './weights.ts';

/** Rows of a matrix are handled in blocks of this many. */
export const BLOCK = 16;

export interface Kernel {
  readonly memory: Float32Array;
  /** Adds weights × vector to each of `count` rows of sums. `weights` is where `storeMatrix` put them; `rows` is a multiple of `BLOCK`. */
  readonly addProducts: (
    sums: number,
    sumsStride: number,
    vectors: number,
    vectorsStride: number,
    count: number,
    weights: number,
    rows: number,
    columns: number,
  ) => void;
  /** One step of `hidden` LSTM cells, a multiple of 4. `gates` holds the sums of input, forget, cell and output gate; `cell` is updated, `state` written. */
  readonly step: (gates: number, cell: number, state: number, hidden: number) => void;
}

/** A kernel with room for `floats` numbers: the fast one, or the plain one where WebAssembly with SIMD is not to be had. */
export function createKernel(floats: number): Kernel {
  try {
    return simdKernel(floats);
  } catch {
    return plainKernel(floats);
  }
}

const PAGE_BYTES = 65_536;

/** Throws where the machine or a content security policy does not let WebAssembly run. */
export function simdKernel(floats: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((floats * 4) / PAGE_BYTES) });
  const bytes = Uint8Array.from(atob(KERNEL_BYTES), (letter) => letter.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const { addProducts, step } = exports as Record<'addProducts' | 'step', (...places: number[]) => void>;
  return {
    memory: new Float32Array(memory.buffer),
    addProducts: (sums, sumsStride, vectors, vectorsStride, count, weights, rows, columns) =>
      addProducts(sums * 4, sumsStride * 4, vectors * 4, vectorsStride * 4, count, weights * 4, rows, columns),
    step: (gates, cell, state, hidden) => step(gates * 4, cell * 4, state * 4, hidden),
  };
}

/** The same in plain JavaScript. */
export function plainKernel(floats: number): Kernel {
  const memory = new Float32Array(floats);
  const at = (index: number) => memory[index] as number;
  return {
    memory,
    addProducts(sums, sumsStride, vectors, vectorsStride, count, weights, rows, columns) {
      const block = new Float64Array(BLOCK);
      for (let row = 0; row < count; row++) {
        let weight = weights;
        for (let first = 0; first < rows; first += BLOCK) {
          const place = sums + row * sumsStride + first;
          for (let i = 0; i < BLOCK; i++) block[i] = at(place + i);
          for (let column = 0; column < columns; column++, weight += BLOCK) {
            const value = at(vectors + row * vectorsStride + column);
            for (let i = 0; i < BLOCK; i++) block[i] = (block[i] as number) + value * at(weight + i);
          }
          memory.set(block, place);
        }
      }
    },
    step(gates, cell, state, hidden) {
      for (let i = 0; i < hidden; i++) {
        const kept = sigmoid(at(gates + hidden + i)) * at(cell + i) + sigmoid(at(gates + i)) * Math.tanh(at(gates + 2 * hidden + i));
        memory[cell + i] = kept;
        memory[state + i] = sigmoid(at(gates + 3 * hidden + i)) * Math.tanh(kept);
      }
    },
  };
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Rows that a matrix takes up in memory. */
export function paddedRows(rows: number): number {
  return Math.ceil(rows / BLOCK) * BLOCK;
}

/** Puts a matrix into memory, in blocks of rows, column by column, missing rows as zeros. */
export function storeMatrix(memory: Float32Array, place: number, { rows, columns, values }: Matrix): void {
  let at = place;
  for (let first = 0; first < rows; first += BLOCK)
    for (let column = 0; column < columns; column++)
      for (let row = first; row < first + BLOCK; row++) memory[at++] = row < rows ? (values[row * columns + column] as number) : 0;
}
