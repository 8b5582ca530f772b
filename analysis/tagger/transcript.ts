/**
 * Transcripts: "SHOHAT: We sell to states.", a name in capitals and a colon at the start of every turn. Datelines ("NEW DELHI: …"), notes ("UPDATE: …") and
 * lists with labels ("DAMAGES: …") look alike, so turns are believed only where voices take turns, and where the text calls them a transcript, introduces one of
 * the voices ("Yaron Shohat") or one is an office's ("THE COURT"). Knows no actors.
 */
import { blocksOf } from '../text/blocks.ts';
import type { Token } from '../text/tokens.ts';
import type { LinkedPieces } from './linker.ts';

/** "SHOHAT", "O'NEILL", "AL-MASARIR", "MR."; no single letter. */
const CAPITALS = /^(?:(?:\p{Lu}['’])?\p{Lu}{2,}(?:-\p{Lu}{2,})?|(?:MR|MS|MRS|DR)\.?)$/u;
const OFFICE = /^(?:THE (?:COURT|WITNESS|CLERK)|(?:MR|MS|MRS|DR)\.? .+)$/;
/** "Shohat", "O'Neill", "Al-Masarir"; no "WhatsApp". */
const SURNAME = /^\p{Lu}(?:['’]\p{Lu})?\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u;
const NO_SURNAME = /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Court|Group|Judge|District|State|Update)$/;
/** Before a surname: a given name or a title. */
const GIVEN = /^\p{Lu}[\p{Ll}.'’-]+$/u;
/** What opens a sentence before a name and is no given name. */
const NOT_GIVEN =
  /^(?:When|While|After|Before|Since|Until|Once|If|Though|Although|Because|As|At|By|For|From|In|Of|On|To|With|And|But|Or|Nor|Yet|So|Both|The|That|This|What|Why|How|Will|Did|Does|Has|Is|Was|Neither|Even|Only|Like)$/;
/** "THE HONORABLE PHYLLIS HAMILTON" */
const MOST_OF_VOICE = 4;
const LEAST_TURNS = 3;
/** So many blocks may stand between two turns: "(Laughter.)" */
const MOST_BETWEEN = 2;
/** So many tokens before its first turn, at most, the text calls it a transcript. */
const ANNOUNCED_WITHIN = 60;

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
  if (stretches.length === 0) return [];
  const introduced = introducedNames(tokens);
  return stretches
    .filter((turns) => doAlternate(turns, tokens) && (isAnnounced(turns, tokens) || turns.some((turn) => isVoice(turn, tokens, introduced))))
    .flat();
}

function turnOf(first: number, after: number, tokens: readonly Token[]): LinkedPieces | undefined {
  const begin = /^["“”«]$/.test(tokens[first]?.text ?? '') ? first + 1 : first;
  let colon = begin;
  while (colon < after && colon - begin < MOST_OF_VOICE && CAPITALS.test(tokens[colon]?.text ?? '')) colon++;
  let last = after - 1;
  while (last > colon && !/[\p{L}\d?!]/u.test(tokens[last]?.text ?? '')) last--;
  if (colon === begin || tokens[colon]?.text !== ':' || last === colon) return undefined;
  return {
    source: { role: 'source', first: begin, last: colon - 1 },
    cue: { role: 'cue', first: colon, last: colon },
    contents: [{ role: 'content', first: colon + 1, last }],
  };
}

/** Surnames that stand behind a given name or a title within a sentence, in capitals. */
function introducedNames(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  tokens.forEach(({ text, block }, index) => {
    const before = tokens[index - 1];
    const isGiven = before?.block === block && GIVEN.test(before.text) && !NOT_GIVEN.test(before.text);
    if (isGiven && SURNAME.test(text) && !NO_SURNAME.test(text)) names.add(text.toUpperCase());
  });
  return names;
}

function isVoice(turn: LinkedPieces, tokens: readonly Token[], introduced: ReadonlySet<string>): boolean {
  return isOffice(turn, tokens) || introduced.has(tokens[turn.source?.last ?? -1]?.text ?? '');
}

/** Whether one of the voices is an office's or a judge's: who speaks there speaks for a party, whomever he quotes. */
export function isInCourt(turns: readonly LinkedPieces[], tokens: readonly Token[]): boolean {
  return turns.some((turn) => isOffice(turn, tokens) || /^(?:JUDGE|JUSTICE)$/.test(tokens[turn.source?.first ?? -1]?.text ?? ''));
}

/** "THE COURT", "MR. DREEBEN" */
function isOffice({ source }: LinkedPieces, tokens: readonly Token[]): boolean {
  return (
    source !== undefined &&
    OFFICE.test(
      tokens
        .slice(source.first, source.last + 1)
        .map(({ text }) => text)
        .join(' '),
    )
  );
}

/** "Partial transcript as follows:", in the words before the first turn. */
function isAnnounced([first]: readonly LinkedPieces[], tokens: readonly Token[]): boolean {
  const at = first?.source?.first ?? 0;
  return tokens.slice(Math.max(0, at - ANNOUNCED_WITHIN), at).some(({ text }) => /^transcripts?$/i.test(text));
}

/** Whether two voices speak at least, one of them more than once. */
function doAlternate(turns: readonly LinkedPieces[], tokens: readonly Token[]): boolean {
  const voices = new Set(turns.map(({ cue }) => tokens[cue.first - 1]?.text));
  return turns.length >= LEAST_TURNS && voices.size >= 2 && voices.size < turns.length;
}
