/**
 * The plan of what lies where in a kernel's memory, made before the kernel is.
 */
import { type Kernel, paddedSize, type StoredMatrix, storedBytes, storeMatrix } from './kernel.ts';
import type { PackedMatrix } from './weights.ts';

/** Places are in bytes. */
export class MemoryPlan {
  #used = 0;
  readonly #pending: ((kernel: Kernel) => void)[] = [];

  /** A place of so many bytes. */
  reserve(bytes: number): number {
    const place = this.#used;
    this.#used += Math.ceil(bytes / 16) * 16;
    return place;
  }

  /** A place for a matrix, which lies there once the kernel is made. `unit`: what one in a vector that it will meet stands for. */
  readonly store = (matrix: PackedMatrix, unit: number): StoredMatrix => {
    const place = this.reserve(storedBytes(matrix));
    this.#pending.push((kernel) => storeMatrix(kernel, place, matrix, unit));
    return { place, ...paddedSize(matrix) };
  };

  /** A kernel with the planned memory, all matrices in it. */
  kernel(create: (bytes: number) => Kernel): Kernel {
    const kernel = create(this.#used);
    for (const put of this.#pending) put(kernel);
    return kernel;
  }
}
