/** describe and locate: tables of what is hard, and properties over seeded ranges and changes of the own articles. */
import { describe, expect, it, test } from 'vitest';
import { Anchors } from '../../../reading/anchoring/anchors.ts';
import { FoldedText } from '../../../reading/anchoring/folded-text.ts';
import { scoreDrift } from '../../../scripts/bench/anchor-score.ts';
import { anySpans, statementSpans } from '../../../scripts/bench/drift.ts';
import { seeded } from '../../../scripts/bench/random.ts';
import { fixtureArticles } from '../../fixtures/articles/load.ts';

const texts = fixtureArticles().map(({ title, paragraphs }) => [title, ...paragraphs].join('\n'));

function found(before: string, words: string, after: string, nth = 0): string | undefined {
  let at = before.indexOf(words);
  for (let i = 0; i < nth; i++) at = before.indexOf(words, at + 1);
  const selectors = new Anchors(before).describe([at, at + words.length]);
  const span = selectors && new Anchors(after).locate(selectors);
  return span && `${after.slice(0, span[0])}[${after.slice(...span)}]${after.slice(span[1])}`;
}

const BEFORE = 'The case\nThe firm said on Monday that it never operates the tool itself. A judge will hear both sides in May.';

describe('locate', () => {
  it.each([
    [
      'nothing changed',
      'it never operates the tool itself',
      BEFORE,
      'The case\nThe firm said on Monday that [it never operates the tool itself]. A judge will hear both sides in May.',
    ],
    [
      'moved down',
      'it never operates the tool itself',
      `Updated\n${BEFORE}`,
      `Updated\nThe case\nThe firm said on Monday that [it never operates the tool itself]. A judge will hear both sides in May.`,
    ],
    [
      'a typo mended',
      'A judge will hear both sides in May',
      BEFORE.replace('hear', 'heer'),
      'The case\nThe firm said on Monday that it never operates the tool itself. [A judge will heer both sides in May].',
    ],
    [
      'spaces and hyphens nobody sees',
      'operates the tool',
      BEFORE.replace('operates the', 'oper\u00adates\u00a0the'),
      'The case\nThe firm said on Monday that it never [oper\u00adates\u00a0the tool] itself. A judge will hear both sides in May.',
    ],
    [
      'words swapped',
      'it never operates',
      BEFORE.replace('it never', 'never it'),
      'The case\nThe firm said on Monday that [never it operates] the tool itself. A judge will hear both sides in May.',
    ],
    ['gone', 'it never operates the tool itself', 'The case\nThe firm did not comment. A judge will hear both sides in May.', undefined],
    [
      'another sentence in its place',
      'it never operates the tool itself',
      BEFORE.replace('it never operates the tool itself', 'the weather was fine in the capital'),
      undefined,
    ],
    ['an empty text', 'it never operates the tool itself', '', undefined],
  ])('%s', (_name, words, after, expected) => {
    expect(found(BEFORE, words, after)).toBe(expected);
  });

  it('tells repeated words by what stands around them', () => {
    const text = 'Title\nOn Monday the firm denied it. Ann spoke first.\nOn Friday the firm denied it. Bo spoke last.';
    expect(found(text, 'the firm denied it', `Live\n${text}`, 1)).toBe(
      `Live\nTitle\nOn Monday the firm denied it. Ann spoke first.\nOn Friday [the firm denied it]. Bo spoke last.`,
    );
  });

  it('is an orphan where two places cannot be told apart', () => {
    const block = 'On Monday the firm denied it all, and said so twice to those who asked. Ann spoke first, then came the others.';
    expect(found(`Title\n${block}`, 'the firm denied it all', `Live\nTitle\n${block}\nOther\nTitle\n${block}`)).toBeUndefined();
  });

  const LIST = ['Ann Ro (May 2019). "Boats".', 'Bo Li (June 2019). "Ferries".', 'Cy Xu (July 2019). "Quays".'].map(
    (entry) => `${entry} The Harbour Annual, a yearly. Seen on 9 June 2021.`,
  );

  it.each([
    [
      'and a sentence put before one of them',
      1,
      (text: string) => text.replace('"Ferries".', '"Ferries". Nobody knew why it had been left out of the first list.'),
    ],
    ['and one of them moved away', 1, (text: string) => [text.split('\n')[0], ...[...text.split('\n').slice(2), 'The end', text.split('\n')[2]]].join('\n')],
    ['and the text cut off before one of them', 2, (text: string) => text.slice(0, text.indexOf('Cy Xu'))],
    ['and a misprint in one of them', 1, (text: string) => text.replace('"Ferries". The Harbour Annual', '"Ferries". The Harbour Anual')],
  ])('words that stand in every line of a list, %s: in their own line or nowhere', (_name, nth, change) => {
    const words = 'The Harbour Annual, a yearly.';
    const before = ['Boats', ...LIST].join('\n');
    const located = found(before, words, change(before), nth);
    const line = located?.split('\n').find((each) => each.includes('['));
    expect([undefined, ...LIST.slice(nth, nth + 1).map((each) => each.slice(0, 5))]).toContain(line?.slice(0, 5));
  });

  it('a sentence that stands twice is the one that was meant, wherever the page puts something in', () => {
    const sentence = 'The firm has never run the tool itself.';
    const text = (update: string) => `Title\n“${sentence}”\nThe court sat on Monday.${update} ${sentence} Ann spoke first, and then came the others.`;
    const after = text(' It rose at noon.');
    const expected = after.replace(/(noon\. )(The firm has never run the tool itself\.)/, '$1[$2]');
    expect([expected, undefined]).toContain(found(text(''), sentence, after, 1));
    expect(found(text(''), sentence, `Live\n${text('')}`, 1)).toBe(
      `Live\n${text('').replace(/(Monday\. )(The firm has never run the tool itself\.)/, '$1[$2]')}`,
    );
  });

  it('short words are not found somewhere else', () => {
    expect(found('Title\nThe judge said no on Monday.', 'no', 'Title\nThere was no hearing. Nothing else is known of it.')).toBeUndefined();
  });

  it.each(['👩‍⚖️ said “no” 🏛️', 'שלום the firm', 'e\u0301tat', 'ﬁnal'])('finds %j by UTF-16 offsets', (words) => {
    expect(found(`Title\nBefore that, ${words} and so on.`, words, `More\nTitle\nBefore that, ${words} and so on.`)).toBe(
      `More\nTitle\nBefore that, [${words}] and so on.`,
    );
  });

  it('takes ranges that part a character’s halves', () => {
    const text = 'Title\nThe firm 🏛️ said no.';
    const at = text.indexOf('🏛') + 1;
    const selectors = new Anchors(text).describe([at, at + 9]);
    expect(selectors && new Anchors(text).locate(selectors)).toEqual([at, at + 9]);
  });
});

