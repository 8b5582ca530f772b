/** The project's own annotated articles, read from tests/corpus. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile } from '../../model/case-file.ts';
import { readAllCaseFiles } from '../case-files.ts';
import { type GoldArticle, parseCorpusFile } from './parse-corpus.ts';

const CORPUS = join(import.meta.dirname, '../../tests/corpus');

/**
 * `first` and `second` are two annotators of the same texts who did not see each other's work, `gold` is what a third reader made of the two. Where the
 * third left the first as it was, it stands in the gold's folder only.
 */
export type Pass = 'gold' | 'first' | 'second';
const FOLDERS = { gold: join(CORPUS, 'articles'), first: join(CORPUS, 'first-pass'), second: join(CORPUS, 'second-pass'), third: join(CORPUS, 'third-reader') };
const EXERCISES = join(CORPUS, 'exercises');
const RECOGNITION = join(CORPUS, 'recognition');

/** Where the articles of a pass lie, or the third reader's answers. */
export function corpusFolder(pass: keyof typeof FOLDERS): string {
  return FOLDERS[pass];
}

/** The case of which the annotated articles say whether they are about it; what is about another case counts as not about it. */
export const CORPUS_CASE = 'whatsapp-v-nso';

/** The case files that the corpus is measured with: that of its case alone, however many are bundled. */
export function corpusCases(): CaseFile[] {
  return readAllCaseFiles().filter(({ id }) => id === CORPUS_CASE);
}

/** The articles of one pass in order of their file names, of one split or of both, of one set or of both. Throws a CorpusError for a file that is no good. */
export function readCorpus({
  split,
  set,
  pass = 'gold',
}: {
  split?: GoldArticle['split'] | undefined;
  set?: GoldArticle['set'] | undefined;
  pass?: Pass;
} = {}): GoldArticle[] {
  const folders = pass === 'first' ? [FOLDERS.first, FOLDERS.gold] : [FOLDERS[pass]];
  const paths = new Map<string, string>();
  for (const folder of folders)
    for (const name of existsSync(folder) ? readdirSync(folder) : []) if (name.endsWith('.txt') && !paths.has(name)) paths.set(name, join(folder, name));
  const articles = parseAll([...paths]);
  return articles.filter((article) => (split === undefined || article.split === split) && (set === undefined || article.set === set));
}

/** Short pieces that only teach, in order of their file names: nothing is measured on them. Throws a CorpusError for a file that is no good. */
export function readExercises(): GoldArticle[] {
  return parseAll(filesIn(EXERCISES));
}

/** Articles of which nothing but the verdict is known, about the case and like it, in order of their file names. Throws a CorpusError for a file that is no good. */
export function readRecognition({ split }: { split?: GoldArticle['split'] } = {}): GoldArticle[] {
  return parseAll(filesIn(RECOGNITION)).filter((article) => split === undefined || article.split === split);
}

function filesIn(folder: string): [name: string, path: string][] {
  return readdirSync(folder).flatMap((name): [string, string][] => (name.endsWith('.txt') ? [[name, join(folder, name)]] : []));
}

function parseAll(paths: readonly (readonly [name: string, path: string])[]): GoldArticle[] {
  return paths.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, path]) => parseCorpusFile(readFileSync(path, 'utf8'), name));
}
