/**
 * `describe` and `locate`: from a span of the article's text to W3C selectors, and from selectors to the span of a text that may have
 * changed. The quote with its surroundings is the identity, the position a hint. What is not surely found is an orphan: no place is
 * better than a wrong one. Knows nothing of the DOM.
 */
import search from 'approx-string-match';
import type { TextSelectors } from '../../model/selectors.ts';
import type { Span } from '../../model/span.ts';
import { type Agreement, agreement, type Context } from './context.ts';
import { between, type Place, snapped } from './edges.ts';
import { FoldedText, folded } from './folded-text.ts';

/** How much is noted of what stands before and after, in UTF-16 code units. */
const CONTEXT = 48;
/** Of words that stand more than once: the first of these with which they stand nowhere else. That more is noted says so, too. */
const LONG_CONTEXTS = [96, 192] as const;
const LONGEST_CONTEXT = 192;
/** A quote may have changed by this share of its length. */
const MOST_CHANGED = 0.25;
const MOST_ERRORS = 64;
/** Places looked at closely: those nearest to where the quote stood. */
const MOST_PLACES = 60;
/** Two places that agree this nearly cannot be told apart. */
const MARGIN = 0.08;
/** A quote of this length, in UTF-16 code units, stands nowhere by chance. */
const UNMISTAKABLE = 60;
/** Surroundings that agree this well on both sides, of at most 2, leave no doubt. */
const SURE = 1.99;
/** Repeated short words are told apart by surroundings that agree this well on both sides together … */
const TOLD_APART = 1.4;
/** … and are meant at all only where those of one side stand nearly as they were. */
const NEARLY_WHOLE = 0.85;

export class Anchors {
  readonly #source: string;
  #folded: FoldedText | undefined;

  /** For one text; what is prepared for looking serves all selectors. */
  constructor(text: string) {
    this.#source = text;
  }

