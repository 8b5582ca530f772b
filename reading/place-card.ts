/**
 * Where a card goes: above or below the words that it is about, never over them. Geometry alone; all numbers are CSS px of the viewport.
 */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface CardSpace {
  /** The lines of the words; those out of view do not matter. */
  readonly lines: readonly Box[];
  /** Where the pointer is, or the words begin. */
  readonly anchor: { readonly x: number; readonly y: number };
  readonly card: { readonly width: number; readonly height: number };
  readonly viewport: { readonly width: number; readonly height: number };
  readonly isRtl: boolean;
}

export interface CardPlace {
  readonly left: number;
  readonly top: number;
  /** The card scrolls within itself where it is higher than the room there is. */
  readonly maxHeight: number;
}

const GAP = 8;
const MARGIN = 8;
/** A card lower than this cannot be read. */
const LEAST_HEIGHT = 112;
/** How far the card reaches back from the anchor, so that it seems to hang on the words. */
const OVERHANG = 24;

export function placeCard({ lines, anchor, card, viewport, isRtl }: CardSpace): CardPlace {
  const seen = lines.filter(({ top, bottom }) => bottom > 0 && top < viewport.height);
  const here = seen.find(({ top, bottom }) => anchor.y >= top && anchor.y <= bottom);
  const fallback = { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y };
  const words = hull(seen) ?? fallback;
  const wanted = isRtl ? anchor.x + OVERHANG - card.width : anchor.x - OVERHANG;
  const left = clamp(wanted, MARGIN, viewport.width - MARGIN - card.width);
  const place = beyond(words, card.height, viewport.height);
  if (place.maxHeight >= Math.min(LEAST_HEIGHT, card.height)) return { left, ...place };
  const beside = sideOf(words, card.width, viewport.width);
  if (beside !== undefined) {
    const maxHeight = viewport.height - 2 * MARGIN;
    return { left: beside, top: clamp(anchor.y - OVERHANG, MARGIN, viewport.height - MARGIN - Math.min(card.height, maxHeight)), maxHeight };
  }
  // The words fill the viewport: at least the line that is being read stays free.
  return { left, ...beyond(here ?? fallback, card.height, viewport.height) };
}

/** Below the words if it fits, above if it fits there, else where there is more room. */
function beyond({ top, bottom }: Pick<Box, 'top' | 'bottom'>, height: number, viewportHeight: number): Omit<CardPlace, 'left'> {
  const below = viewportHeight - MARGIN - bottom - GAP;
  const above = top - GAP - MARGIN;
  const isBelow = height <= below || (height > above && below >= above);
  const maxHeight = Math.max(0, isBelow ? below : above);
  return { top: isBelow ? bottom + GAP : top - GAP - Math.min(height, maxHeight), maxHeight };
}

function sideOf({ left, right }: Box, width: number, viewportWidth: number): number | undefined {
  if (right + GAP + width + MARGIN <= viewportWidth) return right + GAP;
  return left - GAP - width >= MARGIN ? left - GAP - width : undefined;
}

function hull(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
