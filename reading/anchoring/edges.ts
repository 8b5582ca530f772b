/** Where a changed quote begins and ends: at the neighbours that were noted, where they still stand. */
import type { Context } from './context.ts';

/** A place in folded text, and how many code units differ from what is looked for. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** So much of a neighbour is not there by chance. */
const NEIGHBOUR = 16;
/** A changed quote is the same one if this share of its words is. */
const SAME_WORDS = 0.6;

/** The place with its ends moved to the neighbours, where those are near: changed words at an end are else left out. */
export function snapped(text: string, place: Place, { prefix, suffix }: Context): Place {
  const reach = Math.ceil((place.end - place.start) * 0.4);
  const before = prefix.slice(-NEIGHBOUR);
  const after = suffix.slice(0, NEIGHBOUR);
  const left = before.length < NEIGHBOUR ? -1 : text.lastIndexOf(before, place.start + reach - before.length);
  const right = after.length < NEIGHBOUR ? -1 : text.indexOf(after, Math.max(0, place.end - reach));
  const start = left >= 0 && place.start - left - before.length <= reach ? left + before.length : place.start;
  const end = right >= 0 && right - place.end <= reach ? right : place.end;
  return start < end ? { ...place, start, end } : place;
}

/** Places between the noted neighbours that hold most of the quote's words. Their errors are the length of the words that differ. */
export function between(text: string, exact: string, { prefix, suffix }: Context): Place[] {
  const before = prefix.slice(-NEIGHBOUR);
  const after = suffix.slice(0, NEIGHBOUR);
  if (before.length < NEIGHBOUR || after.length < NEIGHBOUR) return [];
  const places: Place[] = [];
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const start = at + before.length;
    const end = text.indexOf(after, start + Math.floor(exact.length / 2));
    if (end < 0) break;
    if (end - start > exact.length * 2) continue;
    const same = sharedWords(exact, text.slice(start, end));
    if (same >= SAME_WORDS) places.push({ start, end, errors: Math.max(1, Math.round(exact.length * (1 - same))) });
  }
  return places;
}

/** Share of the words of the longer list that both have. */
function sharedWords(one: string, other: string): number {
  const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const rest = words(other);
  const most = Math.max(words(one).length, rest.length);
  let shared = 0;
  for (const word of words(one)) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return most === 0 ? 0 : shared / most;
}
