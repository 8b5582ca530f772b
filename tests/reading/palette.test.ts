import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATEMENT_KINDS } from '../../model/statement.ts';
import { contrast, fromHex, luminance, over, WHITE } from '../../reading/colour.ts';
import { highlightName, highlightRules } from '../../reading/highlight-rules.ts';
import { colourOf, isDark, LEAST_CONTRAST, LINES, lookOn, TONES, WEIGHTS } from '../../reading/palette.ts';
import { distance, VISIONS, type Vision } from '../support/colour-vision.ts';

const visions = Object.keys(VISIONS) as Vision[];
const pairs = STATEMENT_KINDS.flatMap((a, index) => STATEMENT_KINDS.slice(index + 1).map((b) => [a, b] as const));

describe('contrast', () => {
  test.each([
    ['#000000', true],
    ['#202226', true],
    ['#f1efe9', false],
    ['#ffffff', false],
  ])('a card beside %s is dark: %s', (paper, isSo) => expect(isDark(luminance(fromHex(paper)))).toBe(isSo));

  test('every line reaches 3:1 on any background whatever, sure or not', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (background, isUnsure) => {
        const { tone, weight } = lookOn(background, isUnsure);
        for (const kind of STATEMENT_KINDS)
          expect(contrast(luminance(fromHex(colourOf(kind, tone, weight))), background)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['white paper', '#ffffff', 'light', 'unsure'],
    ['cream', '#fff1e5', 'light', 'unsure'],
    ['grey paper', '#d9d9d9', 'light', 'thin'],
    ['mid grey', '#808080', 'black', 'thin'],
    ['a strong red', '#d0302a', 'white', 'thin'],
    ['dark slate', '#1b1b1d', 'dark', 'unsure'],
    ['black', '#000000', 'dark', 'unsure'],
  ] as const)('%s', (_name, background, tone, weight) => {
    const behind = luminance(fromHex(background));
    expect(lookOn(behind, false)).toEqual({ tone, weight: 'sure' });
    expect(lookOn(behind, true)).toEqual({ tone, weight });
  });

  test('what is not sure is thinner, and paler where it can be', () => {
    for (const kind of STATEMENT_KINDS) {
      expect(LINES[kind].unsure).toBeLessThanOrEqual(LINES[kind].sure * 0.67);
      for (const [tone, paper] of [
        ['light', '#ffffff'],
        ['dark', '#1b1b1d'],
      ] as const) {
        const on = (weight: 'sure' | 'unsure') => contrast(luminance(fromHex(colourOf(kind, tone, weight))), luminance(fromHex(paper)));
        expect(on('unsure')).toBeLessThan(on('sure') * 0.75);
      }
    }
  });

  test('translucent colours are laid over each other', () => {
    expect(over({ red: 0, green: 0, blue: 0, alpha: 0.5 }, WHITE)).toEqual({ red: 127.5, green: 127.5, blue: 127.5, alpha: 1 });
    expect(contrast(luminance(fromHex('#000000')), luminance(WHITE))).toBeCloseTo(21, 5);
  });
});

describe('kinds are told apart', () => {
  test('without any colour: no two kinds share both style and thickness', () => {
    for (const [a, b] of pairs)
      expect(LINES[a].style !== LINES[b].style || Math.max(LINES[a].sure, LINES[b].sure) >= 2 * Math.min(LINES[a].sure, LINES[b].sure), `${a}, ${b}`).toBe(
        true,
      );
  });

  test.each(visions)('by colour, with %s: claims from denials, and kinds whose lines have the same style', (vision) => {
    const alike = pairs.filter(([a, b]) => LINES[a].style === LINES[b].style || (a === 'claim' && b === 'denial'));
    expect(alike.length).toBeGreaterThan(1);
    for (const [a, b] of alike)
      for (const tone of ['light', 'dark'] as const)
        for (const weight of ['sure', 'unsure'] as const)
          expect(distance(colourOf(a, tone, weight), colourOf(b, tone, weight), vision), `${a}, ${b}, ${tone}`).toBeGreaterThan(25);
  });

  test('a simulation that leaves colours as they are would be seen: red and green come close without one of the cones', () => {
    expect(distance('#b23a12', '#6b6b12', 'deuteranopia')).toBeLessThan(distance('#b23a12', '#6b6b12', 'usual') / 2);
  });
});

describe('the rules', () => {
  const rules = highlightRules();

  test('there is one for every look', () => {
    for (const kind of STATEMENT_KINDS)
      for (const tone of TONES)
        for (const weight of WEIGHTS) {
          const rule = new RegExp(
            `::highlight\\(${highlightName(kind, { tone, weight })}\\)\\{text-decoration:underline ${LINES[kind].style} ${colourOf(kind, tone, weight)} `,
          );
          expect(rules).toMatch(rule);
        }
  });

  test('there are others for forced colours and for paper', () => {
    expect(rules).toContain('@media (forced-colors:active)');
    expect(rules).toContain('@media print');
  });

  test('the extension’s pages show the kinds in the same colours', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../components/tokens.css'), 'utf8');
    for (const kind of STATEMENT_KINDS) {
      const given = [...tokens.matchAll(new RegExp(`--${kind}:\\s*(#[\\da-f]{6})`, 'g'))].map((match) => match[1]);
      expect(given).toEqual([colourOf(kind, 'light', 'sure'), colourOf(kind, 'dark', 'sure')]);
    }
  });
});
