import { describe, expect, test } from 'vitest';
import { CorpusError, parseCorpusFile } from '../../scripts/corpus/parse-corpus.ts';
import { readCorpus, readExercises } from '../../scripts/corpus/read-corpus.ts';
import { agreement } from '../../scripts/score/agreement.ts';
import { pairUp } from '../../scripts/score/pairs.ts';

const HEADER = 'id: a-1\ncase: none\nverdict: no\ndate: 2020-01-02\nstyle: wire\nsplit: train\n';
const file = (body: string, table: string, header = HEADER) => `${header}---\n${body}\n---\n${table}\n`;

describe('the corpus', () => {
  const first = readCorpus();

  test('has 150 articles or more, a third of them held out, each annotated twice with the same text', () => {
    expect(first.length).toBeGreaterThanOrEqual(150);
    expect(first.filter(({ split }) => split === 'held-out').length / first.length).toBeGreaterThan(0.33);
    const second = new Map(readCorpus({ pass: 'second' }).map((article) => [article.id, article.text]));
    for (const { id, text } of first) expect(second.get(id), id).toBe(text);
  });

  test('is annotated alike by two people, measured article by article', () => {
    const found = agreement(readCorpus({ pass: 'first' }), readCorpus({ pass: 'second' }));
    expect(found?.articles).toBe(first.length);
    expect(found?.relation).toBeGreaterThan(0.9);
  });
});

test('exercises only teach: none is held out, and none is an article of the corpus', () => {
  const ids = new Set(readCorpus().map(({ id }) => id));
  const texts = new Set(readCorpus().map(({ text }) => text));
  const exercises = readExercises();
  expect(exercises.length).toBeGreaterThan(500);
  for (const { id, split, text, attributions } of exercises) {
    expect([split, ids.has(id), texts.has(text)], id).toEqual(['train', false, false]);
    expect(attributions.length, id).toBeGreaterThan(4);
  }
});

describe('a corpus file', () => {
  test('gives the plain text and the spans of nested and broken marks', () => {
    const { text, attributions } = parseCorpusFile(
      file('{C1 “No,”} {S1 {S2 she}} {K1 said}. {C1 “Never.”} She {K2 denied} {C2 it}.', '1 denial / claim | she | other\n2 denial | she | other'),
      'x.txt',
    );
    expect(text).toBe('“No,” she said. “Never.” She denied it.');
    expect(attributions.map(({ source, cue, content }) => [source, cue, content].map((spans) => spans.map(([start, end]) => text.slice(start, end))))).toEqual([
      [['she'], ['said'], ['“No,”', '“Never.”']],
      [['she'], ['denied'], ['it']],
    ]);
    expect(attributions[0]?.kinds).toEqual(['denial', 'claim']);
  });

  test.each<[string, string, RegExp]>([
    ['an open mark', file('{S1 She {K1 said} {C1 no}.', '1 claim | she | other'), /mark S1 is never closed/],
    ['a brace too many', file('{S1 She}} {K1 said} {C1 no}.', '1 claim | she | other'), /line 8: a “}” closes nothing/],
    ['a mark over two paragraphs', file('{S1 She} {K1 said} {C1 no.\n\nNo.}', '1 claim | she | other'), /runs over the end of its paragraph/],
    ['no cue', file('{S1 She} said {C1 no}.', '1 claim | she | other'), /attribution 1 has no cue/],
    ['an unknown kind', file('{S1 She} {K1 said} {C1 no}.', '1 lie | she | other'), /“lie” is no kind/],
    ['an unknown side', file('{S1 She} {K1 said} {C1 no}.', '1 claim | she | enemy'), /“enemy” is no side/],
    ['a row too few', file('{S1 She} {K1 said} {C1 no}.', ''), /the table has no row 1/],
    ['a row too many', file('She said no.', '1 claim | she | other'), /nothing in the text is marked 1/],
    ['no date', file('x', '', HEADER.replace('2020-01-02', 'soon')), /“date” must be YYYY-MM-DD, not “soon”/],
    ['no table', `${HEADER}---\nx\n`, /two part header, text and table/],
  ])('with %s is refused with the place and the remedy', (_name, text, message) => {
    expect(() => parseCorpusFile(text, 'x.txt')).toThrow(CorpusError);
    expect(() => parseCorpusFile(text, 'x.txt')).toThrow(message);
  });
});

test('pairing is one to one and prefers the larger overlap', () => {
  const text = 'She said it rained hard and he said it snowed.';
  const span = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
  const gold = [{ source: [span('She')], cue: [span('said')], content: [span('it rained hard')] }];
  const found = [
    { source: [span('She')], cue: [span('said')], content: [span('rained hard')] },
    { source: [span('She')], cue: [span('said')], content: [span('it rained hard')] },
    { source: [[text.indexOf('he said it s'), text.indexOf('he said it s') + 2] as const], cue: [span('said')], content: [span('it rained hard')] },
  ];
  expect(pairUp(gold, found, text)).toEqual([[0, 1]]);
  expect(pairUp(gold, found.slice(2), text)).toEqual([]);
});
