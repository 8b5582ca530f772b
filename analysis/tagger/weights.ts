/**
 * The tagger's weights as they are packed by `scripts/train/pack.py` (its header says how): read, checked and widened to float32.
 */
import type { Vocabulary } from './features.ts';

/** A matrix, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

export interface Weights {
  readonly vocabulary: Vocabulary;
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
    matrices: Entry[];
    words: string;
    partsOfSpeech: number[];
  };
  if (header.version !== 1) throw new Error(`The tagger’s weights are of version ${header.version}; this program reads version 1.`);
  // A copy, so that its matrices are aligned. (Node's Buffer has a `slice` of its own, which does not copy.)
  const body = new Uint8Array(bytes.subarray(4 + headerLength));
  const matrices = new Map(header.matrices.map((entry) => [entry.name, matrixOf(entry, body)]));
  return {
    vocabulary: {
      words: new Map(header.words.split('\n').map((word, index) => [word, index + 2])),
      partsOfSpeech: Uint8Array.from(header.partsOfSpeech),
    },
    matrix: (name) => {
      const matrix = matrices.get(name);
      if (!matrix) throw new Error(`The tagger’s weights lack “${name}”.`);
      return matrix;
    },
  };
}

function matrixOf({ name, kind, rows, columns, offset }: Entry, body: Uint8Array<ArrayBuffer>): Matrix {
  const size = kind === 'float32' ? rows * columns * 4 : rows * 4 + rows * columns;
  if (offset + size > body.byteLength) throw new Error(`The tagger’s weights are cut short within “${name}”.`);
  if (kind === 'float32') return { rows, columns, values: new Float32Array(body.buffer, offset, rows * columns) };
  const scales = new Float32Array(body.buffer, offset, rows);
  const packed = new Int8Array(body.buffer, offset + rows * 4, rows * columns);
  const values = new Float32Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) for (let column = 0; column < columns; column++, at++) values[at] = (packed[at] ?? 0) * (scales[row] ?? 0);
  return { rows, columns, values };
}
