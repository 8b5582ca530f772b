/**
 * Quotations that are signed: "“We sell to states.” — Shalev Hulio", the dash behind the quotation or at the start of the next block. Pull quotes and
 * readers' voices are printed so, and no verb tells of it. Knows no actors.
 */
import { blocksOf } from '../text/blocks.ts';
import type { Token } from '../text/tokens.ts';
import type { LinkedPieces } from './linker.ts';
import type { Piece } from './pieces.ts';

type Stretch = readonly [first: number, after: number];

const DASH = /^(?:[—―–]|-{1,3})$/;
/** More tokens are no name with its office. */
const MOST_OF_SIGNATURE = 16;
const MOST_OF_NAME = 5;
/** Fewer tokens, marks among them, are a scare quote. */
const LEAST_OF_QUOTATION = 5;
/** Behind a name: where, when or to whom it was said. */
const ENDS_NAME = /^(?:[,(;]|to|on|in|at|about|after|during|before|speaking|writing|tweeting|via)$/i;
const NAME_PART = /^\p{Lu}[\p{L}\p{M}'’.-]*$|^(?:de|da|di|van|von|der|al|bin|ben|el|la|le)$/u;
/** Who passes a quotation on, pictures it, or a day: nobody who said it. */
const NO_NAME =
  /^(?:The|An?|By|File|Photo|Photos|Photograph|Picture|Image|Video|Additional|Staff|Source|Credit|Via|Reuters|AP|AFP|UPI|PTI|ANI|IANS|DPA|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/i;

/** The signed quotations of an article, in order. A block is one quotation whole, or its signature alone behind one that is. */
export function signedQuotations(tokens: readonly Token[]): LinkedPieces[] {
  const blocks = blocksOf(tokens);
  return blocks.flatMap(([first, after], index): LinkedPieces[] => {
    const dash = DASH.test(tokens[first]?.text ?? '') ? first : dashBehindQuotation([first, after], tokens);
    const quotation = dash === first ? blocks[index - 1] : ([first, dash] as const);
    const source = signatureIn([dash + 1, after], tokens);
    if (!source || !quotation || !isQuotation(quotation, tokens)) return [];
    return [{ source, cue: { role: 'cue', first: dash, last: dash }, contents: [{ role: 'content', first: quotation[0], last: quotation[1] - 1 }] }];
  });
}

/** The dash right behind a mark that closes a quotation, near the end of the block; the block's end where there is none. */
function dashBehindQuotation([first, after]: Stretch, tokens: readonly Token[]): number {
  for (let index = Math.max(first + 1, after - MOST_OF_SIGNATURE - 2); index < after; index++) {
    if (DASH.test(tokens[index]?.text ?? '') && tokens[index - 1]?.closesQuote) return index;
  }
  return after;
}

/** Whether the stretch stands in quotation marks from its first token to its last. */
function isQuotation([first, after]: Stretch, tokens: readonly Token[]): boolean {
  return tokens[first]?.opensQuote === true && after - first >= LEAST_OF_QUOTATION && tokens.slice(first, after).every(({ isQuoted }) => isQuoted);
}

/** The name that the stretch begins with, if nothing but a name stands there before where, when or to whom. */
function signatureIn([first, after]: Stretch, tokens: readonly Token[]): Piece | undefined {
  const words = tokens.slice(first, after).map(({ text }) => text);
  while (/^[.!]$/.test(words.at(-1) ?? '')) words.pop();
  const end = words.findIndex((word, index) => index > 0 && ENDS_NAME.test(word));
  const name = end < 0 ? words : words.slice(0, end);
  const isName = name.length > 0 && name.length <= MOST_OF_NAME && words.length <= MOST_OF_SIGNATURE && name.every((word) => NAME_PART.test(word));
  if (!isName || !/^\p{Lu}/u.test(name[0] ?? '') || NO_NAME.test(name[0] ?? '')) return undefined;
  return { role: 'source', first, last: first + name.length - 1 };
}
