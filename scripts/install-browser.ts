/**
 * Gets a browser where there is none: installs Debian's where that needs no questions, else says what to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, findBrowser, findFirefox } from './find-browser.ts';

interface Wanted {
  readonly find: () => Browser | undefined;
  /** What would do, in words. */
  readonly names: string;
  /** Of Debian. */
  readonly packages: readonly string[];
  readonly variable: string;
  /** How to install it, by platform. */
  readonly advice: Readonly<Record<'darwin' | 'win32' | 'linux', string>>;
}

const CHROMIUM: Wanted = {
  find: findBrowser,
  names: 'Chrome, Chromium, Edge or Brave',
  packages: ['chromium', 'fonts-liberation'],
  variable: 'BROWSER_PATH',
  advice: {
    darwin: 'Install Chromium (brew install --cask chromium), Edge or Brave, and run this again.',
    win32: 'Install Edge (winget install Microsoft.Edge), Chromium or Brave, and run this again.',
    linux: 'Install Chromium with your package manager (on Debian and Ubuntu: sudo apt-get install chromium), and run this again.',
  },
};

const FIREFOX: Wanted = {
  find: findFirefox,
  names: 'Firefox',
  packages: ['firefox-esr', 'fonts-liberation'],
  variable: 'FIREFOX_PATH',
  advice: {
    darwin: 'Install Firefox (brew install --cask firefox), and run this again.',
    win32: 'Install Firefox (winget install Mozilla.Firefox), and run this again.',
    linux: 'Install Firefox with your package manager (on Debian: sudo apt-get install firefox-esr), and run this again.',
  },
};

/** The installed Chromium browser, or one installed now. Throws an Error that says exactly what to do where neither is possible. */
export function needBrowser(): Browser {
  return need(CHROMIUM);
}

/** The installed Firefox, or one installed now. Throws as `needBrowser` does. */
export function needFirefox(): Browser {
  return need(FIREFOX);
}

function need({ find, names, packages, variable, advice }: Wanted): Browser {
  const found = find();
  if (found) return found;
  const remedy = advice[process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'];
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`No ${names} is installed: installing ${packages[0]}.`);
    const isInstalled = apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
    const installed = isInstalled ? find() : undefined;
    if (installed) return installed;
    throw new Error(`apt-get could not install ${packages[0]}. ${remedy}`);
  }
  throw new Error(`No ${names} was found. ${remedy} If one is installed somewhere else, set ${variable} to its program.`);
}

/** Whether apt-get did it. */
function apt(...words: string[]): boolean {
  const { status } = spawnSync('apt-get', ['-q', ...words], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
