/**
 * Trains the classifier of kinds on the own corpus's training part and its exercises: `node scripts/train/kinds.ts`. Prints the accuracy of a ten-fold
 * cross-validation by article, alone and, where `teach.py` and `kind_sequence.py` have just run, together with network and sequence classifier, and writes
 * analysis/kinds/weights.json. No chance is involved: the same corpus gives the same weights.
 * What is learnt is what both annotators chose (`kind-targets.ts`); what is measured is the first choice alone.
 * `--brief`: on a few articles, and nothing is written.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judged, KIND_CLASSES, type KindWeights, kindProbabilities, together } from '../../analysis/kinds/classifier.ts';
import { kindFeatures } from '../../analysis/kinds/features.ts';
import type { StatementKind } from '../../model/statement.ts';
import { amount, isBrief } from '../brief.ts';
import { EXERCISE, type KindExample, kindExamples } from './kind-examples.ts';

interface Example extends KindExample {
  readonly features: readonly string[];
  /** What teachers and what sequence classifiers say that have not learnt from this article. */
  readonly network: readonly number[] | undefined;
  readonly sequence: readonly number[] | undefined;
}

type Guess = readonly [Example, probabilities: readonly number[]];

const FOLDS = 10;
/** Until nothing changes that the figures show. */
const ROUNDS = amount(500, 5);
const RATE = 0.3;
/** Small weights are surer on what is new; 1 was never better in cross-validation by more than chance. */
const PENALTY = 2;
/** A feature whose weights are all smaller is left out, and weights are kept in such steps: half the size, and the same on held-out articles. */
const LEAST = 0.15;
const STEP = 0.1;
const SIZE = KIND_CLASSES.length;
const MIN_COUNT = 2;

/** Multinomial logistic regression by full-batch AdaGrad (Duchi, Hazan and Singer 2011). */
function train(examples: readonly Example[]): KindWeights {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= MIN_COUNT).map(([feature]) => feature);
  const place = new Map(known.map((feature, index) => [feature, index * SIZE]));
  const weights = new Float64Array(known.length * SIZE);
  const squares = new Float64Array(weights.length).fill(1e-8);
  const slope = new Float64Array(weights.length);
  const rows = examples.map(({ features, target, weight }) => ({
    at: Int32Array.from(features.flatMap((feature) => place.get(feature) ?? [])),
    target,
    weight,
  }));
  for (let round = 0; round < ROUNDS; round++) {
    for (let index = 0; index < slope.length; index++) slope[index] = PENALTY * (weights[index] as number);
    for (const { at, target, weight } of rows) addSlope(slope, weights, at, target, weight);
    for (let index = 0; index < slope.length; index++) {
      const value = slope[index] as number;
      squares[index] = (squares[index] as number) + value * value;
      weights[index] = (weights[index] as number) - (RATE * value) / Math.sqrt(squares[index] as number);
    }
  }
  return new Map(known.map((feature, index) => [feature, Array.from(weights.subarray(index * SIZE, (index + 1) * SIZE))]));
}

/** Adds what one example says of each weight: what the classifier expects less what is so. `at`: where the weights of its features begin. */
function addSlope(slope: Float64Array, weights: Float64Array, at: Int32Array, target: Float64Array, weight: number): void {
  const scores = new Float64Array(SIZE);
  for (const row of at) for (let kind = 0; kind < SIZE; kind++) scores[kind] = (scores[kind] as number) + (weights[row + kind] as number);
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const errors = powers.map((power, kind) => weight * (power / total - (target[kind] as number)));
  for (const row of at) for (let kind = 0; kind < SIZE; kind++) slope[row + kind] = (slope[row + kind] as number) + (errors[kind] as number);
}

const kindAt = (probabilities: readonly number[]): StatementKind | undefined => KIND_CLASSES[probabilities.indexOf(Math.max(...probabilities))];

