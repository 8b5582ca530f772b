import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SHARED_PERMISSIONS = ['storage', 'scripting', 'activeTab', 'contextMenus'];
/** Keys that open nothing to anybody. */
const PLAIN_KEYS = new Set(
  'manifest_version|name|description|version|icons|default_locale|minimum_chrome_version|action|commands|background|side_panel|sidebar_action|browser_specific_settings|options_ui|content_security_policy'.split(
    '|',
  ),
);
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

/** What is built: a browser by the name of its folder, and the words that build it. */
const TARGETS: readonly { readonly name: string; readonly words: readonly string[]; readonly only: Readonly<Record<string, unknown>> }[] = [
  { name: 'chrome', words: [], only: { permissions: [...SHARED_PERMISSIONS, 'sidePanel'], incognito: 'split' } },
  {
    name: 'firefox',
    words: ['-b', 'firefox', '--mv3'],
    only: {
      permissions: SHARED_PERMISSIONS,
      incognito: 'not_allowed',
      web_accessible_resources: [{ resources: ['sidepanel.html'], matches: ['http://*/*', 'https://*/*'] }],
    },
  },
];

describe.each(TARGETS)('the manifest for $name', ({ name, words, only }) => {
  const folder = (mode: 'production' | 'granted') => join(ROOT, `build/manifest-${mode}`, `${name}-mv3${mode === 'production' ? '' : `-${mode}`}`);
  const build = (mode: 'production' | 'granted') => {
    execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build', '--mode', mode, ...words], {
      ...{ cwd: ROOT, stdio: 'ignore', env: { ...process.env, ALLEGEDLY_OUT: `build/manifest-${mode}` } },
    });
    return JSON.parse(readFileSync(join(folder(mode), 'manifest.json'), 'utf8')) as Record<string, unknown>;
  };
  const manifest = build('production');
  const { permissions } = manifest as { permissions: string[] };

  test('the background takes in nothing that only pages share: it has no window', () => {
    const chunks = [...readFileSync(join(folder('production'), 'background.js'), 'utf8').matchAll(/from\s*"\.\/chunks\/([a-z-]+)-[\w-]{8}\.js"/g)];
    expect(chunks.map(([, chunk]) => chunk).filter((chunk) => chunk !== 'core' && chunk !== 'rolldown-runtime')).toEqual([]);
    expect(chunks.length).toBeGreaterThan(0);
  });

  test('asks for no site at install, and for no more than it needs', () => {
    // Whatever lets a page or another program in or out is listed here, or must be absent.
    const { optional_host_permissions: hosts, ...rest } = manifest;
    expect(hosts).toEqual(['http://*/*', 'https://*/*']);
    const told = Object.fromEntries(Object.keys(only).map((key) => [key, rest[key]]));
    expect(told).toEqual(only);
    const silent = Object.keys(rest).filter((key) => !(key in only) && !PLAIN_KEYS.has(key));
    expect(silent).toEqual([]);
  });

  test('asks for nothing that the privacy page does not explain', () => {
    const page = readFileSync(join(ROOT, 'docs/PRIVACY.md'), 'utf8');
    const explained = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, permission]) => permission);
    expect(permissions.filter((permission) => !explained.includes(permission))).toEqual([]);
    expect(page).toContain('http://*/*');
    expect(page).toContain("connect-src 'self'");
  });

  test('lets its pages connect to nothing but the extension', () => {
    const { extension_pages: policy } = manifest['content_security_policy'] as { extension_pages: string };
    const rules = new Map(
      policy
        .split(';')
        .map((rule) => rule.trim().split(/\s+/))
        .map(([rule = '', ...sources]) => [rule, sources.join(' ')]),
    );
    expect(
      Object.fromEntries(['default-src', 'connect-src', 'script-src', 'object-src', 'base-uri', 'form-action'].map((rule) => [rule, rules.get(rule)])),
    ).toEqual({
      'default-src': "'self'",
      'connect-src': "'self'",
      'script-src': "'self' 'wasm-unsafe-eval'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  // Builds; a busy machine may take its time.
  test('differs in the build for tests by the granted hosts alone', { timeout: 120_000 }, () => {
    const { host_permissions: hosts, ...granted } = build('granted');
    const { optional_host_permissions: optional, ...usual } = manifest;
    expect(hosts).toEqual(optional);
    expect(granted).toEqual(usual);
  });

  test('comes with code, its libraries’ too, that knows one request: that for its own file', () => {
    const code = readdirSync(folder('production'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:js|html|css)$/.test(file));
    const requests = code.flatMap((file) => {
      const text = readFileSync(join(folder('production'), file), 'utf8');
      return [...text.matchAll(/\bfetch\(.{0,40}|\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|sendBeacon|RTCPeerConnection|importScripts)\b/g)].map(
        ([found]) => `${file}: ${found}`,
      );
    });
    expect(requests).toEqual([expect.stringMatching(/^background\.js: fetch\(.*getURL\(.\/tagger\.bin/)]);
  });
});

test('nothing in the project names a place of one machine', () => {
  const named = all
    .filter((file) => !/\.(?:png|bin)$|package-lock\.json$/.test(file))
    .filter((file) => /(?:^|[\s"'`(])\/(?:home|root|Users|work)\/\w/m.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(named.filter((file) => file !== 'tests/architecture/promises.test.ts')).toEqual([]);
});
