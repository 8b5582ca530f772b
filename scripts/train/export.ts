/**
 * Turns annotated articles into the numbers that training reads: `node scripts/train/export.ts OUT_FOLDER [VOCABULARY.json]`. With a vocabulary of an
 * earlier run, weights that know its words can go on learning (`train.py --start`).
 * Reads PolNeAR from ../shared/data where it is there, and the project's own corpus (`split: train` only; `held-out` is for measuring) and its exercises.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { readDocument } from '../../analysis/document.ts';
import { maskedNames } from '../../analysis/resolve-attributions.ts';
import { COLUMN_COUNT, featuresOf, type Vocabulary, vocabularyForm } from '../../analysis/tagger/features.ts';
import { NO_NAMES, seenTokens } from '../../analysis/tagger/tagger.ts';
import { type GoldAttribution, tagsOf, tokensIn } from '../../analysis/tagger/tags.ts';
import { type Token, tokenize } from '../../analysis/text/tokens.ts';
import { articleOfText } from '../../model/article.ts';
import { corpusCases, readCorpus, readExercises } from '../corpus/read-corpus.ts';
import { weightOf } from './article-weight.ts';
import { kindTargets } from './kind-targets.ts';
import { inOtherVerbs } from './other-verbs.ts';
import { readWordVectors, vectorTable } from './word-vectors.ts';

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
  /** For each attribution what is learnt of its kind, a share a class; general news has none. */
  readonly kinds?: readonly Float64Array[] | undefined;
  /** How much its kinds count. */
  readonly weight?: number;
  /** By which it is measured; exercises have none. */
  readonly fold?: number;
}

/** Rows of the word table: 0 and 1 are padding and unknown words, then general news' words, common English words, then those of own articles. */
const ROWS = 23_000;
const GENERAL_WORDS = 7900;
const COMMON_WORDS = 14_500;
const COMMON_NOUNS = 4_000;
const MIN_COUNT = 4;
/** Rows of the part-of-speech table; 0 is unknown. */
const PARTS_OF_SPEECH = ['', 'ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X'];

const shared = join(import.meta.dirname, '../../../shared/data');
const [, , out = 'build/train', keptVocabulary] = process.argv;
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

const own: readonly Gold[] = ownArticles();
const sets: Record<string, Gold[]> = {
  train: readGold(join(shared, 'polnear-train.jsonl')),
  dev: readGold(join(shared, 'polnear-dev.jsonl')),
  // Several times, so that they weigh beside the many more of general news; half of them in other verbs of saying.
  // Kinds are learnt from in the verbs that were written.
  own: [...own, ...own, ...[1, 2].flatMap((seed) => own.map((article) => inOtherVerbs(article, seed))).map(({ kinds: _, ...gold }) => gold)],
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
const vectors = readWordVectors();
const nlp = winkNLP(winkModel, ['sbd', 'pos']);
const { words: known, partsOfSpeech: tags } = keptVocabulary ? (JSON.parse(readFileSync(keptVocabulary, 'utf8')) as Words) : newWords();
const vocabulary: Vocabulary = { words: new Map(known.map((word, index) => [word, index + 2])), partsOfSpeech: Uint8Array.from(tags) };
writeFileSync(join(out, 'vocabulary.json'), JSON.stringify({ rows: ROWS, words: known, partsOfSpeech: [...vocabulary.partsOfSpeech] }));
writeFileSync(join(out, 'vectors.f32'), vectorTable(vectors, known, ROWS));
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
      ...(gold.kinds && { k: kindRows(gold, gold.kinds, tokens, seen.places), fold: gold.fold }),
    };
  });
  writeFileSync(join(out, `${name}.json`), JSON.stringify(rows));
  console.log(`${name}: ${rows.length} articles, ${rows.reduce((sum, { y }) => sum + y.length, 0)} tokens of ${COLUMN_COUNT} features`);
}

/** The own training articles and exercises with what is learnt of their kinds. */
function ownArticles(): Gold[] {
  const seconds = new Map(readCorpus({ pass: 'second' }).map((article) => [article.id, article]));
  return [
    ...readCorpus({ split: 'train' }).map((gold, index) => ({
      ...gold,
      kinds: kindTargets(gold, seconds.get(gold.id), false),
      weight: weightOf(gold),
      fold: index,
    })),
    ...readExercises().map((gold) => ({ ...gold, kinds: kindTargets(gold, undefined, true), weight: 1 })),
  ];
}

interface KindRow {
  /** Rows of the tokens of source, cue and content. */
  readonly roles: readonly (readonly number[])[];
  readonly target: readonly number[];
  readonly weight: number;
}

/** The attributions of an article, by the rows of their tokens; `places`: the token of each row. */
function kindRows({ attributions, weight = 1 }: Gold, kinds: readonly Float64Array[], tokens: readonly Token[], places: readonly number[]): KindRow[] {
  const rowOf = new Map(places.map((place, row) => [place, row]));
  return attributions.map((attribution, index) => ({
    roles: ([attribution.source, attribution.cue, attribution.content] as const).map((spans) =>
      tokensIn(spans, tokens).flatMap((token) => rowOf.get(token) ?? []),
    ),
    target: [...(kinds[index] ?? [])],
    weight,
  }));
}

interface Words {
  readonly words: readonly string[];
  /** By row of the word table: two more than there are words. */
  readonly partsOfSpeech: readonly number[];
}

function newWords(): Words {
  const general = commonWords(sets['train'] ?? [], GENERAL_WORDS);
  const common = commonEnglish(new Set(general));
  // Own words come behind, so that training can begin before every own article is written.
  const fromOwn = commonWords(sets['own'] ?? [], ROWS - 2 - general.length - common.length, new Set([...general, ...common]));
  return {
    words: [...general, ...common, ...fromOwn],
    partsOfSpeech: [0, 0, ...partsOfSpeech(general, sets['train'] ?? []), ...common.map(partOfSpeechAlone), ...partsOfSpeech(fromOwn, sets['own'] ?? [])],
  };
}

/**
 * Words outside the training articles that the tagger knows by their word vectors alone: verbs and what stands beside them first,
 * since they tell who says what; then the commonest nouns.
 */
function commonEnglish(before: ReadonlySet<string>): string[] {
  const groups: Record<'telling' | 'nouns', string[]> = { telling: [], nouns: [] };
  for (const word of vectors.words.slice(0, 80_000)) {
    if (!/^[a-z]{3,}(?:-[a-z]+)*$/.test(word) || before.has(word)) continue;
    const tag = PARTS_OF_SPEECH[partOfSpeechAlone(word)] ?? '';
    if (['VERB', 'ADJ', 'ADV'].includes(tag)) groups.telling.push(word);
    else if (tag === 'NOUN') groups.nouns.push(word);
  }
  console.log(`common English: ${groups.telling.length} verbs, adjectives and adverbs, and ${groups.nouns.length} nouns to choose from`);
  return [...groups.telling.slice(0, COMMON_WORDS - COMMON_NOUNS), ...groups.nouns.slice(0, COMMON_NOUNS)];
}

function partOfSpeechAlone(word: string): number {
  const [tag] = nlp.readDoc(word).tokens().out(nlp.its.pos) as string[];
  return Math.max(0, PARTS_OF_SPEECH.indexOf(tag ?? ''));
}

/** The part of speech that each word has most often in the articles, as wink-nlp sees them. */
function partsOfSpeech(words: readonly string[], articles: readonly Gold[]): number[] {
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
