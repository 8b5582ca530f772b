/**
 * A text without what a page changes of its own accord and nobody reads as a change: curly or straight quotes, kinds of spaces and dashes,
 * ligatures, soft hyphens. Every place in it leads back to the text. Knows nothing of what is looked for.
 */
import type { Span } from '../../model/span.ts';

/** Not seen: soft hyphen, zero-width characters, direction marks. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const SPACE = /\s/;
const FOLDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'"“”„‟«»‘’‚‛‹›`´′″'].map((quote) => [quote, "'"])),
  ...Object.fromEntries([...'‐‑‒–—―−'].map((dash) => [dash, '-'])),
  '…': '...',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
};
const GROWING = /[…ﬀ-ﬄ]/g;
/** Whether an ASCII code unit stays as it is: all but white space and controls, and quotes. */
const isPlain = (code: number) => code > 0x20 && code < 0x7f && code !== 0x22 && code !== 0x60;

export class FoldedText {
  /** The folded text; spaces are collapsed, and so are the bounds of blocks. */
  readonly text: string;
  /** Where each code unit of the folded text comes from, in the text that was given. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;

  constructor(source: string) {
    const most = source.length + 2 * (source.match(GROWING)?.length ?? 0);
    const from = new Int32Array(most);
    const to = new Int32Array(most);
    // Parts are joined at the end: asking a string that is still growing for its last character copies all of it.
    const parts: string[] = [];
    let length = 0;
    let isAfterSpace = true;
    const add = (units: string, at: number) => {
      parts.push(units);
      from.fill(at, length, length + units.length);
      to.fill(at + 1, length, length + units.length);
      length += units.length;
    };
    let plainFrom = 0;
    for (let at = 0; at <= source.length; at++) {
      if (isPlain(source.charCodeAt(at))) continue;
      if (plainFrom < at) {
        parts.push(source.slice(plainFrom, at));
        for (let plain = plainFrom; plain < at; plain++) {
          from[length] = plain;
          to[length++] = plain + 1;
        }
        isAfterSpace = false;
      }
      plainFrom = at + 1;
      const unit = source[at];
      if (unit === undefined) break;
      if (SPACE.test(unit)) {
        if (!isAfterSpace) add(' ', at);
        isAfterSpace = true;
      } else if (!UNSEEN.test(unit)) {
        add(FOLDS[unit] ?? unit, at);
        isAfterSpace = false;
      }
    }
    this.text = parts.join('');
    this.#from = from.subarray(0, length);
    this.#to = to.subarray(0, length);
  }

  /** The span of the given text that a span of the folded text stands for. */
  unfold([start, end]: Span): Span {
    return [this.#from[start] ?? 0, this.#to[end - 1] ?? 0];
  }

  /** The place in the folded text of an offset of the given text: of the first code unit that does not stand before it. */
  fold(offset: number): number {
    let low = 0;
    let high = this.#from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#from[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The folded form of a short string. */
export function folded(source: string): string {
  return new FoldedText(source).text;
}
