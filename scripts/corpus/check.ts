/**
 * Checks corpus files: `npm run check-corpus [-- FILE.txt …]`; without files, the whole corpus and its exercises, and that the second pass has the same texts.
 * Names what is wrong and exits with 1. `--plain FILE.txt` prints the text without its marks, for whoever annotates it anew.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { CorpusError, type GoldArticle, parseCorpusFile } from './parse-corpus.ts';
import { readCorpus, readExercises, readRecognition } from './read-corpus.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { plain: { type: 'boolean' } } });

function complain(error: unknown): void {
  if (!(error instanceof CorpusError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function checkAll(): void {
  const first = new Map(readCorpus().map((article) => [article.id, article]));
  let count = 0;
  for (const second of readCorpus({ pass: 'second' })) {
    if (first.get(second.id)?.text !== second.text)
      complain(new CorpusError(second.id, ['the second pass has another text than the first; only the marks may differ']));
    count++;
  }
  const marksOf = (articles: Iterable<GoldArticle>) => [...articles].reduce((sum, { attributions }) => sum + attributions.length, 0);
  process.stdout.write(`${first.size} articles with ${marksOf(first.values())} attributions, ${count} of them annotated twice\n`);
  const exercises = readExercises();
  process.stdout.write(`${exercises.length} exercises with ${marksOf(exercises)} attributions\n`);
  process.stdout.write(`${readRecognition().length} articles for recognition\n`);
}

try {
  if (positionals.length === 0) checkAll();
  for (const file of positionals) {
    try {
      const { text, attributions } = parseCorpusFile(readFileSync(file, 'utf8'), basename(file));
      process.stdout.write(values.plain ? `${text}\n` : `${basename(file)}: ${attributions.length} attributions\n`);
    } catch (error) {
      complain(error);
    }
  }
} catch (error) {
  complain(error);
}
