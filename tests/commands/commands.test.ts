/**
 * Every command of the documents runs: as a step of continuous integration, as part of such a step, or here. What takes long does a little
 * of its work here (`--brief`) and writes nothing that is committed.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { STEPS } from '../../scripts/steps.ts';
import { sampleArticle } from '../fixtures/articles/load.ts';

const ROOT = join(import.meta.dirname, '../..');
const hasShared = existsSync(join(ROOT, '../shared/data/polnear-dev.jsonl'));
const hasTorch = ['python3', '/usr/bin/python3'].some((name) => spawnSync(name, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0);

const folder = mkdtempSync(join(tmpdir(), 'allegedly-commands-'));
const page = join(folder, 'article.html');
const sample = sampleArticle();

/** Longest time of one command, in ms; less than a test has. */
const LIMIT_MS = 170_000;

interface Run {
  /** The words of a documented command, where they are other than in the document (a placeholder, `--brief`). */
  readonly words?: readonly string[];
  readonly input?: string;
  /** What a run that did its work prints. */
  readonly prints: RegExp;
  /** What it needs that is not part of the project, where that is not there. */
  readonly lacks?: string | false;
}

const aCase = join(ROOT, 'cases/epic-v-apple');
const markedFile = join(ROOT, 'tests/corpus/articles', readdirSync(join(ROOT, 'tests/corpus/articles'))[0] ?? '');
const line = JSON.stringify({ id: 1, title: sample.title, text: sample.paragraphs.join('\n') });
const inBrief = (prints: RegExp, lacks?: Run['lacks']): Run => ({ words: ['--brief'], prints, ...(lacks === undefined ? {} : { lacks }) });

/** By the command as the documents write it, without `npm` and `run`. */
const RUNS: Readonly<Record<string, Run>> = {
  // All of the article's statements, to the last.
  start: { prints: new RegExp(`${sample.expected?.at(-1)?.words}[\\s\\S]*Painted on the page \\(ranges\\): \\w+`) },
  format: { prints: /Checked \d+ files/ },
  'annotate -- FILE.html': { words: [page], prints: /denial +NSO/ },
  'annotate -- article.html': { words: [page], prints: /claim +\S/ },
  'annotate -- --case your-id page.html': { words: ['--case', 'epic-v-apple', page], prints: /article\.html\)\n(?:about|no)\b/ },
  'annotate -- --jsonl': { words: ['--jsonl'], input: `${line}\n`, prints: /^\{"id":1,.*"kind":"denial"/m },
  'check-case': { prints: /WhatsApp v\. NSO Group\n +actors +\d/ },
  'check-case -- path/to/your-folder': { words: [aCase], prints: /^Epic Games v\. Apple\n +actors +\d/ },
  'check-corpus': { prints: /\d+ articles with \d+ attributions/ },
  'check-corpus -- --plain FILE': { words: ['--plain', markedFile], prints: /^[^{}]{500,}$/ },
  'adjudicate -- --sheets FOLDER': { words: ['--sheets', join(folder, 'sheets')], prints: /^\d+ differences in \d+ articles/ },
  // Again what is committed: nothing changes.
  'adjudicate -- --apply FOLDER': { words: ['--apply', 'tests/corpus/third-reader'], prints: /^\d+ differences in \d+ articles/ },
  score: inBrief(/own held-out \(\d+ articles\), relation F1/),
  'score -- --errors': { words: ['--errors', '--brief'], prints: /\w/ },
  bench: inBrief(/## cases/),
  'bench -- scope': { words: ['scope', '--brief'], prints: /## scope|the saved pages are not there/ },
  screens: inBrief(/library-light\.webp/),
  'screens:store': inBrief(/1-who-says-what\.png/),
  soak: inBrief(/worker asleep while idle/),
  faults: { words: ['-t', 'page.left.*without a kill'], prints: /[1-9]\d* passed/ },
  train: inBrief(/own held-out/, (!hasShared && 'annotated news in ../shared') || (!hasTorch && 'Python with PyTorch')),
  'train -- --keep-tagger': { words: ['--keep-tagger', '--brief'], prints: /own held-out/, ...(hasTorch ? {} : { lacks: 'Python with PyTorch' }) },
  'train -- --only-linear': { words: ['--only-linear', '--brief'], prints: /expected calibration error[\s\S]*own held-out/ },
  'train-speakers -- --dry': { words: ['--dry', '--brief'], prints: /by article, answers from/ },
};

/** What is run elsewhere, and where. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  ci: '.ci/run',
  test: '.ci/run',
  build: 'tests/package: both packages are built anew from a folder of their own',
  'build:firefox': 'tests/package',
  package: 'tests/package',
};

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'tests/corpus/README.md',
  ...['docs', 'docs/store'].flatMap((place) =>
    readdirSync(join(ROOT, place))
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${place}/${file}`),
  ),
];
const documented = documents.flatMap((document) =>
  [...readFileSync(join(ROOT, document), 'utf8').matchAll(/\bnpm (?:run (?:--silent )?|(?=(?:ci|start|test)\b))([a-z][\w:-]*(?: -- [^`\n|#<&]+)?)/g)].map(
    ([, name = '']) => name.trim(),
  ),
);

const changes = () => execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
let before: string;

beforeAll(() => {
  writeFileSync(page, articlePage(sample));
  before = changes();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every command of the documents is run somewhere', () => {
  const steps = STEPS.map(({ script }) => script);
  expect(documented.length).toBeGreaterThan(40);
  expect([...new Set(documented)].filter((name) => !(name in RUNS) && !(name in ELSEWHERE) && !steps.includes(name))).toEqual([]);
});

test('what is run here stands in a document', () => {
  expect(Object.keys(RUNS).filter((name) => !documented.includes(name))).toEqual([]);
});

/** These write what others read: the build, the sources. They come first and alone, the others in pairs. */
const ALONE = ['start', 'format'];
for (const [name, { lacks, ...run }] of Object.entries(RUNS).sort(([a], [b]) => Number(ALONE.includes(b)) - Number(ALONE.includes(a)))) {
  const options = { concurrent: !ALONE.includes(name), skip: Boolean(lacks) };
  test(`npm run ${name}${lacks ? ` (not here: ${lacks})` : ''}`, options, async ({ expect: expectHere }) => {
    const { status, printed } = await outcomeOf(name, run);
    expectHere(status, printed).toBe(0);
    expectHere(printed).toMatch(run.prints);
  });
}

/** Runs it. Some tools say on standard error what they did, so that both are one. A command that hangs is ended. */
function outcomeOf(name: string, { words = [], input = '' }: Run): Promise<{ status: number | null; printed: string }> {
  const npm = process.env['npm_execpath'];
  const [tool, ...first] = npm ? [process.execPath, npm] : ['npm'];
  const args = [...first, 'run', '--silent', name.split(' ', 1)[0] ?? '', ...(words.length > 0 ? ['--', ...words] : [])];
  // No window is opened for the demonstration.
  const child = spawn(tool, args, { cwd: ROOT, timeout: LIMIT_MS, env: { ...process.env, CI: '1', NO_COLOR: '1' } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, printed }));
  });
}

test('none of them has changed what is committed', () => {
  expect(changes()).toBe(before);
});
