/**
 * The network of the tagger: several members, each embeddings → two bidirectional LSTM layers (Hochreiter and Schmidhuber 1997; gates in
 * PyTorch's order) → a score for every tag. What the members find is averaged. Knows features and weights, no tokens.
 */
import { COLUMN_COUNT } from './features.ts';
import { createKernel, type Kernel, paddedRows, storeMatrix } from './kernel.ts';
import { TAG_COUNT } from './tags.ts';
import type { Matrix, Table, Weights } from './weights.ts';

/** Tables and the columns of features that look rows up in them; the four affixes share one table and are added up. */
const EMBEDDINGS: readonly { name: string; columns: readonly number[] }[] = [
  { name: 'word', columns: [0] },
  { name: 'affix', columns: [1, 2, 3, 4] },
  { name: 'speech', columns: [5] },
  { name: 'shape', columns: [6] },
  { name: 'quote', columns: [7] },
  { name: 'edge', columns: [8] },
  { name: 'verb', columns: [9] },
];
const LAYERS = [0, 1];
const DIRECTIONS = ['', '_reverse'];

/** A matrix that lies in the kernel's memory. */
interface Stored {
  readonly place: number;
  readonly rows: number;
  readonly columns: number;
}

interface Direction {
  readonly input: Stored;
  readonly recurrent: Stored;
  readonly bias: Float32Array;
}

interface Member {
  readonly tables: readonly { table: Table; columns: readonly number[] }[];
  readonly layers: readonly (readonly Direction[])[];
  readonly out: Stored;
  readonly bias: Float32Array;
}

export interface Network {
  /** Scores of the tags for `length` rows of features, row by row; at most `stretch` rows at once. */
  readonly emissions: (features: Int32Array, length: number) => Float32Array;
  /** Scores of a tag after another, row = tag before. */
  readonly transition: Float32Array;
}

/** Builds the network for stretches of at most `stretch` tokens. `kernel` makes the arithmetic; tests choose a plain one. */
export function createNetwork(weights: Weights, stretch: number, kernel: (floats: number) => Kernel = createKernel): Network {
  const matrices: { matrix: Matrix; place: number }[] = [];
  let used = 0;
  const reserve = (floats: number): number => {
    const place = used;
    used += Math.ceil(floats / 4) * 4;
    return place;
  };
  const store = (matrix: Matrix): Stored => {
    const place = reserve(paddedRows(matrix.rows) * matrix.columns);
    matrices.push({ matrix, place });
    return { place, rows: paddedRows(matrix.rows), columns: matrix.columns };
  };
  const members = Array.from({ length: weights.members }, (_, index) => memberOf(weights, index, store));
  const { width, hidden } = members.reduce(
    (most, { layers }) => ({
      width: Math.max(most.width, layers[0]?.[0]?.input.columns ?? 0),
      hidden: Math.max(most.hidden, layers[0]?.[0]?.recurrent.columns ?? 0),
    }),
    { width: 0, hidden: 0 },
  );
  const places = {
    zeros: reserve(hidden),
    cell: reserve(hidden),
    rows: [reserve(stretch * width), reserve(stretch * 2 * hidden), reserve(stretch * 2 * hidden)] as const,
    gates: reserve(stretch * 4 * hidden),
    scores: reserve(stretch * paddedRows(TAG_COUNT)),
  };
  const engine = kernel(used);
  for (const { matrix, place } of matrices) storeMatrix(engine.memory, place, matrix);
  return {
    transition: averageOf(weights, members.length),
    emissions(features, length) {
      const sums = new Float32Array(length * TAG_COUNT);
      for (const member of members) addEmissions(engine, member, features, length, places, sums, 1 / members.length);
      return sums;
    },
  };
}

interface Places {
  readonly zeros: number;
  readonly cell: number;
  readonly rows: readonly [number, number, number];
  readonly gates: number;
  readonly scores: number;
}

