/** The recogniser against the project's own articles, tables of small texts, and titles of real coverage. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { MEASURE_NAMES, MEASURES } from '../../analysis/recognise/measures.ts';
import weights from '../../analysis/recognise/weights.json' with { type: 'json' };
import { bestVerdict, recognise } from '../../analysis/recognise.ts';
import whatsappTerms from '../../cases/whatsapp-v-nso/recognition.json' with { type: 'json' };
import { articleOfText } from '../../model/article.ts';
import { type Recognition, RecognitionSchema } from '../../model/case-file.ts';
import { STATEMENT_KINDS } from '../../model/statement.ts';
import { articleOf, fixtureArticles } from '../fixtures/articles/load.ts';

const { $schema: _schema, ...terms } = whatsappTerms;
const cases: readonly Recognition[] = [v.parse(RecognitionSchema, terms)];
const fixtures = fixtureArticles();

/** A case of invented names, so that the rules are tested and not the words of one case. */
const acme: Recognition = {
  caseId: 'acme-v-borg',
  plaintiff: [{ term: 'Acme', weight: 2 }],
  defendant: [
    { term: 'Borg', weight: 1, isCased: true },
    { term: 'Borg Works', weight: 2 },
  ],
  anchors: [
    { term: '1:21-cv-00042', weight: 3 },
    { term: 'Judge Quill', weight: 2 },
    { term: 'rocket skates', weight: 1 },
  ],
  negatives: [
    { term: 'Borg Festival', weight: 3, why: 'a festival' },
    { term: 'Dynamo v. Borg', weight: 2, why: 'another suit' },
  ],
};

const filler = (count: number, at = 0) =>
  Array.from(
    { length: count },
    (_, i) =>
      `Paragraph ${i + at} talks at some length about the weather on the coast, where the boats lay in the harbour and nobody cared to sail before the wind had turned again.`,
  );
const status = (lines: readonly string[], list: readonly Recognition[] = [acme]) =>
  bestVerdict(articleOfText(lines.join('\n'), { title: lines[0] ?? '' }), list).status;

describe('own articles', () => {
  it.each(fixtures.map((fixture) => [fixture.id, fixture] as const))('%s', (_id, fixture) => {
    const verdict = bestVerdict(articleOf(fixture), cases);
    const accepted = fixture.expectedVerdict === 'no' ? ['no', 'mentions'] : [fixture.expectedVerdict];
    expect(accepted, JSON.stringify(verdict.reasons.map((reason) => reason.words))).toContain(verdict.status);
  });

  it('misses no coverage and takes nothing else for it', () => {
    const judged = fixtures.map((fixture) => ({
      isExpected: fixture.expectedVerdict === 'about',
      isFound: bestVerdict(articleOf(fixture), cases).status === 'about',
    }));
    const right = judged.filter(({ isExpected, isFound }) => isExpected && isFound).length;
    expect({ precision: right / judged.filter(({ isFound }) => isFound).length, recall: right / judged.filter(({ isExpected }) => isExpected).length }).toEqual(
      { precision: 1, recall: 1 },
    );
  });

  it('are well formed', () => {
    expect(fixtures.filter(({ sample }) => sample)).toHaveLength(1);
    expect(new Set(fixtures.map(({ url }) => url)).size).toBe(fixtures.length);
    for (const { title, paragraphs, expected = [] } of fixtures) {
      for (const { words, kind } of expected) {
        expect(
          [title, ...paragraphs].some((paragraph) => paragraph.includes(words)),
          words,
        ).toBe(true);
        expect(STATEMENT_KINDS).toContain(kind);
      }
    }
  });
});

const suit = 'Acme sued Borg Works on Monday, telling a court in Delaware that its rocket skates had been copied in every part.';
const more =
  'Borg Works denied the claim. A spokesman said that Acme had invented nothing and that the skates of both firms go back to one toy of the last century.';

test('no weight speaks against what its measure is for', () => {
  for (const name of MEASURE_NAMES) expect(weights.weights[name] * MEASURES[name], name).toBeGreaterThanOrEqual(0);
  expect(MEASURE_NAMES.filter((name) => weights.weights[name] === 0)).toEqual([]);
});

test.each(fixtures.filter(({ expectedVerdict }) => expectedVerdict === 'about').map((fixture) => [fixture.id, fixture] as const))(
  'a fuller name of a party leaves %s what it is',
  (_, fixture) => {
    const fuller = (text: string) => text.replace(/\bNSO\b(?! Group)/, 'NSO Group').replace(/\bHulio\b/, 'Shalev Hulio');
    const changed = { ...fixture, title: fuller(fixture.title), paragraphs: fixture.paragraphs.map(fuller) };
    expect(bestVerdict(articleOf(changed), cases).status).toBe('about');
  },
);

