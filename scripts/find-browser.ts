/**
 * Finds a browser on this machine: the one in `BROWSER_PATH`, else Chrome, Chromium, Edge or Brave where they are usually installed;
 * and Firefox likewise, with `FIREFOX_PATH`.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Browser {
  readonly name: string;
  readonly executablePath: string;
}

interface Known {
  readonly name: string;
  readonly commands: readonly string[];
  readonly mac: readonly string[];
  readonly windows: readonly string[];
}

/** Browsers in order of preference: commands looked for in PATH, and fixed places by platform. */
const CHROMIUMS: readonly Known[] = [
  {
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    mac: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    windows: ['Chromium/Application/chrome.exe'],
  },
  {
    name: 'Chrome',
    commands: ['google-chrome', 'google-chrome-stable'],
    mac: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    windows: ['Google/Chrome/Application/chrome.exe'],
  },
  {
    name: 'Edge',
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    mac: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    windows: ['Microsoft/Edge/Application/msedge.exe'],
  },
  {
    name: 'Brave',
    commands: ['brave-browser', 'brave'],
    mac: ['/Applications/Brave Browser.app/Contents/MacOS/Brave Browser'],
    windows: ['BraveSoftware/Brave-Browser/Application/brave.exe'],
  },
];

const FIREFOXES: readonly Known[] = [
  {
    name: 'Firefox',
    commands: ['firefox', 'firefox-esr'],
    mac: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox/firefox.exe'],
  },
];

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly exists: (path: string) => boolean;
}

const HERE: Surroundings = { env: process.env, platform: process.platform, exists: existsSync };

/** The Chromium browser to use, or undefined where none is installed. Throws where `BROWSER_PATH` names no file. */
export function findBrowser(surroundings = HERE): Browser | undefined {
  return find(CHROMIUMS, 'BROWSER_PATH', surroundings);
}

/** The Firefox to use, or undefined where none is installed. Throws where `FIREFOX_PATH` names no file. */
export function findFirefox(surroundings = HERE): Browser | undefined {
  return find(FIREFOXES, 'FIREFOX_PATH', surroundings);
}

function find(known: readonly Known[], variable: string, { env, platform, exists }: Surroundings): Browser | undefined {
  const given = env[variable];
  if (given) {
    if (!exists(given)) throw new Error(`${variable} is ${given}, but there is no such file. Name the browser's program, or unset it.`);
    return { name: variable, executablePath: given };
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const programFiles = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined);
  for (const { name, commands, mac, windows } of known) {
    const places =
      platform === 'darwin'
        ? mac
        : platform === 'win32'
          ? programFiles.flatMap((folder) => windows.map((path) => join(folder, path)))
          : folders.flatMap((folder) => commands.map((command) => join(folder, command)));
    const executablePath = places.find(exists);
    if (executablePath) return { name, executablePath };
  }
  return undefined;
}
