import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Token, tokenize } from '../../../analysis/text/tokens.ts';
import { articleOfText } from '../../../model/article.ts';
import { growthOf } from '../../support/growth.ts';

const tokensOf = (text: string) => tokenize(text, articleOfText(text).blocks);
const sentencesOf = (text: string): string[] => {
  const groups = Map.groupBy(tokensOf(text), ({ sentence }) => sentence);
  return [...groups.values()].map((tokens) => text.slice(tokens[0]?.start, tokens.at(-1)?.end));
};
const quotedOf = (text: string): string => {
  const parts: string[] = [];
  let before: Token | undefined;
  for (const token of tokensOf(text)) {
    if (!token.isQuoted) before = undefined;
    else {
      if (before) parts[parts.length - 1] = text.slice(text.lastIndexOf(parts.at(-1) ?? '', before.end), token.end);
      else parts.push(token.text);
      before = token;
    }
  }
  return parts.join(' | ');
};

describe('tokens', () => {
  test.each([
    ["NSO's lawyers didn't comment.", ['NSO', "'s", 'lawyers', 'did', "n't", 'comment', '.']],
    ['It paid $167.25 million, or 94%.', ['It', 'paid', '$167.25', 'million', ',', 'or', '94%', '.']],
    ['U.S. District Judge Phyllis J. Hamilton', ['U.S.', 'District', 'Judge', 'Phyllis', 'J.', 'Hamilton']],
    ['a zero-click, so-called exploit', ['a', 'zero-click', ',', 'so-called', 'exploit']],
    ['Case No. 20-16408 (9th Cir.)', ['Case', 'No.', '20', '-', '16408', '(', '9th', 'Cir.', ')']],
    ['“We won,” he said—again…', ['“', 'We', 'won', ',', '”', 'he', 'said', '—', 'again', '…']],
    ['see https://a.example/b?c=1 now', ['see', 'https://a.example/b?c=1', 'now']],
    ['the 3rd of 1,400 phones', ['the', '3rd', 'of', '1,400', 'phones']],
    ['AT&T and @nso', ['AT&T', 'and', '@nso']],
    ['Was it? No. Never.', ['Was', 'it', '?', 'No', '.', 'Never', '.']],
  ])('%s', (text, expected) => {
    expect(tokensOf(text).map((token) => token.text)).toEqual(expected);
  });

  test('are in order, do not overlap, are what stands at their offsets, and leave out white space alone', () => {
    const piece = fc.constantFrom(
      'NSO',
      ' ',
      '\n',
      '"',
      '“',
      '”',
      "'",
      '’',
      '.',
      '...',
      '…',
      ',',
      "didn't",
      'U.S.',
      'Inc.',
      '$1.5m',
      '🗞',
      'é',
      '\u00a0',
      '(',
      ')',
      '—',
      'No',
      '5',
      '«',
      '»',
      'http://a.b',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
        (text) => {
          const tokens = tokensOf(text);
          let last = 0;
          let left = '';
          for (const token of tokens) {
            expect(token.start).toBeGreaterThanOrEqual(last);
            expect(text.slice(token.start, token.end)).toBe(token.text);
            left += text.slice(last, token.start);
            last = token.end;
          }
          expect((left + text.slice(last)).trim()).toBe('');
          expect(tokens.every((token, index) => index === 0 || token.sentence - (tokens[index - 1]?.sentence ?? 0) <= 1)).toBe(true);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('sentences', () => {
  test.each([
    ['One sued. The other denied it.', 2],
    ['Mr. Shohat spoke. He left.', 2],
    ['NSO Group Technologies Ltd. appealed on Monday.', 1],
    ['The suit names Q Cyber Technologies Ltd. The company is a parent.', 2],
    ['It sued in the U.S. District Court in Oakland.', 1],
    ['The case moved to the U.S. It began in Israel.', 2],
    ['WhatsApp v. NSO Group goes on.', 1],
    ['See No. 21-1338 and Doc. 111 for more.', 1],
    ['“We disagree.” He left.', 2],
    ['“We disagree,” he said. “We will appeal.”', 2],
    ['"We disagree!" he said.', 1],
    ['He paused … and went on.', 1],
    ['Was it hacked? Yes! It was.', 3],
    ['It fell 3.5 percent. Then it rose.', 2],
    ['A paragraph without a stop\nAnd another one', 2],
    ['The judge (Phyllis Hamilton) ruled. NSO appealed.', 2],
    ['He said so (twice.) Nobody listened.', 2],
    ['Judge Phyllis J. Hamilton ruled on Dec. 20.', 1],
    ['“It was a plan B.” Nobody believed it.', 2],
    ['the app, i.e. WhatsApp, sued at 5 p.m. on Friday.', 1],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toHaveLength(expected);
  });
});

describe('what stands in quotation marks', () => {
  test.each([
    ['He said “it is over” then.', '“it is over”'],
    ['He said "it is over" then.', '"it is over"'],
    ['He said ‘it is over’ then.', '‘it is over’'],
    ["He said 'it is over' then.", "'it is over'"],
    ['He said «it is over» then.', '«it is over»'],
    ['„Es ist vorbei“, sagte er.', '„Es ist vorbei“'],
    ["NSO's lawyers and the clients' immunity", ''],
    ["It's the company's 'sovereign' plan.", "'sovereign'"],
    ['A stray " mark changes nothing after it.', ''],
    ['“It goes on\n“and ends here,” he said.', '“It goes on\n“and ends here,”'],
    ['A 6" screen and a 7" one', ''],
    ['"One," he said, "two."', '"One," | "two."'],
    ['"We deny [it]..."That fails," the filing reads.', '"We deny [it]..."That fails,"'],
    ['“He told us ‘never’ again,” she said.', '“He told us ‘never’ again,”'],
    ['rock ’n’ roll in the ’90s', ''],
    ['no marks at all', ''],
  ])('%s', (text, expected) => {
    expect(quotedOf(text)).toBe(expected);
  });
});

test('no input makes it slow: twice the text takes about twice the time', () => {
  for (const unit of ['"', "'", '“', '(', 'a', 'a.', "a'", '-', '$1,', 'Mr. ', '… ', 'a-']) {
    expect(
      growthOf(
        () => void tokensOf(unit.repeat(80_000)),
        () => void tokensOf(unit.repeat(20_000)),
      ),
      unit,
    ).toBeLessThan(12);
  }
});
