/**
 * Turns the attributions that kinds are learnt from into the numbers that `kind_sequence.py` reads: `node scripts/train/export-kinds.ts OUT_FOLDER TAGGER.bin`.
 * Words are rows of that tagger's word table. `--brief`: of a few articles.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sequenceFeatures } from '../../analysis/kinds/features.ts';
import { SEQUENCE_RELATIONS, SEQUENCE_ROLES } from '../../analysis/kinds/sequence.ts';
import { UNKNOWN_WORD } from '../../analysis/tagger/features.ts';
import { readWeights } from '../../analysis/tagger/weights.ts';
import { words } from '../brief.ts';
import { kindExamples } from './kind-examples.ts';
import { readWordVectors, vectorTable } from './word-vectors.ts';

const [out = 'build/train', tagger = join(import.meta.dirname, '../../public/tagger.bin')] = words;
mkdirSync(out, { recursive: true });
const { words: rowOf } = readWeights(readFileSync(tagger)).vocabulary;
const features = new Map<string, number>();
const numberOf = (feature: string): number => {
  const number = features.get(feature) ?? features.size;
  features.set(feature, number);
  return number;
};
const vectors = readWordVectors();
writeFileSync(join(out, 'kind-vectors.f32'), vectorTable(vectors, [...rowOf.keys()], 2 + rowOf.size));
const rows = kindExamples().map(({ article, scene, rule, accepted, target, fold, weight }) => {
  const sequence = scene.sequence();
  return {
    id: article,
    fold,
    words: sequence.map(({ word }) => rowOf.get(word) ?? UNKNOWN_WORD),
    roles: sequence.map(({ role }) => SEQUENCE_ROLES.indexOf(role)),
    // 0: no name.
    relations: sequence.map(({ relation }) => (relation === undefined ? 0 : 1 + SEQUENCE_RELATIONS.indexOf(relation))),
    features: sequenceFeatures(scene, rule).map(numberOf),
    accepted: accepted.map((kind) => kind ?? null),
    target: [...target],
    weight,
  };
});
writeFileSync(
  join(out, 'kinds.json'),
  JSON.stringify({ features: [...features.keys()], dimensions: vectors.dimensions, roles: SEQUENCE_ROLES.length, relations: SEQUENCE_RELATIONS.length, rows }),
);
console.log(`kinds: ${rows.length} attributions, ${features.size} features`);
