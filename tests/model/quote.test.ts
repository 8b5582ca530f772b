import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeQuote, locateQuote } from '../../model/quote.ts';

const TEXT = 'NSO denied it. “We do not operate Pegasus,” it said.\nLater NSO denied it again, and “we do not operate Pegasus” was heard once more.';

describe('a quote is found again', () => {
  test.each<[string, string, (text: string) => string]>([
    ['in the same text', 'We do not operate Pegasus', (text) => text],
    ['behind a new paragraph', 'We do not operate Pegasus', (text) => `Something new stands here.\n${text}`],
    ['with other quotation marks', '“We do not operate Pegasus,” it said', (text) => text.replace(/[“”]/g, '"')],
    ['with doubled spaces', 'We do not operate Pegasus', (text) => text.replaceAll(' ', '  ')],
    ['where it stands twice, by its surroundings', 'NSO denied it again', (text) => `He said NSO denied it again.\n${text}`],
  ])('%s', (_name, words, change) => {
    const start = TEXT.indexOf(words);
    const changed = change(TEXT);
    const found = locateQuote(changed, describeQuote(TEXT, [start, start + words.length]));
    expect(found).toBeDefined();
    const [from = 0, to = 0] = found ?? [];
    expect(changed.slice(from, to).replace(/[“”]/g, '"').replace(/\s+/g, ' ')).toBe(words.replace(/[“”]/g, '"'));
  });

  test('not where its words are gone, nor where only few of them stand elsewhere', () => {
    const quote = describeQuote(TEXT, [0, 13]);
    expect(locateQuote('Another story altogether.', quote)).toBeUndefined();
    expect(locateQuote('xxxxxNSO denied ityyyyy', { ...quote, exact: 'denied it', prefix: 'qqq', suffix: 'zzz' })).toBeUndefined();
  });

  test('any span of any text, unchanged or shifted', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), fc.string({ maxLength: 40 }), (text, a, b, before) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const quote = describeQuote(text, [start, end]);
        expect(locateQuote(text, quote)).toEqual([start, end]);
        const moved = locateQuote(before + text, quote);
        if (moved) expect((before + text).slice(...moved)).toBe(quote.exact);
      }),
    );
  });
});
