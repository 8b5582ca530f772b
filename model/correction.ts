/**
 * Corrections: what the reader has put right. Each says which words it is about (W3C `TextQuoteSelector`, so that it
 * survives another analysis of the text) and what changes. Knows nothing of the store or of how they are applied.
 */
import * as v from 'valibot';
import { SpeakerSchema, STATEMENT_KINDS } from './statement.ts';

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(4_500));
/** Longest words that a correction may hold, in UTF-16 code units. */
export const MAX_QUOTE = 10_000;

/**
 * Words and where they stand: a `TextQuoteSelector` (`exact` with up to 32 characters around it) as identity and a
 * `TextPositionSelector` (`start`, `end`, UTF-16 code units into `Article.text`) as a hint.
 * Discontinuous words are joined by " … ", as in `StoredStatement.words`.
 */
export const QuoteSchema = v.strictObject({
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_QUOTE)),
  prefix: v.pipe(v.string(), v.maxLength(200)),
  suffix: v.pipe(v.string(), v.maxLength(200)),
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Quote = v.InferOutput<typeof QuoteSchema>;

/** A stretch of text that the reader has selected: in one piece. */
export const SelectionSchema = v.pipe(
  QuoteSchema,
  v.check(({ exact, start, end }) => end - start === exact.length, 'the words must be as long as their place'),
);

/** What changes. A statement of the article is named by its id; one that was missed by its words. */
export const ChangeSchema = v.variant('type', [
  v.strictObject({ type: v.literal('kind'), statementId: Id, kind: v.picklist(STATEMENT_KINDS) }),
  v.strictObject({ type: v.literal('speaker'), statementId: Id, speaker: SpeakerSchema }),
  v.strictObject({ type: v.literal('span'), statementId: Id, quote: SelectionSchema }),
  /** It is not a statement. */
  v.strictObject({ type: v.literal('dismiss'), statementId: Id }),
  v.strictObject({ type: v.literal('add'), quote: SelectionSchema, kind: v.picklist(STATEMENT_KINDS), speaker: SpeakerSchema }),
]);
export type Change = v.InferOutput<typeof ChangeSchema>;

/** One correction in the journal of an article. */
export const CorrectionSchema = v.strictObject({
  id: Id,
  articleId: Id,
  caseId: Id,
  /** Milliseconds since 1970; within an article no two are equal, and they are applied in this order. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Taken back; the next correction of the article drops it for good. */
  isUndone: v.boolean(),
  change: ChangeSchema,
  /** The words that the analysis had found, or that the reader has selected. */
  target: QuoteSchema,
});
export type Correction = v.InferOutput<typeof CorrectionSchema>;

/** Whether the journal of an article has something to take back, or to do again. */
export interface JournalState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The journal's state, whatever the order of the corrections. */
export function journalState(corrections: readonly Correction[]): JournalState {
  return { canUndo: corrections.some(({ isUndone }) => !isUndone), canRedo: corrections.some(({ isUndone }) => isUndone) };
}
