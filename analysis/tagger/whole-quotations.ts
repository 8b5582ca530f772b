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

/** The pieces with such quotations made whole: one content from mark to mark. */
export function withWholeQuotations(pieces: readonly Piece[], tokens: readonly Token[]): Piece[] {
  const cuesOf = new Map<number, number>();
  for (const piece of pieces) if (piece.role === 'cue') cuesOf.set(blockOf(piece, tokens), (cuesOf.get(blockOf(piece, tokens)) ?? 0) + 1);
  const kept: Piece[] = [];
  let index = 0;
  for (const quotation of quotationsOf(tokens)) {
    while (index < pieces.length && (pieces[index] as Piece).first < quotation.first) kept.push(pieces[index++] as Piece);
    let after = index;
    while (after < pieces.length && (pieces[after] as Piece).last <= quotation.last) after++;
    const inside = pieces.slice(index, after);
    const cues = inside.filter(({ role }) => role === 'cue').length;
    // Somebody outside must be there to have said it.
    const isSaid = cues < (cuesOf.get(blockOf(inside[0], tokens)) ?? 0);
    const isEdge = ({ role, first, last }: Piece) => role === 'content' && (first === quotation.first || last === quotation.last);
    if (cues > 0 && isSaid && inside.some(isEdge)) kept.push({ role: 'content', ...quotation });
    else kept.push(...inside);
    index = after;
  }
  return [...kept, ...pieces.slice(index)];
}
