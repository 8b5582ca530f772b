/**
 * Where words stand in an article, in the terms of the W3C Web Annotation model, so that they are found again in a changed text.
 * The quote is the identity; the position is only a hint.
 */

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
