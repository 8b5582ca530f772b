/**
 * A bidirectional LSTM layer in plain typed arrays (Hochreiter and Schmidhuber 1997; gates in PyTorch's order: input, forget, cell, output).
 */
import type { Matrix, Weights } from './weights.ts';

interface Direction {
  readonly input: Matrix;
  readonly recurrent: Matrix;
  readonly bias: Matrix;
}

export interface LstmLayer {
  readonly forward: Direction;
  readonly backward: Direction;
}

/** The weights of layer `index`. */
export function lstmLayer({ matrix }: Weights, index: number): LstmLayer {
  const direction = (suffix: string): Direction => ({
    input: matrix(`lstm.weight_ih_l${index}${suffix}`),
    recurrent: matrix(`lstm.weight_hh_l${index}${suffix}`),
    bias: matrix(`lstm.bias_ih_l${index}${suffix}`),
  });
  return { forward: direction(''), backward: direction('_reverse') };
}

/** Runs the layer over `length` rows of input; each row of the result is the forward state followed by the backward one. */
export function runLstm(layer: LstmLayer, input: Float32Array, length: number): Float32Array {
  const hidden = layer.forward.recurrent.columns;
  const output = new Float32Array(length * 2 * hidden);
  runDirection(layer.forward, input, length, output, 0, false);
  runDirection(layer.backward, input, length, output, hidden, true);
  return output;
}

function runDirection(
  { input: inputWeights, recurrent, bias }: Direction,
  input: Float32Array,
  length: number,
  output: Float32Array,
  column: number,
  isBackward: boolean,
): void {
  const hidden = recurrent.columns;
  const gates = multiply(input, length, inputWeights, bias.values);
  const state = new Float32Array(hidden);
  const cell = new Float32Array(hidden);
  const sums = new Float32Array(4 * hidden);
  for (let step = 0; step < length; step++) {
    const at = isBackward ? length - 1 - step : step;
    sums.set(gates.subarray(at * 4 * hidden, (at + 1) * 4 * hidden));
    addProduct(sums, state, recurrent);
    for (let i = 0; i < hidden; i++) {
      const kept = sigmoid(sums[hidden + i] as number) * (cell[i] as number) + sigmoid(sums[i] as number) * Math.tanh(sums[2 * hidden + i] as number);
      cell[i] = kept;
      state[i] = sigmoid(sums[3 * hidden + i] as number) * Math.tanh(kept);
    }
    output.set(state, at * 2 * hidden + column);
  }
}

/** `input` (`length` rows) times the transposed weights, plus the bias. */
export function multiply(input: Float32Array, length: number, weights: Matrix, bias: Float32Array): Float32Array {
  const output = new Float32Array(length * weights.rows);
  for (let row = 0; row < length; row++) {
    const sums = output.subarray(row * weights.rows, (row + 1) * weights.rows);
    sums.set(bias);
    addProduct(sums, input.subarray(row * weights.columns, (row + 1) * weights.columns), weights);
  }
  return output;
}

/** Adds `weights · vector` to `sums`. Four rows at a time: the engine keeps four running sums in registers. */
function addProduct(sums: Float32Array, vector: Float32Array, { rows, columns, values }: Matrix): void {
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let at = row * columns;
    for (let column = 0; column < columns; column++, at++) {
      const value = vector[column] as number;
      a += value * (values[at] as number);
      b += value * (values[at + columns] as number);
      c += value * (values[at + 2 * columns] as number);
      d += value * (values[at + 3 * columns] as number);
    }
    sums[row] = (sums[row] as number) + a;
    sums[row + 1] = (sums[row + 1] as number) + b;
    sums[row + 2] = (sums[row + 2] as number) + c;
    sums[row + 3] = (sums[row + 3] as number) + d;
  }
  for (; row < rows; row++) {
    let sum = sums[row] as number;
    for (let column = 0; column < columns; column++) sum += (vector[column] as number) * (values[row * columns + column] as number);
    sums[row] = sum;
  }
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
