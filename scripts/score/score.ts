/**
 * How accurate the analysis is: `npm run score`. Prints the table and writes it into docs/ACCURACY.md, the most telling rows into the README;
 * `--errors` lists what went wrong on the own training articles (the held-out ones are for measuring, not for reading); `--brief` reads a few
 * articles and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTagger } from '../../analysis/tagger/tagger.ts';
import { isBrief, sampleOf } from '../brief.ts';
import { corpusCases, readCorpus, readRecognition } from '../corpus/read-corpus.ts';
import { agreement } from './agreement.ts';
import { figuresOf, rowsOf } from './figures.ts';
import { scoreOwn } from './own-corpus.ts';
import { scoreRecognition } from './recognition.ts';
import { headlinesOf, type Row, tableOf, withTable } from './rows.ts';
import { scoreShared } from './shared-corpora.ts';
import { speedBesideWink } from './speed.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/ACCURACY.md');
const README = join(ROOT, 'README.md');

/** Figures that a test holds the committed weights to. */
const HELD_TO = join(ROOT, 'scripts/score/figures.json');
/** Articles of a brief run. */
const FEW = 4;

async function measure(): Promise<Row[]> {
  const cases = corpusCases();
  const tagger = loadTagger(readFileSync(join(ROOT, 'public/tagger.bin')));
  const heldOut = sampleOf(readCorpus({ split: 'held-out', set: 'press' }), FEW);
  const hard = scoreOwn(sampleOf(readCorpus({ split: 'held-out', set: 'hard' }), FEW), cases, tagger);
  const shared = await scoreShared(cases, tagger, (gold) => sampleOf(gold, FEW));
  const own = scoreOwn(heldOut, cases, tagger);
  const recognition = scoreRecognition(sampleOf(readRecognition({ split: 'held-out' }), 2 * FEW), cases);
  if (shared && !isBrief) writeFileSync(HELD_TO, `${JSON.stringify(figuresOf({ shared, own, hard, recognition }), null, 2)}\n`);
  return rowsOf({
    shared,
    own,
    hard,
    recognition,
    agreement: agreement(readCorpus({ pass: 'first' }), readCorpus({ pass: 'second' })),
    speed: speedBesideWink(heldOut, cases, tagger),
  });
}

function listErrors(): void {
  const { errors } = scoreOwn(sampleOf(readCorpus({ split: 'train' }), FEW), corpusCases(), loadTagger(readFileSync(join(ROOT, 'public/tagger.bin'))));
  for (const error of errors) console.log(error);
}

function writeTables(rows: readonly Row[]): void {
  for (const [page, table] of [
    [PAGE, tableOf(rows)],
    [README, headlinesOf(rows)],
  ] as const)
    writeFileSync(page, withTable(readFileSync(page, 'utf8'), table));
}

if (process.argv.includes('--errors')) listErrors();
else {
  const rows = await measure();
  console.log(tableOf(rows));
  if (!isBrief) writeTables(rows);
}
