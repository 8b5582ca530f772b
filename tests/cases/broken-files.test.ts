/** Every kind of mistake in a case file is reported at its line with a remedy. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkCaseFolder } from '../../scripts/located-problems.ts';
import { NOW, SAMPLE_CASE, SAMPLE_RECOGNITION } from './sample-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'case-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Mistake {
  readonly name: string;
  readonly file?: 'case.json' | 'recognition.json';
  readonly from: string;
  readonly to: string;
  /** A piece of the broken text that stands on the line to be reported, its first place. */
  readonly at: string;
  readonly says: RegExp;
}

const MISTAKES: readonly Mistake[] = [
  {
    name: 'a comma missing',
    from: '"Harbor v. Lumen",\n  "caption"',
    to: '"Harbor v. Lumen"\n  "caption"',
    at: '"caption": "Harbor Inc.',
    says: /no JSON.*\n?.*comma|comma/,
  },
  { name: 'a comma too many', from: '"title": "Pleadings" }\n', to: '"title": "Pleadings" },\n', at: '  ],\n  "events"', says: /no JSON/ },
  { name: 'a comment', from: '"phases": [', to: '"phases": [ // chapters', at: '// chapters', says: /comment/ },
  { name: 'a string not closed', from: '"title": "Harbor sues Lumen",', to: '"title": "Harbor sues Lumen,', at: '"Harbor sues Lumen,', says: /no JSON/ },
  { name: 'a key twice', from: '"summary": "The answer.",', to: '"summary": "The answer.",\n      "title": "Again",', at: '"title": "Again"', says: /twice/ },
  {
    name: 'a required property missing',
    from: '      "summary": "The complaint.",\n',
    to: '',
    at: '    {\n      "id": "complaint"',
    says: /"summary" is missing/,
  },
  { name: 'a misspelt property', from: '"docketId": "main"', to: '"docket": "main"', at: '"docket": "main"', says: /"docket" is no property/ },
  { name: 'a wrong kind', from: '"kind": "opposition"', to: '"kind": "reply"', at: '"kind": "reply"', says: /"reply" stands where/ },
  {
    name: 'a wrong type',
    from: '"respondsTo": ["complaint"]',
    to: '"respondsTo": "complaint"',
    at: '"respondsTo": "complaint"',
    says: /"complaint" stands where/,
  },
  { name: 'an id with capitals', from: '"id": "pleadings"', to: '"id": "Pleadings"', at: '"id": "Pleadings"', says: /lower-case/ },
  {
    name: 'a day that does not exist',
    from: '{ "iso": "2024-02", "precision": "month" }',
    to: '{ "iso": "2024-02-30", "precision": "day" }',
    at: '2024-02-30',
    says: /does not exist/,
  },
  {
    name: 'a precision that the date has not',
    from: '{ "iso": "2024-02", "precision": "month" }',
    to: '{ "iso": "2024-02", "precision": "day" }',
    at: '"2024-02", "precision": "day"',
    says: /precision/,
  },
  { name: 'an address that is no page', from: 'https://example.org/answer', to: 'ftp://example.org/answer', at: 'ftp:', says: /http/ },
  {
    name: 'an event without a citation',
    from: '[{ "publisher": "Gazette", "title": "Answer", "url": "https://example.org/answer" }]',
    to: '[]',
    at: '"citations": []',
    says: /citation/,
  },
  { name: 'an empty title', from: '"title": "Lumen answers"', to: '"title": "  "', at: '"title": "  "', says: /empty/ },
  { name: 'an id given twice', from: '"id": "answer"', to: '"id": "complaint"', at: '"id": "complaint",\n      "date": { "iso": "2024-02"', says: /already/ },
  { name: 'an actor who is not listed', from: '"actorIds": ["lumen"]', to: '"actorIds": ["lumin"]', at: '"actorIds": ["lumin"]', says: /no actor "lumin"/ },
  {
    name: 'a phase that is not listed',
    from: '"phaseId": "pleadings",\n      "kind": "filing"',
    to: '"phaseId": "trial",\n      "kind": "filing"',
    at: '"phaseId": "trial"',
    says: /no phase "trial"/,
  },
  { name: 'a docket that is not listed', from: '"docketId": "main"', to: '"docketId": "appeal"', at: '"docketId": "appeal"', says: /no docket/ },
  { name: 'a court that is not listed', from: '"courtId": "district"', to: '"courtId": "supreme"', at: '"courtId": "supreme"', says: /no court/ },
  {
    name: 'a judge who is not listed',
    from: '"judgeIds": ["judge-ames"]',
    to: '"judgeIds": ["judge-bell"]',
    at: '"judgeIds": ["judge-bell"]',
    says: /no actor/,
  },
  { name: 'a speaker for nobody', from: '"speaksFor": "lumen"', to: '"speaksFor": "lamp"', at: '"speaksFor": "lamp"', says: /no actor/ },
  { name: 'a speaker for itself', from: '"speaksFor": "lumen"', to: '"speaksFor": "dana-reyes"', at: '"speaksFor": "dana-reyes"', says: /circle/ },
  { name: 'a position tied to no event', from: '"eventId": "complaint"', to: '"eventId": "verdict"', at: '"eventId": "verdict"', says: /no event/ },
  {
    name: 'an answer to nothing',
    from: '"respondsTo": ["complaint"]',
    to: '"respondsTo": ["motion"]',
    at: '"respondsTo": ["motion"]',
    says: /no event "motion"/,
  },
  { name: 'an answer to itself', from: '"respondsTo": ["complaint"]', to: '"respondsTo": ["answer"]', at: '"respondsTo": ["answer"]', says: /itself/ },
  {
    name: 'an answer before its question',
    from: '"docketId": "main",\n      "citations"',
    to: '"respondsTo": ["answer"],\n      "citations"',
    at: '"respondsTo": ["answer"]',
    says: /later/,
  },
  {
    name: 'events out of order',
    from: '{ "iso": "2024-02", "precision": "month" }',
    to: '{ "iso": "2023", "precision": "year" }',
    at: '"2023"',
    says: /order|after/,
  },
  {
    name: 'a name given to two actors',
    from: '"names": ["Lumen"]',
    to: '"names": ["Lumen", "Harbor"]',
    at: '"names": ["Lumen", "Harbor"]',
    says: /"Harbor" also means "harbor"/,
  },
  { name: 'an epithet that may mean either side', from: '["lamp maker"]', to: '["company"]', at: '"company"', says: /either side/ },
  { name: 'an epithet with its article', from: '["lamp maker"]', to: '["the lamp maker"]', at: '"the lamp maker"', says: /article.*write "lamp maker"/s },
  {
    name: 'a role against its side',
    from: '"partyRole": "defendant"',
    to: '"partyRole": "plaintiff"',
    at: '"partyRole": "plaintiff", "names": ["Lumen"]',
    says: /side/,
  },
  {
    name: 'a speaker of the other side',
    from: '"side": "defendant", "names": ["Dana Reyes"]',
    to: '"side": "plaintiff", "names": ["Dana Reyes"]',
    at: '"speaksFor": "lumen"',
    says: /defendant's side/,
  },
  {
    name: 'a position of the other side',
    from: '"side": "plaintiff",\n          "actorId"',
    to: '"side": "defendant",\n          "actorId"',
    at: '"actorId"',
    says: /plaintiff's side/,
  },
  {
    name: 'a pronoun that is none of the four',
    from: '"names": ["Judge Ames"]',
    to: '"names": ["Judge Ames"], "pronoun": "her"',
    at: '"her"',
    says: /did you mean "she"/,
  },
  { name: 'a name of spaces', from: '"names": ["Lumen"]', to: '"names": [" "]', at: '" "', says: /two characters.*now ""/s },
  { name: 'a date as others write it', from: '"iso": "2024-01-10"', to: '"iso": "01/10/2024"', at: '"iso": "01/10/2024"', says: /YYYY-MM-DD.*01\/10\/2024/s },
  { name: 'no terms at all', from: /"terms": \[[^\]]*\]/.exec(SAMPLE_CASE)?.[0] ?? '', to: '"terms": []', at: '"terms": []', says: /at least 1 entry/ },
  { name: 'an epithet of both sides', from: '["lamp maker"]', to: '["Ferry operator"]', at: '"Ferry operator"', says: /also means "harbor"/ },
  {
    name: 'a record that ends before its last event',
    from: '{ "iso": "2024-06", "precision": "month" }',
    to: '{ "iso": "2024-01", "precision": "month" }',
    at: '"recordCompleteTo"',
    says: /complete to 2024-01/,
  },
  {
    name: 'terms of another case',
    file: 'recognition.json',
    from: '"caseId": "harbor-v-lumen"',
    to: '"caseId": "harbour-v-lumen"',
    at: '"caseId"',
    says: /belongs to/,
  },
  { name: 'a weight that does not exist', file: 'recognition.json', from: '"weight": 3', to: '"weight": 5', at: '"weight": 5', says: /5 stands where/ },
  { name: 'a weight in quotes', file: 'recognition.json', from: '"weight": 3', to: '"weight": "3"', at: '"weight": "3"', says: /write 3, without quotes/ },
  { name: 'a term that speaks for and against', file: 'recognition.json', from: '"harbour festival"', to: '"Lumen"', at: '"why"', says: /already/ },
  { name: 'a negative without a reason', file: 'recognition.json', from: ', "why": "a festival"', to: '', at: '"harbour festival"', says: /"why" is missing/ },
];

