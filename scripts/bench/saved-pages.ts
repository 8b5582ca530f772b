/** The saved pages that the benchmarks measure with, where they lie beside the project; they are other people's and no part of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleOf } from '../brief.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/pages');

export const hasSavedPages = existsSync(FOLDER);

export interface SavedPage {
  readonly name: string;
  readonly source: string;
  /** What a reader mode keeps, as HTML. */
  readonly expected: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** All saved pages in the order of their names (the first few in a brief run); none where they are absent. */
export function savedPages(): SavedPage[] {
  if (!hasSavedPages) return [];
  return sampleOf(readdirSync(FOLDER).sort(), 3).map((name) => {
    const file = (each: string) => readFileSync(join(FOLDER, name, each), 'utf8');
    return { name, source: file('source.html'), expected: file('expected.html'), metadata: JSON.parse(file('expected-metadata.json')) };
  });
}
