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

/** A matrix of small integers; a row times its scale is the row meant. */
export interface PackedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

export interface Weights {
  readonly vocabulary: Vocabulary;
  /** What the sequence classifier can be told of an attribution as a whole, by its columns. */
  readonly sequenceFeatures: readonly string[];
  /** How many networks the file holds; the names of their matrices begin with their number. */
  readonly members: number;
  /** The packed matrix of that name; throws where the file has none. */
  readonly packed: (name: string) => PackedMatrix;
  /** The matrix of that name that is not packed; throws where the file has none. */
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
    sequenceFeatures: string[];
    partsOfSpeech: number[];
  };
  if (header.version !== 3) throw new Error(`The tagger’s weights are of version ${header.version}; this program reads version 3.`);
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
    sequenceFeatures: header.sequenceFeatures,
    members: header.members,
    packed: (name) => packedOf(entry(name), body),
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

function packedOf({ name, kind, rows, columns, offset }: Entry, body: Uint8Array<ArrayBuffer>): PackedMatrix {
  if (kind !== 'int8') throw new Error(`“${name}” of the tagger’s weights is not packed.`);
  return { rows, columns, scales: new Float32Array(body.buffer, offset, rows), values: new Int8Array(body.buffer, offset + rows * 4, rows * columns) };
}

function matrixOf({ name, kind, rows, columns, offset }: Entry, body: Uint8Array<ArrayBuffer>): Matrix {
  if (kind !== 'float32') throw new Error(`“${name}” of the tagger’s weights is packed.`);
  return { rows, columns, values: new Float32Array(body.buffer, offset, rows * columns) };
}
