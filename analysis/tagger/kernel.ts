/**
 * The arithmetic of the network over one block of memory: many numbers at a time where the machine can (kernel.wat), one by one elsewhere.
 * Knows matrices and cells, no tags and no tokens. Every place and stride is in bytes, whatever lies there.
 */
import { KERNEL_BYTES } from './kernel-bytes.ts';
import type { PackedMatrix } from './weights.ts';

/** Rows of a matrix are handled in blocks of this many. */
export const BLOCK = 16;
/** The 16-bit integer that stands for one in a state. */
export const ONE = 32_767;

export interface Kernel {
  readonly floats: Float32Array;
  readonly shorts: Int16Array;
  /**
   * Adds weights × vector to each of `count` rows of sums (floats). Vectors are 16-bit integers; `weights` is where `storeMatrix` put them,
   * `rows` a multiple of `BLOCK`, `columns` even.
   */
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
  /**
   * One step of `hidden` LSTM cells, a multiple of 4. `gates` holds the sums (floats) of input, forget, cell and output gate; `cell` (floats) is
   * updated, `state` (16-bit integers) written.
   */
  readonly step: (gates: number, cell: number, state: number, hidden: number) => void;
}

/** A kernel with so many bytes: the fast one, or the plain one where WebAssembly with SIMD is not to be had. */
export function createKernel(bytes: number): Kernel {
  try {
    return simdKernel(bytes);
  } catch {
    return plainKernel(bytes);
  }
}

const PAGE_BYTES = 65_536;

/** Throws where the machine or a content security policy does not let WebAssembly run. */
export function simdKernel(bytes: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
  const code = Uint8Array.from(atob(KERNEL_BYTES), (letter) => letter.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  const { addProducts, step } = exports as unknown as Pick<Kernel, 'addProducts' | 'step'>;
  return { floats: new Float32Array(memory.buffer), shorts: new Int16Array(memory.buffer), addProducts, step };
}

/** The same in plain JavaScript. */
export function plainKernel(bytes: number): Kernel {
  const memory = new ArrayBuffer(Math.ceil(bytes / 4) * 4);
  const [floats, shorts] = [new Float32Array(memory), new Int16Array(memory)];
  const float = (place: number) => floats[place >> 2] as number;
  const short = (place: number) => shorts[place >> 1] as number;
  return {
    floats,
    shorts,
    addProducts(sums, sumsStride, vectors, vectorsStride, count, weights, rows, columns) {
      const scales = weights + 2 * rows * columns;
      const block = new Int32Array(BLOCK);
      for (let row = 0; row < count; row++) {
        let weight = weights;
        for (let first = 0; first < rows; first += BLOCK) {
          block.fill(0);
          for (let column = 0; column < columns; column += 2, weight += 4 * BLOCK) {
            const [one, two] = [short(vectors + row * vectorsStride + 2 * column), short(vectors + row * vectorsStride + 2 * column + 2)];
            for (let i = 0; i < BLOCK; i++) block[i] = (block[i] as number) + one * short(weight + 4 * i) + two * short(weight + 4 * i + 2);
          }
          for (let i = 0; i < BLOCK; i++) {
            const place = sums + row * sumsStride + 4 * (first + i);
            floats[place >> 2] = float(place) + Math.fround((block[i] as number) * float(scales + 4 * (first + i)));
          }
        }
      }
    },
    step(gates, cell, state, hidden) {
      for (let i = 0; i < hidden; i++) {
        const gate = (run: number) => float(gates + 4 * (run * hidden + i));
        const kept = sigmoid(gate(1)) * float(cell + 4 * i) + sigmoid(gate(0)) * tanh(gate(2));
        floats[(cell >> 2) + i] = kept;
        shorts[(state >> 1) + i] = Math.max(-ONE, Math.min(ONE, Math.round(ONE * sigmoid(gate(3)) * tanh(kept))));
      }
    },
  };
}

/** By Padé's approximant of order [7/6], as in kernel.wat. */
function tanh(x: number): number {
  const kept = Math.max(-4.97, Math.min(4.97, x));
  const y = kept * kept;
  return (kept * (135_135 + y * (17_325 + y * (378 + y)))) / (135_135 + y * (62_370 + y * (3_150 + y * 28)));
}

function sigmoid(x: number): number {
  return 0.5 * (1 + tanh(x / 2));
}

/** Where a matrix lies, with its rows and columns filled up to what the kernel needs. */
export interface StoredMatrix {
  readonly place: number;
  readonly rows: number;
  readonly columns: number;
}

/** Rows filled up to whole blocks, columns to pairs. */
export function paddedSize({ rows, columns }: Pick<PackedMatrix, 'rows' | 'columns'>): { rows: number; columns: number } {
  return { rows: Math.ceil(rows / BLOCK) * BLOCK, columns: Math.ceil(columns / 2) * 2 };
}

/** Bytes that a matrix takes up in memory: its numbers and the scale of each row. */
export function storedBytes(matrix: Pick<PackedMatrix, 'rows' | 'columns'>): number {
  const { rows, columns } = paddedSize(matrix);
  return 2 * rows * columns + 4 * rows;
}

/** Puts a matrix into memory, in blocks of rows, two columns at a time. `unit` is what one in a vector that it will meet stands for. */
export function storeMatrix({ floats, shorts }: Pick<Kernel, 'floats' | 'shorts'>, place: number, matrix: PackedMatrix, unit: number): StoredMatrix {
  const { rows, columns } = paddedSize(matrix);
  const value = (row: number, column: number) => (row < matrix.rows && column < matrix.columns ? (matrix.values[row * matrix.columns + column] as number) : 0);
  let at = place >> 1;
  for (let first = 0; first < rows; first += BLOCK)
    for (let column = 0; column < columns; column += 2)
      for (let row = first; row < first + BLOCK; row++) {
        shorts[at++] = value(row, column);
        shorts[at++] = value(row, column + 1);
      }
  for (let row = 0; row < rows; row++) floats[(place >> 2) + ((rows * columns) >> 1) + row] = (matrix.scales[row] ?? 0) * unit;
  return { place, rows, columns };
}
