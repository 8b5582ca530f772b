/**
 * The tagger: for every token of an article, whether it is part of a source, a cue or a content, and how sure that is.
 * Embeddings → two bidirectional LSTM layers → a linear layer → CRF. Trained by `scripts/train/`.
 */
import type { Token } from '../text/tokens.ts';
import { constrained, marginals, viterbi } from './crf.ts';
import { COLUMN_COUNT, featuresOf } from './features.ts';
import { lstmLayer, multiply, runLstm } from './lstm.ts';
import { TAG_COUNT } from './tags.ts';
import { type Matrix, readWeights } from './weights.ts';

export interface Tagged {
  /** Index into `TAGS`, by token. */
  readonly tags: Uint8Array;
  /** Probability of that tag, by token. */
  readonly certainty: Float32Array;
}

export interface Tagger {
  /** Tags the tokens of one article; those in `masked` (indexes) are names that must not matter. Time grows linearly with their number. */
  readonly tag: (tokens: readonly Token[], masked?: ReadonlySet<number>) => Tagged;
}

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

/** Articles are tagged in stretches of this many tokens, so that memory stays bounded however long they are … */
const STRETCH = 2_000;
/** … each with this many tokens of its neighbours on either side to read by. */
const CONTEXT = 100;

/** Makes a tagger of packed weights. Throws as `readWeights` does. */
export function loadTagger(bytes: Uint8Array): Tagger {
  const weights = readWeights(bytes);
  const tables = EMBEDDINGS.map(({ name, columns }) => ({ table: weights.matrix(`${name}.weight`), columns }));
  const layers = [lstmLayer(weights, 0), lstmLayer(weights, 1)];
  const out = weights.matrix('out.weight');
  const bias = weights.matrix('out.bias').values;
  const transition = constrained(weights.matrix('transition').values);

  const emissionsOf = (features: Int32Array, length: number): Float32Array => {
    let rows = embed(features, length, tables);
    for (const layer of layers) rows = runLstm(layer, rows, length);
    return multiply(rows, length, out, bias);
  };

  return {
    tag(tokens, masked) {
      const features = featuresOf(tokens, weights.vocabulary, masked);
      const emissions = new Float32Array(tokens.length * TAG_COUNT);
      for (let begin = 0; begin < tokens.length; begin += STRETCH) {
        const end = Math.min(begin + STRETCH, tokens.length);
        const from = Math.max(0, begin - CONTEXT);
        const to = Math.min(tokens.length, end + CONTEXT);
        const stretch = emissionsOf(features.subarray(from * COLUMN_COUNT, to * COLUMN_COUNT), to - from);
        emissions.set(stretch.subarray((begin - from) * TAG_COUNT, (end - from) * TAG_COUNT), begin * TAG_COUNT);
      }
      if (tokens.length === 0) return { tags: new Uint8Array(), certainty: new Float32Array() };
      const tags = viterbi(emissions, tokens.length, transition);
      const probabilities = marginals(emissions, tokens.length, transition);
      return { tags, certainty: Float32Array.from(tags, (tag, index) => probabilities[index * TAG_COUNT + tag] as number) };
    },
  };
}

function embed(features: Int32Array, length: number, tables: readonly { table: Matrix; columns: readonly number[] }[]): Float32Array {
  const width = tables.reduce((sum, { table }) => sum + table.columns, 0);
  const rows = new Float32Array(length * width);
  for (let index = 0; index < length; index++) {
    let at = index * width;
    for (const { table, columns } of tables) {
      for (const column of columns) {
        const row = (features[index * COLUMN_COUNT + column] as number) * table.columns;
        for (let i = 0; i < table.columns; i++) rows[at + i] = (rows[at + i] as number) + (table.values[row + i] as number);
      }
      at += table.columns;
    }
  }
  return rows;
}
