/** What the reader has selected on the page, as words of the article with their surroundings. Only reads the page. */
import { MAX_QUOTE } from '../model/correction.ts';
import { describeQuote } from '../model/quote.ts';
import type { Span } from '../model/span.ts';
import type { TextIndex } from './text-index.ts';

/** The article's words that are selected; undefined where none are, or more than a correction may speak of. */
export function selectedQuote(index: TextIndex | undefined, selection: Selection | null): ReturnType<typeof describeQuote> | undefined {
  if (!index || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const span = index.spanOf(selection.getRangeAt(0));
  return span && span[1] - span[0] <= MAX_QUOTE ? describeQuote(index.text, trimmed(index.text, span)) : undefined;
}

/** The span without the white space at its ends. */
function trimmed(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end);
  return [start + words.length - words.trimStart().length, end - words.length + words.trimEnd().length];
}
