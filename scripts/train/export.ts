/**
 * Turns annotated articles into the numbers that training reads: `node scripts/train/export.ts OUT_FOLDER`.
 * Reads PolNeAR from ../shared/data where it is there, and the project's own corpus (`split: train` only; `held-out` is for measuring).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { readDocument } from '../../analysis/document.ts';
import { maskedNames } from '../../analysis/resolve-attributions.ts';
import { COLUMN_COUNT, featuresOf, type Vocabulary, vocabularyForm } from '../../analysis/tagger/features.ts';
import { NO_NAMES, seenTokens } from '../../analysis/tagger/tagger.ts';
import { type GoldAttribution, tagsOf } from '../../analysis/tagger/tags.ts';
import { type Token, tokenize } from '../../analysis/text/tokens.ts';
import { articleOfText } from '../../model/article.ts';
import { corpusCases, readCorpus } from '../corpus/read-corpus.ts';

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** Rows of the word table: 0 and 1 are padding and unknown words, then general news' words, then those of own articles. */
const ROWS = 8500;
const GENERAL_WORDS = 7900;
const MIN_COUNT = 4;
/** Rows of the part-of-speech table; 0 is unknown. */
const PARTS_OF_SPEECH = ['', 'ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X'];

const shared = join(import.meta.dirname, '../../../shared/data');
const out = process.argv[2] ?? 'build/train';
mkdirSync(out, { recursive: true });

function readGold(path: string): Gold[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Gold);
}

const lowerOf = (token: Token) => vocabularyForm(token.text);
const tokensOf = ({ text }: Gold) => tokenize(text, articleOfText(text).blocks);

const sets: Record<string, Gold[]> = {
  train: readGold(join(shared, 'polnear-train.jsonl')),
  dev: readGold(join(shared, 'polnear-dev.jsonl')),
  own: readCorpus({ split: 'train' }),
};
const training = [...(sets['train'] ?? []), ...(sets['own'] ?? [])];
if (training.length === 0) throw new Error(`Nothing to train on: ${shared} is not there, and tests/corpus/articles is empty.`);

/** The commonest words of the articles that stand in none of `before`, at most `size` of them. */
function commonWords(articles: readonly Gold[], size: number, before: ReadonlySet<string> = new Set()): string[] {
  const counts = new Map<string, number>();
  for (const gold of articles) for (const token of tokensOf(gold)) counts.set(lowerOf(token), (counts.get(lowerOf(token)) ?? 0) + 1);
  return [...counts]
    .filter(([word, count]) => count >= MIN_COUNT && !before.has(word))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, size)
    .map(([word]) => word);
}

// Names of the parties are hidden from the tagger, in training as in use.
const [firstCase] = corpusCases();
const general = commonWords(sets['train'] ?? [], GENERAL_WORDS);
// Own words come behind, so that training can begin before every own article is written.
const own = commonWords(sets['own'] ?? [], ROWS - 2 - general.length, new Set(general));
const known = [...general, ...own];

const vocabulary: Vocabulary = {
  words: new Map(known.map((word, index) => [word, index + 2])),
  partsOfSpeech: Uint8Array.from([0, 0, ...partsOfSpeech(general, sets['train'] ?? []), ...partsOfSpeech(own, sets['own'] ?? [])]),
};
writeFileSync(join(out, 'vocabulary.json'), JSON.stringify({ rows: ROWS, words: known, partsOfSpeech: [...vocabulary.partsOfSpeech] }));
for (const [name, articles] of Object.entries(sets)) {
  const rows = articles.map((gold) => {
    const tokens = tokensOf(gold);
    const masked = name === 'own' && firstCase ? maskedNames(readDocument(articleOfText(gold.text)), firstCase) : NO_NAMES;
    const seen = seenTokens(tokens, masked);
    const tags = tagsOf(gold.attributions, tokens);
    return {
      id: gold.id,
      x: [...featuresOf(seen.tokens, vocabulary, seen.names)],
      y: seen.places.map((place) => tags[place]),
      b: seen.tokens.map(({ block }) => block),
    };
  });
  writeFileSync(join(out, `${name}.json`), JSON.stringify(rows));
  console.log(`${name}: ${rows.length} articles, ${rows.reduce((sum, { y }) => sum + y.length, 0)} tokens of ${COLUMN_COUNT} features`);
}

/** The part of speech that each word has most often in the articles, as wink-nlp sees them. */
function partsOfSpeech(words: readonly string[], articles: readonly Gold[]): number[] {
  const nlp = winkNLP(winkModel, ['sbd', 'pos']);
  const seen = new Map<string, number[]>();
  for (const { text } of articles) {
    const tokens = nlp.readDoc(text).tokens();
    const values = tokens.out(nlp.its.normal) as string[];
    const tags = tokens.out(nlp.its.pos) as string[];
    values.forEach((value, index) => {
      const row = seen.get(value) ?? [];
      const tag = Math.max(0, PARTS_OF_SPEECH.indexOf(tags[index] ?? ''));
      row[tag] = (row[tag] ?? 0) + 1;
      seen.set(value, row);
    });
  }
  return words.map((word) => {
    const row = seen.get(word.replaceAll('’', "'")) ?? [];
    let best = 0;
    row.forEach((count, tag) => {
      if (count > (row[best] ?? 0)) best = tag;
    });
    return best;
  });
}
