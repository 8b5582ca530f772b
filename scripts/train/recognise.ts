/**
 * Learns how much each measure of an article speaks for its being about a case: `node scripts/train/recognise.ts`. Prints what a ten-fold
 * cross-validation finds and takes for it, and writes analysis/recognise/weights.json. No chance is involved: the same articles give the same weights.
 * The articles are those of the corpus's training part, its pieces for recognition, its exercises, and the tests' own; what is held out is only measured, by `npm run score`.
 * `--brief`: on a few articles, and nothing is written.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceOf, isTied, LEAST_CHANCE, type RecognitionWeights } from '../../analysis/recognise/decide.ts';
import { type Evidence, evidenceFor } from '../../analysis/recognise/evidence.ts';
import { MEASURE_NAMES, MEASURES, type MeasureName, type Measures, measure, STRONG } from '../../analysis/recognise/measures.ts';
import { readArticle } from '../../analysis/recognise/reading.ts';
import { indexOf, TEASER_WORDS } from '../../analysis/recognise/term-index.ts';
import { type Article, articleOfText } from '../../model/article.ts';
import { articleOf, fixtureArticles } from '../../tests/fixtures/articles/load.ts';
import { isBrief, sampleOf } from '../brief.ts';
import { corpusCases, readCorpus, readExercises, readRecognition } from '../corpus/read-corpus.ts';

type Set = 'corpus' | 'for recognition' | 'exercises' | 'tests';
interface Example {
  readonly set: Set;
  readonly isAbout: boolean;
  /** Undefined where the rules turn it down before anything is weighed. */
  readonly measures: Measures | undefined;
}

/** How much an article of a set counts. Exercises are many and much alike; the tests' own are chosen for what is hard about them. */
const WEIGHTS: Readonly<Record<Set, number>> = { corpus: 1, 'for recognition': 2, exercises: 0.3, tests: 3 };
const FOLDS = 10;
const PENALTY = 5;
const ROUNDS = 20;

const index = indexOf(corpusCases().map(({ recognition }) => recognition));

function exampleOf(set: Set, article: Article, isAbout: boolean): Example & { readonly evidence: Evidence } {
  const evidence = evidenceFor(readArticle(article, index.lexicon), index, 0);
  const isWeighed = evidence.bodyWords >= TEASER_WORDS && isTied(evidence);
  return { set, isAbout, measures: isWeighed ? measure(evidence) : undefined, evidence };
}

function examples(): readonly Example[] {
  const ofText =
    (set: Set) =>
    ({ text, verdict }: { text: string; verdict: string }) =>
      exampleOf(set, articleOfText(text, { title: text.split('\n', 1)[0] ?? '' }), verdict === 'about');
  // Exercises teach who says what; one with words of a look-alike may be about that, whatever its header says.
  const exercises = readExercises()
    .map(ofText('exercises'))
    .filter(({ evidence }) => !evidence.found.some(({ listing }) => listing.role === 'negative' && listing.weight >= STRONG));
  return sampleOf(
    [
      ...readCorpus({ split: 'train' }).map(ofText('corpus')),
      ...readRecognition({ split: 'train' }).map(ofText('for recognition')),
      ...exercises,
      ...fixtureArticles().map((fixture) => exampleOf('tests', articleOf(fixture), fixture.expectedVerdict === 'about')),
    ],
    400,
  );
}

/** Weights that speak for nothing but what they are to speak for: a measure that would speak for the other is left out, and the rest are learnt again. */
function learn(all: readonly Example[]): RecognitionWeights {
  let kept = MEASURE_NAMES;
  for (;;) {
    const learnt = fit(all, kept);
    const right = kept.filter((name) => (learnt.weights.get(name) ?? 0) * MEASURES[name] > 0);
    if (right.length === kept.length)
      return { even: learnt.even, weights: Object.fromEntries(MEASURE_NAMES.map((name) => [name, learnt.weights.get(name) ?? 0])) as Measures };
    kept = right;
  }
}

