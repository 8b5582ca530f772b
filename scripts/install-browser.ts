/**
 * Gets a browser where there is none: installs Debian's Chromium where that needs no questions, else says what to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, findBrowser } from './find-browser.ts';

const ADVICE: Readonly<Record<string, string>> = {
  darwin: 'Install Chromium (brew install --cask chromium), Edge or Brave, and run this again.',
  win32: 'Install Edge (winget install Microsoft.Edge), Chromium or Brave, and run this again.',
  linux: 'Install Chromium with your package manager (on Debian and Ubuntu: sudo apt-get install chromium), and run this again.',
};

/** The installed browser, or one installed now. Throws an Error that says exactly what to do where neither is possible. */
export function needBrowser(): Browser {
  const found = findBrowser();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chrome, Chromium, Edge or Brave is installed: installing Chromium.');
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    `No Chrome, Chromium, Edge or Brave was found. ${ADVICE[process.platform] ?? ADVICE['linux']} If one is installed somewhere else, set BROWSER_PATH to its program.`,
  );
}

function apt(...words: string[]): void {
  const { status } = spawnSync('apt-get', ['-q', ...words], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`apt-get ${words[0]} failed. ${ADVICE['linux']}`);
}
