/**
 * Runs every step that proves the project works (scripts/steps.ts). Gets the browsers it needs by itself. Ends with one line
 * "N passed, N failed"; exits with 1 if anything failed or nothing ran.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { needBrowser, needFirefox } from './install-browser.ts';
import { STEPS } from './steps.ts';

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(ROOT, 'build/test-results');

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Tally = { passed: 0, failed: 0, skipped: 0 };

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
  else total.failed++;
}

/** A suite of vitest, counted test by test. A suite that cannot start, or has no tests, is one failure. */
function suite(script: string): void {
  const file = join(RESULTS, `${script.replaceAll(':', '-')}.json`);
  const isGreen = runs(script, ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const result = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number })
    : undefined;
  total.passed += result?.numPassedTests ?? 0;
  total.skipped += result?.numPendingTests ?? 0;
  const failed = result?.numFailedTests ?? 0;
  // A file that cannot be loaded, or an error outside every test, fails the run without a failed test.
  total.failed += failed === 0 && (!isGreen || !result?.numPassedTests) ? 1 : failed;
}

function main(): void {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  needBrowser();
  for (const { script, isSuite } of STEPS.filter((step) => isPossible(step.script))) (isSuite ? suite : check)(script);
  const { passed, failed, skipped } = total;
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
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