test('white space has no words to be found by', () => {
  expect(new Anchors('a   b').describe([1, 4])).toBeUndefined();
});

test('every place in a folded text leads back to where it came from', () => {
  for (const text of ['  “A”\u00a0– b…\u00adﬁn \n\n c', ...texts.slice(0, 5)]) {
    const folded = new FoldedText(text);
    for (let at = 0; at < folded.text.length; at += 3) {
      const [start, end] = folded.unfold([at, at + 1]);
      expect(end).toBe(start + 1);
      expect(new FoldedText(text.slice(start, end)).text === '' || folded.text.includes(new FoldedText(text.slice(start, end)).text)).toBe(true);
      expect(folded.fold(start)).toBeLessThanOrEqual(at);
    }
  }
});

test('5,000 seeded ranges come back the same', () => {
  const random = seeded(1);
  let same = 0;
  let all = 0;
  for (const text of texts) {
    const anchors = new Anchors(text);
    for (const [start, end] of anySpans(text, Math.ceil(5_000 / texts.length), random)) {
      const selectors = anchors.describe([start, end]);
      const located = selectors && anchors.locate(selectors);
      all++;
      if ((located ? text.slice(...located) : '') === text.slice(start, end).trim()) same++;
    }
  }
  expect(all).toBeGreaterThanOrEqual(5_000);
  expect(same / all).toBeGreaterThanOrEqual(0.999);
});

test('a statement is found whatever stands at its old place: the position is only a hint', () => {
  const random = seeded(2);
  for (const text of texts.slice(0, 20)) {
    const anchors = new Anchors(text);
    for (const span of statementSpans(text, 5, random)) {
      const selectors = anchors.describe(span);
      const located = selectors && anchors.locate({ ...selectors, position: { type: 'TextPositionSelector', start: 0, end: 1 } });
      if (located) expect(text.slice(...located)).toBe(text.slice(...span));
    }
  }
});

test('fourteen kinds of change: right in at least 97 %, in a wrong place in at most 0.05 %', () => {
  const rows = scoreDrift(texts, 6, 3);
  const sum = (of: 'cases' | 'right' | 'wrong') => rows.reduce((total, row) => total + row[of], 0);
  expect(rows).toHaveLength(14);
  expect(sum('cases')).toBeGreaterThan(4_000);
  expect(sum('right') / sum('cases'), JSON.stringify(rows)).toBeGreaterThanOrEqual(0.97);
  expect(sum('wrong') / sum('cases'), JSON.stringify(rows)).toBeLessThanOrEqual(0.0005);
});

test('what is noted of the surroundings parts no character, wherever it is cut', () => {
  for (const padding of ['', 'x']) {
    const row = `${padding}${'\u{1F468}'.repeat(40)}`;
    const text = `${row} the words ${row}`;
    const { quote } = new Anchors(text).describe([text.indexOf('the words'), text.indexOf('the words') + 9]) ?? {};
    expect(quote && [quote.prefix.isWellFormed(), quote.suffix.isWellFormed()]).toEqual([true, true]);
  }
});
