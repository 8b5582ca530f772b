/** What must hold of the whole analysis for any article: it leans to neither side, and nothing shifts it that should not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../analysis/analyse.ts';
import { loadTagger } from '../../analysis/tagger/tagger.ts';
import { type Article, articleOfText } from '../../model/article.ts';
import { textOf } from '../../model/span.ts';
import type { Side } from '../../model/statement.ts';
import { readAllCaseFiles } from '../../scripts/case-files.ts';
import { articleOf, fixtureArticles } from '../fixtures/articles/load.ts';
import { growthOf } from '../support/growth.ts';

const cases = readAllCaseFiles();
const tagger = loadTagger(readFileSync(join(import.meta.dirname, '../../public/tagger.bin')));
const about = fixtureArticles().filter(({ expectedVerdict }) => expectedVerdict === 'about');
const lines = (paragraphs: readonly string[]): Article => articleOfText(paragraphs.join('\n'), { title: paragraphs[0] ?? '' });

/** What was found, in words instead of places. */
function essence(article: Article) {
  const { verdict, statements } = analyse(article, cases, tagger);
  return {
    status: verdict.status,
    statements: statements.map(({ kind, speaker, sourceSpans, cueSpans, contentSpans }) => ({
      kind,
      speaker: speaker.status === 'unresolved' ? 'unresolved' : normal(speaker.name),
      side: speaker.status === 'unresolved' ? ('unresolved' as const) : speaker.side,
      words: [sourceSpans, cueSpans, contentSpans].map((spans) => normal(textOf(article.text, spans))),
    })),
  };
}

function normal(words: string): string {
  return words.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ');
}

function changed(article: Article, change: (text: string) => string): Article {
  const texts = article.blocks.map(({ start, end }) => change(article.text.slice(start, end)));
  let at = 0;
  const blocks = article.blocks.map((block, index) => {
    const start = at;
    at += (texts[index] ?? '').length + 1;
    return { ...block, start, end: at - 1 };
  });
  return { ...article, title: change(article.title), text: texts.join('\n'), blocks };
}

