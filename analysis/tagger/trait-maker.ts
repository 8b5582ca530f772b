/**
 * The traits of tokens: what the states of the tagger's upper layer and the embedded rows of each token and its two neighbours come to in a small linear
 * layer, cut off at zero. Its weights lie with the tagger's; `scripts/train/train.py` learns them.
 */
import { type Kernel, ONE, type StoredMatrix } from './kernel.ts';
import type { PackedMatrix, Weights } from './weights.ts';

/** What makes the traits of a token: its state and the embedded rows of itself and of its neighbours. */
export interface TraitMaker {
  readonly state: StoredMatrix;
  readonly rows: readonly { readonly matrix: StoredMatrix; readonly shift: -1 | 0 | 1 }[];
  readonly bias: Float32Array;
}

/** Where in the kernel's memory is what, in bytes, and how many 16-bit integers an embedded row has. */
export interface TraitPlaces {
  readonly states: number;
  readonly rows: number;
  readonly width: number;
  readonly traits: number;
}

/** Reads the layer; `unit` is what one in an embedded row stands for. */
export function traitMakerOf(weights: Weights, unit: number, store: (matrix: PackedMatrix, unit: number) => StoredMatrix): TraitMaker {
  const row = (name: string) => store(weights.packed(`0.kind.${name}`), unit);
  return {
    state: store(weights.packed('0.kind.state'), 1 / ONE),
    rows: [
      { matrix: row('before'), shift: -1 },
      { matrix: row('row'), shift: 0 },
      { matrix: row('behind'), shift: 1 },
    ],
    bias: weights.matrix('0.kind.bias').values,
  };
}

/** The traits of the rows that were read last; their states and embedded rows still lie in memory. */
export function readTraits({ floats, addProducts }: Kernel, { state, rows, bias }: TraitMaker, places: TraitPlaces, length: number): Float32Array {
  const { width } = places;
  const stride = 4 * state.rows;
  for (let at = 0; at < length; at++) floats.set(bias, (places.traits + at * stride) >> 2);
  addProducts(places.traits, stride, places.states, 2 * state.columns, length, state.place, state.rows, state.columns);
  for (const { matrix, shift } of rows) {
    const [to, from] = [Math.max(0, -shift), Math.max(0, shift)];
    const count = length - Math.abs(shift);
    if (count > 0) addProducts(places.traits + to * stride, stride, places.rows + from * 2 * width, 2 * width, count, matrix.place, matrix.rows, width);
  }
  const traits = new Float32Array(length * bias.length);
  for (let at = 0; at < length; at++)
    for (let trait = 0; trait < bias.length; trait++)
      traits[at * bias.length + trait] = Math.max(0, floats[((places.traits + at * stride) >> 2) + trait] as number);
  return traits;
}
