/**
 * The style rules by which the browser draws the marks, made of the palette. A highlight cannot ask what it stands on, so each look
 * has a name of its own. None of the rules can move anything: highlights are painted, not laid out.
 */
import { STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';
import { colourOf, type Look, type Palette, TONES, type Tone, USUAL, WEIGHTS } from './palette.ts';

export const PREFIX = 'allegedly-';
/** Lit up for a moment, after a jump to it. */
export const FLASH = `${PREFIX}flash`;

/** The highlight under which statements of a kind with this look are registered. */
export function highlightName(kind: StatementKind, { tone, weight }: Look): string {
  return `${PREFIX}${kind}-${tone}-${weight}`;
}

/** The highlight of the statement whose card is open. */
export function activeName(tone: Tone): string {
  return `${PREFIX}active-${tone}`;
}

const looks = STATEMENT_KINDS.flatMap((kind) => TONES.flatMap((tone) => WEIGHTS.map((weight) => ({ kind, look: { tone, weight } }))));

/** Every highlight that is ever registered. */
export const HIGHLIGHT_NAMES: readonly string[] = [...looks.map(({ kind, look }) => highlightName(kind, look)), ...TONES.map(activeName), FLASH];

/** All rules, as one style sheet. */
export function highlightRules(palette: Palette = USUAL): string {
  const select = (name: string) => `::highlight(${name})`;
  const all = looks.map(({ kind, look }) => select(highlightName(kind, look))).join(',');
  const lines = looks.map(({ kind, look }) => {
    const { style, sure, unsure, offset } = palette.lines[kind];
    const thickness = look.weight === 'sure' ? sure : unsure;
    return `${select(highlightName(kind, look))}{text-decoration:underline ${style} ${colourOf(kind, look.tone, look.weight, palette)} ${thickness}px;text-underline-offset:${offset}em;text-decoration-skip-ink:none}`;
  });
  const active = TONES.map((tone) => `${select(activeName(tone))}{background-color:${tone === 'dark' || tone === 'white' ? '#ffe08a2e' : '#ffcf4a4d'}}`);
  const lit = [FLASH, ...TONES.map(activeName)].map(select).join(',');
  // Paper is white whatever the page's background was, and nothing is lit up on it.
  const printed = STATEMENT_KINDS.map((kind) => {
    const names = looks.filter((each) => each.kind === kind).map(({ look }) => select(highlightName(kind, look)));
    return `${names.join(',')}{text-decoration-color:${colourOf(kind, 'light', 'sure', palette)}}`;
  });
  return [
    ...lines,
    ...active,
    `${select(FLASH)}{background-color:#ffd75e;color:#1d1f22}`,
    `@media (forced-colors:active){${all}{text-decoration-color:CanvasText}${lit}{background-color:Highlight;color:HighlightText}}`,
    `@media print{${printed.join('')}${lit}{background-color:transparent;color:inherit}}`,
  ].join('\n');
}
