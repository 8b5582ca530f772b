import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINE_NAMES, lookProperties, PAPERS } from '../../model/look.ts';
import { DEFAULT_SETTINGS, withLook, withoutPage, withoutSite } from '../../model/settings.ts';
import { STATEMENT_KINDS } from '../../model/statement.ts';
import { contrast, fromHex, luminance } from '../../reading/colour.ts';
import { highlightName, highlightRules } from '../../reading/highlight-rules.ts';
import { colourOf, LEAST_CONTRAST, legible, lookOn, paletteOf } from '../../reading/palette.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const on = (colour: string, paper: string) => contrast(luminance(fromHex(colour)), luminance(fromHex(paper)));

describe('colours that a reader picks', () => {
  test('any becomes one that can be read on the papers of our pages and of others', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        for (const paper of ['#f1efe9', '#fbfaf7', '#ffffff']) expect(on(legible(colour, 'light'), paper)).toBeGreaterThanOrEqual(4.5);
        for (const paper of ['#202226', '#17181b', '#1b1b1d', '#000000']) expect(on(legible(colour, 'dark'), paper)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 300 },
    );
  });

  test('one that can be read stays as it is, so that asking twice changes nothing', () => {
    fc.assert(
      fc.property(hex, fc.constantFrom(...PAPERS), (colour, paper) => {
        expect(legible(legible(colour, paper), paper)).toBe(legible(colour, paper));
      }),
      { numRuns: 300 },
    );
    for (const kind of STATEMENT_KINDS) for (const paper of PAPERS) expect(legible(colourOf(kind, paper, 'sure'), paper)).toBe(colourOf(kind, paper, 'sure'));
  });

  test('whatever is stored, a page’s lines reach 3:1: where they would not, they are black or white', () => {
    fc.assert(
      fc.property(hex, hex, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (light, dark, background, isUnsure) => {
        const palette = paletteOf({ claim: { light, dark } });
        const { tone, weight } = lookOn(background, isUnsure, palette);
        for (const kind of STATEMENT_KINDS) {
          expect(contrast(luminance(fromHex(colourOf(kind, tone, weight, palette))), background)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('looks', () => {
  test('a line of choice is in the rules, under the same name', () => {
    for (const line of LINE_NAMES) {
      const palette = paletteOf({ claim: { line } });
      const name = highlightName('claim', { tone: 'light', weight: 'sure' });
      expect(highlightRules(palette)).toContain(`::highlight(${name}){text-decoration:underline ${palette.lines.claim.style} `);
    }
  });

  test('our own pages are told only of what differs', () => {
    expect(lookProperties({})).toEqual({});
    expect(lookProperties({ finding: { line: 'dotted', light: '#112233' } })).toEqual({
      '--finding': 'light-dark(#112233, #e6bf55)',
      '--finding-line': 'dotted',
      '--finding-thickness': '2px',
    });
  });

  test('a choice is kept, and forgotten without a trace', () => {
    const chosen = withLook(DEFAULT_SETTINGS, 'claim', { line: 'wavy' });
    expect(chosen.looks).toEqual({ claim: { line: 'wavy' } });
    expect(withLook(chosen, 'claim', undefined)).toEqual(DEFAULT_SETTINGS);
    expect(withLook(chosen, 'claim', {})).toEqual(DEFAULT_SETTINGS);
  });
});

test('what was chosen for a site and its pages is forgotten, and nothing else', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    sites: { 'a.example': false, 'b.example': false },
    pages: { 'https://a.example/1': true, 'https://b.example/1': true },
  };
  expect(withoutSite(settings, 'a.example')).toEqual({ ...DEFAULT_SETTINGS, sites: { 'b.example': false }, pages: { 'https://b.example/1': true } });
  expect(withoutPage(settings, 'https://b.example/1#x').pages).toEqual({ 'https://a.example/1': true });
});
