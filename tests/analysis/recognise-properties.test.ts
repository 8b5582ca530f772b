/** What must hold of the recogniser for any text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestVerdict, recognise } from '../../analysis/recognise.ts';
import { type Article, articleOfText, MAX_TEXT } from '../../model/article.ts';
import type { Recognition } from '../../model/case-file.ts';
import { growthOf } from '../support/growth.ts';

const acme: Recognition = {
  caseId: 'acme-v-borg',
  plaintiff: [{ term: 'Acme', weight: 2 }],
  defendant: [{ term: 'Borg Works', weight: 2 }],
  anchors: [
    { term: 'the "skate" case', weight: 2 },
    { term: "Quill's court", weight: 2 },
  ],
  negatives: [{ term: 'Borg Festival', weight: 3, why: 'a festival' }],
};
const cases = [acme];

const sentence = fc.constantFrom(
  'Acme sued Borg Works in a court in Delaware.',
  'Borg Works denied that it had copied Acme.',
  'In Quill\'s court the "skate" case takes long.',
  'The Borg Festival opens on Monday.',
  'A spokesman said "no" and went home.',
  'It rained on the coast.',
  "Nobody's boat had sailed before the judge's did.",
);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((sentences) => sentences.join(' '));
const lines = fc.array(paragraph, { minLength: 1, maxLength: 12 });
const unrelated = fc.array(fc.constantFrom('It rained on the coast.', 'Nobody saw the boats.', 'Bread costs more than last year.'), { maxLength: 20 });
const articleFrom = (paragraphs: readonly string[]): Article => articleOfText(paragraphs.join('\n'), { title: paragraphs[0] ?? '' });
const essence = (article: Article) => {
  const { status, score, reasons } = bestVerdict(article, cases);
  return { status, score, roles: reasons.map(({ role, count }) => [role, count]) };
};

describe('for any text', () => {
  it('says the same of the same article, whatever it read before', () => {
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const before = bestVerdict(articleFrom(one), cases);
        bestVerdict(articleFrom(other), cases);
        expect(bestVerdict(articleFrom(one), [...cases])).toEqual(before);
      }),
    );
  });

  it('finds the same words behind unrelated paragraphs', () => {
    fc.assert(
      fc.property(lines, unrelated, (paragraphs, others) => {
        const words = (article: Article) =>
          bestVerdict(article, cases).reasons.flatMap(({ role, words, count }) => (role === 'title' || role === 'length' ? [] : [`${role} ${words} ${count}`]));
        const title = 'Of boats';
        expect(words(articleFrom([title, ...others, ...paragraphs]))).toEqual(words(articleFrom([title, ...paragraphs])));
      }),
    );
  });

  it('does not mind curly quotes, other spaces or soft hyphens', () => {
    const curl = (text: string) => text.replace(/"([^"]*)"/g, '“$1”').replaceAll("'", '’');
    fc.assert(
      fc.property(lines, fc.constantFrom('  ', '\u00a0', ' \u00a0 ', '\t', '\u202f'), (paragraphs, space) => {
        const plain = essence(articleFrom(paragraphs));
        expect(essence(articleFrom(paragraphs.map(curl)))).toEqual(plain);
        expect(essence(articleFrom(paragraphs.map((text) => text.replaceAll(' ', space))))).toEqual(plain);
        expect(essence(articleFrom(paragraphs.map((text) => text.replaceAll('Works', 'Wor\u00adks'))))).toEqual(plain);
      }),
    );
  });

  it('takes any text and points into it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 8 }),
        (title, paragraphs) => {
          const article = articleOfText([title, ...paragraphs, 'Acme v Borg Works'].join('\n'), { title });
          for (const { score, reasons } of recognise(article, cases)) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
            for (const { span } of reasons) if (span) expect(0 <= span[0] && span[0] < span[1] && span[1] <= article.text.length).toBe(true);
          }
        },
      ),
    );
  });

  it('never calls an article about a case of which it names one side alone', () => {
    const oneSided = lines.map((paragraphs) => paragraphs.map((text) => text.replaceAll('Borg Works', 'the firm')));
    fc.assert(
      fc.property(oneSided, (paragraphs) => {
        expect(bestVerdict(articleFrom(paragraphs), cases).status).not.toBe('about');
      }),
    );
  });
});

/** Least of several runs, in ms: what the work costs when nothing disturbs it. */
describe('time', () => {
  const chapter = `${'Acme sued Borg Works in a court, "again", as it did. '.repeat(12)}\n`;
  const texts: readonly (readonly [string, string])[] = [
    ['news', chapter],
    ['one endless paragraph', chapter.replaceAll('\n', ' ')],
    ['no words', '. " '.repeat(150)],
    ['quotes without end', `."""""""""""""${'"'.repeat(600)}`],
    ['beginnings of a term', 'Borg Acme the " skate " Quill '.repeat(20)],
  ];

  it.each(texts)('grows no faster than the text: %s', (_name, unit) => {
    const read = (count: number) => {
      const article = articleOfText(unit.repeat(count).slice(0, MAX_TEXT), { title: 'Acme v. Borg Works' });
      return () => void recognise(article, cases);
    };
    // Eight times the text: a quadratic reader would take sixty-four times as long.
    expect(growthOf(read(800), read(100))).toBeLessThan(24);
  });

  it('costs about as much for two hundred cases as for one', () => {
    const many = Array.from(
      { length: 200 },
      (_, i): Recognition => ({
        caseId: `case-${i}`,
        plaintiff: [{ term: `Plaintiff${i} Incorporated`, weight: 2 }],
        defendant: [{ term: `Defendant${i} Group`, weight: 2 }],
        anchors: Array.from({ length: 40 }, (_, j) => ({ term: `Anchor${i} of number ${j}`, weight: 1 as const })),
        negatives: [],
      }),
    );
    const article = articleOfText(chapter.repeat(200), { title: 'Acme v. Borg Works' });
    const all = [acme, ...many];
    const read = (list: typeof all) => () => void recognise(article, list);
    read(all)();
    expect(growthOf(read(all), read(cases))).toBeLessThan(3);
  });
});
