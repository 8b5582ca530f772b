/**
 * Trains the speakers' ranker: `npm run train-speakers [-- --dry] [--errors] [--brief]`. Prints the figures of cross-validation, by article and by whole
 * groups of articles, and writes analysis/speakers/ranker-weights.json.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rankBy } from '../../analysis/speakers/rank.ts';
import { castOf } from '../../analysis/speakers/resolve.ts';
import { isBrief, sampleOf, words } from '../brief.ts';
import { readAllCaseFiles } from '../case-files.ts';
import { readCorpus, readExercises } from '../corpus/read-corpus.ts';
import { measure, noFigures, type SpeakerArticle, say, speakerArticle } from './speaker-gold.ts';
import { learn } from './speaker-ranker.ts';

const { values } = parseArgs({
  args: [...words],
  options: { dry: { type: 'boolean' }, errors: { type: 'boolean' }, decay: { type: 'string' }, enough: { type: 'string' } },
});
const DECAY = Number(values.decay ?? 2.5);
/** From what probability on the speaker is given; chosen on the cross-validation below and the held-out articles; a wrong side counts more than a gap. */
const ENOUGH = Number(values.enough ?? 0.94);
/** The same while learning, where more of a history is worth some errors in it. */
const ENOUGH_IN_HISTORY = 0.8;
const GRID = [0.7, 0.8, 0.87, 0.9, ENOUGH, 0.95];

/** How much an exercise counts: its writers were asked to name both sides close to each other, so that "the company" is harder there than in most news. */
const EXERCISE = 0.4;

const cases = readAllCaseFiles();
const casts = new Map(cases.map((each) => [each.id, castOf(each.actors)]));
const corpus = readCorpus({ split: 'train' }).filter(({ verdict, case: id }) => verdict === 'about' && casts.has(id));
const articles = sampleOf(corpus, 12).map((article) => speakerArticle(article));
/** Learnt from in every fold, measured in none. */
const exercises = sampleOf(readExercises(), 4)
  .filter(({ verdict }) => verdict === 'about')
  .map((article) => speakerArticle(article, EXERCISE));
const cast = casts.get(corpus[0]?.case ?? '');
if (!cast) throw new Error('tests/corpus holds no article about a case on file');

/** Cross-validates: each fold is measured with weights learnt from the others. */
function crossValidate(name: string, foldOf: (article: SpeakerArticle, index: number) => string | number): void {
  if (!cast) return;
  const folds = [...new Set(articles.map(foldOf))];
  const figures = GRID.map(() => noFigures());
  for (const fold of folds) {
    const weights = learn([...articles.filter((article, index) => foldOf(article, index) !== fold), ...exercises], cast, {
      decay: DECAY,
      enough: ENOUGH_IN_HISTORY,
    });
    const held = articles.filter((article, index) => foldOf(article, index) === fold);
    GRID.forEach((enough, at) => {
      const tally = figures[at];
      if (tally) for (const article of held) measure(article, cast, rankBy({ enough, weights }), tally);
    });
  }
  GRID.forEach((enough, at) => {
    const tally = figures[at];
    if (!tally) return;
    process.stdout.write(`${name}, answers from ${enough}: ${say(tally)}\n`);
    if (values.errors && enough === ENOUGH && name === 'by article') process.stdout.write(`${tally.errors.join('\n')}\n`);
  });
}

crossValidate('by article', (_, index) => index % 10);
/** Articles whose names begin alike were written together. */
const GROUP_FOLDS = 5;
crossValidate('by group', ({ id }) => (id.codePointAt(0) ?? 0) % GROUP_FOLDS);
const weights = learn([...articles, ...exercises], cast, { decay: DECAY, enough: ENOUGH_IN_HISTORY });
const figures = noFigures();
for (const article of articles) measure(article, cast, rankBy({ enough: ENOUGH, weights }), figures);
process.stdout.write(`on what it learnt from: ${say(figures)}\n`);
if (!values.dry && !isBrief) {
  const rounded = Object.fromEntries(
    Object.entries(weights)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, weight]): [string, number] => [name, Math.round(weight * 1000) / 1000])
      .filter(([, weight]) => weight !== 0),
  );
  writeFileSync(join(import.meta.dirname, '../../analysis/speakers/ranker-weights.json'), `${JSON.stringify({ enough: ENOUGH, weights: rounded }, null, 2)}\n`);
}
