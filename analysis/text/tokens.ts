/**
 * Text as tokens: words and marks with their UTF-16 offsets, the sentence and block they stand in, and whether they stand
 * between quotation marks. Knows nothing of attributions. Linear in the length of the text.
 */
import type { Block } from '../../model/article.ts';
import { joinAbbreviations } from './abbreviations.ts';
import { markQuotes } from './quotes.ts';
import { markSentences } from './sentences.ts';

/** One token. Offsets are UTF-16 code units into the article's text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of its block. */
  readonly block: number;
  /** Index of its sentence, counted over the whole article. */
  sentence: number;
  /** Whether it stands in a quotation; the marks themselves do. */
  isQuoted: boolean;
  opensQuote: boolean;
  closesQuote: boolean;
}

const WORD =
  /https?:\/\/\S+|[\p{L}\d._%+-]+@[\p{L}\d-]+\.[\p{L}\d.-]+|(?:\p{L}\.){2,}|[$£€₹¥]?\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th|bn|m|k|am|pm)?(?![\p{L}\d])%?|[@#][\p{L}\d_]+|[\p{L}\p{M}\d]+(?:[.&/][\p{L}\d]+)*(?:[’'][\p{L}]+)*(?:-[\p{L}\p{M}\d]+(?:[’'][\p{L}]+)*)*|''|``|\.{2,}|-{2,}|\S/gu;

/** "didn't", "NSO's": the end that is a word of its own. */
const CLITIC = /^(.+?)(n[’']t|[’'](?:s|re|ve|ll|d|m))$/iu;

/** Cuts the text of each block into tokens. What stands between blocks is passed over. */
export function tokenize(text: string, blocks: readonly Pick<Block, 'start' | 'end'>[]): Token[] {
  const tokens: Token[] = [];
  blocks.forEach(({ start, end }, block) => {
    const first = tokens.length;
    for (const match of text.slice(start, end).matchAll(WORD)) {
      for (const [word, at] of wordsOf(match[0])) tokens.push(tokenAt(word, start + match.index + at, block));
    }
    joinAbbreviations(tokens, first);
  });
  markQuotes(tokens, text);
  markSentences(tokens);
  return tokens;
}

function wordsOf(word: string): [word: string, at: number][] {
  const parts = /[’']/u.test(word) && word.length < 40 ? CLITIC.exec(word) : null;
  if (!parts?.[1] || !parts[2]) return [[word, 0]];
  return [
    [parts[1], 0],
    [parts[2], parts[1].length],
  ];
}

function tokenAt(word: string, start: number, block: number): Token {
  return { text: word, start, end: start + word.length, block, sentence: 0, isQuoted: false, opensQuote: false, closesQuote: false };
}
