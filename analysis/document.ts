/**
 * An article as the later stages read it: its tokens, where its sentences begin, and look-ups between offsets and tokens.
 * Knows nothing of cases or attributions.
 */
import type { Article } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { type Token, tokenize } from './text/tokens.ts';

export interface Document {
  readonly article: Article;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Lower-case form of each token, apostrophes straight. */
  readonly words: readonly string[];
  /** For each sentence, its tokens `[first, after)`. */
  readonly sentences: readonly (readonly [first: number, after: number])[];
}

export function readDocument(article: Article): Document {
  const tokens = tokenize(article.text, article.blocks);
  const sentences: [number, number][] = [];
  tokens.forEach((token, index) => {
    const last = sentences[token.sentence];
    if (last) last[1] = index + 1;
    else sentences[token.sentence] = [index, index + 1];
  });
  return { article, text: article.text, tokens, words: tokens.map((token) => plain(token.text)), sentences };
}

/** Lower case, apostrophes straight: the form in which words are compared. */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replaceAll('‘', "'");
}

/** Index of the first token that ends behind the offset (UTF-16); the number of tokens where there is none. */
export function tokenAt(document: Document, offset: number): number {
  let low = 0;
  let high = document.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indexes of the tokens that the spans touch, in order. */
export function tokensIn(document: Document, spans: readonly Span[]): number[] {
  const found: number[] = [];
  for (const [start, end] of spans) {
    for (let index = tokenAt(document, start); index < document.tokens.length && (document.tokens[index]?.start ?? end) < end; index++) found.push(index);
  }
  return found;
}

/** The words that the spans touch, lower case, apostrophes straight. */
export function wordsIn(document: Document, spans: readonly Span[]): string[] {
  return tokensIn(document, spans).map((index) => document.words[index] ?? '');
}

/** The sentence in which a token stands, `[first, after)`; an empty one where there is no such token. */
export function sentenceAround(document: Document, token: number): readonly [first: number, after: number] {
  const sentence = document.tokens[token]?.sentence;
  return (sentence === undefined ? undefined : document.sentences[sentence]) ?? [token, token];
}

/** Words joined by single spaces, clitics joined to their word ("did n't" → "didn't"), for patterns over phrases. */
export function phraseOf(words: readonly string[]): string {
  let phrase = '';
  for (const word of words) phrase += phrase === '' || word.startsWith("'") || word === "n't" ? word : ` ${word}`;
  return phrase;
}
