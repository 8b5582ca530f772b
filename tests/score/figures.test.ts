/** The committed weights and rules give the committed figures (docs/ACCURACY.md); `npm run score` measures and writes both. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadTagger } from '../../analysis/tagger/tagger.ts';
import { corpusCases, readCorpus, readRecognition } from '../../scripts/corpus/read-corpus.ts';
import committed from '../../scripts/score/figures.json' with { type: 'json' };
import { figuresOf } from '../../scripts/score/figures.ts';
import { scoreOwn } from '../../scripts/score/own-corpus.ts';
import { scoreRecognition } from '../../scripts/score/recognition.ts';
import { scoreShared } from '../../scripts/score/shared-corpora.ts';

const cases = corpusCases();
const tagger = loadTagger(readFileSync(join(import.meta.dirname, '../../public/tagger.bin')));
/** Half a point: what a fall or a rise must be written down for. */
const TOLERANCE = 0.005;

function expectClose(measured: Readonly<Record<string, number>>, expected: Readonly<Record<string, number>>): void {
  expect(Object.keys(measured)).toEqual(Object.keys(expected));
  for (const [name, value] of Object.entries(expected))
    expect(Math.abs((measured[name] ?? 0) - value), `${name}: ${measured[name]}, not ${value}`).toBeLessThan(TOLERANCE);
}

describe('the committed figures are those of the committed weights', () => {
  const [own, hard] = (['press', 'hard'] as const).map((set) => scoreOwn(readCorpus({ split: 'held-out', set }), cases, tagger));
  if (!own || !hard) throw new Error('A set of the corpus is missing.');

  const recognition = scoreRecognition(readRecognition({ split: 'held-out' }), cases);

  test('on the own held-out articles', () => {
    const { ownHeldOut, hardHeldOut, recognition: verdicts } = figuresOf({ shared: undefined, own, hard, recognition });
    expectClose(ownHeldOut, committed.ownHeldOut);
    expectClose(hardHeldOut, committed.hardHeldOut);
    expectClose(verdicts, committed.recognition);
  });

  test('on annotated news beside the project (skipped without ../shared)', async (context) => {
    const shared = await scoreShared(cases, tagger);
    if (!shared) return context.skip('../shared is not there');
    const measured = figuresOf({ shared, own, hard, recognition });
    expectClose(measured.polnearDev ?? {}, committed.polnearDev);
    expect(measured.seed).toBe(committed.seed);
  }, 180_000);
});