/** Logistic regression with a quadratic penalty on standardised measures, by Newton's method (Bishop 2006, 4.3.3). */
function fit(all: readonly Example[], names: readonly MeasureName[]): { readonly even: number; readonly weights: ReadonlyMap<MeasureName, number> } {
  const rows = all.flatMap(({ measures, isAbout, set }) => (measures ? [{ values: names.map((name) => measures[name]), isAbout, weight: WEIGHTS[set] }] : []));
  const size = names.length;
  const means = names.map((_, at) => rows.reduce((sum, { values }) => sum + (values[at] ?? 0), 0) / rows.length);
  const spreads = means.map((mean, at) => Math.sqrt(rows.reduce((sum, { values }) => sum + ((values[at] ?? 0) - mean) ** 2, 0) / rows.length) || 1);
  const table = rows.map(({ values }) => [...values.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)), 1]);
  const weights = new Float64Array(size + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const { slope, curve } = slopeAndCurve(table, rows, weights);
    for (const [at, step] of solve(curve, slope).entries()) weights[at] = (weights[at] ?? 0) - step;
  }
  const raw = names.map((_, at) => (weights[at] ?? 0) / (spreads[at] ?? 1));
  const even = (weights[size] ?? 0) - raw.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { even: round(even), weights: new Map(names.map((name, at) => [name, round(raw[at] ?? 0)])) };
}

/** First and second derivatives of the penalised loss. The last weight, of the constant, bears no penalty. */
function slopeAndCurve(table: readonly (readonly number[])[], rows: readonly { readonly isAbout: boolean; readonly weight: number }[], weights: Float64Array) {
  const size = weights.length - 1;
  const slope = Float64Array.from(weights, (weight, at) => (at < size ? PENALTY * weight : 0));
  const curve = Array.from({ length: size + 1 }, (_, row) =>
    Float64Array.from({ length: size + 1 }, (_, column) => (row !== column ? 0 : row < size ? PENALTY : 1e-6)),
  );
  table.forEach((values, at) => {
    const { isAbout = false, weight = 0 } = rows[at] ?? {};
    const chance = 1 / (1 + Math.exp(-values.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)));
    values.forEach((value, row) => {
      slope[row] = (slope[row] ?? 0) + weight * (chance - (isAbout ? 1 : 0)) * value;
      const line = curve[row];
      if (!line) return;
      for (const [column, other] of values.entries()) line[column] = (line[column] ?? 0) + weight * chance * (1 - chance) * value * other;
    });
  });
  return { slope, curve };
}

/** Solves a symmetric system of equations by elimination. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let pivot = 0; pivot < size; pivot++) {
    const own = rows[pivot] ?? [];
    for (const row of rows) {
      if (row === own) continue;
      const factor = (row[pivot] ?? 0) / (own[pivot] ?? 1);
      for (let at = pivot; at <= size; at++) row[at] = (row[at] ?? 0) - factor * (own[at] ?? 0);
    }
  }
  return Float64Array.from(rows, (row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

function say(name: string, guesses: readonly { readonly example: Example; readonly isFound: boolean }[]): void {
  const count = (isAbout: boolean, isFound: boolean) => guesses.filter((guess) => guess.example.isAbout === isAbout && guess.isFound === isFound).length;
  console.log(
    `${name}: ${count(true, true)} of ${count(true, true) + count(true, false)} found, ${count(false, true)} of ${count(false, true) + count(false, false)} others taken for it`,
  );
}

const all = examples();
const guesses = Array.from({ length: FOLDS }, (_, fold) => {
  const learnt = learn(all.filter((_, at) => at % FOLDS !== fold));
  return all
    .filter((_, at) => at % FOLDS === fold)
    .map((example) => ({ example, isFound: example.measures !== undefined && chanceOf(example.measures, learnt) >= LEAST_CHANCE }));
}).flat();
for (const set of Object.keys(WEIGHTS) as Set[])
  say(
    set,
    guesses.filter(({ example }) => example.set === set),
  );
if (!isBrief) writeFileSync(join(import.meta.dirname, '../../analysis/recognise/weights.json'), `${JSON.stringify(learn(all), undefined, 2)}\n`);
