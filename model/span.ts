/**
 * Spans of text. Job: the one notion of "where in the article's text" that every part of the program shares.
 * Knows nothing of the DOM, of sentences or of statements.
 */

/** A stretch of text `[start, end)` in UTF-16 code units of `Article.text`. */
export type Span = readonly [start: number, end: number];

/** The text that the spans cover, several spans joined by " … " as a reader would cite them. */
export function textOf(text: string, spans: readonly Span[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join(' … ');
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** The smallest span that holds all of the given ones; undefined for none. */
export function hull(spans: readonly Span[]): Span | undefined {
  if (spans.length <= 1) return spans[0];
  return [Math.min(...spans.map((span) => span[0])), Math.max(...spans.map((span) => span[1]))];
}
