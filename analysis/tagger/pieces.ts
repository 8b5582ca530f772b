/**
 * Pieces: runs of tokens with one role, as the tags mark them, and how far they stand from each other. Knows nothing of what belongs together.
 */
import { phraseOf } from '../document.ts';
import type { Token } from '../text/tokens.ts';
import { type Role, TAGS } from './tags.ts';

/** A run of tokens with one role, first and last index included. */
export interface Piece {
  readonly role: Role;
  readonly first: number;
  readonly last: number;
}

/** The runs of tokens that the tags mark, in order. */
export function piecesOf(tags: ArrayLike<number>): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < tags.length; index++) {
    const tag = TAGS[tags[index] as number] ?? 'O';
    if (tag === 'O') continue;
    const role = tag.slice(2) as Role;
    const before = pieces.at(-1);
    if (tag.startsWith('I-') && before?.role === role && before.last === index - 1) pieces[pieces.length - 1] = { ...before, last: index };
    else pieces.push({ role, first: index, last: index });
  }
  return pieces;
}

/** Index of the block that the piece begins in; -1 for none. */
export function blockOf(piece: Piece | undefined, tokens: readonly Token[]): number {
  return tokens[piece?.first ?? -1]?.block ?? -1;
}

/** Tokens from one piece to the other; 0 where they overlap. */
export function distance(a: Piece, b: Piece): number {
  return a.last < b.first ? b.first - a.last : a.first > b.last ? a.first - b.last : 0;
}

/** `cues` are in order and do not overlap, so that those between two places are found by halving. */
export function cuesBetween(piece: Piece, cue: Piece, cues: readonly Piece[]): number {
  const from = Math.min(piece.last, cue.last);
  const to = Math.max(piece.first, cue.first);
  return Math.max(0, firstFrom(cues, to) - firstFrom(cues, from + 1));
}

/** Index of the first cue that begins at the token or behind it. */
function firstFrom(cues: readonly Piece[], token: number): number {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.first ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many sentences lie between the cue and the nearest end of the piece; 0 within one. */
export function sentencesBetween(piece: Piece, cue: Piece, tokens: readonly Token[]): number {
  const first = tokens[piece.first]?.sentence ?? 0;
  const last = tokens[piece.last]?.sentence ?? 0;
  const own = tokens[cue.first]?.sentence ?? 0;
  return own < first ? first - own : own > last ? own - last : 0;
}

/** The words of the piece as one phrase, lower case, apostrophes straight. */
export function phraseIn({ first, last }: Piece, tokens: readonly Token[]): string {
  return phraseOf(tokens.slice(first, last + 1).map(({ text }) => text.toLowerCase().replaceAll('’', "'")));
}
