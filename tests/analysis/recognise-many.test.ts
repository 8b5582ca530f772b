/** Many cases at once: each is judged as if it were alone, and the right one is in front whatever the list. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestVerdict, recognise } from '../../analysis/recognise.ts';
import { articleOfText } from '../../model/article.ts';
import type { Recognition } from '../../model/case-file.ts';
import { madeUpCases } from '../../scripts/bench/many-cases.ts';
import { readAllCaseFiles } from '../../scripts/case-files.ts';
import { articleOf, fixtureArticles } from '../fixtures/articles/load.ts';

const bundled = readAllCaseFiles().map(({ recognition }) => recognition);
/** A third suit, with a party of each of the others. */
const appleNso: Recognition = {
  caseId: 'apple-v-nso',
  plaintiff: [{ term: 'Apple', weight: 2, isCased: true }],
  defendant: [
    { term: 'NSO Group', weight: 2 },
    { term: 'NSO', weight: 1, isCased: true },
  ],
  anchors: [
    { term: '3:21-cv-09078', weight: 3 },
    { term: 'Apple v. NSO', weight: 3 },
    { term: 'Judge Donato', weight: 2 },
    { term: 'FORCEDENTRY', weight: 2 },
    { term: 'lawsuit', weight: 1 },
  ],
  negatives: [
    { term: 'WhatsApp v. NSO', weight: 2, why: 'WhatsApp’s suit' },
    { term: 'Epic Games', weight: 2, why: 'Epic’s suit against Apple' },
  ],
};
const three = [...bundled, appleNso];
const many = [...three, ...madeUpCases(197, 3)];
const fixtures = fixtureArticles();
const lines = (...paragraphs: string[]) => articleOfText(paragraphs.join('\n'), { title: paragraphs[0] ?? '' });

describe.each(fixtures.map((fixture) => [fixture.id, fixture] as const))('%s', (_id, fixture) => {
  const article = articleOf(fixture);

  test('is judged for each case among two hundred as for that case alone', () => {
    const among = new Map(recognise(article, many).map((verdict) => [verdict.caseId, verdict]));
    for (const each of three) {
      const alone = bestVerdict(article, [each]);
      expect(among.get(each.caseId)?.status).toBe(alone.status);
      if (alone.status !== 'no') expect(among.get(each.caseId)).toEqual(alone);
    }
  });

  test('goes to the case that it is about', () => {
    const { status, caseId } = bestVerdict(article, many);
    const expected = fixture.otherCase ?? (fixture.expectedVerdict === 'about' ? 'whatsapp-v-nso' : undefined);
    if (expected !== undefined) expect([status, caseId]).toEqual(['about', expected]);
    else if (status === 'about') expect(caseId).toBe('apple-v-nso');
  });
});

const EPIC = [
  'Epic Games told the Ninth Circuit that Apple keeps the App Store closed to others, and asked it to uphold the contempt order of Judge Gonzalez Rogers in Oakland.',
  'Apple denied that it had defied the injunction. Epic, whose chief executive Tim Sweeney sat in the court room, called the fee of 27 percent a tax in the lawsuit.',
];
const WHATSAPP = [
  'WhatsApp told the Ninth Circuit that NSO Group must stay barred from its servers, and asked it to uphold the injunction of Judge Phyllis Hamilton in Oakland.',
  'NSO Group denied that the ban is just. WhatsApp, whose head Will Cathcart sat in the court room, called Pegasus spyware a threat to everybody in the lawsuit.',
];
const APPLE_NSO = [
  'Apple sued NSO Group in a court in San Jose over the FORCEDENTRY attack on iPhones, and the lawsuit went to Judge Donato.',
  'NSO Group asked Judge Donato to send the lawsuit to Israel. Apple said that the court is where NSO must answer.',
];

describe('parties that several suits share', () => {
  test.each<[name: string, article: readonly string[], expected: string]>([
    ['Apple and Epic', ['Apple and Epic meet in court again', ...EPIC], 'epic-v-apple'],
    ['NSO and WhatsApp', ['WhatsApp and NSO meet in court again', ...WHATSAPP], 'whatsapp-v-nso'],
    ['Apple and NSO', ['Apple and NSO meet in court again', ...APPLE_NSO], 'apple-v-nso'],
  ])('%s', (_name, article, expected) => {
    const verdict = bestVerdict(lines(...article), many);
    expect([verdict.status, verdict.caseId]).toEqual(['about', expected]);
    expect(verdict.alsoAbout).toBeUndefined();
    // The reasons are words of both its sides.
    expect(new Set(verdict.reasons.map(({ role }) => role))).toContain('plaintiff');
    expect(new Set(verdict.reasons.map(({ role }) => role))).toContain('defendant');
  });
});

describe('an article about two cases', () => {
  // A list has its index built once; a few cases more tell as much as two hundred.
  const some = many.slice(0, 12);
  const shuffled = fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length });

  test.each<[name: string, article: readonly string[], expected: string, other: string]>([
    ['more of the first', ['A day at the Ninth Circuit', ...EPIC, ...EPIC, ...WHATSAPP], 'epic-v-apple', 'whatsapp-v-nso'],
    ['more of the second', ['A day at the Ninth Circuit', ...WHATSAPP, ...WHATSAPP, ...EPIC], 'whatsapp-v-nso', 'epic-v-apple'],
    ['as much of both, and a title on one', ['WhatsApp and NSO, and another suit', ...WHATSAPP, ...EPIC], 'whatsapp-v-nso', 'epic-v-apple'],
  ])('%s', (_name, article, expected, other) => {
    const verdict = bestVerdict(lines(...article), many);
    expect(verdict.caseId).toBe(expected);
    if (verdict.alsoAbout) expect(verdict.alsoAbout).toEqual([other]);
  });

  test('says so, where each alone would do', () => {
    const verdict = bestVerdict(lines('Epic and Apple, WhatsApp and NSO: a day at the Ninth Circuit', ...EPIC, ...WHATSAPP), many);
    expect(verdict.status).toBe('about');
    expect([verdict.caseId, ...(verdict.alsoAbout ?? [])].sort()).toEqual(['epic-v-apple', 'whatsapp-v-nso']);
  });

  test('goes to the same case whatever the order of the list, unless nothing tells them apart', () => {
    const passages = fc.array(fc.constantFrom(...EPIC, ...WHATSAPP, ...APPLE_NSO), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(passages, shuffled, (paragraphs, list) => {
        const article = lines('A day in court', ...paragraphs);
        const one = bestVerdict(article, some);
        const other = bestVerdict(article, list);
        expect(other.status).toBe(one.status);
        if (one.status !== 'no' && one.caseId !== other.caseId) expect(other.score).toBe(one.score);
      }),
      { numRuns: 40 },
    );
  });
});
