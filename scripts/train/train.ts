/**
 * Trains everything anew with fixed seeds and prints the figures: `npm run train`. The tagger and its teachers take some quarter of an hour on a GPU and
 * some ten hours on one core, where there are fewer and narrower teachers. They need Python with PyTorch (Debian: python3-torch, and libopenblas0-pthread
 * to be quick) and, once, 118 MB of word vectors from npm. `--keep-tagger` leaves the tagger as it is and trains the sequence classifier and what stands on
 * both; `--only-linear` leaves that, too, and needs no Python;
 * `--go-on` takes up a run of the tagger that was cut short, on the same articles and with the same teachers;
 * `--brief` trains a little of everything and keeps nothing.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isBrief, words } from '../brief.ts';

const ROOT = join(import.meta.dirname, '../..');
const WORK = join(ROOT, isBrief ? 'build/train-brief' : 'build/train');
const TAGGER = join(WORK, 'tagger.bin');
const SHIPPED = join(ROOT, 'public/tagger.bin');
const SEED = '3';
const brief = isBrief ? ['--brief'] : [];

const { values } = parseArgs({
  args: [...words],
  options: { 'only-linear': { type: 'boolean' }, 'keep-tagger': { type: 'boolean' }, 'go-on': { type: 'boolean' } },
});

function run(command: string, args: readonly string[]): void {
  console.log(`\n▶ ${command} ${args.join(' ')}`);
  // On matrices this small, threads of the linear algebra only wait for each other.
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env });
  if (error || status !== 0) throw new Error(`“${command} ${args.join(' ')}” failed${error ? `: ${error.message}` : ` with ${status}`}.`);
}

/** A Python that has PyTorch. */
function python(): string {
  const found = [process.env['PYTHON'], 'python3', '/usr/bin/python3', 'python'].find(
    (name) => name !== undefined && spawnSync(name, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0,
  );
  if (!found) throw new Error('No Python with PyTorch was found: install python3-torch (Debian), or name one in the variable PYTHON.');
  return found;
}

function trainTagger(): void {
  if (!existsSync(join(ROOT, '../shared/data/polnear-train.jsonl')))
    throw new Error('The tagger is trained on ../shared/data, which is not there. `npm run train -- --only-linear` trains the rest.');
  const interpreter = python();
  mkdirSync(WORK, { recursive: true });
  const member = join(WORK, 'member.npz');
  if (!values['go-on']) for (const kept of [`${member}.state`, join(WORK, 'taught.npz'), join(WORK, 'kind-folds.json')]) rmSync(kept, { force: true });
  const little = isBrief ? ['--epochs', '1', '--articles', '5'] : [];
  run(process.execPath, ['scripts/train/export.ts', WORK]);
  // Teachers that were cut short begin anew.
  if (!values['go-on'] || !existsSync(join(WORK, 'taught.npz'))) run(interpreter, ['scripts/train/teach.py', WORK, ...little]);
  run(interpreter, ['scripts/train/train.py', WORK, member, '--seed', SEED, ...little]);
  run(interpreter, ['scripts/train/pack.py', WORK, TAGGER, member]);
}

/** The sequence classifier, whose words are rows of the tagger's word table. */
function trainSequenceClassifier(): void {
  const interpreter = python();
  mkdirSync(WORK, { recursive: true });
  // What was said of other sequences is of no use.
  rmSync(join(WORK, 'sequence-folds.json'), { force: true });
  if (values['keep-tagger']) copyFileSync(SHIPPED, TAGGER);
  const trained = join(WORK, 'sequence.npz');
  run(process.execPath, ['scripts/train/export-kinds.ts', WORK, TAGGER, ...brief]);
  run(interpreter, ['scripts/train/kind_sequence.py', WORK, TAGGER, trained, ...(isBrief ? ['--epochs', '1'] : [])]);
  run(interpreter, ['scripts/train/pack.py', '--sequence', TAGGER, trained]);
  // Only what is whole takes the place of what is in use.
  if (!isBrief) copyFileSync(TAGGER, SHIPPED);
}

try {
  if (!values['only-linear'] && !values['keep-tagger']) trainTagger();
  if (!values['only-linear']) trainSequenceClassifier();
  for (const step of ['train/recognise.ts', 'train/speakers.ts', 'train/kinds.ts', 'train/calibrate.ts', 'score/score.ts'])
    run(process.execPath, [`scripts/${step}`, ...brief]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
