import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, type CardSpace, placeCard } from '../../reading/place-card.ts';

const line = (top: number, left = 100, right = 500): Box => ({ left, right, top, bottom: top + 24 });
const BASE: CardSpace = {
  lines: [line(300), line(324)],
  anchor: { x: 200, y: 312 },
  card: { width: 360, height: 240 },
  viewport: { width: 1_280, height: 800 },
  isRtl: false,
};

describe('where a card goes', () => {
  test.each<[name: string, change: Partial<CardSpace>, place: Partial<ReturnType<typeof placeCard>>]>([
    ['below the words', {}, { left: 176, top: 356 }],
    ['above, where there is no room below', { lines: [line(600), line(624)], anchor: { x: 200, y: 612 } }, { left: 176, top: 352 }],
    ['on the larger side, scrolling within, where neither is enough', { card: { width: 360, height: 700 } }, { top: 356, maxHeight: 436 }],
    ['within the right edge', { anchor: { x: 1_250, y: 312 } }, { left: 912 }],
    ['within the left edge', { anchor: { x: 4, y: 312 } }, { left: 8 }],
    ['to the left of the pointer, for words that run that way', { isRtl: true, anchor: { x: 600, y: 312 } }, { left: 264 }],
    [
      'where there is little room, small rather than over the words',
      { lines: [line(152), line(176)], anchor: { x: 200, y: 164 }, viewport: { width: 420, height: 320 } },
      { top: 8, maxHeight: 136 },
    ],
    ['beside words that fill the height', { lines: Array.from({ length: 32 }, (_, index) => line(index * 25)) }, { left: 508 }],
  ])('%s', (_name, change, place) => {
    expect(placeCard({ ...BASE, ...change })).toMatchObject(place);
  });
});

test('words that fill a narrow screen leave at least the line that is read', () => {
  const lines = Array.from({ length: 24 }, (_, index) => line(index * 25, 8, 312));
  const { top, maxHeight } = placeCard({ ...BASE, viewport: { width: 320, height: 600 }, lines, anchor: { x: 50, y: 262 }, card: { width: 304, height: 400 } });
  const read = lines[10];
  expect(read).toBeDefined();
  expect(top >= (read?.bottom ?? 0) || top + Math.min(400, maxHeight) <= (read?.top ?? 0)).toBe(true);
});

test('never over the words where there is room beside them, and never out of the view', () => {
  const space = fc.record({ width: fc.integer({ min: 320, max: 2_000 }), height: fc.integer({ min: 480, max: 1_400 }) }).chain((viewport) =>
    fc.record({
      viewport: fc.constant(viewport),
      top: fc.integer({ min: -200, max: viewport.height - 30 }),
      count: fc.integer({ min: 1, max: 12 }),
      x: fc.integer({ min: 0, max: viewport.width }),
      height: fc.integer({ min: 80, max: 900 }),
      isRtl: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(space, ({ viewport, top, count, x, height, isRtl }) => {
      const lines = Array.from({ length: count }, (_, index) => line(top + index * 25, 8, viewport.width - 8));
      const seen = lines.filter((each) => each.bottom > 0 && each.top < viewport.height);
      const read = seen[0];
      if (!read) return;
      const card = { width: Math.min(360, viewport.width - 16), height };
      const place = placeCard({ lines, anchor: { x, y: (read.top + read.bottom) / 2 }, card, viewport, isRtl });
      const bottom = place.top + Math.min(height, place.maxHeight);
      expect(place.left).toBeGreaterThanOrEqual(8);
      expect(place.left + card.width).toBeLessThanOrEqual(viewport.width - 8);
      const covered = seen.filter((each) => place.top < each.bottom && bottom > each.top);
      const room = Math.max(seen[0]?.top ?? 0, viewport.height - (seen.at(-1)?.bottom ?? 0));
      if (room > 132) {
        expect(covered).toEqual([]);
        expect(place.top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThanOrEqual(viewport.height);
      } else expect(covered).not.toContain(read);
    }),
    { numRuns: 1_000 },
  );
});
