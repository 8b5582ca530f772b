/** The sources that a store's reviewer gets: all that the build and its tests need, none of the pictures for people. */
import { spawnSync } from 'node:child_process';
import { filesIn } from './zip.ts';

/** Of no use to a build. */
const LEFT_OUT = /^(?:docs\/screens\/|docs\/store\/.*\.png$|tests\/corpus\/(?:first-pass|second-pass|third-reader)\/)/;
/** What is made on a machine and not kept; for sources that come without a repository. */
const MADE = /^(?:node_modules|build|\.output|\.wxt|\.git)(?:\/|$)/;

/** Relative to `root`, sorted. */
export function sourceFiles(root: string): string[] {
  const git = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  const all = git.status === 0 ? git.stdout.split('\0').filter(Boolean) : filesIn(root).filter((name) => !MADE.test(name));
  return [...new Set(all)].filter((name) => !LEFT_OUT.test(name)).sort();
}