test('an article stays what it is where its page has a long text on something else besides', () => {
  const sample = fixtures.find(({ sample }) => sample);
  if (!sample) throw new Error('No article is marked as the sample.');
  const tail = Array.from(
    { length: 14 },
    (_, at) =>
      `The people of Ruritania built their harbour at Strelsau in ${1800 + at}, and the road from Strelsau to Zenda was paved by the dukes of Ruritania soon after. Timber from Zenda went down the river, and ships of Ruritania carried it to every port that would have it.`,
  );
  expect(bestVerdict(articleOf({ ...sample, paragraphs: [...tail.slice(0, 3), ...sample.paragraphs, ...tail] }), cases).status).toBe('about');
});

describe('rules', () => {
  it.each([
    ['title, opening and body on the case', ['Acme sues Borg Works', suit, more, ...filler(1)], 'about'],
    [
      'no lawsuit between the two',
      ['Acme and Borg Works open a shop', 'Acme and Borg Works opened a shop together on Monday, with music and free skates.', ...filler(3)],
      'no',
    ],
    [
      'one side alone, with anchors',
      ['Borg Works in court', 'Borg Works stood before Judge Quill on Monday, who asked about the rocket skates.', ...filler(3)],
      'no',
    ],
    [
      'both sides in the opening, one at a time after it',
      [
        'A day in court',
        suit,
        'The skates were bought in a shop in Dover, said Borg Works, and everybody may look at them there for as long as he likes.',
        'Judge Quill asked who had drawn the first wheel, and when, and for whom; nobody in the room had an answer ready for her.',
        'Drawings were handed up on paper that had yellowed, and the clerk laid them on the bench one by one with great care.',
        'Acme went on about the wheels until noon, with a model on the table that would not roll when it was asked to by counsel.',
        ...filler(2),
      ],
      'about',
    ],
    [
      'the same, and a look-alike in one of its passages',
      [
        'A day in court',
        suit,
        'The skates were bought in a shop in Dover, said Borg Works, and everybody may look at them there for as long as he likes.',
        'In Dynamo v. Borg the question was another one, and the wheels were of wood; that court heard nine witnesses in three days.',
        'Drawings were handed up on paper that had yellowed, and the clerk laid them on the bench one by one with great care.',
        'Acme went on about the wheels until noon, with a model on the table that would not roll when it was asked to by counsel.',
        ...filler(2),
      ],
      'about',
    ],
    ['one passage at the end', ['A windy week', ...filler(8), suit], 'mentions'],
    ['one passage in the middle of a round-up', ['A windy week', ...filler(5), suit, ...filler(5, 5)], 'mentions'],
    [
      'the plaintiff named once, the rest in court',
      [
        'Judge lets the skates suit go on',
        'A court in Delaware has let the suit of Acme against Borg Works go on. Judge Quill said that the defendant must answer it, and that a jury will hear both.',
        'Borg Works had asked the court to throw the case out. Its lawyers argued that the drawings are old, and that the plaintiff sued far too late.',
        'Judge Quill was not persuaded. The hearing is set for May, and Borg Works said that it would appeal the ruling before then.',
      ],
      'about',
    ],
    [
      'another plaintiff, in the same words',
      [
        'Turbine maker sues Borg Works',
        'A court in Delaware has let the suit of Dynamo against Borg Works go on. Judge Marlow said that the defendant must answer Dynamo, and that a jury will hear both.',
        'Borg Works had asked the court to throw the case out. Its lawyers argued that Dynamo had sued far too late, and that the drawings of Dynamo are old.',
        'Acme, which sells skates in the same street, watched the hearing from the gallery, and so did many of its people.',
      ],
      'no',
    ],
    [
      'another suit that points to this one in a clause',
      [
        'Skater may sue over borrowed wheels',
        'A court in Delaware let a skater sue a shop over wheels made by Borg Works. The shop denies that it lent him any.',
        'The judge turned down a plea of immunity. The skater’s lawyers pointed to the lawsuit that Acme won against Borg Works in the same court.',
        'The shop has until May to appeal, a spokesman for the court said.',
      ],
      'mentions',
    ],
    [
      'one side and two anchors that only the case has',
      [
        'Judge Quill rules on the skates',
        'In No. 1:21-cv-00042 Judge Quill ruled on Monday that Borg Works must hand over its drawings to the plaintiff, and that the court will see them first.',
        'Borg Works said that it would appeal. Its lawyers had argued in court that the drawings are secret, and that the suit has no merit.',
      ],
      'about',
    ],
    ['a headline alone', ['Acme sues Borg Works'], 'unsure'],
    ['a headline of one side', ['Borg Works hires a new chief'], 'no'],
    ['a docket number as headline', ['Order in No. 1:21-cv-00042'], 'unsure'],
    [
      'a namesake',
      [
        'Acme sponsors Borg Festival',
        'The Borg Festival opened on Monday. Borg fans asked a court to let them stay, Acme said, and the judge agreed with them on the whole matter in the end.',
        ...filler(2),
      ],
      'no',
    ],
    [
      'cased terms in small letters',
      [
        'acme sues borg',
        'acme sued borg in a court on monday and the judge will hear both on friday, as everybody in town knows by now and has known for many weeks. so it is.',
      ],
      'no',
    ],
    ['a shouted headline', ['ACME SUES BORG WORKS'], 'unsure'],
    ['words within words', ['Acmeology and the Borgward', 'Acmeology sued the Borgward Workshop in a court in Delaware.', ...filler(3)], 'no'],
  ])('%s', (_name, lines, expected) => {
    expect(status(lines)).toBe(expected);
  });

  it('keeps the case that fits best in front', () => {
    const article = articleOf({ url: '', title: 'Acme sues Borg Works', paragraphs: [suit, more] });
    const verdicts = recognise(article, [...cases, acme]);
    expect(verdicts.map(({ caseId, status }) => [caseId, status])).toEqual([
      ['acme-v-borg', 'about'],
      ['whatsapp-v-nso', 'no'],
    ]);
  });

  it('says no, of no case, where there are no cases', () => {
    expect(bestVerdict(articleOfText(suit), [])).toEqual({ status: 'no', score: 0, reasons: [] });
  });

  it('shows the words as the page has them, where they first stand, each once', () => {
    const article = articleOf({ url: '', title: 'ACME v. Borg  Works', paragraphs: ['“Borg Works’ lawyers” met Judge Quill; see Dynamo v Borg.', suit, more] });
    const { reasons } = bestVerdict(article, [acme]);
    for (const { role, words, span } of reasons) {
      if (!['plaintiff', 'defendant', 'anchor'].includes(role)) continue;
      expect(span && article.text.slice(...span).replace(/\s+/g, ' ')).toBe(words);
    }
    expect(reasons.map(({ role, words, count, speaksFor }) => [role, words, count, speaksFor])).toEqual([
      ['title', 'the title names both sides', 1, true],
      ['plaintiff', 'ACME', 3, true],
      ['defendant', 'Borg Works', 4, true],
      ['defendant', 'Borg', 1, true],
      ['anchor', 'Judge Quill', 1, true],
      ['anchor', 'rocket skates', 1, true],
      ['negative', 'Dynamo v Borg (another suit)', 1, false],
    ]);
  });

  it('gives no place for a title that is not in the text', () => {
    const article = { ...articleOfText(suit), title: 'Order in Acme' };
    const plaintiff = bestVerdict(article, [acme]).reasons.find(({ role }) => role === 'plaintiff');
    expect(plaintiff).toMatchObject({ words: 'Acme', count: 2 });
    expect(plaintiff?.span).toBeUndefined();
  });

  it('finds names between characters of scripts without spaces', () => {
    expect(status(['Acme社がBorg Works社を提訴'])).toBe('unsure');
  });
});

