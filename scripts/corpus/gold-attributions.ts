/** Gold attributions of the corpus in the form that the analysis hands on, as if the tagger had found them. */

import type { Document } from '../../analysis/document.ts';
import { tokensIn } from '../../analysis/document.ts';
import { quoteTypeOf } from '../../analysis/tagger/attribute.ts';
import type { Attribution } from '../../model/attribution.ts';
import type { GoldAttribution } from './parse-corpus.ts';

/** In the order of the corpus's numbers. */
export function goldAttributions(document: Document, gold: readonly Pick<GoldAttribution, 'source' | 'cue' | 'content'>[]): Attribution[] {
  return gold.map(({ source, cue, content }) => ({
    sourceSpans: source,
    cueSpans: cue,
    contentSpans: content,
    quoteType: quoteTypeOf(tokensIn(document, content).flatMap((index) => document.tokens[index] ?? [])),
    confidence: 1,
  }));
}
