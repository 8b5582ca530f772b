/**
 * `describe` and `locate`: from a span of the article's text to W3C selectors, and from selectors to the span of a text that may have
 * changed. The quote with its surroundings is the identity, the position a hint. What is not surely found is an orphan: no place is
 * better than a wrong one. Knows nothing of the DOM.
 */
import search from 'approx-string-match';
import type { TextSelectors } from '../../model/selectors.ts';
import type { Span } from '../../model/span.ts';
import { agreement, type Context } from './context.ts';
import { between, type Place, snapped } from './edges.ts';
import { FoldedText, folded } from './folded-text.ts';

/** How much is noted of what stands before and after, in UTF-16 code units. */
const CONTEXT = 48;
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
    return {
      quote: {
        type: 'TextQuoteSelector',
        exact,
        prefix: this.#source.slice(safeCut(this.#source, Math.max(0, start - CONTEXT)), start),
        suffix: this.#source.slice(end, safeCut(this.#source, end + CONTEXT)),
      },
      position: { type: 'TextPositionSelector', start, end },
    };
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

/** The one place that is meant, if it can be told. */
function chosen(text: string, exact: string, noted: Context, hint: number): Place | undefined {
  const scored = (places: readonly Place[]) =>
    places
      .map((place) => (place.errors > 0 ? snapped(text, place, noted) : place))
      .map((place) => ({ place, ...agreement(noted, text, place.start, place.end) }))
      .sort((a, b) => b.sum - a.sum);
  let [first, second] = scored(placesOf(text, exact, noted, hint));
  // Words that many sentences share may stand elsewhere as they were, while those that are meant have changed between their neighbours.
  if (first && first.sum < SURE) {
    const [changed] = scored(between(text, exact, noted));
    if (changed && changed.sum > first.sum && !isWithin(first.place, changed.place)) [first, second] = [changed, first];
  }
  if (!first || !agrees(first, exact.length)) return undefined;
  if (second && first.sum - second.sum < MARGIN) return undefined;
  return first.place;
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

/**
 * Whether the surroundings agree well enough. Long words found as they were are enough by themselves; short ones stand in many places, and
 * changed ones may be another sentence.
 */
function agrees({ place, best, sum }: { readonly place: Place; readonly best: number; readonly sum: number }, length: number): boolean {
  if (place.errors > 0) return length > UNMISTAKABLE && place.errors / length < 0.06 ? best >= 0.3 : sum >= 1.4;
  return best >= (length >= UNMISTAKABLE ? 0 : length >= 32 ? 0.3 : length >= 16 ? 0.5 : 0.7);
}