const coverage = new URL('../../../shared/recognition/coverage.json', import.meta.url);
describe.skipIf(!existsSync(coverage))('titles of real coverage (skipped without ../shared)', () => {
  const list: { title: string | null; class: 'positive' | 'passing' | 'negative' }[] = existsSync(coverage) ? JSON.parse(readFileSync(coverage, 'utf8')) : [];
  const judged = list.flatMap(({ title, class: kind }) => (title === null ? [] : [{ title, kind, status: status([title], cases) }]));

  it('is never sure of a title, and never turns down one that names both sides', () => {
    const table: Record<string, Record<string, number>> = {};
    for (const { kind, status } of judged) {
      table[kind] ??= {};
      table[kind][status] = (table[kind][status] ?? 0) + 1;
    }
    console.table(table);
    expect(judged.filter(({ status }) => status === 'about' || status === 'mentions')).toEqual([]);
    const both = judged.filter(({ title, kind }) => kind === 'positive' && /WhatsApp|Facebook|Meta/.test(title) && /\bNSO\b/.test(title));
    expect(both.length).toBeGreaterThan(20);
    expect(both.filter(({ status }) => status === 'no')).toEqual([]);
  });
});

it('an article that soon turns to another suit, and stays with it, mentions this one', () => {
  const begun = ['Acme sues Borg Works', 'Acme sued Borg Works on Monday; Judge Quill has the case, and Acme wants damages from Borg Works.'];
  const other = 'The suit that everybody watches is Dynamo v. Borg, in which Dynamo says that its turbines were copied and sold under another name.';
  const own = 'Acme told Judge Quill that Borg Works copied its rocket skates, and Borg Works said that the suit had no merit at all.';
  expect(status([...begun, own, own])).toBe('about');
  expect(status([...begun, ...Array.from({ length: 7 }, () => other)])).toBe('mentions');
});
