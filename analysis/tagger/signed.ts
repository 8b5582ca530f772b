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
/** More words are no name with its office. */
const MOST_OF_SIGNATURE = 12;
/** Fewer tokens, marks among them, are a scare quote. */
const LEAST_OF_QUOTATION = 5;
/** Who passes a quotation on did not say it: "- Reuters". */
const AGENCY = /^(?:Reuters|AP|AFP|UPI|PTI|ANI|IANS|DPA|Staff)$/i;

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

/** The name that the stretch consists of, without its full stop. */
function signatureIn([first, after]: Stretch, tokens: readonly Token[]): Piece | undefined {
  const last = tokens[after - 1]?.text === '.' ? after - 2 : after - 1;
  const words = tokens.slice(first, last + 1).map(({ text }) => text);
  const isName = /^\p{Lu}/u.test(words[0] ?? '') && words.length <= MOST_OF_SIGNATURE && !DASH.test(words.at(-1) ?? '');
  return isName && !AGENCY.test(words.join(' ')) ? { role: 'source', first, last } : undefined;
}
