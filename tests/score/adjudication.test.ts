import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annotatorA, type Decision, decide, decisionOf, differencesOf } from '../../scripts/corpus/differences.ts';
import { type GoldAttribution, parseCorpusFile } from '../../scripts/corpus/parse-corpus.ts';
import { corpusFolder, readCorpus } from '../../scripts/corpus/read-corpus.ts';
import { withAttributions, wordsOfLabel } from '../../scripts/corpus/write-corpus.ts';

const HEADER = 'id: a-1\ncase: none\nverdict: no\ndate: 2020-01-02\nstyle: wire\nsplit: train\n';
const read = (body: string, table: string) => parseCorpusFile(`${HEADER}---\n${body}\n---\n${table}\n`, 'x.txt');

const FIRST = read(
  '{S1 NSO} {K1 hit back}. {S2 It} {K2 said} {C2 that states decide}, and {S3 a judge} {K3 ruled} {C3 it out}.',
  '1 denial | NSO Group | defendant\n2 claim | NSO Group | defendant\n3 finding | a judge | court',
);
const SECOND = read(
  'NSO hit back. {S1 It} {K1 said} {C1 that states decide}, and {S2 a judge} {K2 ruled it out}.',
  '1 denial | WhatsApp/Meta | plaintiff\n2 finding | a judge | court',
);
const DIFFERENCES = differencesOf(FIRST.attributions, SECOND.attributions, FIRST.text);
/** By its cue: the label, or nothing. */
const outcome = (...choices: string[]) =>
  decide(
    FIRST.attributions,
    DIFFERENCES,
    choices.map((choice) => decisionOf(choice, 'first') ?? { type: 'none' }),
  ).map((each) => `${each.cue.map(([start, end]) => FIRST.text.slice(start, end)).join(' ')}: ${wordsOfLabel(each)}`);

describe('where two annotators differ', () => {
  test('is found in the order of the text: one alone, another label, another extent', () => {
    expect(DIFFERENCES.map(({ type, first, second }) => [type, first?.number, second?.number])).toEqual([
      ['whole', 1, undefined],
      ['label', 2, 1],
      ['whole', 3, 2],
    ]);
    expect(differencesOf(FIRST.attributions, FIRST.attributions, FIRST.text)).toEqual([]);
  });

  test.each<[string, string[], string[]]>([
    [
      'the first of each',
      ['A', 'A', 'A'],
      ['hit back: denial | NSO Group | defendant', 'said: claim | NSO Group | defendant', 'ruled: finding | a judge | court'],
    ],
    ['the second of each', ['B', 'B', 'B'], ['said: denial | WhatsApp/Meta | plaintiff', 'ruled it out: finding | a judge | court']],
    ['both kinds, the second better', ['-', 'BA', '-'], ['said: denial / claim | WhatsApp/Meta/NSO Group | plaintiff']],
    ['a label of its own', ['-', '= demand | NSO Group | defendant', '-'], ['said: demand | NSO Group | defendant']],
  ])('a third reader may choose %s', (_name, choices, expected) => {
    expect(outcome(...choices)).toEqual(expected);
  });

  test.each(['C', 'a', '= lie | NSO Group | defendant', '= denial', ''])('“%s” is no decision', (words) => {
    expect(decisionOf(words, 'first')).toBeUndefined();
  });

  test('A and B are whoever they were drawn to be', () => {
    expect(decisionOf('A', 'second')).toEqual({ type: 'one', of: 'second' });
    expect(decisionOf('BA', 'second')).toEqual({ type: 'both', better: 'first' });
  });
});

const plain = (attributions: readonly GoldAttribution[]) => attributions.map(({ number: _, ...each }) => JSON.stringify(each, Object.keys(each).sort())).sort();

describe('a corpus file written anew', () => {
  test('says what the file says, in every article', () => {
    for (const name of readdirSync(corpusFolder('gold'))) {
      const file = readFileSync(join(corpusFolder('gold'), name), 'utf8');
      const before = parseCorpusFile(file, name);
      const after = withAttributions(file, name, before.attributions);
      const again = parseCorpusFile(after, name);
      expect(again.text, name).toBe(before.text);
      expect(plain(again.attributions), name).toEqual(plain(before.attributions));
      expect(after.match(/^> /gm)?.length, name).toBe(file.match(/^> /gm)?.length);
    }
  });

  test('breaks marks that cross, and reads them as whole again', () => {
    const file = `${HEADER}---\n{S1 She} {K1 said so} then.\n---\n1 claim | she | other\n`;
    const [one] = parseCorpusFile(file, 'x.txt').attributions;
    if (!one) throw new Error('no attribution');
    const crossing: GoldAttribution = { ...one, source: [], cue: [[9, 16]], content: [] };
    const written = withAttributions(file, 'x.txt', [one, crossing]);
    expect(written).toContain('{S1 She} {K1 said {K2 so}}{K2  then}.');
    expect(parseCorpusFile(written, 'x.txt').attributions[1]?.cue).toEqual([[9, 16]]);
  });
});

test('the gold is what the third reader made of the two passes, and all that differs was decided', () => {
  const [first, second, gold] = (['first', 'second', 'gold'] as const).map((pass) => new Map(readCorpus({ pass }).map((article) => [article.id, article])));
  for (const [id, article] of first ?? []) {
    const differences = differencesOf(article.attributions, second?.get(id)?.attributions ?? [], article.text);
    const expected = differences.length === 0 ? article.attributions : decide(article.attributions, differences, decisionsFor(id));
    expect(plain(gold?.get(id)?.attributions ?? []), id).toEqual(plain(expected));
  }
});

function decisionsFor(id: string): Decision[] {
  const entries = JSON.parse(readFileSync(join(corpusFolder('third'), `${id}.json`), 'utf8')) as { readonly choice: string }[];
  return entries.map(({ choice }, index) => decisionOf(choice, annotatorA(id, index + 1)) ?? { type: 'none' });
}