function check(caseText: string, recognitionText: string) {
  writeFileSync(join(folder, 'case.json'), caseText);
  writeFileSync(join(folder, 'recognition.json'), recognitionText);
  return checkCaseFolder(folder, NOW);
}

describe('a broken case file', () => {
  test('the sample itself is sound', () => {
    expect(check(SAMPLE_CASE, SAMPLE_RECOGNITION).problems).toEqual([]);
  });

  test.each(MISTAKES)('$name is reported where it stands', ({ file = 'case.json', from, to, at, says }) => {
    const sound = file === 'case.json' ? SAMPLE_CASE : SAMPLE_RECOGNITION;
    const broken = sound.replace(from, () => to);
    expect(broken, 'the mistake must be made').not.toBe(sound);
    const offset = broken.indexOf(at);
    expect(offset, 'the place must exist').toBeGreaterThanOrEqual(0);
    const line = broken.slice(0, offset).split('\n').length;
    const { problems } = file === 'case.json' ? check(broken, SAMPLE_RECOGNITION) : check(SAMPLE_CASE, broken);
    const reported = problems.find((problem) => problem.line === line && says.test(`${problem.message} ${problem.remedy}`));
    expect(reported, `line ${line} of:\n${problems.map((problem) => `${problem.line}: ${problem.message}; ${problem.remedy}`).join('\n')}`).toBeDefined();
    expect(reported?.file.endsWith(file)).toBe(true);
    expect(reported?.column).toBeGreaterThan(0);
    expect(reported?.remedy).not.toBe('');
  });

  test('all mistakes of a file are reported at once', () => {
    const broken = SAMPLE_CASE.replace('"kind": "opposition"', '"kind": "reply"').replace('"id": "pleadings"', '"id": "Pleadings"');
    expect(check(broken, SAMPLE_RECOGNITION).problems).toHaveLength(2);
  });

  test('a missing file is named', () => {
    rmSync(join(folder, 'recognition.json'), { force: true });
    expect(checkCaseFolder(folder, NOW).problems).toMatchObject([{ line: 1, message: 'the file is missing' }]);
  });

  test('a month may stand before or after a day within it', () => {
    const within = SAMPLE_CASE.replace('"iso": "2024-02", "precision": "month"', '"iso": "2024-01", "precision": "month"');
    expect(check(within, SAMPLE_RECOGNITION).problems).toEqual([]);
  });
});
