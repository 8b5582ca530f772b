/**
 * Everything that proves the project works, in order: lint, types, unit, browser, build, end to end.
 * Gets the browser it needs by itself. Ends with one line "N passed, N failed"; exits with 1 if anything failed or nothing ran.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { needBrowser } from './install-browser.ts';

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(ROOT, 'build/test-results');

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Tally = { passed: 0, failed: 0, skipped: 0 };

/** Runs a tool of node_modules/.bin; true where it succeeded. */
function runs(words: readonly string[]): boolean {
  const [tool = '', ...rest] = words;
  console.log(`\n▶ ${words.join(' ')}`);
  const { status } = spawnSync(join(ROOT, 'node_modules/.bin', tool), rest, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: process.env,
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** One check that passes or fails as a whole. */
function check(words: readonly string[]): void {
  if (runs(words)) total.passed++;
  else total.failed++;
}

/** A suite of vitest, counted test by test. A suite that cannot start, or has no tests, is one failure. */
function suite(project: string): void {
  const file = join(RESULTS, `${project}.json`);
  const isGreen = runs(['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
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
  check(['wxt', 'prepare']);
  check(['biome', 'check', '.']);
  check(['tsc', '--noEmit']);
  suite('unit');
  suite('browser');
  check(['wxt', 'build', '--mode', 'granted']);
  suite('e2e');
  const { passed, failed, skipped } = total;
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log(`\n${total.passed} passed, ${total.failed + 1} failed`);
  process.exitCode = 1;
}
