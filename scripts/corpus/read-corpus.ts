/** The project's own annotated articles, read from tests/corpus. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile } from '../../model/case-file.ts';
import { readAllCaseFiles } from '../case-files.ts';
import { type GoldArticle, parseCorpusFile } from './parse-corpus.ts';

const CORPUS = join(import.meta.dirname, '../../tests/corpus');

/** `first` is the gold; `second` is what another annotator made of the same texts without seeing it. */
export type Pass = 'first' | 'second';
const FOLDERS: Readonly<Record<Pass, string>> = { first: join(CORPUS, 'articles'), second: join(CORPUS, 'second-pass') };

/** The case of which the annotated articles say whether they are about it; what is about another case counts as not about it. */
export const CORPUS_CASE = 'whatsapp-v-nso';

/** The case files that the corpus is measured with: that of its case alone, however many are bundled. */
export function corpusCases(): CaseFile[] {
  return readAllCaseFiles().filter(({ id }) => id === CORPUS_CASE);
}

/** The articles of one pass in order of their file names, of one split or of both. Throws a CorpusError for a file that is no good. */
export function readCorpus({ split, pass = 'first' }: { split?: GoldArticle['split']; pass?: Pass } = {}): GoldArticle[] {
  const folder = FOLDERS[pass];
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const articles = names.sort().map((name) => parseCorpusFile(readFileSync(join(folder, name), 'utf8'), name));
  return split === undefined ? articles : articles.filter((article) => article.split === split);
}