/** The figures of some guesses, on a line. */
function say(
  name: string,
  all: readonly Guess[],
  kindOfGuess: (guess: Guess) => StatementKind | undefined = ([, probabilities]) => kindAt(probabilities),
): void {
  const guesses = all.map((guess) => [guess[0], kindOfGuess(guess)] as const);
  const denials = guesses.filter(([, kind]) => kind === 'denial');
  const gold = guesses.filter(([{ accepted }]) => accepted.length === 1 && accepted[0] === 'denial');
  const precision = denials.filter(([{ accepted }]) => accepted.includes('denial')).length / denials.length;
  const recall = gold.filter(([, kind]) => kind === 'denial').length / gold.length;
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(`${name}: right ${shareRight(guesses).toFixed(3)}, denials P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`);
}

const shareRight = (list: readonly (readonly [Example, StatementKind | undefined])[]) =>
  list.filter(([{ accepted }, kind]) => accepted.includes(kind)).length / list.length;

/** What a network says of articles that it has not learnt from, by article, where it was just trained. */
function opinionsIn(file: string): Readonly<Record<string, readonly (readonly number[])[]>> {
  const path = join(import.meta.dirname, isBrief ? '../../build/train-brief' : '../../build/train', file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

const [byNetwork, bySequence] = [opinionsIn('kind-folds.json'), opinionsIn('sequence-folds.json')];
const found = kindExamples();
const sizes = new Map<string, number>();
for (const { article } of found) sizes.set(article, (sizes.get(article) ?? 0) + 1);
const examples = found.map((each): Example => {
  const { article, index, scene, rule, fold } = each;
  // Of an article whose attributions are no longer as many, nothing is known.
  const opinion = (opinions: typeof byNetwork) => (opinions[article]?.length === sizes.get(article) ? opinions[article]?.[index] : undefined);
  return {
    ...each,
    fold: fold === EXERCISE ? EXERCISE : fold % FOLDS,
    features: kindFeatures(scene, rule),
    network: opinion(byNetwork),
    sequence: opinion(bySequence),
  };
});
const measured = examples.filter(({ fold }) => fold !== EXERCISE);
console.log(`${measured.length} attributions; the rules alone: ${shareRight(measured.map((each) => [each, each.rule])).toFixed(3)}`);
const guesses = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = train(examples.filter((each) => each.fold !== fold));
  return examples.filter((each) => each.fold === fold).map((each): Guess => [each, kindProbabilities(each.features, weights)]);
}).flat();
say('the classifier alone', guesses);
const joined = guesses.flatMap(([each, classifier]): Guess[] => {
  const { network, sequence } = each;
  return network && sequence ? [[each, together({ classifier, network, sequence })]] : [];
});
if (joined.length > 0) {
  say(`${joined.length} together with the network and the sequence classifier`, joined);
  say('and with what stands by definition', joined, ([{ scene, rule }, probabilities]) => judged(scene, rule, probabilities).kind);
}
if (process.argv.includes('--errors'))
  for (const [{ accepted, article, scene }, probabilities] of joined.length > 0 ? joined : guesses) {
    const kind = kindAt(probabilities);
    const words = `${scene.sourceWords.join(' ')} | ${scene.cueWords.join(' ')} | ${scene.contentWords.slice(0, 14).join(' ')}`;
    if (!accepted.includes(kind)) console.log(`${kind ?? '-'} not ${accepted.map((each) => each ?? '-').join('/')}: ${article}: ${words}`);
  }
const weights = train(examples);
const lines = [...weights]
  .filter(([, row]) => row.some((weight) => Math.abs(weight) >= LEAST))
  .map(([feature, row]) => `${JSON.stringify(feature)}:${JSON.stringify(row.map((weight) => Math.round(weight / STEP) / (1 / STEP)))}`);
if (!isBrief) writeFileSync(join(import.meta.dirname, '../../analysis/kinds/weights.json'), `{\n${lines.join(',\n')}\n}\n`);
console.log(`${lines.length} features kept`);
