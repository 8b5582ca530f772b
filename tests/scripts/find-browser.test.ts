import { describe, expect, test } from 'vitest';
import { findBrowser, findFirefox } from '../../scripts/find-browser.ts';

const on = (platform: string, files: readonly string[], env: Record<string, string> = { PATH: '/usr/bin' }) => ({
  platform,
  env,
  exists: (path: string) => files.includes(path.replaceAll('\\', '/')),
});

describe('the browser that is found', () => {
  test.each<[string, string, string[], string | undefined]>([
    ['Chromium before Chrome', 'linux', ['/usr/bin/google-chrome', '/usr/bin/chromium'], '/usr/bin/chromium'],
    ['Edge where there is no other', 'linux', ['/usr/bin/microsoft-edge'], '/usr/bin/microsoft-edge'],
    ['Firefox is none of them', 'linux', ['/usr/bin/firefox'], undefined],
    ['on a Mac', 'darwin', ['/Applications/Brave Browser.app/Contents/MacOS/Brave Browser'], '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser'],
  ])('%s', (_name, platform, files, expected) => {
    expect(findBrowser(on(platform, files))?.executablePath).toBe(expected);
  });

  test.each<[string, string, string[], string | undefined]>([
    ['Firefox', 'linux', ['/usr/bin/firefox', '/usr/bin/firefox-esr'], '/usr/bin/firefox'],
    ['Debian’s', 'linux', ['/usr/bin/firefox-esr'], '/usr/bin/firefox-esr'],
    ['none', 'linux', ['/usr/bin/chromium'], undefined],
    ['on a Mac', 'darwin', ['/Applications/Firefox.app/Contents/MacOS/firefox'], '/Applications/Firefox.app/Contents/MacOS/firefox'],
  ])('as Firefox: %s', (_name, platform, files, expected) => {
    expect(findFirefox(on(platform, files))?.executablePath).toBe(expected);
  });

  test('is the one named, each by its own name, or an error where there is no such file', () => {
    const env = { PATH: '/usr/bin', BROWSER_PATH: '/my/chrome', FIREFOX_PATH: '/my/firefox' };
    expect(findBrowser(on('linux', ['/my/chrome'], env))?.executablePath).toBe('/my/chrome');
    expect(() => findFirefox(on('linux', ['/my/chrome'], env))).toThrow('FIREFOX_PATH is /my/firefox, but there is no such file.');
  });
});
