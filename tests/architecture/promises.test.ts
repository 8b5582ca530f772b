import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SHIPPED = /^(?:analysis|cases|components|entrypoints|messaging|model|pages|platform|reading|state|storage)\/.*\.tsx?$/;
const all = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
const shipped = all.filter((file) => SHIPPED.test(file));

/** Places in shipped code that match, comments left out. */
function places(pattern: RegExp): string[] {
  return shipped.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) && !/^\s*(?:\*|\/\/|\/\*)/.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}

test('there is something to look at', () => {
  expect(shipped.length).toBeGreaterThan(60);
});

describe('shipped code', () => {
  test('asks nothing of a network: its one fetch reads a file of the extension', () => {
    expect(places(/\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|sendBeacon|RTCPeerConnection|importScripts)\b/)).toEqual([]);
    expect(places(/\bfetch\(/).map((place) => place.replace(/:\d+ /, ' '))).toEqual([
      "entrypoints/background/tagger.ts const response = await fetch(browser.runtime.getURL('/tagger.bin'));",
    ]);
  });

  test('makes no markup of text', () => {
    expect(
      places(/\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment|DOMParser|setHTMLUnsafe)\b/),
    ).toEqual([]);
  });

  test('runs no text as code', () => {
    expect(places(/\beval\(|new Function\(|setTimeout\(\s*['"`]/)).toEqual([]);
  });
});

describe('the manifest', () => {
  const build = (mode: 'production' | 'granted') => {
    const out = `build/manifest-${mode}`;
    execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build', '--mode', mode], { cwd: ROOT, stdio: 'ignore', env: { ...process.env, ALLEGEDLY_OUT: out } });
    return JSON.parse(readFileSync(join(ROOT, out, `chrome-mv3${mode === 'production' ? '' : `-${mode}`}`, 'manifest.json'), 'utf8')) as Record<
      string,
      unknown
    >;
  };
  const manifest = build('production');

  test('asks for no site at install, and for no more than it needs', () => {
    expect(manifest['permissions']).toEqual(['storage', 'scripting', 'activeTab', 'sidePanel']);
    expect(manifest['host_permissions']).toBeUndefined();
    expect(manifest['optional_host_permissions']).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest['content_scripts']).toBeUndefined();
    expect(manifest['web_accessible_resources']).toBeUndefined();
  });

  test('lets its pages connect to nothing but the extension', () => {
    expect((manifest['content_security_policy'] as { extension_pages: string }).extension_pages).toContain("connect-src 'self'");
  });

  test('differs in the build for tests by the granted hosts alone', () => {
    const { host_permissions: hosts, ...granted } = build('granted');
    const { optional_host_permissions: optional, ...usual } = manifest;
    expect(hosts).toEqual(optional);
    expect(granted).toEqual(usual);
  });
});

test('nothing in the project names a place of one machine', () => {
  const named = all
    .filter((file) => !/\.(?:png|bin)$|package-lock\.json$/.test(file))
    .filter((file) => /(?:^|[\s"'`(])\/(?:home|root|Users|work)\/\w/m.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(named.filter((file) => file !== 'tests/architecture/promises.test.ts')).toEqual([]);
});
