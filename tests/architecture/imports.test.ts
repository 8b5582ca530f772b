import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Files here stand under the lint rules as if they stood in the room of that name. */
const MIRROR = join(ROOT, 'build/import-rules');

/** Who may import whom; each room may import itself. `*` is every room. */
const MAY_IMPORT: Readonly<Record<string, { rooms: readonly string[]; libraries: readonly string[] }>> = {
  model: { rooms: [], libraries: ['valibot'] },
  analysis: { rooms: ['model'], libraries: ['chrono-node', 'valibot'] },
  cases: { rooms: ['model'], libraries: ['valibot', '@valibot/to-json-schema', 'jsonc-parser', 'approx-string-match'] },
  reading: { rooms: ['model'], libraries: ['@mozilla/readability', 'approx-string-match'] },
  messaging: { rooms: ['model'], libraries: ['valibot', 'wxt'] },
  state: { rooms: ['model', 'cases'], libraries: ['valibot', 'wxt'] },
  storage: { rooms: ['model'], libraries: ['dexie', 'valibot', 'd3-dsv', 'jsonc-parser'] },
  platform: { rooms: [], libraries: ['wxt'] },
  components: { rooms: ['model'], libraries: ['preact', 'd3-scale', 'd3-shape', '@tanstack/virtual-core'] },
  pages: { rooms: ['model', 'components', 'messaging', 'state', 'storage', 'cases'], libraries: ['preact', 'wxt'] },
  entrypoints: { rooms: ['*'], libraries: ['preact', 'wxt'] },
};

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const patterns = [/^(?:import|export)\s[^'";=]*?\bfrom\s*['"]([^'"]+)['"]/gm, /^import\s*['"]([^'"]+)['"]/gm, /\bimport\(\s*['"]([^'"]+)['"]/g];
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** The room that a relative import leads to, or the library's name. */
function targetOf(file: string, specifier: string): { room?: string; library?: string } {
  if (specifier.startsWith('.')) return { room: relative(ROOT, resolve(ROOT, dirname(file), specifier)).split('/')[0] ?? '' };
  const parts = specifier.split('/');
  return { library: specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '') };
}

describe('who imports whom', () => {
  test.each(Object.keys(MAY_IMPORT))('%s', (room) => {
    const { rooms, libraries } = MAY_IMPORT[room] ?? { rooms: [], libraries: [] };
    const files = filesOf(room);
    expect(files.length).toBeGreaterThan(0);
    const strays = files.flatMap((file) =>
      importsOf(file)
        .map((specifier) => ({ file, specifier, ...targetOf(file, specifier) }))
        .filter((each) =>
          each.room === undefined ? !libraries.includes(each.library ?? '') : each.room !== room && !rooms.includes('*') && !rooms.includes(each.room),
        ),
    );
    expect(strays).toEqual([]);
  });

  test('no content script imports the store, whose database would be the page’s', () => {
    const reached = new Set<string>();
    const visit = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const specifier of importsOf(file))
        if (specifier.startsWith('.') && /\.tsx?$/.test(specifier)) visit(relative(ROOT, resolve(ROOT, dirname(file), specifier)));
    };
    visit('entrypoints/gate.content.ts');
    visit('entrypoints/reader.content/index.ts');
    expect(reached.size).toBeGreaterThan(10);
    expect([...reached].filter((file) => file.startsWith('storage/'))).toEqual([]);
  });

  test('the gate carries no guard library', () => {
    const parts = ['gate.ts', 'gate-words.ts', 'whole-words.ts'];
    const runtime = parts.flatMap((part) => readFileSync(join(ROOT, 'reading', part), 'utf8').match(/^import (?!type )[^\n]*$/gm) ?? []);
    expect(runtime.filter((line) => !parts.some((part) => line.endsWith(`from './${part}';`)))).toEqual([]);
  });
});

