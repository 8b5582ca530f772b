/**
 * Tells which marked passage stands where the eye reads, while the page is scrolled. Only looks at the page.
 */
import type { Mark } from './painter.ts';

/** A reader's eye rests about here, as a share of the window's height. */
const EYE = 0.35;
/** The page is looked at no more often than this while it scrolls. */
const EVERY_MS = 150;

/** Calls back with the id of the mark nearest to the eye within the window, or undefined, whenever it changes, until the signal aborts. */
export function watchPassageInView(
  window: Window,
  marks: () => readonly Pick<Mark, 'id' | 'ranges'>[],
  onChange: (id: string | undefined) => void,
  signal: AbortSignal,
): void {
  let timer: number | undefined;
  let last: string | undefined;
  const look = () => {
    timer = undefined;
    const seen = passageInView(window.innerHeight, marks());
    if (seen === last) return;
    last = seen;
    onChange(seen);
  };
  const later = () => {
    timer ??= window.setTimeout(look, EVERY_MS);
  };
  window.addEventListener('scroll', later, { signal, passive: true, capture: true });
  signal.addEventListener('abort', () => window.clearTimeout(timer));
}

/** The id of the mark nearest to the eye; undefined where none is within the window. */
export function passageInView(height: number, marks: readonly Pick<Mark, 'id' | 'ranges'>[]): string | undefined {
  let best: { id: string; distance: number } | undefined;
  for (const { id, ranges } of marks) {
    const box = ranges[0]?.getBoundingClientRect();
    if (!box || (box.width === 0 && box.height === 0) || box.bottom < 0 || box.top > height) continue;
    const distance = Math.abs(box.top - height * EYE);
    if (!best || distance < best.distance) best = { id, distance };
  }
  return best?.id;
}
