/**
 * The fault matrix in full: the worker killed before and during every message, the browser killed in the middle of writes, and the other
 * faults, more often than `npm test` does. Needs the build of `wxt build --mode granted`. Words are passed on to vitest: `npm run faults -- -t page.left`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const { status } = spawnSync(
  join(ROOT, 'node_modules/.bin/vitest'),
  [
    'run',
    '--project',
    'e2e',
    '--testTimeout',
    '1200000',
    ...['worker-killed', 'store-faults', 'update'].map((name) => `tests/e2e/${name}.test.ts`),
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ALLEGEDLY_FAULTS: 'full' }, shell: process.platform === 'win32' },
);
process.exitCode = status ?? 1;
