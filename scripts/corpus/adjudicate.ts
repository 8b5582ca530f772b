/**
 * Lets a third reader decide where two annotators differ: `npm run adjudicate -- --sheets FOLDER` writes, for each article that needs it, its text and
 * the differences, without telling whose is whose; the reader writes `ID.json` beside `ID.txt`; `npm run adjudicate -- --apply FOLDER` then writes the
 * corpus's gold. tests/corpus/README.md tells how to decide.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textOf } from '../../model/span.ts';
import { annotatorA, type Decision, type Difference, decide, decisionOf, differencesOf } from './differences.ts';
import { CorpusError, type GoldArticle, type GoldAttribution } from './parse-corpus.ts';
import { corpusFolder, readCorpus } from './read-corpus.ts';
import { replaceFile, withAttributions, wordsOfLabel } from './write-corpus.ts';

const USAGE = 'Give --sheets FOLDER to write what is to be decided, or --apply FOLDER to take up what was.';

function sheetOf(article: GoldArticle, differences: readonly Difference[]): string {
  const roles = ({ source, cue, content }: GoldAttribution) =>
    [`source: ${textOf(article.text, source) || '(none)'}`, `cue: ${textOf(article.text, cue)}`, `content: ${textOf(article.text, content) || '(none)'}`].join(
      ' ‖ ',
    );
  const items = differences.map((difference, index) => {
    const a = annotatorA(article.id, index + 1);
    const sides = [difference[a], difference[a === 'first' ? 'second' : 'first']];
    const say = (each: GoldAttribution | undefined) => {
      if (!each) return 'no attribution here';
      return difference.type === 'label' ? wordsOfLabel(each) : `${roles(each)} ‖ ${wordsOfLabel(each)}`;
    };
    const title = difference.type === 'label' && difference.first ? `LABEL  ${roles(difference.first)}` : 'WHOLE';
    return `${index + 1}. ${title}\n   A: ${say(sides[0])}\n   B: ${say(sides[1])}\n`;
  });
  return `# ${article.id} · case: ${article.case} · verdict: ${article.verdict} · ${article.date}\n\n${article.text}\n\n## Items\n\n${items.join('\n')}`;
}

function readDecisions(path: string, { id }: GoldArticle, count: number): Decision[] {
  if (!existsSync(path)) throw new CorpusError(id, [`has ${count} differences and no decisions: ${path} is missing`]);
  const entries = entriesOf(path, id);
  if (entries.length !== count) throw new CorpusError(id, [`has ${count} differences, and ${path} decides ${entries.length}`]);
  return entries.map((entry, index) => {
    const { item, choice } = (entry ?? {}) as { readonly item?: unknown; readonly choice?: unknown };
    if (item !== index + 1) throw new CorpusError(id, [`${path}: entry ${index + 1} is of item ${item}; there is one an item, in order`]);
    const decision = typeof choice === 'string' ? decisionOf(choice, annotatorA(id, index + 1)) : undefined;
    if (!decision) throw new CorpusError(id, [`${path}: item ${item}: “${choice}” is none of A, B, AB, BA, - and “= KIND | SPEAKER | SIDE”`]);
    return decision;
  });
}

function entriesOf(path: string, id: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (Array.isArray(read)) return read;
  } catch (error) {
    throw new CorpusError(id, [`${path} is not JSON: ${error instanceof Error ? error.message : error}`]);
  }
  throw new CorpusError(id, [`${path} holds no list of decisions`]);
}

function apply(folder: string, article: GoldArticle, differences: readonly Difference[]): void {
  const name = `${article.id}.txt`;
  const path = join(corpusFolder('gold'), name);
  const before = join(corpusFolder('first'), name);
  const file = readFileSync(existsSync(before) ? before : path, 'utf8');
  const decisions = readDecisions(join(folder, `${article.id}.json`), article, differences.length);
  const gold = decide(article.attributions, differences, decisions);
  if (gold.length === article.attributions.length && gold.every((each) => article.attributions.includes(each))) return;
  mkdirSync(corpusFolder('first'), { recursive: true });
  replaceFile(before, file);
  replaceFile(path, withAttributions(file, article.id, gold));
}

function main(): void {
  const { values } = parseArgs({ options: { sheets: { type: 'string' }, apply: { type: 'string' } } });
  const folder = values.sheets ?? values.apply;
  if (!folder || (values.sheets && values.apply)) throw new CorpusError('adjudicate', [USAGE]);
  const second = new Map(readCorpus({ pass: 'second' }).map((article) => [article.id, article]));
  let [articles, items] = [0, 0];
  for (const article of readCorpus({ pass: 'first' })) {
    const differences = differencesOf(article.attributions, second.get(article.id)?.attributions ?? article.attributions, article.text);
    if (differences.length === 0) continue;
    [articles, items] = [articles + 1, items + differences.length];
    if (values.apply) apply(folder, article, differences);
    else {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${article.id}.txt`), sheetOf(article, differences));
    }
  }
  process.stdout.write(`${items} differences in ${articles} articles\n`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof CorpusError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
