/**
 * The licences of what is really bundled: a plugin notes every module that goes into a bundle, workers' included, and the build ends with
 * a file of all their packages' licences.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export const LICENCES_FILE = 'THIRD-PARTY-LICENCES.txt';

/** Packages that put code of their own into a bundle without a file: the modules' names begin so. */
const VIRTUAL: readonly (readonly [prefix: string, name: string])[] = [
  ['\0vite/', 'vite'],
  ['\0rolldown/', 'rolldown'],
  ['\0@oxc-project/', 'rolldown'],
];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

export class BundledPackages {
  readonly #root: string;
  readonly #folders = new Set<string>();

  /** `root` is the project's folder, in or above which node_modules is. */
  constructor(root: string) {
    this.#root = root;
  }

  /** To be among the plugins of every bundle. */
  plugin(): Plugin {
    return {
      name: 'allegedly:bundled-packages',
      generateBundle: (_, bundle) => {
        for (const file of Object.values(bundle)) if (file.type === 'chunk') for (const id of file.moduleIds) this.note(id);
      },
    };
  }

  /** Notes the package that a module belongs to, if it is not ours. */
  note(id: string): void {
    const path = id.replaceAll('\\', '/').replace(/[?#].*$/s, '');
    const inside = path.replace(/^\0/, '').match(/^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1];
    const virtual = VIRTUAL.find(([prefix]) => path.startsWith(prefix))?.[1];
    if (inside !== undefined) this.#folders.add(inside);
    else if (virtual !== undefined) this.#folders.add(this.#folderOf(virtual));
  }

  /** Name, version and licence of each, as one text, sorted by name. */
  text(): string {
    const entries = [...this.#folders].map(entryOf).sort((a, b) => (a.title < b.title ? -1 : 1));
    const unique = entries.filter(({ title }, index) => title !== entries[index - 1]?.title);
    const intro = `Allegedly is made with the following packages, parts of which it contains.\n\n${unique.map(({ title }) => `- ${title}`).join('\n')}\n`;
    return [intro, ...unique.map(({ title, text }) => `${'='.repeat(78)}\n${title}\n${'='.repeat(78)}\n\n${text}\n`)].join('\n');
  }

  /** Writes the file into a build's folder. */
  write(folder: string): void {
    writeFileSync(join(folder, LICENCES_FILE), this.text());
  }

  #folderOf(name: string): string {
    for (let folder = this.#root; ; folder = join(folder, '..')) {
      const found = join(folder, 'node_modules', name).replaceAll('\\', '/');
      if (existsSync(found)) return found;
      if (folder === join(folder, '..')) throw new Error(`${name} has put code into the bundle, but it is not in node_modules.`);
    }
  }
}

function entryOf(folder: string): { title: string; text: string } {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license } = manifest;
  if (!license) throw new Error(`${name} is bundled and names no licence.`);
  const files = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file))
    .sort();
  // Build tools name here what they are made of themselves, too; none of that goes into what they build.
  const ownPart = (text: string) => text.split(/^#+ Licenses of bundled dependencies$/m)[0] ?? '';
  const texts = files.map((file) => ownPart(readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')).trim());
  if (texts.length === 0 && license !== 'MIT') throw new Error(`${name} is bundled under ${license}, and its package brings no text of it.`);
  return { title: `${name} ${version} (${license})`, text: texts.length > 0 ? texts.join('\n\n') : mit(manifest) };
}

/** For packages that name the licence and bring no text of it. */
function mit({ name, author }: Manifest): string {
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
