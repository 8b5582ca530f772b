/**
 * Fits the confidence of statements on the held-out articles and chooses the threshold for showing: `node scripts/train/calibrate.ts`.
 * Prints a reliability table in which each article is judged by a calibration fitted on the others; writes analysis/confidence.json.
 * `--brief`: on a few articles, and nothing is written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../analysis/analyse.ts';
import { type Calibration, calibrationInputs, confidenceOf, type StageConfidence } from '../../analysis/confidence.ts';
import { loadTagger } from '../../analysis/tagger/tagger.ts';
import { articleOfText } from '../../model/article.ts';
import { amount, isBrief, sampleOf } from '../brief.ts';
import { corpusCases, readCorpus } from '../corpus/read-corpus.ts';
import { isRightlyShown, rolesOf } from '../score/own-corpus.ts';
import { pairUp } from '../score/pairs.ts';
import { weightOf } from './article-weight.ts';

interface Sample {
  readonly stages: StageConfidence;
  readonly isRight: boolean;
  readonly weight: number;
  readonly fold: number;
}

const FOLDS = 6;
const ROUNDS = amount(4_000, 100);
const RATE = 0.05;
const PENALTY = 0.5;
/**
 * From what chance on a statement is shown. Below one half it is more likely wrong in something than right in everything, but most of what is
 * wrong there is an extent or a kind between claim and denial; such marks are faint. Below this they mislead more than they help.
 */
const LEAST_CHANCE = 0.4;
const BINS = 5;

function samples(): Sample[] {
  const cases = corpusCases();
  const tagger = loadTagger(readFileSync(join(import.meta.dirname, '../../public/tagger.bin')));
  return sampleOf(readCorpus({ split: 'held-out' }), 8).flatMap((gold, index) => {
    if (gold.verdict !== 'about') return [];
    const { attributions } = analyse(articleOfText(gold.text), cases, tagger);
    const partner = new Map(pairUp(gold.attributions, attributions.map(rolesOf), gold.text).map(([of, found]) => [found, gold.attributions[of]]));
    return attributions.flatMap((found, at) =>
      found.kind === undefined ? [] : [{ stages: found.stages, isRight: isRightlyShown(found, partner.get(at)), weight: weightOf(gold), fold: index % FOLDS }],
    );
  });
}

/** Logistic regression with a little L2, by gradient descent. */
function fit(list: readonly Sample[]): number[] {
  const weights = [0, 0.3, 0.3, 0.3, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, index) => (index === 0 ? 0 : (PENALTY * weight) / list.length));
    for (const { stages, isRight, weight } of list) {
      const error = (weight * (confidenceOf(stages, { weights, showFrom: 0 }) - (isRight ? 1 : 0))) / list.length;
      calibrationInputs(stages).forEach((input, index) => {
        slope[index] = (slope[index] ?? 0) + error * input;
      });
    }
    slope.forEach((value, index) => {
      weights[index] = (weights[index] ?? 0) - RATE * value;
    });
  }
  return weights;
}

const all = samples();
const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fit(all.filter((each) => each.fold !== fold));
  return all.filter((each) => each.fold === fold).map((each) => ({ ...each, chance: confidenceOf(each.stages, { weights, showFrom: 0 }) }));
})
  .flat()
  .sort((a, b) => a.chance - b.chance);
const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
console.log(`${all.length} statements, ${(100 * mean(all.map(({ isRight }) => Number(isRight)))).toFixed(1)} % right`);
let gap = 0;
for (let bin = 0; bin < BINS; bin++) {
  const part = judged.slice(Math.floor((bin * judged.length) / BINS), Math.floor(((bin + 1) * judged.length) / BINS));
  const [said, right] = [mean(part.map(({ chance }) => chance)), mean(part.map(({ isRight }) => Number(isRight)))];
  gap += (Math.abs(said - right) * part.length) / judged.length;
  console.log(`said ${said.toFixed(2)}  right ${right.toFixed(2)}  of ${part.length}`);
}
console.log(`expected calibration error ${gap.toFixed(3)}`);
const calibration: Calibration = { weights: fit(all).map((weight) => Math.round(weight * 1000) / 1000), showFrom: LEAST_CHANCE };
if (!isBrief)
  writeFileSync(
    join(import.meta.dirname, '../../analysis/confidence.json'),
    `{ "weights": [${calibration.weights.join(', ')}], "showFrom": ${calibration.showFrom} }\n`,
  );