/** Imports that must not be, as somebody might write them. */
const FORBIDDEN: readonly (readonly [room: string, line: string])[] = [
  ['model', "import { tokenize } from '../analysis/text/tokens.ts';"],
  ['model', "import { render } from 'preact';"],
  ['analysis', "import { database } from '../storage/database.ts';"],
  ['analysis', "import type { TextIndex } from '../reading/text-index.ts';"],
  ['analysis', "import { browser } from 'wxt/browser';"],
  ['analysis', "import Dexie from 'dexie';"],
  ['cases', "import { analyse } from '../analysis/analyse.ts';"],
  ['reading', "import { browser } from 'wxt/browser';"],
  ['reading', "import { database } from '@/storage/database.ts';"],
  ['reading', "import { useState } from 'preact/hooks';"],
  ['messaging', "import { analyse } from '../analysis/analyse.ts';"],
  ['state', "import { database } from '../storage/database.ts';"],
  ['platform', "import { database } from '../storage/database.ts';"],
  ['storage', "import { useState } from 'preact/hooks';"],
  ['storage', "import { askBackground } from '../messaging/client.ts';"],
  ['components', "import { database } from '../storage/database.ts';"],
  ['components', "import type { Browser } from 'wxt/browser';"],
  ['components', "export { liveQuery } from 'dexie';"],
  ['pages', "import { liveQuery } from 'dexie';"],
  ['entrypoints/reader.content', "import { storeReading } from '../../storage/articles.ts';"],
  ['entrypoints/reader.content', "import type { AllegedlyDatabase } from '~/storage/database.ts';"],
];

const ALLOWED: readonly (readonly [room: string, line: string])[] = [
  ['model', "import * as v from 'valibot';"],
  ['analysis', "import type { Article } from '../model/article.ts';"],
  ['reading', "import { Readability } from '@mozilla/readability';"],
  ['storage', "import Dexie from 'dexie';"],
  ['components', "import { useState } from 'preact/hooks';"],
  ['entrypoints/reader.content', "import { askBackground } from '../../messaging/client.ts';"],
];

describe('the lint rules catch what they must', () => {
  let report: { path: string; rule: string }[];
  const fileOf = (list: string, index: number, room: string) => join(MIRROR, room, `${list}-${index}.ts`);

  beforeAll(() => {
    rmSync(MIRROR, { recursive: true, force: true });
    for (const [list, entries] of [
      ['forbidden', FORBIDDEN],
      ['allowed', ALLOWED],
    ] as const) {
      entries.forEach(([room, line], index) => {
        mkdirSync(join(MIRROR, room), { recursive: true });
        writeFileSync(fileOf(list, index, room), `${line}\n`);
      });
    }
    report = lint();
  });
  afterAll(() => rmSync(MIRROR, { recursive: true, force: true }));

  /** What the lint tool says of the mirror, which version control ignores and so would it. */
  function lint(): { path: string; rule: string }[] {
    const words = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '--only=style/noRestrictedImports', MIRROR];
    let output: string;
    try {
      output = execFileSync(join(ROOT, 'node_modules/.bin/biome'), words, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    const { diagnostics } = JSON.parse(output) as { diagnostics: { category: string; location: { path: string | { file: string } } }[] };
    return diagnostics.map(({ category, location }) => ({
      rule: category,
      path: resolve(ROOT, typeof location.path === 'string' ? location.path : location.path.file),
    }));
  }

  test.each(FORBIDDEN.map(([room, line], index) => [room, line, index] as const))('%s: %s', (room, _line, index) => {
    expect(report.filter(({ path }) => path === fileOf('forbidden', index, room)).map(({ rule }) => rule)).toContain('lint/style/noRestrictedImports');
  });

  test.each(ALLOWED.map(([room, line], index) => [room, line, index] as const))('%s may: %s', (room, _line, index) => {
    expect(report.filter(({ path }) => path === fileOf('allowed', index, room))).toEqual([]);
  });
});
