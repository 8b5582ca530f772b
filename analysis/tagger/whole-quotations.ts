/**
 * A quotation in which somebody tells what somebody says: "“They told us it was safe,” she said". The tagger gives a token one role, and sometimes that of
 * the words inside; what is left of the quotation are then scraps. Where an end of it is somebody's content, all of it is.
 */
import type { Token } from '../text/tokens.ts';
import { blockOf, type Piece } from './pieces.ts';

interface Quotation {
  /** The token of its opening mark and that of its closing one. */
  readonly first: number;
  readonly last: number;
}

/** The quotations that open and close within a block, in order. */
function quotationsOf(tokens: readonly Token[]): Quotation[] {
  const found: Quotation[] = [];
  let open: number | undefined;
  tokens.forEach((token, index) => {
    if (token.opensQuote) open = index;
    else if (token.closesQuote && open !== undefined && tokens[open]?.block === token.block) {
      found.push({ first: open, last: index });
      open = undefined;
    }
  });
  return found;
}

/** So many tokens may stand between a quotation and whoever says it: "said on Monday: “…”", "“…,” she said". A headline that is quoted has its verb farther off. */
const BEFORE_QUOTATION = 4;
const BEHIND_QUOTATION = 2;

/** Whether right before or behind the quotation stands a cue, or a source with its cue. */
function isSaid({ first, last }: Quotation, before: readonly Piece[], behind: readonly Piece[], tokens: readonly Token[]): boolean {
  const block = tokens[first]?.block;
  const says = (nearest: Piece | undefined, next: Piece | undefined, away: number, most: number) =>
    nearest !== undefined &&
    away <= most &&
    blockOf(nearest, tokens) === block &&
    (nearest.role === 'cue' || (nearest.role === 'source' && next?.role === 'cue'));
  const [left, right] = [before.at(-1), behind[0]];
  return says(left, before.at(-2), first - (left?.last ?? 0), BEFORE_QUOTATION) || says(right, behind[1], (right?.first ?? 0) - last, BEHIND_QUOTATION);
}

/** The pieces with such quotations made whole: one content from mark to mark. */
export function withWholeQuotations(pieces: readonly Piece[], tokens: readonly Token[]): Piece[] {
  const kept: Piece[] = [];
  let index = 0;
  for (const quotation of quotationsOf(tokens)) {
    while (index < pieces.length && (pieces[index] as Piece).first < quotation.first) kept.push(pieces[index++] as Piece);
    let after = index;
    while (after < pieces.length && (pieces[after] as Piece).last <= quotation.last) after++;
    const inside = pieces.slice(index, after);
    const isEdge = ({ role, first, last }: Piece) => role === 'content' && (first === quotation.first || last === quotation.last);
    const isTorn = inside.some(({ role }) => role === 'cue') && inside.some(isEdge);
    // Somebody outside must be there to have said it.
    if (isTorn && isSaid(quotation, kept.slice(-2), pieces.slice(after, after + 2), tokens)) kept.push({ role: 'content', ...quotation });
    else kept.push(...inside);
    index = after;
  }
  return [...kept, ...pieces.slice(index)];
}
