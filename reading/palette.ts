/**
 * The look of the marks as data: a line for each kind, told apart by its style first and its colour second, and the colours for
 * what a page may stand on. A set of colours is used only where all of it reaches 3:1 against what is behind the words.
 */
import { type LineName, type Looks, lookOf, type Paper } from '../model/look.ts';
import { STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';
import { contrast, fromHex, luminance, mixed } from './colour.ts';

export interface Line {
  readonly style: 'solid' | 'dashed' | 'dotted' | 'double' | 'wavy';
  /** Thickness in px, of a statement that is sure and of one that is not. */
  readonly sure: number;
  readonly unsure: number;
  /** Distance from the letters in em. Claims stand nearest, so that a denial that holds a claim shows both lines. */
  readonly offset: number;
}

/** The lines by name, as they are drawn. */
export const LINE_OF: Readonly<Record<LineName, Line>> = {
  solid: { style: 'solid', sure: 2, unsure: 1, offset: 0.18 },
  dashed: { style: 'dashed', sure: 2, unsure: 1, offset: 0.3 },
  wavy: { style: 'wavy', sure: 1.5, unsure: 1, offset: 0.26 },
  dotted: { style: 'dotted', sure: 2.5, unsure: 1.5, offset: 0.3 },
  double: { style: 'double', sure: 1.5, unsure: 1, offset: 0.26 },
  thick: { style: 'solid', sure: 4, unsure: 2, offset: 0.3 },
};

/** `light` and `dark` are colours for light and dark pages; `black` and `white` serve whatever lies between, by line style alone. */
export const TONES = ['light', 'dark', 'black', 'white'] as const;
export type Tone = (typeof TONES)[number];
/** `sure`; `unsure`: paler and thinner; `thin`: unsure where the paler colours would not be seen, so only thinner. */
export const WEIGHTS = ['sure', 'unsure', 'thin'] as const;
export type Weight = (typeof WEIGHTS)[number];

type Colours = Readonly<Record<StatementKind, string>>;
type Tones = Readonly<Record<Tone, Colours>>;

/** All lines and colours by which the kinds are drawn. */
export interface Palette {
  readonly lines: Readonly<Record<StatementKind, Line>>;
  readonly sure: Tones;
  readonly unsure: Tones;
}

const byKind = <T>(give: (kind: StatementKind) => T) => Object.fromEntries(STATEMENT_KINDS.map((kind) => [kind, give(kind)])) as Record<StatementKind, T>;
const BLACK = '#000000';
const WHITE = '#ffffff';

/** What is not sure is paler by so much of the paper. */
const PALER = 0.25;

/** The palette with what the reader has chosen. */
export function paletteOf(looks: Looks): Palette {
  const plain = { black: byKind(() => BLACK), white: byKind(() => WHITE) };
  return {
    lines: byKind((kind) => LINE_OF[lookOf(looks, kind).line]),
    sure: { light: byKind((kind) => lookOf(looks, kind).light), dark: byKind((kind) => lookOf(looks, kind).dark), ...plain },
    unsure: {
      light: byKind((kind) => mixed(lookOf(looks, kind).light, WHITE, PALER)),
      dark: byKind((kind) => mixed(lookOf(looks, kind).dark, BLACK, PALER)),
      ...plain,
    },
  };
}

export const USUAL: Palette = paletteOf({});
/** The usual lines. */
export const LINES = USUAL.lines;

export const LEAST_CONTRAST = 3;

/** The colour of a kind's line, `#rrggbb`. */
export function colourOf(kind: StatementKind, tone: Tone, weight: Weight, palette: Palette = USUAL): string {
  return (weight === 'unsure' ? palette.unsure : palette.sure)[tone][kind];
}

export interface Look {
  readonly tone: Tone;
  readonly weight: Weight;
}

/** How a statement is drawn on a background of this luminance (0 to 1): in colours that can all be told from it. */
export function lookOn(background: number, isUnsure: boolean, { sure, unsure }: Palette = USUAL): Look {
  const reaches = (colours: Colours) => Object.values(colours).every((colour) => contrast(luminance(fromHex(colour)), background) >= LEAST_CONTRAST);
  const tone = (['light', 'dark'] as const).find((each) => reaches(sure[each])) ?? (contrast(0, background) >= contrast(1, background) ? 'black' : 'white');
  if (!isUnsure) return { tone, weight: 'sure' };
  return { tone, weight: reaches(unsure[tone]) && (tone === 'light' || tone === 'dark') ? 'unsure' : 'thin' };
}

/** Whether what is set on such a background (a card beside it) is better dark. */
export function isDark(background: number): boolean {
  return contrast(1, background) > contrast(0, background);
}

/** The least favourable paper of the extension's own pages, where a kind's name is written in its colour. */
const PAPER: Readonly<Record<Paper, string>> = { light: '#f1efe9', dark: '#202226' };
/** For text (WCAG 2.2, 1.4.3); its lines on pages then have more than the 3:1 that they need. */
const LEAST_FOR_TEXT = 4.5;
const STEPS = 50;

/** The nearest colour to the one given that can be read on such paper: the same, or one with so much black or white in it. */
export function legible(colour: string, paper: Paper): string {
  const behind = luminance(fromHex(PAPER[paper]));
  const isEnough = (each: string) => contrast(luminance(fromHex(each)), behind) >= LEAST_FOR_TEXT;
  const candidates = Array.from({ length: STEPS + 1 }, (_, step) => mixed(colour, paper === 'light' ? BLACK : WHITE, step / STEPS));
  return candidates.find(isEnough) ?? (paper === 'light' ? BLACK : WHITE);
}
