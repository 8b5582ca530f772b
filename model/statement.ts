/**
 * Statements: attributions resolved to an actor of the case, with a kind. What the reader is shown.
 */
import * as v from 'valibot';
import type { QuoteType } from './attribution.ts';
import { QUOTE_TYPES } from './attribution.ts';
import { type PreciseDate, PreciseDateSchema } from './date.ts';
import type { Span } from './span.ts';

export const STATEMENT_KINDS = ['claim', 'denial', 'concession', 'no-comment', 'demand', 'finding'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export const SIDES = ['plaintiff', 'defendant', 'court', 'other'] as const;
export type Side = (typeof SIDES)[number];

export const CHANNELS = ['filing', 'testimony', 'statement', 'interview', 'post', 'opinion-piece', 'ruling', 'hearing', 'report'] as const;
/** The way by which a statement reached the public: a court filing, sworn testimony, a press statement … */
export type Channel = (typeof CHANNELS)[number];

/**
 * Who speaks. `actor`: one of the case file. `named`: named in the text but no actor of the case (an outlet, an expert,
 * another court).
 * `unresolved`: the text does not make it clear enough; the mention stands in `sourceSpans`.
 */
export type Speaker =
  | { readonly status: 'actor'; readonly actorId: string; readonly name: string; readonly side: Side }
  | { readonly status: 'named'; readonly name: string; readonly side: 'court' | 'other' }
  | { readonly status: 'unresolved' };

/** One statement of an article. Offsets are UTF-16 code units into `Article.text`. */
export interface Statement {
  /** Unique within its article and the same on every reading of the same text. */
  readonly id: string;
  readonly kind: StatementKind;
  readonly speaker: Speaker;
  readonly sourceSpans: readonly Span[];
  readonly cueSpans: readonly Span[];
  readonly contentSpans: readonly Span[];
  readonly quoteType: QuoteType;
  /** 0 to 1: how sure the analysis is of kind and speaker together. */
  readonly confidence: number;
  readonly channel?: Channel;
  /** When it was said, where the text tells. */
  readonly madeOn?: PreciseDate;
  readonly disputeId?: string;
  readonly eventId?: string;
  /** Id of the statement, in the same article, whose content holds this one. */
  readonly parentId?: string;
  /** Id of the statement, in the same article, by which the other side answers this one. */
  readonly answerId?: string;
  /** The reader has put something of it right, or has added it. */
  readonly isCorrected?: true;
}

/** Where its words are: the content, or the cue of a statement that has none of its own ("NSO declined to comment"). */
export function shownSpans({ contentSpans, cueSpans }: Pick<Statement, 'contentSpans' | 'cueSpans'>): readonly Span[] {
  return contentSpans.length > 0 ? contentSpans : cueSpans;
}

const Offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** More parts than any quotation is cut into. */
const MAX_SPANS = 1_000;
const SpansSchema = v.pipe(v.array(v.pipe(v.strictTuple([Offset, Offset]), v.readonly())), v.maxLength(MAX_SPANS), v.readonly());
const Name = v.pipe(v.string(), v.maxLength(4_000));

export const SpeakerSchema = v.variant('status', [
  v.strictObject({ status: v.literal('actor'), actorId: Name, name: Name, side: v.picklist(SIDES) }),
  v.strictObject({ status: v.literal('named'), name: Name, side: v.picklist(['court', 'other']) }),
  v.strictObject({ status: v.literal('unresolved') }),
]);

export const StatementSchema = v.strictObject({
  id: Name,
  kind: v.picklist(STATEMENT_KINDS),
  speaker: SpeakerSchema,
  sourceSpans: SpansSchema,
  cueSpans: SpansSchema,
  contentSpans: SpansSchema,
  quoteType: v.picklist(QUOTE_TYPES),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  channel: v.exactOptional(v.picklist(CHANNELS)),
  madeOn: v.exactOptional(PreciseDateSchema),
  disputeId: v.exactOptional(Name),
  eventId: v.exactOptional(Name),
  parentId: v.exactOptional(Name),
  answerId: v.exactOptional(Name),
  isCorrected: v.exactOptional(v.literal(true)),
});
