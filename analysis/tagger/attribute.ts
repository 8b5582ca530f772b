/**
 * Attributions by the tagger: tags, linked, with their spans and how sure they are.
 */
import type { Attribution, QuoteType } from '../../model/attribution.ts';
import type { Span } from '../../model/span.ts';
import type { Token } from '../text/tokens.ts';
import { linkPieces, type Piece, piecesOf } from './linker.ts';
import type { Tagger } from './tagger.ts';

/** The attributions that the tagger finds, in the order of their cues. Tokens in `masked` are names that must not matter. */
export function attributeByTagger(tokens: readonly Token[], tagger: Tagger, masked?: ReadonlySet<number>): Attribution[] {
  const { tags, certainty } = tagger.tag(tokens, masked);
  return linkPieces(piecesOf(tags), tokens).map(({ cue, source, contents }) => {
    const pieces = [cue, ...(source ? [source] : []), ...contents];
    return {
      sourceSpans: source ? [spanOf(source, tokens)] : [],
      cueSpans: [spanOf(cue, tokens)],
      contentSpans: contents.map((content) => spanOf(content, tokens)),
      quoteType: quoteTypeOf(contents, tokens),
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

/** Direct where every word of the content stands in quotation marks, indirect where none does, else mixed. */
export function quoteTypeOf(contents: readonly Piece[], tokens: readonly Token[]): QuoteType {
  let quoted = 0;
  let words = 0;
  for (const { first, last } of contents) {
    for (let index = first; index <= last; index++) {
      const token = tokens[index];
      if (!token || !/[\p{L}\d]/u.test(token.text)) continue;
      words++;
      if (token.isQuoted) quoted++;
    }
  }
  return quoted === 0 ? 'indirect' : quoted === words ? 'direct' : 'mixed';
}
