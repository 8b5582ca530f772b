/**
 * Where words stand in the viewport, and a card placed beside them. Measures the page, changes nothing of it.
 */
import { placeCard } from './place-card.ts';
import type { Point } from './pointing.ts';

/** The lines of some ranges; none where they are not rendered. */
export function linesOf(ranges: readonly Range[]): DOMRect[] {
  return ranges.flatMap((range) => [...range.getClientRects()]);
}

/** Whether any of the words can be seen without scrolling. */
export function isInView(ranges: readonly Range[], window: Window): boolean {
  return linesOf(ranges).some(({ top, bottom }) => bottom > 0 && top < window.innerHeight);
}

/** Index of the first words in or below the view, or of the last in or above it; the first or last of all where there are none. */
export function nearestInView(list: readonly (readonly Range[])[], by: 1 | -1, window: Window): number {
  const tops = list.map((ranges) => linesOf(ranges)[0]?.top ?? Number.NaN);
  if (by === -1) return tops.findLastIndex((top) => top < window.innerHeight);
  return Math.max(
    0,
    tops.findIndex((top) => top >= 0),
  );
}

/** With less height than this, in CSS px, the foot of a card scrolls with the rest of it. */
const LOW = 220;

/** Places a card, an element of ours with `position: fixed`, beside the words: at the pointer, or where they begin. */
export function positionCard(card: HTMLElement, ranges: readonly Range[], at: Point | undefined, isRtl: boolean): void {
  const window = card.ownerDocument.defaultView;
  if (!window) return;
  const lines = linesOf(ranges);
  const first = lines.find(({ bottom }) => bottom > 0);
  const anchor = at ?? { x: (isRtl ? first?.right : first?.left) ?? 0, y: first ? (first.top + first.bottom) / 2 : 0 };
  card.style.setProperty('max-height', 'none');
  const { offsetWidth: width, offsetHeight: height } = card;
  // Without the scroll bar; pages in quirks mode give their own height here.
  const viewport = { width: card.ownerDocument.documentElement.clientWidth || window.innerWidth, height: window.innerHeight };
  const { left, top, maxHeight } = placeCard({ lines, anchor, card: { width, height }, viewport, isRtl });
  // A transform, since a card that moves by its place counts as a shift of the page's layout.
  card.style.setProperty('transform', `translate(${left}px, ${top}px)`);
  card.style.setProperty('max-height', `${maxHeight}px`);
  card.toggleAttribute('data-low', maxHeight < Math.min(height, LOW));
}
