/**
 * Attributions in the field's terms (PARC, PolNeAR, Citron): who (source), the words that say so (cue), what (content).
 * All offsets are UTF-16 code units into `Article.text`.
 */
import type { Span } from './span.ts';

export const QUOTE_TYPES = ['direct', 'indirect', 'mixed'] as const;
/** Whether the content stands wholly, not at all, or in part between quotation marks. */
export type QuoteType = (typeof QUOTE_TYPES)[number];

/** One attribution. Each role is a list of spans in order, since a role may be discontinuous; `sourceSpans` may be empty. */
export interface Attribution {
  readonly sourceSpans: readonly Span[];
  readonly cueSpans: readonly Span[];
  readonly contentSpans: readonly Span[];
  readonly quoteType: QuoteType;
  /** 0 to 1: how sure the extractor is that this is an attribution with these spans. */
  readonly confidence: number;
  /** Whoever was told or asked it ("NSO was told that …"), where the words say so: does not speak here, and may speak next. */
  readonly hearerSpans?: readonly Span[];
  /** Index, in the same list, of the attribution whose content holds this one ("lawyers shot down the claim that …"). */
  readonly parent?: number;
}
