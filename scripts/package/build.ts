/** Builds the extension for a family of browsers, exactly as `npm run build` and `npm run build:firefox` do, into a folder of choice. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** The folder of the build. `root` is the project; `out` is emptied of an earlier one. Throws with what was printed where it fails. */
export function build(target: Target, out: string, root: string): string {
  const folder = join(resolve(root, out), `${target}-mv3`);
  rmSync(folder, { recursive: true, force: true });
  const tool = [join(root, 'node_modules/.bin/wxt'), join(root, '../../node_modules/.bin/wxt')].find(existsSync);
  if (!tool) throw new Error('There is no node_modules. Run: npm ci');
  const words = ['build', ...(target === 'firefox' ? ['-b', 'firefox', '--mv3'] : [])];
  // A test runner's NODE_ENV would make another build of it.
  const { NODE_ENV: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(tool, words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, ALLEGEDLY_OUT: resolve(root, out) },
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The build for ${target} failed:\n${stdout}${stderr}`);
  return folder;
}
