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

test.each([
  ['brushed aside its insistence that customers alone choose', ['insistence']],
  ['bristled at the hint that it had lied', ['the hint']],
  ["did not buy the company's line that it sees nothing", ['line']],
  ['rejected reports that NSO had removed files', ['reports']],
  // What the noun is like, not what somebody says.
  ['would not cross the line that divides vendors from spies', []],
  ['took the view that mattered to it most', []],
])('%s', (text, cues) => {
  expect(nestedIn(text)).toEqual(cues);
});

test.each(Object.getOwnPropertyNames(Object.prototype))('"%s" behind such a noun is a word like any other', (word) => {
  expect(nestedIn(`lawyers rejected the claim ${word} had made on the day`)).toEqual([]);
});
