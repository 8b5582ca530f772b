/**
 * Runs every step that proves the project works (scripts/steps.ts). Gets the browsers it needs by itself. Ends with what failed, so that
 * the end of a long log tells it, and one line "N passed, N failed"; exits with 1 if anything failed or nothing ran.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type FileResult, failuresOf, unsteadyOf } from './failures.ts';
import { needBrowser, needFirefox } from './install-browser.ts';
import { STEPS } from './steps.ts';

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(ROOT, 'build/test-results');

/** What vitest's JSON reporter writes, as far as it is read here. */
interface SuiteResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly FileResult[];
}

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
/** What failed, in words, in the order in which it ran. */
const failures: string[] = [];
/** What passed on a second try only (vitest.config.ts). */
const unsteady: string[] = [];

/** Runs an npm script; true where it succeeded. */
function runs(script: string, words: readonly string[] = []): boolean {
  console.log(`\n▶ npm run ${script}`);
  const npm = process.env['npm_execpath'];
  const [tool, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(tool, [...first, 'run', '--silent', script, ...(words.length > 0 ? ['--', ...words] : [])], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: process.env,
    shell: !npm && process.platform === 'win32',
  });
  return status === 0;
}

/** One check that passes or fails as a whole. */
function check(script: string): void {
  if (runs(script)) total.passed++;
  else failed(script, 1);
}

function failed(script: string, count: number, words: readonly string[] = ['It ends with an error.']): void {
  total.failed += count;
  failures.push(...words.map((said) => `npm run ${script}: ${said}`));
}

/** A suite of vitest, counted test by test. A suite that cannot start, or has no tests, is one failure. */
function suite(script: string): void {
  const file = join(RESULTS, `${script.replaceAll(':', '-')}.json`);
  const isGreen = runs(script, ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const result = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SuiteResult) : undefined;
  total.passed += result?.numPassedTests ?? 0;
  total.skipped += result?.numPendingTests ?? 0;
  const told = failuresOf(result?.testResults ?? [], ROOT);
  unsteady.push(...unsteadyOf(result?.testResults ?? [], ROOT).map((words) => `npm run ${script}: ${words}`));
  if (result && result.numFailedTests > 0) failed(script, result.numFailedTests, told);
  // A file that cannot be loaded, or an error outside every test, fails the run without a failed test.
  else if (!isGreen || !result?.numPassedTests) failed(script, 1, told.length > 0 ? told : undefined);
}

function main(): void {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  needBrowser();
  for (const { script, isSuite } of STEPS.filter((step) => isPossible(step.script))) (isSuite ? suite : check)(script);
  for (const words of unsteady) console.log(`\n~ on a second try: ${words}`);
  for (const failure of failures) console.log(`\n✗ ${failure}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** On somebody's own machine the tests in Firefox may be left out where there is none; in continuous integration never. */
function isPossible(script: string): boolean {
  if (script !== 'test:e2e:firefox') return true;
  try {
    needFirefox();
    return true;
  } catch (error) {
    if (process.env['CI']) throw error;
    console.log(`\n▷ npm run ${script} is left out. ${(error as Error).message}`);
    total.skipped++;
    return false;
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log(`\n${total.passed} passed, ${total.failed + 1} failed`);
  process.exitCode = 1;
}