function memberOf(weights: Weights, index: number, store: (matrix: Matrix) => Stored): Member {
  const matrix = (name: string) => weights.matrix(`${index}.${name}`);
  return {
    tables: EMBEDDINGS.map(({ name, columns }) => ({ table: weights.table(`${index}.${name}.weight`), columns })),
    layers: LAYERS.map((layer) =>
      DIRECTIONS.map((suffix) => ({
        input: store(matrix(`lstm.weight_ih_l${layer}${suffix}`)),
        recurrent: store(matrix(`lstm.weight_hh_l${layer}${suffix}`)),
        bias: matrix(`lstm.bias_ih_l${layer}${suffix}`).values,
      })),
    ),
    out: store(matrix('out.weight')),
    bias: matrix('out.bias').values,
  };
}

function averageOf(weights: Weights, members: number): Float32Array {
  const sums = new Float32Array(TAG_COUNT ** 2);
  for (let member = 0; member < members; member++)
    weights.matrix(`${member}.transition`).values.forEach((value, index) => {
      sums[index] = (sums[index] as number) + value / members;
    });
  return sums;
}

function addEmissions(kernel: Kernel, member: Member, features: Int32Array, length: number, places: Places, sums: Float32Array, share: number): void {
  const { memory } = kernel;
  let width = embed(memory, places.rows[0], features, length, member.tables);
  let input = places.rows[0];
  member.layers.forEach((layer, index) => {
    const output = places.rows[index + 1] as number;
    layer.forEach((direction, side) => {
      runDirection(kernel, direction, { input, width, length, output, isBackward: side === 1 }, places);
    });
    width = 2 * (layer[0]?.recurrent.columns ?? 0);
    input = output;
  });
  const { out, bias } = member;
  for (let row = 0; row < length; row++) memory.set(bias, places.scores + row * out.rows);
  kernel.addProducts(places.scores, out.rows, input, width, length, out.place, out.rows, out.columns);
  for (let row = 0; row < length; row++)
    for (let tag = 0; tag < TAG_COUNT; tag++)
      sums[row * TAG_COUNT + tag] = (sums[row * TAG_COUNT + tag] as number) + share * (memory[places.scores + row * out.rows + tag] as number);
}

interface Pass {
  readonly input: number;
  readonly width: number;
  readonly length: number;
  readonly output: number;
  readonly isBackward: boolean;
}

/** Each row of the output is the forward state followed by the backward one. */
function runDirection(kernel: Kernel, { input, recurrent, bias }: Direction, pass: Pass, { gates, cell, zeros }: Places): void {
  const { memory } = kernel;
  const hidden = recurrent.columns;
  const { length, output, isBackward } = pass;
  for (let row = 0; row < length; row++) memory.set(bias, gates + row * 4 * hidden);
  kernel.addProducts(gates, 4 * hidden, pass.input, pass.width, length, input.place, input.rows, input.columns);
  memory.fill(0, cell, cell + hidden);
  let before = zeros;
  for (let step = 0; step < length; step++) {
    const at = isBackward ? length - 1 - step : step;
    const state = output + at * 2 * hidden + (isBackward ? hidden : 0);
    kernel.addProducts(gates + at * 4 * hidden, 0, before, 0, 1, recurrent.place, recurrent.rows, recurrent.columns);
    kernel.step(gates + at * 4 * hidden, cell, state, hidden);
    before = state;
  }
}

/** Writes the embedded rows and returns their width. */
function embed(memory: Float32Array, place: number, features: Int32Array, length: number, tables: Member['tables']): number {
  const width = tables.reduce((sum, { table }) => sum + table.columns, 0);
  memory.fill(0, place, place + length * width);
  for (let index = 0; index < length; index++) {
    let at = place + index * width;
    for (const { table, columns } of tables) {
      for (const column of columns) table.addRow(features[index * COLUMN_COUNT + column] as number, memory, at);
      at += table.columns;
    }
  }
  return width;
}
