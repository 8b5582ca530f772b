/**
 * Where words stand in an article, in the terms of the W3C Web Annotation model, so that they are found again in a changed text.
 * The quote is the identity; the position is only a hint.
 */
import * as v from 'valibot';

/** `[start, end)` in UTF-16 code units of the article's text. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** The exact words, and some of what stood before and after them. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What `describe` gives and `locate` takes. */
export interface TextSelectors {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
}

const Offset = v.pipe(v.number(), v.integer(), v.minValue(0));

export const TextSelectorsSchema = v.pipe(
  v.strictObject({
    quote: v.strictObject({
      type: v.literal('TextQuoteSelector'),
      exact: v.pipe(v.string(), v.minLength(1), v.maxLength(100_000)),
      prefix: v.pipe(v.string(), v.maxLength(1_000)),
      suffix: v.pipe(v.string(), v.maxLength(1_000)),
    }),
    position: v.strictObject({ type: v.literal('TextPositionSelector'), start: Offset, end: Offset }),
  }),
  v.check(({ position: { start, end } }) => start <= end, 'a position must not end before it starts'),
);
