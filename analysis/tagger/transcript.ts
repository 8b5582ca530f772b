/**
 * Transcripts: "SHOHAT: We sell to states.", a name in capitals and a colon at the start of every turn. Datelines ("NEW DELHI: …") and notes ("UPDATE: …")
 * look alike, so turns are believed only where voices take turns. Questions and answers (`Q:`, `A:`) name nobody. Knows no actors.
 */
import { blocksOf } from '../text/blocks.ts';
import type { Token } from '../text/tokens.ts';
import type { LinkedPieces } from './linker.ts';

/** "SHOHAT", "O'NEILL", "AL-MASARIR", "MR."; no single letter. */
const CAPITALS = /^(?:(?:\p{Lu}['’])?\p{Lu}{2,}(?:-\p{Lu}{2,})?|(?:MR|MS|MRS|DR)\.)$/u;
const NO_VOICE =
  /^(?:UPDATE|UPDATED|NOTE|READ|WATCH|MORE|RELATED|LIVE|BREAKING|QUESTION|ANSWER|EXCLUSIVE|OPINION|ANALYSIS|CORRECTION|PHOTOS?|VIDEO|IMAGE|CREDIT|SOURCE)$/;
/** "THE HONORABLE PHYLLIS HAMILTON" */
const MOST_OF_VOICE = 4;
const LEAST_TURNS = 3;
/** So many blocks may stand between two turns: "(Laughter.)" */
const MOST_BETWEEN = 2;

/** The turns of the transcripts in an article, in order. */
export function transcriptTurns(tokens: readonly Token[]): LinkedPieces[] {
  const stretches: LinkedPieces[][] = [];
  let lastTurn = Number.NEGATIVE_INFINITY;
  blocksOf(tokens).forEach(([first, after], block) => {
    const turn = turnOf(first, after, tokens);
    if (!turn) return;
    if (block - lastTurn - 1 > MOST_BETWEEN) stretches.push([]);
    stretches.at(-1)?.push(turn);
    lastTurn = block;
  });
  return stretches.filter((turns) => doAlternate(turns, tokens)).flat();
}

function turnOf(first: number, after: number, tokens: readonly Token[]): LinkedPieces | undefined {
  const begin = /^["“”«]$/.test(tokens[first]?.text ?? '') ? first + 1 : first;
  let colon = begin;
  while (colon < after && colon - begin < MOST_OF_VOICE && isOfVoice(tokens[colon]?.text ?? '')) colon++;
  let last = after - 1;
  while (last > colon && !/[\p{L}\d?!]/u.test(tokens[last]?.text ?? '')) last--;
  if (colon === begin || tokens[colon]?.text !== ':' || last === colon) return undefined;
  return {
    source: { role: 'source', first: begin, last: colon - 1 },
    cue: { role: 'cue', first: colon, last: colon },
    contents: [{ role: 'content', first: colon + 1, last }],
  };
}

function isOfVoice(word: string): boolean {
  return CAPITALS.test(word) && !NO_VOICE.test(word);
}

/** Whether two voices speak at least, one of them more than once. */
function doAlternate(turns: readonly LinkedPieces[], tokens: readonly Token[]): boolean {
  const voices = new Set(turns.map(({ cue }) => tokens[cue.first - 1]?.text));
  return turns.length >= LEAST_TURNS && voices.size >= 2 && voices.size < turns.length;
}
