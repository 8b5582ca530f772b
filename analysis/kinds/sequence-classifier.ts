/**
 * Reads an attribution word by word and says what kind it is: a small bidirectional LSTM over its words and a few before them, in which names of actors
 * stand for what they are to the speaker. What each role's states come to, and what is known of the attribution as a whole, tell the kind. Trained by
 * `scripts/train/kind_sequence.py`; its words are rows of the tagger's word table. Knows no particular case.
 */
import { UNKNOWN_WORD } from '../tagger/features.ts';
import { createKernel, type Kernel, ONE } from '../tagger/kernel.ts';
import { directionOf, runDirection } from '../tagger/lstm.ts';
import { MemoryPlan } from '../tagger/memory-plan.ts';
import type { PackedMatrix, Weights } from '../tagger/weights.ts';
import { softmax } from './network.ts';
import { LONGEST_SEQUENCE, SEQUENCE_RELATIONS, SEQUENCE_ROLES, type SequenceWord } from './sequence.ts';

export interface SequenceClassifier {
  /** Probability of each of `KIND_CLASSES`, in order. `features`: what is known of the attribution as a whole; unknown ones count for nothing. */
  readonly probabilities: (sequence: readonly SequenceWord[], features: readonly string[]) => number[];
}

/** Reads its weights, which lie with the tagger's. Throws where they lack it. `kernel` makes the arithmetic; tests choose a plain one. */
export function sequenceClassifier(weights: Weights, kernel: (bytes: number) => Kernel = createKernel): SequenceClassifier {
  const words = weights.packed('0.word.weight');
  const relations = weights.packed('sequence.relation.weight');
  const roles = weights.packed('sequence.role.weight');
  // The largest number that a row can hold is what the largest integer stands for.
  const unit = (Math.max(largestOf(words), largestOf(relations)) + largestOf(roles)) / ONE;
  const plan = new MemoryPlan();
  const directions = ['_l0', '_l0_reverse'].map((suffix) => directionOf(weights, 'sequence.lstm.', suffix, unit, plan.store));
  const hidden = directions[0]?.recurrent.columns ?? 0;
  const width = directions[0]?.input.columns ?? 0;
  const rows = plan.reserve(2 * LONGEST_SEQUENCE * width);
  const states = plan.reserve(2 * LONGEST_SEQUENCE * 2 * hidden);
  const scratch = { zeros: plan.reserve(2 * hidden), cell: plan.reserve(4 * hidden), gates: plan.reserve(4 * LONGEST_SEQUENCE * 4 * hidden) };
  const engine = plan.kernel(kernel);
  const told = layerOf(weights, 'told');
  const inner = layerOf(weights, 'inner');
  const kind = layerOf(weights, 'kind');
  const featureAt = new Map(weights.sequenceFeatures.map((feature, index) => [feature, index]));

  /** Writes the row of a word as 16-bit integers. */
  const embed = ({ word, role, relation }: SequenceWord, at: number): void => {
    const table = relation === undefined ? words : relations;
    const row = relation === undefined ? (weights.vocabulary.words.get(word) ?? UNKNOWN_WORD) : 1 + SEQUENCE_RELATIONS.indexOf(relation);
    const number = SEQUENCE_ROLES.indexOf(role);
    const [scale, roleScale] = [(table.scales[row] as number) / unit, (roles.scales[number] as number) / unit];
    const place = (rows >> 1) + at * width;
    for (let column = 0; column < width; column++)
      engine.shorts[place + column] = Math.round(
        (table.values[row * width + column] as number) * scale + (roles.values[number * width + column] as number) * roleScale,
      );
  };

  /** What the features come to, none below zero. */
  const toldBy = (features: readonly string[]): Float32Array => {
    const known = new Float32Array(told.columns);
    for (const feature of features) {
      const at = featureAt.get(feature);
      if (at !== undefined) known[at] = 1;
    }
    return cutOff(applied(told, known));
  };

  return {
    probabilities(sequence, features) {
      const read = sequence.slice(0, LONGEST_SEQUENCE);
      read.forEach(embed);
      // Backwards nothing is asked of the words before: the states of those behind do not know them.
      const behind = Math.max(
        0,
        read.findIndex(({ role }) => role !== 'before'),
      );
      directions.forEach((direction, side) => {
        const first = side === 1 ? behind : 0;
        const [input, output] = [rows + 2 * first * width, states + 2 * first * 2 * hidden];
        runDirection(engine, direction, { input, width, length: read.length - first, output, isBackward: side === 1 }, scratch);
      });
      const size = 2 * hidden;
      const pooled = new Float32Array(inner.columns);
      const seen = engine.shorts.subarray(states >> 1, (states >> 1) + read.length * size);
      POOLED_ROLES.forEach((role, index) => {
        poolInto(pooled.subarray(2 * size * index, 2 * size * (index + 1)), seen, read, role);
      });
      pooled.set(toldBy(features), 2 * size * POOLED_ROLES.length);
      return softmax([...applied(kind, cutOff(applied(inner, pooled)))]);
    },
  };
}

/** The roles whose states are asked. */
const POOLED_ROLES = SEQUENCE_ROLES.filter((role) => role !== 'before');

interface Layer {
  readonly rows: number;
  readonly columns: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

function layerOf(weights: Weights, name: string): Layer {
  const { rows, columns, values, scales } = weights.packed(`sequence.${name}.weight`);
  return {
    rows,
    columns,
    weights: Float32Array.from(values, (value, at) => value * (scales[Math.floor(at / columns)] as number)),
    bias: weights.matrix(`sequence.${name}.bias`).values,
  };
}

function applied({ rows, columns, weights, bias }: Layer, input: Float32Array): Float32Array {
  const output = new Float32Array(rows);
  for (let row = 0, at = 0; row < rows; row++) {
    let sum = bias[row] as number;
    for (let column = 0; column < columns; column++, at++) sum += (input[column] as number) * (weights[at] as number);
    output[row] = sum;
  }
  return output;
}

const cutOff = (values: Float32Array): Float32Array => values.map((value) => Math.max(0, value));

/** The mean of the states of a role's words, then the largest of each number; of no words zeros, then the smallest that a state can be. */
function poolInto(pool: Float32Array, states: Int16Array, words: readonly SequenceWord[], role: SequenceWord['role']): void {
  const size = pool.length / 2;
  pool.fill(-1, size);
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.role !== role) continue;
    count++;
    for (let index = 0; index < size; index++) {
      const value = (states[at * size + index] as number) / ONE;
      pool[index] = (pool[index] as number) + value;
      if (value > (pool[size + index] as number)) pool[size + index] = value;
    }
  }
  for (let index = 0; count > 0 && index < size; index++) pool[index] = (pool[index] as number) / count;
}

/** The largest absolute value in a table. */
function largestOf({ values, columns, scales }: PackedMatrix): number {
  return values.reduce((largest, value, at) => Math.max(largest, Math.abs(value * (scales[Math.floor(at / columns)] as number))), 0);
}
