/**
 * Attributions of a text by tagger and print: pieces, linked, with their spans and how sure they are.
 */
import type { Attribution, QuoteType } from '../../model/attribution.ts';
import type { Span } from '../../model/span.ts';
import type { Token } from '../text/tokens.ts';
import { type LinkedPieces, linkPieces } from './linker.ts';
import { isNobodysReply } from './nominal-cues.ts';
import { isAskedOf } from './passives.ts';
import { blockOf, type Piece, piecesOf } from './pieces.ts';
import { signedQuotations } from './signed.ts';
import type { Tagged } from './tagger.ts';
import { isInCourt, transcriptTurns } from './transcript.ts';
import { withWholeQuotations } from './whole-quotations.ts';

/**
 * A cue in the active voice that nobody speaks is mostly none: on PolNeAR's development part 11 of 59 are right, of those surer than this 2 of 4.
 */
const ENOUGH_WITHOUT_SOURCE = 0.9;

/** How sure it is that what is printed as a signed quotation or as a turn of a transcript is one. */
const SURE_OF_PRINT = 0.9;

/**
 * The attributions of a text, in the order of their cues: those that the tagger finds, and those that are told by print instead of by a verb.
 */
export function attributeByTags(tokens: readonly Token[], { tags, certainty }: Pick<Tagged, 'tags' | 'certainty'>): Attribution[] {
  const pieces = withWholeQuotations(piecesOf(tags), tokens);
  const signed = signedQuotations(tokens);
  const linked = linkBeside(signed, pieces, tokens);
  const spoken = transcriptTurns(tokens);
  const told = Map.groupBy(linked, ({ cue }) => blockOf(cue, tokens));
  const turns = isInCourt(spoken, tokens) ? spoken : spoken.filter((turn) => !reports(turn, told.get(blockOf(turn.cue, tokens)) ?? [], tokens));
  const printed = [...signed, ...turns];
  const tagged = (turns.length === 0 ? linked : linkBeside(printed, pieces, tokens)).flatMap((pieces) => {
    const confidence = Math.min(...allOf(pieces).map((piece) => meanCertainty(piece, certainty)));
    return pieces.source || confidence >= ENOUGH_WITHOUT_SOURCE || needsNobody(pieces.cue, tokens) ? [{ pieces, confidence }] : [];
  });
  return [...tagged, ...printed.map((pieces) => ({ pieces, confidence: SURE_OF_PRINT }))]
    .sort((a, b) => a.pieces.cue.first - b.pieces.cue.first)
    .map(({ pieces: { cue, source, contents, hearer }, confidence }) => ({
      sourceSpans: source ? [spanOf(source, tokens)] : [],
      cueSpans: [spanOf(cue, tokens)],
      contentSpans: contents.map((content) => spanOf(content, tokens)),
      quoteType: quoteTypeOf(contents.flatMap(({ first, last }) => tokens.slice(first, last + 1))),
      confidence,
      ...(hearer ? { hearerSpans: [spanOf(hearer, tokens)] } : {}),
    }));
}

/** The attributions of the pieces that stand in none of the printed ones. */
function linkBeside(printed: readonly LinkedPieces[], pieces: readonly Piece[], tokens: readonly Token[]): LinkedPieces[] {
  const taken = takenBy(printed, tokens.length);
  return linkPieces(
    pieces.filter(({ first, last }) => !taken[first] && !taken[last]),
    tokens,
  );
}

/** Of so many others at least whoever has the turn tells what they say, if he only reports: one may be quoted to be answered. */
const LEAST_REPORTED = 2;

/**
 * Whether whoever has the turn tells what others say, as a reporter on the radio does: then those are the statements, and not the turn. "They told us" and "I told
 * them" are his own story. `told`: what the tagger finds in its block.
 */
function reports({ contents: [content] }: LinkedPieces, told: readonly LinkedPieces[], tokens: readonly Token[]): boolean {
  if (!content) return false;
  const reported = told.filter(
    ({ cue, source, contents }) =>
      source !== undefined &&
      contents.length > 0 &&
      !isPronoun(source, tokens) &&
      [cue, source].every(({ first, last }) => first >= content.first && last <= content.last),
  );
  return reported.length >= LEAST_REPORTED;
}

function isPronoun({ first, last }: Piece, tokens: readonly Token[]): boolean {
  return first === last && /^(?:i|we|you|he|she|it|they|who|which)$/i.test(tokens[first]?.text ?? '');
}

function allOf({ cue, source, contents }: LinkedPieces): Piece[] {
  return [cue, ...(source ? [source] : []), ...contents];
}

/** For each token, 1 if one of the pieces holds it. */
function takenBy(linked: readonly LinkedPieces[], count: number): Uint8Array {
  const taken = new Uint8Array(count);
  for (const { first, last } of linked.flatMap(allOf)) taken.fill(1, first, last + 1);
  return taken;
}

/** Whether the cue needs nobody who speaks: "is accused", "were told", "Asked whether", "came the reply". */
function needsNobody(cue: Piece, tokens: readonly Token[]): boolean {
  return (
    isNobodysReply(cue, tokens) ||
    isAskedOf(cue, tokens) ||
    tokens.slice(cue.first, cue.last + 1).some(({ text }) => /^(?:is|are|was|were|be|been|being)$/i.test(text))
  );
}

function spanOf({ first, last }: Piece, tokens: readonly Token[]): Span {
  return [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
}

function meanCertainty({ first, last }: Piece, certainty: Float32Array): number {
  let sum = 0;
  for (let index = first; index <= last; index++) sum += certainty[index] as number;
  return sum / (last - first + 1);
}

/** Direct where every word of the content's tokens stands in quotation marks, indirect where none does, else mixed. */
export function quoteTypeOf(content: readonly Token[]): QuoteType {
  const words = content.filter(({ text }) => /[\p{L}\d]/u.test(text));
  const quoted = words.filter(({ isQuoted }) => isQuoted).length;
  return quoted === 0 ? 'indirect' : quoted === words.length ? 'direct' : 'mixed';
}
