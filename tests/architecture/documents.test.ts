/** What the documents name is there: every npm script with its words, every path, every link; and the README's figures are the measured ones. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headlinesOf } from '../../scripts/score/rows.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

const { scripts, devDependencies } = JSON.parse(read('package.json')) as { scripts: Record<string, string>; devDependencies: Record<string, string> };
/** What npm itself does. */
const OF_NPM = new Set(['ci', 'install']);
/** Tools that are called by `npx`, and the package that brings each. */
const TOOLS: Readonly<Record<string, string>> = { wxt: 'wxt', vitest: 'vitest', biome: '@biomejs/biome', tsc: 'typescript' };

/** Files that come into being, or are the reader's own. */
const MADE = /^(?:build|\.output)\/|\bpath\/to\/|^(?:case|recognition|manifest)\.json$/;
/** A path as the documents write them: with a folder, or a document or setting of the root. */
const PATH = /^(?:\.{1,2}\/)?[\w.@-]+(?:\/[\w.@-]+)*\/?$/;
const ROOM = /^(?:analysis|cases|components|docs|entrypoints|messaging|model|pages|platform|public|reading|scripts|state|storage|tests|\.ci|\.github)\//;
const FILE_OF_ROOT = /^[\w-]+(?:\.config)?\.(?:md|ts|json)$/;

interface Named {
  readonly document: string;
  readonly name: string;
}

/** Every word that stands as code or in a block of commands, or is a link, by document. */
function namedIn(document: string, pattern: RegExp): Named[] {
  return [...read(document).matchAll(pattern)].map(([, name = '']) => ({ document, name }));
}

const commands = DOCUMENTS.flatMap((document) => namedIn(document, /\bnpm ((?:run )?(?:--silent )?[a-z][\w:-]*)/g)).map(({ document, name }) => ({
  document,
  name: name.replace(/^run (?:--silent )?/, ''),
}));
const tools = DOCUMENTS.flatMap((document) => namedIn(document, /\bnpx ([a-z][\w-]*)/g));
const words = DOCUMENTS.flatMap((document) => namedIn(document, /`([^`\n]+)`/g)).flatMap(({ document, name }) =>
  name.split(/[\s,;]+/).map((word) => ({ document, name: word })),
);
const paths = words.filter(({ name }) => PATH.test(name) && (ROOM.test(name) || FILE_OF_ROOT.test(name)) && !MADE.test(name));
const inBlocks = DOCUMENTS.flatMap((document) => namedIn(document, /((?:tests|scripts|docs)\/[\w./-]+\.(?:tsx?|md|json))/g));
const links = DOCUMENTS.flatMap((document) => namedIn(document, /(?:\]\(|src=")(?!https?:|#)([^)"#\s]+)/g));

/** Each name once a document. */
function rows(named: readonly Named[]): (readonly [document: string, name: string])[] {
  return [...new Set(named.map(({ document, name }) => `${document} ${name}`))].map((row) => row.split(' ') as [string, string]);
}

describe('commands', () => {
  test.each(rows(commands))('%s: npm %s', (_document, name) => {
    expect(name in scripts || OF_NPM.has(name)).toBe(true);
  });

  test.each(rows(tools))('%s: npx %s', (_document, name) => {
    expect(devDependencies).toHaveProperty([TOOLS[name] ?? name]);
  });

  test('a script that a document names runs a file that is there', () => {
    const files = Object.values(scripts).flatMap((line) => line.match(/\bscripts\/\S+/g) ?? []);
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

describe('paths', () => {
  test.each(rows([...paths, ...inBlocks]))('%s: %s', (_document, name) => {
    expect(existsSync(join(ROOT, name))).toBe(true);
  });

  test.each(rows(links))('%s: link to %s', (document, name) => {
    expect(existsSync(join(ROOT, normalize(join(dirname(document), name))))).toBe(true);
  });
});

describe('what is looked at', () => {
  test('is not nothing', () => {
    expect(commands.length).toBeGreaterThan(20);
    expect(paths.length).toBeGreaterThan(100);
    expect(links.length).toBeGreaterThan(10);
  });

  test('would name what is not there', () => {
    const wrong = 'Run `npm run nonsense`, see `docs/NOWHERE.md` and [there](docs/THERE.md).';
    expect(wrong).toMatch(/\bnpm ((?:run )?(?:--silent )?[a-z][\w:-]*)/);
    for (const name of ['docs/NOWHERE.md', 'docs/THERE.md'])
      expect(PATH.test(name) && ROOM.test(name) && !MADE.test(name) && !existsSync(join(ROOT, name))).toBe(true);
  });
});

test('the README’s figures are those of docs/ACCURACY.md', () => {
  const tableOf = (file: string) => /<!-- figures -->\n\n([\s\S]*?)\n\n<!-- end of figures -->/.exec(read(file))?.[1] ?? '';
  const [, , ...lines] = tableOf('docs/ACCURACY.md').split('\n');
  const measured = lines.map((line) => {
    const [, what = '', figure = '', least = '', stretch = ''] = line.split('|').map((cell) => cell.trim());
    return { what, measured: figure, least, stretch };
  });
  expect(measured.length).toBeGreaterThan(10);
  expect(tableOf('README.md')).toBe(headlinesOf(measured));
  const [, articles] = measured.map(({ what }) => /^own held-out \((\d+) articles\)/.exec(what)).find(Boolean) ?? [];
  expect(/^Measured on (\d+) articles/m.exec(read('README.md'))?.[1]).toBe(articles);
});
