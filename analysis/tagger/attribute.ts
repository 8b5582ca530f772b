/**
 * Attributions by the tagger: tags, linked, with their spans and how sure they are.
 */
import type { Attribution, QuoteType } from '../../model/attribution.ts';
import type { Span } from '../../model/span.ts';
import type { Token } from '../text/tokens.ts';
import { linkPieces, type Piece, piecesOf } from './linker.ts';
import type { MaskedNames, Tagger } from './tagger.ts';

/** The attributions that the tagger finds, in the order of their cues. Masked names must not matter. */
export function attributeByTagger(tokens: readonly Token[], tagger: Tagger, masked?: MaskedNames): Attribution[] {
  const { tags, certainty } = tagger.tag(tokens, masked);
  return linkPieces(piecesOf(tags), tokens).map(({ cue, source, contents }) => {
    const pieces = [cue, ...(source ? [source] : []), ...contents];
    return {
      sourceSpans: source ? [spanOf(source, tokens)] : [],
      cueSpans: [spanOf(cue, tokens)],
      contentSpans: contents.map((content) => spanOf(content, tokens)),
      quoteType: quoteTypeOf(contents.flatMap(({ first, last }) => tokens.slice(first, last + 1))),
      confidence: Math.min(...pieces.map((piece) => meanCertainty(piece, certainty))),
    };
  });
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