  /** Selectors for a span; undefined for one without words. */
  describe([from, to]: Span): TextSelectors | undefined {
    const words = this.#source.slice(from, to);
    const exact = words.trim();
    if (exact === '') return undefined;
    const start = from + words.length - words.trimStart().length;
    const end = start + exact.length;
    const before = (length: number) => this.#source.slice(safeCut(this.#source, Math.max(0, start - length)), start);
    const after = (length: number) => this.#source.slice(end, safeCut(this.#source, end + length));
    const isOnce = this.#isOnce(exact);
    const lengthBefore = isOnce ? CONTEXT : LONG_CONTEXTS.find((length) => this.#isOnce(before(length) + exact));
    const lengthAfter = isOnce ? CONTEXT : LONG_CONTEXTS.find((length) => this.#isOnce(exact + after(length)));
    return {
      quote: { type: 'TextQuoteSelector', exact, prefix: before(lengthBefore ?? LONGEST_CONTEXT), suffix: after(lengthAfter ?? LONGEST_CONTEXT) },
      position: { type: 'TextPositionSelector', start, end },
    };
  }

  #isOnce(words: string): boolean {
    return this.#source.indexOf(words) === this.#source.lastIndexOf(words);
  }

  /** The span that the selectors mean; undefined for an orphan. */
  locate({ quote, position: { start, end } }: TextSelectors): Span | undefined {
    const text = this.#source;
    const isUnchanged =
      text.slice(start, end) === quote.exact &&
      text.startsWith(quote.suffix, end) &&
      start >= quote.prefix.length &&
      text.startsWith(quote.prefix, start - quote.prefix.length);
    if (isUnchanged) return [start, end];
    this.#folded ??= new FoldedText(text);
    const noted: Context = { prefix: folded(quote.prefix), suffix: foldedAfterWords(quote.suffix) };
    const place = chosen(this.#folded.text, folded(quote.exact), noted, this.#folded.fold(start));
    return place && this.#folded.unfold([place.start, place.end]);
  }
}

/** Space at the beginning of a text is dropped, but not that between a quote and what follows it. */
const foldedAfterWords = (suffix: string) => folded(`-${suffix}`).slice(1);

/** An offset that does not part the halves of a character. */
function safeCut(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

interface Scored extends Agreement {
  readonly place: Place;
}

/** The one place that is meant, if it can be told. */
function chosen(text: string, exact: string, noted: Context, hint: number): Place | undefined {
  const scored = (places: readonly Place[]): Scored[] =>
    places
      .map((place) => (place.errors > 0 ? snapped(text, place, noted) : place))
      .map((place) => ({ place, ...agreement(noted, text, place.start, place.end) }))
      .sort(byAgreement);
  const found = scored(placesOf(text, exact, noted, hint));
  let [first] = found;
  // Words that many sentences share may stand elsewhere as they were, while those that are meant have changed between their neighbours.
  if (first && first.sum < SURE) {
    const [changed] = scored(between(text, exact, noted));
    if (changed && byAgreement(changed, first) < 0 && !isWithin(first.place, changed.place)) first = changed;
  }
  const meant = first;
  if (!meant || !agrees(meant, exact.length, isRepeated(noted))) return undefined;
  return found.some((rival) => rival !== meant && castsDoubt(rival, meant, exact.length)) ? undefined : meant.place;
}

/** Surroundings that are whole on one side tell more than any that only resemble what was noted. */
function byAgreement(a: Scored, b: Scored): number {
  return Number(b.best === 1) - Number(a.best === 1) || b.sum - a.sum;
}
/** Where the quote stands as it was; where it does not, where something very like it stands, or at least its words between the same neighbours. */
function placesOf(text: string, exact: string, noted: Context, hint: number): Place[] {
  const same: Place[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) same.push({ start: at, end: at + exact.length, errors: 0 });
  if (same.length > 0) return nearest(same, hint);
  const most = Math.min(MOST_ERRORS, Math.floor(exact.length * MOST_CHANGED));
  const like = most === 0 ? [] : search(text, exact, most);
  return nearest(withoutOverlaps(like.length > 0 ? like : between(text, exact, noted)), hint);
}

function nearest(places: readonly Place[], hint: number): Place[] {
  return places.length <= MOST_PLACES ? [...places] : [...places].sort((a, b) => Math.abs(a.start - hint) - Math.abs(b.start - hint)).slice(0, MOST_PLACES);
}

/** The search gives each end of one and the same place. */
function withoutOverlaps(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of [...places].sort((a, b) => a.errors - b.errors || a.start - b.start))
    if (!kept.some(({ start, end }) => place.start < end && start < place.end)) kept.push(place);
  return kept;
}

function isWithin(inner: Place, outer: Place): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the words stood more than once in the text in which they were described. */
function isRepeated({ prefix, suffix }: Context): boolean {
  return Math.max(prefix.length, suffix.length) > CONTEXT * 1.5;
}

/** Whether another place could as well be meant. */
function castsDoubt(rival: Scored, first: Scored, length: number): boolean {
  if (rival.place.start < first.place.end && first.place.start < rival.place.end) return false;
  if (first.sum - rival.sum < MARGIN) return true;
  return first.sum < SURE && (rival.best === 1 || (length < UNMISTAKABLE && first.sum < TOLD_APART));
}

/**
 * Whether the surroundings agree well enough. Long words found as they were are enough by themselves; short ones stand in many places, and
 * changed ones may be another sentence.
 */
function agrees({ place, best, sum }: Scored, length: number, wasRepeated: boolean): boolean {
  if (place.errors > 0) return length > UNMISTAKABLE && place.errors / length < 0.06 ? best >= 0.3 : sum >= 1.4;
  if (length >= UNMISTAKABLE) return true;
  return best >= (wasRepeated ? NEARLY_WHOLE : length >= 32 ? 0.1 : length >= 16 ? 0.5 : 0.7);
}
