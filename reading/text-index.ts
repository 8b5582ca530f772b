/**
 * The article's text and the page's text nodes, tied to each other. White space is collapsed and characters that nobody sees
 * (soft hyphens, zero-width ones) are dropped from the text; the index finds the way back.
 */
import type { Span } from '../model/span.ts';

/** A stretch of a text node that stands in the text as it is: `length` UTF-16 code units from `nodeStart` on, at `start` in the text. */
interface Run {
  readonly start: number;
  readonly length: number;
  readonly node: Text;
  readonly nodeStart: number;
}

const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
const SPACE = /\s/;

/** Gathers text block by block. */
export class TextIndexBuilder {
  readonly #runs: Run[] = [];
  #text = '';
  /** A space that is owed before the next word of the block: where it stands in the page, or nowhere. */
  #space: { node: Text; at: number } | 'unplaced' | undefined;
  #blockStart = 0;

  /** Where the next block begins. */
  startBlock(): void {
    if (this.#text !== '') this.#text += '\n';
    this.#blockStart = this.#text.length;
    this.#space = undefined;
  }

  /** Ends the block; gives its extent in the text, empty for one without words. Nothing of an empty block is kept. */
  endBlock(): Span {
    const span: Span = [this.#blockStart, this.#text.length];
    if (span[0] === span[1] && this.#text.endsWith('\n')) this.#text = this.#text.slice(0, -1);
    return span;
  }

  /** A break within the block that is no text in the page (`<br>`). */
  addSpace(): void {
    this.#space ??= 'unplaced';
  }

  addNode(node: Text): void {
    const { data } = node;
    let from = -1;
    for (let at = 0; at < data.length; at++) {
      const character = data[at] as string;
      const isSpace = SPACE.test(character);
      if (!isSpace && !UNSEEN.test(character)) {
        if (from < 0) {
          this.#placeSpace();
          from = at;
        }
        continue;
      }
      if (from >= 0) this.#add(node, from, at);
      from = -1;
      if (isSpace) this.#space ??= { node, at };
    }
    if (from >= 0) this.#add(node, from, data.length);
  }

  build(): TextIndex {
    return new TextIndex(this.#text, this.#runs);
  }

  #placeSpace(): void {
    const space = this.#space;
    this.#space = undefined;
    if (space === undefined || this.#text.length === this.#blockStart) return;
    if (space === 'unplaced') this.#text += ' ';
    else this.#add(space.node, space.at, space.at + 1, ' ');
  }

  #add(node: Text, from: number, to: number, words = node.data.slice(from, to)): void {
    const last = this.#runs.at(-1);
    const start = this.#text.length;
    this.#text += words;
    if (last?.node === node && last.nodeStart + last.length === from && last.start + last.length === start) {
      this.#runs[this.#runs.length - 1] = { ...last, length: last.length + (to - from) };
    } else this.#runs.push({ start, length: to - from, node, nodeStart: from });
  }
}

export class TextIndex {
  /** The article's text, blocks parted by line feeds. */
  readonly text: string;
  readonly #runs: readonly Run[];

  constructor(text: string, runs: readonly Run[]) {
    this.text = text;
    this.#runs = runs;
  }

  /**
   * The ranges of the page that show a span, one a text node. Empty where the page no longer shows those words: a wrong
   * place would be worse than none.
   */
  rangesOf([start, end]: Span): Range[] {
    const ranges: Range[] = [];
    for (let at = this.#firstRun(start); at < this.#runs.length; at++) {
      const run = this.#runs[at] as Run;
      if (run.start >= end) break;
      const from = Math.max(start, run.start);
      const to = Math.min(end, run.start + run.length);
      const nodeFrom = run.nodeStart + from - run.start;
      const nodeTo = nodeFrom + to - from;
      if (!run.node.isConnected || !sameWords(run.node.data.slice(nodeFrom, nodeTo), this.text.slice(from, to))) return [];
      const last = ranges.at(-1);
      if (last?.endContainer === run.node) last.setEnd(run.node, nodeTo);
      else ranges.push(rangeOf(run.node, nodeFrom, nodeTo));
    }
    return ranges;
  }

  /**
   * The span of the text that a range of the page covers, such as a selection; what it covers beside the article is left out.
   * Undefined where it covers nothing of the article.
   */
  spanOf(range: Range): Span | undefined {
    let start = -1;
    let end = -1;
    for (const run of this.#runs) {
      if (!range.intersectsNode(run.node)) continue;
      const from = run.node === range.startContainer ? clamped(range.startOffset - run.nodeStart, run.length) : 0;
      const to = run.node === range.endContainer ? clamped(range.endOffset - run.nodeStart, run.length) : run.length;
      if (from >= to) continue;
      if (start < 0) start = run.start + from;
      end = run.start + to;
    }
    return start < 0 ? undefined : [start, end];
  }

  /** The first run that ends after the offset. */
  #firstRun(offset: number): number {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = this.#runs[middle] as Run;
      if (run.start + run.length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function clamped(offset: number, length: number): number {
  return Math.min(length, Math.max(0, offset));
}

function sameWords(page: string, text: string): boolean {
  // A line break in the page's source is a space in the text.
  return page === text || page.replace(/\s/g, ' ') === text;
}

function rangeOf(node: Text, from: number, to: number): Range {
  const range = node.ownerDocument.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return range;
}
