/** Articles in other verbs of saying, which training reads beside the corpus's own. */
import { describe, expect, test } from 'vitest';
import { textOf } from '../../model/span.ts';
import { readCorpus } from '../../scripts/corpus/read-corpus.ts';
import { inOtherVerbs } from '../../scripts/train/other-verbs.ts';

const FORMS = /^(?:\p{L}+ed|\p{L}+s|\p{L}+ing|said|wrote|held|thought|(?:pointed|points|pointing) out)$/u;

describe('an article in other verbs', () => {
  const text = '“We won,” she said. WhatsApp says so, adding that NSO lied.';
  const article = {
    id: 'x',
    text,
    attributions: [
      { source: [[10, 13]], cue: [[14, 18]], content: [[0, 9]] },
      { source: [[20, 28]], cue: [[29, 33]], content: [[34, 36]] },
      { source: [[20, 28]], cue: [[38, 44]], content: [[45, 58]] },
    ],
  } as const;

  test.each([1, 2, 3, 4, 5])('turn %d: form and everything else stay', (turn) => {
    const { text: changed, attributions } = inOtherVerbs(article, turn);
    expect(attributions.map(({ source }) => textOf(changed, source))).toEqual(['she', 'WhatsApp', 'WhatsApp']);
    expect(attributions.map(({ content }) => textOf(changed, content))).toEqual(['“We won,”', 'so', 'that NSO lied']);
    const [past, present, participle] = attributions.map(({ cue }) => textOf(changed, cue));
    expect(past).toMatch(/ed$|^(?:said|wrote|held|thought|pointed out)$/);
    expect(present).toMatch(/s$|^points out$/);
    expect(participle).toMatch(/ing$|^pointing out$/);
    expect(inOtherVerbs(article, turn).text).toBe(changed);
  });

  test('turns differ', () => {
    expect(new Set([1, 2, 3, 4, 5].map((turn) => inOtherVerbs(article, turn).text)).size).toBeGreaterThan(3);
  });
});

test('in the whole corpus sources and contents keep their words, and so do cues that are no verb of saying', () => {
  let changed = 0;
  for (const article of readCorpus({ split: 'train' })) {
    const other = inOtherVerbs(article, 1);
    article.attributions.forEach((one, index) => {
      const two = other.attributions[index];
      const cues = [textOf(article.text, one.cue), textOf(other.text, two?.cue ?? [])] as const;
      expect(textOf(other.text, two?.source ?? [])).toBe(textOf(article.text, one.source));
      if (one.cue.length > 1 || cues[0] === cues[1]) return;
      changed++;
      expect(cues[1]).toMatch(FORMS);
    });
  }
  expect(changed).toBeGreaterThan(1000);
});
