/**
 * The tagger's weights as they are packed by `scripts/train/pack.py` (its header says how): read and checked.
 */
import type { Vocabulary } from './features.ts';

/** A matrix, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** A matrix of which single rows are looked up; it stays packed. */
export interface Table {
  readonly columns: number;
  /** Adds a row to `target` from index `at` on. */
  readonly addRow: (row: number, target: Float32Array, at: number) => void;
}

export interface Weights {
  readonly vocabulary: Vocabulary;
  /** How many networks the file holds; the names of their matrices begin with their number. */
  readonly members: number;
  /** The table of that name; throws where the file has none. */
  readonly table: (name: string) => Table;
  /** The matrix of that name; throws where the file has none. */
  readonly matrix: (name: string) => Matrix;
}

interface Entry {
  readonly name: string;
  readonly kind: 'int8' | 'float32';
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
}

/** Reads packed weights. Throws an Error that says what is wrong with a file that is cut short or of another version. */
export function readWeights(bytes: Uint8Array): Weights {
  const { buffer, byteOffset, byteLength } = bytes;
  if (byteLength < 8) throw new Error('The tagger’s weights are empty.');
  const headerLength = new DataView(buffer, byteOffset).getUint32(0, true);
  if (headerLength + 4 > byteLength) throw new Error('The tagger’s weights are cut short.');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength))) as {
    version: number;
    members: number;
    matrices: Entry[];
    words: string;
    partsOfSpeech: number[];
  };
  if (header.version !== 2) throw new Error(`The tagger’s weights are of version ${header.version}; this program reads version 2.`);
  // A copy, so that its matrices are aligned. (Node's Buffer has a `slice` of its own, which does not copy.)
  const body = new Uint8Array(bytes.subarray(4 + headerLength));
  const entries = new Map(header.matrices.map((entry) => [entry.name, checked(entry, body)]));
  const entry = (name: string): Entry => {
    const found = entries.get(name);
    if (!found) throw new Error(`The tagger’s weights lack “${name}”.`);
    return found;
  };
  return {
    vocabulary: {
      words: new Map(header.words.split('\n').map((word, index) => [word, index + 2])),
      partsOfSpeech: Uint8Array.from(header.partsOfSpeech),
    },
    members: header.members,
    table: (name) => tableOf(entry(name), body),
    matrix: (name) => matrixOf(entry(name), body),
  };
}

/** The entry, if all of it is there. */
function checked(entry: Entry, body: Uint8Array): Entry {
  const { name, kind, rows, columns, offset } = entry;
  const size = kind === 'float32' ? rows * columns * 4 : rows * 4 + rows * columns;
  if (offset + size > body.byteLength) throw new Error(`The tagger’s weights are cut short within “${name}”.`);
  return entry;
}

function tableOf({ kind, rows, columns, offset }: Entry, body: Uint8Array<ArrayBuffer>): Table {
  if (kind === 'float32') throw new Error('A table of the tagger’s weights is not packed.');
  const scales = new Float32Array(body.buffer, offset, rows);
  const packed = new Int8Array(body.buffer, offset + rows * 4, rows * columns);
  return {
    columns,
    addRow(row, target, at) {
      const scale = scales[row] ?? 0;
      for (let column = 0, from = row * columns; column < columns; column++, from++)
        target[at + column] = (target[at + column] as number) + scale * (packed[from] ?? 0);
    },
  };
}

/** Widened to float32. */
function matrixOf(entry: Entry, body: Uint8Array<ArrayBuffer>): Matrix {
  const { kind, rows, columns, offset } = entry;
  if (kind === 'float32') return { rows, columns, values: new Float32Array(body.buffer, offset, rows * columns) };
  const values = new Float32Array(rows * columns);
  const { addRow } = tableOf(entry, body);
  for (let row = 0; row < rows; row++) addRow(row, values, row * columns);
  return { rows, columns, values };
}
