/**
 * Ways in which an article changes between two readings, each with the place where a statement's words stand afterwards.
 * Texts are blocks joined by line feeds; the first one is the title. Knows nothing of how words are found again.
 */
import type { Span } from '../../model/span.ts';
import { below, type Random } from './random.ts';

export interface Drifted {
  readonly text: string;
  /** Where the words stand now; undefined where they are gone. */
  readonly expected: Span | undefined;
}

export type Edit = (text: string, span: Span, random: Random) => Drifted;

/** `length` code units at `at` give way to `words`. */
interface Replacement {
  readonly at: number;
  readonly length: number;
  readonly words: string;
}

/** Replacements in order, which do not overlap. A span grows with what is put into it, and moves with what is put before it. */
function replaced(text: string, [start, end]: Span, replacements: readonly Replacement[]): Drifted {
  let result = '';
  let last = 0;
  let [from, to] = [start, end];
  for (const { at, length, words } of replacements) {
    result += text.slice(last, at) + words;
    last = at + length;
    const growth = words.length - length;
    if (at + length <= start && at < start) from += growth;
    else if (at === start && length === 0) from += growth;
    if (at < end) to += growth;
  }
  return { text: result + text.slice(last), expected: [from, to] };
}

const replacedAll = (text: string, span: Span, pattern: RegExp, words: (found: string) => string): Drifted =>
  replaced(
    text,
    span,
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ at: index, length: found.length, words: words(found) })),
  );

const blockStart = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;
const blockEnd = (text: string, offset: number) => (text.indexOf('\n', offset) + text.length + 1) % (text.length + 1);
const inserted = (text: string, span: Span, at: number, words: string) => replaced(text, span, [{ at, length: 0, words }]);

const FILLERS = [
  'The hearing had been moved twice before.',
  'Officials did not return calls on the weekend.',
  'It was the third such filing within a month.',
  'A spokeswoman said that more would follow in due course.',
];
const filler = (random: Random) => FILLERS[below(FILLERS.length, random)] as string;

/** The fourteen kinds of change. */
export const EDITS: Readonly<Record<string, Edit>> = {
  typo: (text, span, random) => {
    const at = span[0] + below(span[1] - span[0], random);
    return replaced(text, span, [{ at, length: 1, words: text[at] === 'x' ? 'y' : 'x' }]);
  },
  'word swap': (text, span) => {
    const pair = /(\S+) (\S+)/.exec(text.slice(...span));
    if (!pair) return { text, expected: span };
    return replaced(text, span, [{ at: span[0] + pair.index, length: pair[0].length, words: `${pair[2]} ${pair[1]}` }]);
  },
  'sentence inserted before or after': (text, span, random) =>
    random() < 0.5 ? inserted(text, span, span[0], `${filler(random)} `) : inserted(text, span, span[1], ` ${filler(random)}`),
  'paragraph moved': (text, [start, end], random) => {
    const from = blockStart(text, start);
    const to = blockEnd(text, end);
    const paragraph = text.slice(from, to);
    const others = [...text.slice(0, from).split('\n').slice(0, -1), ...text.slice(to + 1).split('\n')];
    const place = 1 + below(others.length, random);
    const before = others.slice(0, place).join('\n');
    const moved = [before, paragraph, ...others.slice(place)].join('\n');
    const shift = before.length + 1 - from;
    return { text: moved, expected: [start + shift, end + shift] };
  },
  'quote style changed': (text, span, random) =>
    random() < 0.5
      ? replacedAll(text, span, /[“”"‘’']/g, (quote) => (/[‘’']/.test(quote) ? "'" : '"'))
      : replacedAll(text, span, /[“”"]/g, (quote) => (quote === '“' ? '«' : '»')),
  'no-break spaces': (text, span, random) => replacedAll(text, span, / /g, () => (random() < 0.3 ? '\u00a0' : ' ')),
  'soft hyphens': (text, span) => replacedAll(text, span, /\p{L}{4}(?=\p{L}{4})/gu, (syllables) => `${syllables}\u00ad`),
  ligatures: (text, span) => replacedAll(text, span, /ff|fi|fl/g, (pair) => ({ ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ' })[pair] ?? pair),
  'ad block inserted': (text, span) =>
    inserted(text, span, blockStart(text, span[0]), 'ADVERTISEMENT\nShoes that walk by themselves. From 49.90, while stocks last.\n'),
  'paragraph split': (text, span) => {
    const space = text.lastIndexOf(' ', span[0] + Math.floor((span[1] - span[0]) / 2));
    return space < 0 ? { text, expected: span } : replaced(text, span, [{ at: space, length: 1, words: '\n' }]);
  },
  'read-more collapsed': (text, [start, end], random) => {
    const cut = blockEnd(text, below(text.length, random));
    return { text: text.slice(0, cut), expected: end <= cut ? [start, end] : undefined };
  },
  'headline test': (text, span) => replaced(text, span, [{ at: 0, length: Math.min(blockEnd(text, 0), span[0]), words: 'What the judges now want to know' }]),
  'date stamp': (text, span) => inserted(text, span, Math.min(blockEnd(text, 0), span[0]), '\nUpdated 4:15 p.m. ET, 3 March 2025'),
  'correction note': (text, [start, end]) => {
    const words = text.slice(start, end).split(' ');
    const misquoted = [...words.slice(0, -1), 'otherwise'].join(' ');
    return { text: `${text}\nCorrection: An earlier version of this article said that ${misquoted}. It has been put right.`, expected: [start, end] };
  },
};

/** Spans as statements have them: whole sentences, and stretches of words within one; never over the bounds of a block, never in the title. */
export function statementSpans(text: string, count: number, random: Random): Span[] {
  const sentences = [...text.matchAll(/[^\n.!?]{20,400}[.!?]?["”’']?/g)].filter(({ index }) => index > text.indexOf('\n'));
  const spans: Span[] = [];
  for (let tries = 0; spans.length < count && tries < count * 20 && sentences.length > 0; tries++) {
    const { 0: words, index } = sentences[below(sentences.length, random)] as RegExpExecArray;
    const lead = words.length - words.trimStart().length;
    const bounds = [...words.trim().matchAll(/\S+/g)].map((word) => ({ from: index + lead + word.index, to: index + lead + word.index + word[0].length }));
    const first = random() < 0.5 ? 0 : below(Math.max(1, bounds.length - 3), random);
    const last = first === 0 && random() < 0.5 ? bounds.length - 1 : Math.min(bounds.length - 1, first + 3 + below(20, random));
    const from = bounds[first]?.from;
    const to = bounds[last]?.to;
    if (from !== undefined && to !== undefined && last - first >= 3) spans.push([from, to]);
  }
  return spans;
}

/** Spans of any length at any offsets. */
export function anySpans(text: string, count: number, random: Random): Span[] {
  return Array.from({ length: count }, () => {
    const start = below(text.length, random);
    const length = 1 + below(random() < 0.8 ? 300 : 3_000, random);
    return [start, Math.min(text.length, start + length)];
  });
}
