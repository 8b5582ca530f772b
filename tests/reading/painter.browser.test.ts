import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { STATEMENT_KINDS } from '../../model/statement.ts';
import { highlightRules } from '../../reading/highlight-rules.ts';
import { type Mark, Painter } from '../../reading/painter.ts';

const painter = new Painter(window);
beforeAll(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlightRules());
  document.adoptedStyleSheets.push(sheet);
});
afterEach(() => {
  painter.clear();
  document.body.replaceChildren();
  document.documentElement.removeAttribute('style');
});

function paragraph(text: string, ...styles: string[]): Text {
  let parent: Element = document.body;
  for (const style of [...styles, '']) {
    const element = document.createElement(style === '' ? 'p' : 'div');
    element.setAttribute('style', style);
    parent.append(element);
    parent = element;
  }
  const node = document.createTextNode(text);
  parent.append(node);
  return node;
}

function mark(node: Text, from: number, to: number, more: Partial<Mark> = {}): Mark {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return { id: more.id ?? 's1', kind: 'claim', isFaint: false, ...more, ranges: [range] };
}

const names = () => [...CSS.highlights.keys()].filter((name) => name.startsWith('allegedly-'));

describe('the colours follow what is behind the words', () => {
  test.each<[name: string, styles: string[], tone: string]>([
    ['nothing at all', [], 'light'],
    ['a dark box', ['background: #111'], 'dark'],
    ['a light box in a dark one', ['background: #111', 'background: #fafafa'], 'light'],
    ['a veil over a dark box', ['background: #111', 'background: rgb(255 255 255 / 0.05)'], 'dark'],
    ['a thick veil over a dark box', ['background: #111', 'background: rgb(255 255 255 / 0.95)'], 'light'],
    ['a mid tone', ['background: #808080'], 'black'],
    ['a strong colour', ['background: #d0302a'], 'white'],
    ['a wide-gamut colour', ['background: oklch(0.2 0.02 260)'], 'dark'],
    ['a colour space of its own', ['background: color(display-p3 0.98 0.98 0.96)'], 'light'],
    ['light words on a picture', ['color: #fff; background: linear-gradient(#000, #222)'], 'dark'],
    ['dark words on a picture', ['color: #111; background: linear-gradient(#fff, #eee)'], 'light'],
  ])('%s', (_name, styles, tone) => {
    painter.paint([mark(paragraph('NSO denied it.', ...styles), 0, 14)]);
    expect(names()).toEqual([`allegedly-claim-${tone}-sure`]);
  });

  test('the browser’s own dark canvas', () => {
    document.documentElement.style.colorScheme = 'dark';
    painter.paint([mark(paragraph('NSO denied it.'), 0, 14)]);
    expect(names()).toEqual(['allegedly-claim-dark-sure']);
  });

  test('each statement for itself, on one page', () => {
    painter.paint([mark(paragraph('One.'), 0, 4), mark(paragraph('Two.', 'background: #000'), 0, 4, { id: 's2', isFaint: true })]);
    expect(names().sort()).toEqual(['allegedly-claim-dark-unsure', 'allegedly-claim-light-sure']);
  });
});

describe('the browser takes every rule as it is meant', () => {
  test.each(STATEMENT_KINDS)('%s', (kind) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(highlightRules());
    const rules = [...sheet.cssRules].filter((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.selectorText.includes(`(allegedly-${kind}-`));
    expect(rules).toHaveLength(12);
    for (const { style } of rules) {
      expect(style.textDecorationLine).toBe('underline');
      expect(style.textDecorationThickness).toMatch(/^[\d.]+px$/);
      expect(style.textUnderlineOffset).toMatch(/^[\d.]+em$/);
    }
  });
});

describe('hit testing', () => {
  const middle = (node: Text, from: number, to: number) => {
    const { left, width, top, height } = mark(node, from, to).ranges[0]?.getBoundingClientRect() ?? new DOMRect();
    return [left + width / 2, top + height / 2] as const;
  };

  test.each([
    ['plain text', ''],
    ['text that cannot be selected', 'user-select: none'],
    ['a zoomed page', 'zoom: 1.75'],
    ['a scaled part', 'transform: scale(1.5); transform-origin: 0 0'],
  ])('finds the statement under a point, the innermost of several: %s', (_name, style) => {
    const node = paragraph('WhatsApp said that NSO had denied the claims in court.', style);
    painter.paint([mark(node, 14, 54, { id: 'outer' }), mark(node, 34, 40, { id: 'inner', kind: 'denial' })]);
    expect(painter.statementAt(...middle(node, 0, 8))).toBeUndefined();
    expect(painter.statementAt(...middle(node, 20, 22))).toBe('outer');
    expect(painter.statementAt(...middle(node, 36, 38))).toBe('inner');
    expect(painter.statementAt(5, 2_000)).toBeUndefined();
  });

  test('words behind something else are not under the pointer', () => {
    const node = paragraph('NSO denied the claims.');
    painter.paint([mark(node, 0, 22)]);
    const point = middle(node, 4, 10);
    expect(painter.statementAt(...point)).toBe('s1');
    const cover = document.createElement('div');
    cover.setAttribute('style', 'position: fixed; inset: 0');
    document.body.append(cover);
    expect(painter.statementAt(...point)).toBeUndefined();
  });
});

test('what is set off stays so when the page is painted anew, and goes with its statement', () => {
  const node = paragraph('One thing. Another thing.');
  painter.paint([mark(node, 0, 9), mark(node, 11, 24, { id: 's2' })]);
  painter.activate('s2');
  const active = () => [...(CSS.highlights.get('allegedly-active-light') ?? [])].map(String);
  expect(active()).toEqual(['Another thing']);
  painter.paint([mark(node, 0, 9), mark(node, 11, 18, { id: 's2' })]);
  expect(active()).toEqual(['Another']);
  painter.paint([mark(node, 0, 9)]);
  expect(active()).toEqual([]);
});

test('painting changes nothing of the page and moves nothing', () => {
  const node = paragraph('NSO denied the claims in court.');
  const before = document.documentElement.outerHTML;
  const { width, height } = node.parentElement?.getBoundingClientRect() ?? new DOMRect();
  painter.paint([mark(node, 4, 21, { kind: 'finding' })]);
  painter.activate('s1');
  painter.flash(painter.marks[0]?.ranges ?? []);
  expect(document.documentElement.outerHTML).toBe(before);
  expect(node.parentElement?.getBoundingClientRect()).toMatchObject({ width, height });
});
