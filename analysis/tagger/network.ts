/**
 * The network of the tagger: several members, each embeddings → two bidirectional LSTM layers (Hochreiter and Schmidhuber 1997; gates in
 * PyTorch's order) → a score for every tag. What the members find is averaged. From the first member's states and embedded rows it also makes the
 * traits of each token, by which kinds are judged. Knows features and weights, no tokens.
 */
import { COLUMN_COUNT } from './features.ts';
import { createKernel, type Kernel, ONE, paddedSize, type StoredMatrix } from './kernel.ts';
import { type Direction, directionOf, runDirection, type Scratch } from './lstm.ts';
import { MemoryPlan } from './memory-plan.ts';
import { TAG_COUNT } from './tags.ts';
import { readTraits, traitMakerOf } from './trait-maker.ts';
import type { PackedMatrix, Weights } from './weights.ts';

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

interface Member {
  readonly tables: readonly { table: PackedMatrix; columns: readonly number[] }[];
  /** What one stands for in an embedded row of 16-bit integers. */
  readonly unit: number;
  readonly width: number;
  readonly layers: readonly (readonly Direction[])[];
  readonly out: StoredMatrix;
  readonly bias: Float32Array;
}

/** What the network makes of some rows of features. */
export interface NetworkOutput {
  /** Scores of the tags, row by row. */
  readonly emissions: Float32Array;
  /** Traits, `traitCount` a row, none below zero. */
  readonly traits: Float32Array;
}

export interface Network {
  /** Reads `length` rows of features; at most `stretch` rows at once. */
  readonly read: (features: Int32Array, length: number) => NetworkOutput;
  readonly traitCount: number;
  /** Scores of a tag after another, row = tag before. */
  readonly transition: Float32Array;
}

/** Builds the network for stretches of at most `stretch` tokens. `kernel` makes the arithmetic; tests choose a plain one. */
export function createNetwork(weights: Weights, stretch: number, kernel: (bytes: number) => Kernel = createKernel): Network {
  const plan = new MemoryPlan();
  const members = Array.from({ length: weights.members }, (_, index) => memberOf(weights, index, plan.store));
  const [first] = members;
  if (!first) throw new Error('The tagger’s weights hold no network.');
  const maker = traitMakerOf(weights, first.unit, plan.store);
  const width = Math.max(...members.map((member) => member.width));
  const hidden = Math.max(...members.map(({ layers }) => layers[0]?.[0]?.recurrent.columns ?? 0));
  const places: Places = {
    zeros: plan.reserve(2 * hidden),
    cell: plan.reserve(4 * hidden),
    rows: [plan.reserve(2 * stretch * width), plan.reserve(2 * stretch * 2 * hidden), plan.reserve(2 * stretch * 2 * hidden)],
    gates: plan.reserve(4 * stretch * 4 * hidden),
    scores: plan.reserve(4 * stretch * paddedSize({ rows: TAG_COUNT, columns: 0 }).rows),
    traits: plan.reserve(4 * stretch * maker.state.rows),
  };
  const engine = plan.kernel(kernel);
  return {
    transition: averageOf(weights, members.length),
    traitCount: maker.bias.length,
    read(features, length) {
      const emissions = new Float32Array(length * TAG_COUNT);
      let traits: Float32Array = new Float32Array();
      for (const member of members) {
        addEmissions(engine, member, features, length, places, emissions, 1 / members.length);
        if (member === first)
          traits = readTraits(
            engine,
            maker,
            { states: places.rows[LAYERS.length] as number, rows: places.rows[0], width: member.width, traits: places.traits },
            length,
          );
      }
      return { emissions, traits };
    },
  };
}

/** Where in memory is what, in bytes. */
interface Places extends Scratch {
  readonly rows: readonly [number, number, number];
  readonly scores: number;
  readonly traits: number;
}

function memberOf(weights: Weights, index: number, store: MemoryPlan['store']): Member {
  const packed = (name: string) => weights.packed(`${index}.${name}`);
  const tables = EMBEDDINGS.map(({ name, columns }) => ({ table: packed(`${name}.weight`), columns }));
  // The largest number that an embedded row can hold is what the largest integer stands for.
  const unit = Math.max(...tables.map(({ table, columns }) => largestOf(table) * columns.length)) / ONE;
  return {
    tables,
    unit,
    width: paddedSize({ rows: 0, columns: tables.reduce((sum, { table }) => sum + table.columns, 0) }).columns,
    layers: LAYERS.map((layer) =>
      DIRECTIONS.map((suffix) => directionOf(weights, `${index}.lstm.`, `_l${layer}${suffix}`, layer === 0 ? unit : 1 / ONE, store)),
    ),
    out: store(packed('out.weight'), 1 / ONE),
    bias: weights.matrix(`${index}.out.bias`).values,
  };
}

/** The largest absolute value in a table. */
function largestOf({ rows, columns, values, scales }: PackedMatrix): number {
  let largest = 0;
  for (let row = 0; row < rows; row++)
    for (let at = row * columns; at < (row + 1) * columns; at++) largest = Math.max(largest, Math.abs((values[at] as number) * (scales[row] as number)));
  return largest;
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
  const { floats } = kernel;
  embed(kernel, places.rows[0], features, length, member);
  let [input, width]: [number, number] = [places.rows[0], member.width];
  member.layers.forEach((layer, index) => {
    const output = places.rows[index + 1] as number;
    layer.forEach((direction, side) => {
      runDirection(kernel, direction, { input, width, length, output, isBackward: side === 1 }, places);
    });
    width = 2 * (layer[0]?.recurrent.columns ?? 0);
    input = output;
  });
  const { out, bias } = member;
  for (let row = 0; row < length; row++) floats.set(bias, (places.scores >> 2) + row * out.rows);
  kernel.addProducts(places.scores, 4 * out.rows, input, 2 * width, length, out.place, out.rows, out.columns);
  for (let row = 0; row < length; row++)
    for (let tag = 0; tag < TAG_COUNT; tag++)
      sums[row * TAG_COUNT + tag] = (sums[row * TAG_COUNT + tag] as number) + share * (floats[(places.scores >> 2) + row * out.rows + tag] as number);
}

/** Writes the embedded rows as 16-bit integers. */
function embed({ shorts }: Kernel, place: number, features: Int32Array, length: number, { tables, unit, width }: Member): void {
  const row = new Float64Array(width);
  for (let index = 0; index < length; index++) {
    row.fill(0);
    let at = 0;
    for (const { table, columns } of tables) {
      for (const column of columns) {
        const from = (features[index * COLUMN_COUNT + column] as number) * table.columns;
        const scale = (table.scales[features[index * COLUMN_COUNT + column] as number] as number) / unit;
        for (let i = 0; i < table.columns; i++) row[at + i] = (row[at + i] as number) + scale * (table.values[from + i] as number);
      }
      at += table.columns;
    }
    const start = (place >> 1) + index * width;
    for (let i = 0; i < width; i++) shorts[start + i] = Math.round(row[i] as number);
  }
}
