/**
 * How the kinds of statements are drawn: the line under the words and its colour on light and on dark paper. The usual look, and what the
 * reader has chosen instead. Knows no page; `reading/palette.ts` makes lines of it, extension pages take it as CSS properties.
 */
import * as v from 'valibot';
import { STATEMENT_KINDS, type StatementKind } from './statement.ts';

export const LINE_NAMES = ['solid', 'thick', 'dashed', 'dotted', 'double', 'wavy'] as const;
export type LineName = (typeof LINE_NAMES)[number];

export const PAPERS = ['light', 'dark'] as const;
/** What a page stands on. */
export type Paper = (typeof PAPERS)[number];

const Colour = v.pipe(v.string(), v.regex(/^#[\da-f]{6}$/, 'a colour is # and six lower-case hexadecimal digits'));

/** What the reader has chosen for a kind; the rest stays as usual. */
export const KindLookSchema = v.strictObject({
  line: v.exactOptional(v.picklist(LINE_NAMES)),
  light: v.exactOptional(Colour),
  dark: v.exactOptional(Colour),
});
export type KindLook = v.InferOutput<typeof KindLookSchema>;

export const LooksSchema = v.record(v.picklist(STATEMENT_KINDS), KindLookSchema);
export type Looks = Readonly<Partial<Record<StatementKind, KindLook>>>;

/** The colours are the same as in components/tokens.css; a test holds them together. */
export const USUAL_LOOKS: Readonly<Record<StatementKind, Required<KindLook>>> = {
  claim: { line: 'solid', light: '#1c5aa6', dark: '#86b4f5' },
  denial: { line: 'dashed', light: '#b23a12', dark: '#ff9a73' },
  concession: { line: 'wavy', light: '#17735a', dark: '#68cfae' },
  'no-comment': { line: 'dotted', light: '#5f6368', dark: '#b4b8be' },
  demand: { line: 'double', light: '#7440a0', dark: '#c9a0ee' },
  finding: { line: 'thick', light: '#7d5a00', dark: '#e6bf55' },
};

/** How a kind is drawn, with what the reader has chosen. */
export function lookOf(looks: Looks, kind: StatementKind): Required<KindLook> {
  return { ...USUAL_LOOKS[kind], ...looks[kind] };
}

/** CSS's name of a line, and its thickness in px on the extension's own pages. */
export const LINE_CSS: Readonly<Record<LineName, readonly [style: string, thickness: string]>> = {
  solid: ['solid', '2px'],
  thick: ['solid', '4px'],
  dashed: ['dashed', '2px'],
  dotted: ['dotted', '2px'],
  double: ['double', '2px'],
  wavy: ['wavy', '1.5px'],
};

/**
 * The CSS properties that give the extension's own pages the reader's looks (see components/kinds.css), for the kinds that differ from
 * the usual ones. `colour` says how a property takes both colours.
 */
export function lookProperties(looks: Looks, colour = (light: string, dark: string) => `light-dark(${light}, ${dark})`): Record<string, string> {
  const changed = STATEMENT_KINDS.filter((kind) => looks[kind] !== undefined);
  return Object.fromEntries(
    changed.flatMap((kind) => {
      const { line, light, dark } = lookOf(looks, kind);
      const [style, thickness] = LINE_CSS[line];
      return [
        [`--${kind}`, colour(light, dark)],
        [`--${kind}-line`, style],
        [`--${kind}-thickness`, thickness],
      ];
    }),
  );
}
