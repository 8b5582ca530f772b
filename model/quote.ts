/**
 * Quotes in plain text: `describe` makes one of a span, `locate` finds it again in a text that may have changed. Knows no DOM.
 */
import type { Quote } from './correction.ts';
import type { Span } from './span.ts';

/** Characters of surroundings that a quote keeps on each side. */
export const QUOTE_CONTEXT = 32;

/** The words of a span with their surroundings. Offsets are UTF-16 code units into `text`. */
export function describeQuote(text: string, [start, end]: Span): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - QUOTE_CONTEXT), start),
    suffix: text.slice(end, end + QUOTE_CONTEXT),
    start,
    end,
  };
}

/**
 * Where the quote stands in the text: the place whose surroundings agree best, the nearest to the old one where they agree alike.
 * Quotation marks, dashes and white space may be written another way. Undefined where the words are not there: an orphan is better
 * than a wrong place.
 */
export function locateQuote(text: string, quote: Quote): Span | undefined {
  if (text.slice(quote.start, quote.end) === quote.exact && agreement(text, [quote.start, quote.end], quote) > 0) return [quote.start, quote.end];
  const places = placesOf(text, quote.exact);
  if (places.length === 0) return undefined;
  const rated = places.map((span) => ({ span, agreement: agreement(text, span, quote), distance: Math.abs(span[0] - quote.start) }));
  rated.sort((a, b) => b.agreement - a.agreement || a.distance - b.distance);
  const [best] = rated;
  // A few words stand in many places; where nothing around them agrees, this is another one.
  return best && (best.agreement > 0 || quote.exact.split(/\s+/).length >= 5) ? best.span : undefined;
}

/** How many characters around the span are as the quote remembers them. */
function agreement(text: string, [start, end]: Span, { prefix, suffix }: Quote): number {
  // A quote from the very start or end of a text has nothing on that side, which agrees with anything.
  if (prefix === '' && suffix === '') return 1;
  let before = 0;
  while (before < prefix.length && alike(text[start - 1 - before]) === alike(prefix[prefix.length - 1 - before])) before++;
  let after = 0;
  while (after < suffix.length && alike(text[end + after]) === alike(suffix[after])) after++;
  return before + after;
}

const ALIKE: Readonly<Record<string, string>> = { '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '–': '-', '—': '-' };

function alike(character: string | undefined): string {
  if (character === undefined) return '';
  return ALIKE[character] ?? (/\s/.test(character) ? ' ' : character.toLowerCase());
}

/** The words as they are compared: marks and white space alike, runs of white space as one. */
export function comparable(words: string): string {
  return [...words].map(alike).join('').replace(/ +/g, ' ').trim();
}

function placesOf(text: string, exact: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) found.push([at, at + exact.length]);
  if (found.length > 0 || exact.trim() === '') return found;
  // Each character of the words, in any of its ways to be written.
  const pattern = [...exact.trim().replace(/\s+/g, ' ')]
    .map((character) => CLASSES[alike(character)] ?? character.replace(/[$()*+.?[\\\]^{|}/]/, '\\$&'))
    .join('');
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) found.push([match.index, match.index + match[0].length]);
  return found;
}

const CLASSES: Readonly<Record<string, string>> = { '"': '["“”„«»]', "'": "['‘’]", '-': '[-–—]', ' ': '\\s+' };