describe.each(about.map((fixture) => [fixture.id, articleOf(fixture)] as const))('%s', (_id, article) => {
  const before = essence(article);

  test('gives the same twice', () => {
    expect(essence(article)).toEqual(before);
  });

  test('does not mind the shape of quotation marks', () => {
    // An apostrophe within a word is no quotation mark; marks that are straight already stay.
    const straight = (text: string) => text.replace(/[“”]/g, '"').replace(/(?<=\p{L})’(?=\p{L})/gu, "'");
    expect(essence(changed(article, straight))).toEqual(before);
    const curly = (text: string) =>
      straight(text)
        .replace(/(^|[\s(—–-])"(?=\S)/g, '$1“')
        .replace(/"/g, '”')
        .replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
    expect(essence(changed(article, curly))).toEqual(before);
  });

  test('does not mind doubled spaces', () => {
    expect(essence(changed(article, (text) => text.replace(/ /g, '  ')))).toEqual(before);
  });

  test('does not mind an unrelated paragraph in front', () => {
    const words = 'Rain is expected along the coast until Friday evening. Ferries run on their winter timetable.';
    const shift = words.length + 1;
    const blocks = article.blocks.map((block) => ({ ...block, start: block.start + shift, end: block.end + shift }));
    const behind: Article = { ...article, text: `${words}\n${article.text}`, blocks: [{ kind: 'paragraph', start: 0, end: words.length }, ...blocks] };
    expect(essence(behind)).toEqual(before);
  });
});

describe('the sides are treated alike', () => {
  // Sentences without a word that belongs to one side alone; A and B are filled in both ways round.
  const SENTENCES = [
    'A denied that it had misled the court.',
    'A said B had broken the agreement twice.',
    '“We reject every one of these claims,” A said in a statement.',
    'According to A, B never asked for the documents.',
    'A accused B of hiding evidence from the judge.',
    'A declined to comment on the ruling.',
    'A admitted that it had kept no records of the calls.',
    'A asked the court to throw out the evidence that B had filed.',
    'B argued that A had no right to the source code, and A called the argument baseless.',
    'A insisted that it does not operate the system.',
  ];
  const PARTIES = [
    ['WhatsApp', 'NSO Group'],
    ['NSO Group', 'WhatsApp'],
  ] as const;
  const filled = (sentence: string, [a, b]: readonly [string, string]) => sentence.replace(/\bA\b/g, a).replace(/\bB\b/g, b);
  const swapped: Readonly<Record<Side | 'unresolved', string>> = {
    plaintiff: 'defendant',
    defendant: 'plaintiff',
    court: 'court',
    other: 'other',
    unresolved: 'unresolved',
  };
  const articleWith = (sentence: string, parties: readonly [string, string]) =>
    lines([
      'WhatsApp and NSO Group meet again in court in Oakland',
      'The lawsuit between WhatsApp and NSO Group over the Pegasus spyware went on in Oakland on Monday before Judge Phyllis Hamilton.',
      filled(sentence, parties),
      'The hearing in WhatsApp v. NSO Group over 1,400 phones lasted an hour. The next one is in May.',
    ]);

  test.each(SENTENCES)('%s', (sentence) => {
    const [one, other] = PARTIES.map((parties) => essence(articleWith(sentence, parties)));
    expect(one?.statements.length).toBeGreaterThan(0);
    const name = (words: string) => words.replace(/WhatsApp|NSO Group/g, (party) => (party === 'WhatsApp' ? 'NSO Group' : 'WhatsApp'));
    const turned = one?.statements.map(({ kind, speaker, side, words }) => ({ kind, speaker: name(speaker), side: swapped[side], words: words.map(name) }));
    expect(other?.statements).toEqual(turned);
  });

  test.each([
    [
      'NSO Group said that it operates the Pegasus software for its customers.',
      'claim',
      'NSO Group said that it does not operate the Pegasus software for its customers.',
      'denial',
    ],
    [
      'WhatsApp said it had misled the court about the service of papers.',
      'claim',
      'WhatsApp said it had not misled the court about the service of papers.',
      'denial',
    ],
    ['NSO Group admitted that it had targeted lawyers.', 'concession', 'NSO Group denied that it had targeted lawyers.', 'denial'],
  ])('a negation turns a claim into a denial: %s', (plain, kind, negated, otherKind) => {
    const kindsIn = (sentence: string) => essence(articleWith(sentence, ['', ''])).statements.map((statement) => statement.kind);
    expect(kindsIn(plain)).toEqual([kind]);
    expect(kindsIn(negated)).toEqual([otherKind]);
  });
});

describe('no input hangs it', () => {
  const read = (text: string) => analyse(lines(['WhatsApp sues NSO Group', text]), cases, tagger);
  const SENTENCE = 'WhatsApp said on Monday that NSO Group had sent malware to 1,400 phones, and NSO denied it. ';

  test.each([
    ['straight quotes', '"'],
    ['opening quotes', '“'],
    ['single quotes', "'"],
    ['brackets', '('],
    ['one letter', 'a'],
    ['a letter and a blank', 'a '],
    ['full stops', '.'],
    ['a cue', 'said '],
    ['a name', 'NSO '],
    ['a name and a mark', 'NSO’s '],
    ['dates', 'on May 6, 2025, '],
  ])('ten thousand characters of %s', (_name, piece) => {
    const of = (length: number) => piece.repeat(Math.ceil(length / piece.length));
    // Four times the text: quadratic time would take sixteen times as long.
    expect(
      growthOf(
        () => read(of(10_000)),
        () => read(of(2_500)),
        { attempts: 3, runs: 1 },
      ),
    ).toBeLessThan(10);
  });

  test('one sentence with hundreds of speakers', () => {
    const of = (times: number) => 'WhatsApp said that NSO Group had sent malware to phones and NSO denied the claim and '.repeat(times);
    // Eight times the text: quadratic time would take 64 times as long.
    expect(
      growthOf(
        () => read(of(320)),
        () => read(of(40)),
        { attempts: 3, runs: 1 },
      ),
    ).toBeLessThan(14);
  }, 60_000);

  test('a megabyte takes in step with its length', () => {
    const text = (sentences: number) => `${SENTENCE.repeat(50)}\n`.repeat(sentences / 50);
    expect(text(10_900).length).toBeGreaterThan(1_000_000);
    // Almost fourteen times the text: quadratic time would take 185 times as long.
    expect(
      growthOf(
        () => read(text(10_900)),
        () => read(text(800)),
        { attempts: 1, runs: 1 },
      ),
    ).toBeLessThan(40);
  }, 180_000);
});
