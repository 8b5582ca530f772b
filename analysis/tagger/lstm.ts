/**
 * One direction of an LSTM layer (Hochreiter and Schmidhuber 1997; gates in PyTorch's order) in the kernel's memory.
 * Knows no tags and no words.
 */
import { type Kernel, ONE, type StoredMatrix } from './kernel.ts';
import type { MemoryPlan } from './memory-plan.ts';
import type { Weights } from './weights.ts';

export interface Direction {
  readonly input: StoredMatrix;
  readonly recurrent: StoredMatrix;
  readonly bias: Float32Array;
}

/**
 * The direction whose matrices' names begin and end so. `unit`: what one in its input stands for. Throws where its cells or its input's numbers are not
 * as many as the kernel can take.
 */
export function directionOf(weights: Weights, prefix: string, suffix: string, unit: number, store: MemoryPlan['store']): Direction {
  const [input, recurrent] = [weights.packed(`${prefix}weight_ih${suffix}`), weights.packed(`${prefix}weight_hh${suffix}`)];
  if (recurrent.columns % 4 !== 0 || input.columns % 2 !== 0)
    throw new Error(`“${prefix}…${suffix}” has ${recurrent.columns} cells over ${input.columns} numbers: it takes a multiple of 4 over an even number.`);
  return {
    input: store(input, unit),
    recurrent: store(recurrent, 1 / ONE),
    bias: weights.matrix(`${prefix}bias_ih${suffix}`).values,
  };
}

/** Where a direction reads and writes, in bytes. */
export interface Pass {
  /** Rows of 16-bit integers, `width` of them each. */
  readonly input: number;
  readonly width: number;
  readonly length: number;
  /** Rows of 16-bit integers, each the forward state followed by the backward one. */
  readonly output: number;
  readonly isBackward: boolean;
}

/** Where it does its sums, in bytes: `gates` has room for four states (floats) a row, `cell` for one, `zeros` for one of integers, all zero. */
export interface Scratch {
  readonly zeros: number;
  readonly cell: number;
  readonly gates: number;
}

/** Runs it over `length` rows. Before the first, state and cell are zero. */
export function runDirection(kernel: Kernel, { input, recurrent, bias }: Direction, pass: Pass, { gates, cell, zeros }: Scratch): void {
  const { floats } = kernel;
  const hidden = recurrent.columns;
  const { length, output, isBackward } = pass;
  const row = 4 * 4 * hidden;
  for (let at = 0; at < length; at++) floats.set(bias, (gates + at * row) >> 2);
  kernel.addProducts(gates, row, pass.input, 2 * pass.width, length, input.place, input.rows, input.columns);
  floats.fill(0, cell >> 2, (cell >> 2) + hidden);
  let before = zeros;
  for (let step = 0; step < length; step++) {
    const at = isBackward ? length - 1 - step : step;
    const state = output + 2 * (at * 2 * hidden + (isBackward ? hidden : 0));
    kernel.addProducts(gates + at * row, 0, before, 0, 1, recurrent.place, recurrent.rows, recurrent.columns);
    kernel.step(gates + at * row, cell, state, hidden);
    before = state;
  }
}
