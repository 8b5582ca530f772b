/**
 * One pass over an article: which terms stand where. Cuts the text into passages of much the same length, so that an outlet
 * of one-sentence paragraphs and one of long ones are measured alike. Knows nothing of what a term speaks for.
 */
import type { Article } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import { findTerms, isStop, isWord, type Lexicon, type Match, type Token, tokens } from './lexicon.ts';
import { isAnybodys, isName, isOpening } from './names.ts';

/** A passage ends with the first paragraph that brings it to this many words … */
const FULL_WORDS = 45;
/** … within a longer paragraph with the sentence that brings it to this many … */
const LONG_WORDS = 80;
/** … and in a text without sentences at this many. */
const LONGEST_WORDS = 160;

export interface Passage {
  readonly kind: 'title' | 'standfirst' | 'body';
  words: number;
}

/** A term where it stands. `span` is missing in a title that is not part of the text. */
export interface Hit {
  readonly plain: string;
  readonly words: string;
  readonly passage: number;
  /** Position among all words and signs read, by which overlapping hits are known. */
  readonly first: number;
  readonly last: number;
  readonly span?: Span;
}

/** A place in the article: its passage, and its position among all words and signs read. */
export interface Place {
  readonly passage: number;
  readonly first: number;
}

export interface Reading {
  readonly passages: readonly Passage[];
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
  /** Words outside title, standfirst and headings. */
  readonly bodyWords: number;
  /** Words and signs in all. */
  readonly length: number;
  /** Names in the text below the title, by single words in lower case, and where they stand. */
  readonly names: ReadonlyMap<string, readonly Place[]>;
}

/** Reads the article once for all terms of the lexicon. Time grows linearly with the text. */
export function readArticle(article: Article, lexicon: Lexicon): Reading {
  const reader = new PassageReader(lexicon);
  if (!article.blocks.some((block) => block.kind === 'title')) reader.read(article.title, 0, article.title.length, 'title', false);
  for (const { kind, start, end } of article.blocks) {
    const place = kind === 'title' || kind === 'standfirst' ? kind : 'body';
    reader.read(article.text, start, end, place, true, kind === 'heading');
  }
  reader.settleNames();
  return reader;
}

class PassageReader implements Reading {
  readonly passages: Passage[] = [];
  readonly hits = new Map<number, Hit[]>();
  readonly names = new Map<string, Place[]>();
  bodyWords = 0;
  length = 0;
  readonly #lexicon: Lexicon;
  #isOpen = false;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Reads one block; `isInText` is false for a title that the text does not hold, whose offsets would mislead. */
  read(text: string, start: number, end: number, kind: Passage['kind'], isInText: boolean, isHeading = false): void {
    const list = [...tokens(text, start, end)];
    const passageOf = this.#place(list, kind, isHeading);
    for (const match of findTerms(this.#lexicon, list)) this.#note(match, list, passageOf[match.first] ?? 0, text, isInText);
    if (kind !== 'title') this.#noteNames(list, passageOf);
    this.length += list.length;
  }

  /** A capital that opens a sentence is a name if the text has it as one elsewhere; in order, as all places. */
  readonly #openers: { readonly lower: string; readonly place: Place }[] = [];

  /** To be called once all is read. */
  settleNames(): void {
    for (const { lower, place } of this.#openers) this.names.get(lower)?.push(place);
  }

  #noteNames(list: readonly Token[], passageOf: readonly number[]): void {
    for (const [at, { lower }] of list.entries()) {
      const isOpener = isOpening(list, at);
      if (!(isOpener || isName(list, at)) || isAnybodys(lower)) continue;
      const place = { passage: passageOf[at] ?? 0, first: this.length + at };
      if (isOpener) {
        this.#openers.push({ lower, place });
        continue;
      }
      const known = this.names.get(lower);
      if (known) known.push(place);
      else this.names.set(lower, [place]);
    }
  }

  /** The passage of each token; opens and closes passages on the way. */
  #place(list: readonly Token[], kind: Passage['kind'], isHeading: boolean): number[] {
    let passage = this.#current(kind);
    const places: number[] = [];
    for (const token of list) {
      if (!this.#isOpen) passage = this.#current(kind);
      places.push(this.passages.length - 1);
      if (isWord(token)) {
        passage.words++;
        if (kind === 'body' && !isHeading) this.bodyWords++;
      }
      if (kind === 'body' && ((passage.words >= LONG_WORDS && isStop(token)) || passage.words >= LONGEST_WORDS)) this.#isOpen = false;
    }
    if (passage.words >= FULL_WORDS && !isHeading) this.#isOpen = false;
    return places;
  }

  #current(kind: Passage['kind']): Passage {
    const last = this.passages.at(-1);
    if (this.#isOpen && last?.kind === kind) return last;
    const opened = { kind, words: 0 };
    this.passages.push(opened);
    this.#isOpen = true;
    return opened;
  }

  #note(match: Match, list: readonly Token[], passage: number, text: string, isInText: boolean): void {
    const start = list[match.first]?.start ?? 0;
    const end = list[match.last]?.end ?? start;
    const hit: Hit = {
      plain: match.plain,
      words: match.first === match.last ? text.slice(start, end) : text.slice(start, end).replace(/\s+/g, ' '),
      passage,
      first: this.length + match.first,
      last: this.length + match.last,
      ...(isInText ? { span: [start, end] as const } : {}),
    };
    const known = this.hits.get(match.term);
    if (known) known.push(hit);
    else this.hits.set(match.term, [hit]);
  }
}
