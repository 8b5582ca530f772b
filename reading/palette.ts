/**
 * The look of the marks as data: a line for each kind, told apart by its style first and its colour second, and the colours for
 * what a page may stand on. A set of colours is used only where all of it reaches 3:1 against what is behind the words.
 */
import { STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';
import { contrast, fromHex, luminance } from './colour.ts';

export interface Line {
  readonly style: 'solid' | 'dashed' | 'dotted' | 'double' | 'wavy';
  /** Thickness in px, of a statement that is sure and of one that is not. */
  readonly sure: number;
  readonly unsure: number;
  /** Distance from the letters in em. Claims stand nearest, so that a denial that holds a claim shows both lines. */
  readonly offset: number;
}

export const LINES: Readonly<Record<StatementKind, Line>> = {
  claim: { style: 'solid', sure: 2, unsure: 1, offset: 0.18 },
  denial: { style: 'dashed', sure: 2, unsure: 1, offset: 0.3 },
  concession: { style: 'wavy', sure: 1.5, unsure: 1, offset: 0.26 },
  'no-comment': { style: 'dotted', sure: 2.5, unsure: 1.5, offset: 0.3 },
  demand: { style: 'double', sure: 1.5, unsure: 1, offset: 0.26 },
  finding: { style: 'solid', sure: 4, unsure: 2, offset: 0.3 },
};

/** `light` and `dark` are colours for light and dark pages; `black` and `white` serve whatever lies between, by line style alone. */
export const TONES = ['light', 'dark', 'black', 'white'] as const;
export type Tone = (typeof TONES)[number];
/** `sure`; `unsure`: paler and thinner; `thin`: unsure where the paler colours would not be seen, so only thinner. */
export const WEIGHTS = ['sure', 'unsure', 'thin'] as const;
export type Weight = (typeof WEIGHTS)[number];

type Colours = Readonly<Record<StatementKind, string>>;

const same = (colour: string): Colours => Object.fromEntries(STATEMENT_KINDS.map((kind) => [kind, colour])) as Record<StatementKind, string>;

/** The same as in components/tokens.css, for the sure ones. */
const SURE: Readonly<Record<Tone, Colours>> = {
  light: { claim: '#1c5aa6', denial: '#b23a12', concession: '#17735a', 'no-comment': '#5f6368', demand: '#7440a0', finding: '#7d5a00' },
  dark: { claim: '#86b4f5', denial: '#ff9a73', concession: '#68cfae', 'no-comment': '#b4b8be', demand: '#c9a0ee', finding: '#e6bf55' },
  black: same('#000000'),
  white: same('#ffffff'),
};
const UNSURE: Readonly<Record<Tone, Colours>> = {
  light: { claim: '#5583bc', denial: '#c36647', concession: '#438e79', 'no-comment': '#7d8185', demand: '#9771b8', finding: '#997d37' },
  dark: { claim: '#6586b4', denial: '#b97358', concession: '#4c907c', 'no-comment': '#828489', demand: '#9578b0', finding: '#9a823f' },
  black: SURE.black,
  white: SURE.white,
};

export const LEAST_CONTRAST = 3;

/** The colour of a kind's line, `#rrggbb`. */
export function colourOf(kind: StatementKind, tone: Tone, weight: Weight): string {
  return (weight === 'unsure' ? UNSURE : SURE)[tone][kind];
}

export interface Look {
  readonly tone: Tone;
  readonly weight: Weight;
}

/** How a statement is drawn on a background of this luminance (0 to 1): in colours that can all be told from it. */
export function lookOn(background: number, isUnsure: boolean): Look {
  const reaches = (colours: Colours) => Object.values(colours).every((colour) => contrast(luminance(fromHex(colour)), background) >= LEAST_CONTRAST);
  const tone = (['light', 'dark'] as const).find((each) => reaches(SURE[each])) ?? (contrast(0, background) >= contrast(1, background) ? 'black' : 'white');
  if (!isUnsure) return { tone, weight: 'sure' };
  return { tone, weight: reaches(UNSURE[tone]) && UNSURE[tone] !== SURE[tone] ? 'unsure' : 'thin' };
}

/** Whether what is set on such a background (a card beside it) is better dark. */
export function isDark(background: number): boolean {
  return contrast(1, background) > contrast(0, background);
}
