import { expect, test } from 'vitest';
import { nestedAttributions } from '../../../analysis/tagger/nested.ts';
import { tokenize } from '../../../analysis/text/tokens.ts';
import type { Attribution } from '../../../model/attribution.ts';

/** What is nested in an attribution whose content is the whole text. */
function nestedIn(text: string): string[] {
  const tokens = tokenize(text, [{ start: 0, end: text.length }]);
  const outer: Attribution = { sourceSpans: [], cueSpans: [], contentSpans: [[0, text.length]], quoteType: 'indirect', confidence: 1 };
  return nestedAttributions([outer], tokens, () => tokens.map((_, index) => index)).map(({ cueSpans }) =>
    cueSpans.map(([from, to]) => text.slice(from, to)).join(' '),
  );
}

test('a noun with its complement is a cue', () => {
  expect(nestedIn('lawyers rejected the claim that it had sold spyware')).toEqual(['the claim']);
  expect(nestedIn('lawyers rejected the claim by the company')).toEqual([]);
});

test.each(Object.getOwnPropertyNames(Object.prototype))('"%s" behind such a noun is a word like any other', (word) => {
  expect(nestedIn(`lawyers rejected the claim ${word} had made on the day`)).toEqual([]);
});
