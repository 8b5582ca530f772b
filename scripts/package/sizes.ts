/**
 * What each part of a build weighs, as it is downloaded (gzip), beside its budget: `npm run sizes` prints it of .output/chrome-mv3.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundledIds } from './bundled-ids.ts';

export interface Size {
  readonly name: string;
  /** Bytes, gzip. */
  readonly gzip: number;
  /** In bytes; none for what is only listed. */
  readonly budget?: number;
}

const KB = 1_000;

/** Sizes of a build's parts. The pages carry the case files, `cases`, within their code; these grow with what is recorded, and are listed apart. */
export function sizesOf(folder: string, cases: readonly Size[]): Size[] {
  const weigh = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  const page = (name: string) => [`${name}.html`, ...partsOf(readFileSync(join(folder, `${name}.html`), 'utf8'))].reduce((sum, file) => sum + weigh(file), 0);
  return [
    { name: 'gate (every page)', gzip: weigh('content-scripts/gate.js'), budget: 8 * KB },
    { name: 'reader (pages about a case)', gzip: weigh('content-scripts/reader.js'), budget: 60 * KB },
    { name: 'side panel, with the case files', gzip: page('sidepanel') },
    { name: 'side panel, without them', gzip: page('sidepanel') - cases.reduce((sum, { gzip }) => sum + gzip, 0), budget: 150 * KB },
    { name: 'popup', gzip: page('popup') },
    { name: 'background', gzip: weigh('background.js') },
    { name: 'model (tagger.bin)', gzip: weigh('tagger.bin') },
  ];
}

/** The files that a page loads at once: its scripts and what they import, and its styles. */
function partsOf(html: string): string[] {
  return [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="\/([^"]+)"/g)].map(([, file = '']) => file);
}

/** Sizes of the case files themselves, which the background and the pages carry within their code. */
export function caseSizes(root: string, ids: readonly string[]): Size[] {
  return ids.flatMap((id) =>
    ['case', 'recognition'].map((part) => {
      const json = JSON.stringify(JSON.parse(readFileSync(join(root, 'cases', id, `${part}.json`), 'utf8')));
      return { name: `cases/${id}/${part}.json`, gzip: gzipSync(json, { level: 9 }).length };
    }),
  );
}

/** A table for people. */
export function sizeTable(sizes: readonly Size[]): string {
  const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} kB`;
  return sizes.map(({ name, gzip, budget }) => `${name.padEnd(44)}${kb(gzip).padStart(10)}${budget ? `  of ${kb(budget)}` : ''}`).join('\n');
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..');
  const folder = join(root, '.output/chrome-mv3');
  if (!existsSync(folder)) throw new Error('There is no build. Run: npm run build');
  const cases = caseSizes(root, bundledIds(root));
  console.log(sizeTable([...sizesOf(folder, cases), ...cases]));
}
