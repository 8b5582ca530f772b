/**
 * Files as people really spoil them: each is told by line, with what is wrong and the remedy, and with nothing else beside it.
 */
import { describe, expect, test } from 'vitest';
import { checkCaseText } from '../../cases/check-case-text.ts';
import { meant } from '../../cases/shape-problems.ts';
import { NOW, SAMPLE_CASE, SAMPLE_RECOGNITION } from './sample-case.ts';

const lineOf = (text: string, at: string) => text.slice(0, text.indexOf(at)).split('\n').length;
const change = (from: string, to: string) => {
  if (!SAMPLE_CASE.includes(from)) throw new Error(`The sample has no ${from}`);
  return SAMPLE_CASE.replace(from, () => to);
};
const check = (text: string) => checkCaseText({ name: 'case.json', text }, { name: 'recognition.json', text: SAMPLE_RECOGNITION }, NOW).problems;

/** Name, text, the line or words of the line, what is said, what the remedy says. */
type Row = readonly [name: string, text: string, line: number | string, says: RegExp, remedy: RegExp];

const NOT_JSON: readonly Row[] = [
  ['nothing at all', '', 1, /empty/, /example/],
  ['white space alone', ' \n\n', 1, /empty/, /example/],
  ['a byte order mark', `\uFEFF${SAMPLE_CASE}`, 1, /byte order mark/, /UTF-8 without/],
  ['UTF-16 read as UTF-8', [...SAMPLE_CASE].join('\0'), 1, /no UTF-8/, /UTF-8/],
  ['Latin-1 read as UTF-8', change('An invented case.', 'Caf\uFFFD.'), 'Caf', /no UTF-8/, /UTF-8/],
  ['a web page', '<!doctype html>\n<title>Case</title>', 1, /no JSON/, /double quotes/],
  ['YAML', 'id: harbor-v-lumen\n', 1, /no JSON/, /double quotes/],
  ['words', 'Harbor sues Lumen.', 1, /no JSON/, /double quotes/],
  [
    'a trailing comma in a list',
    change('"judgeIds": ["judge-ames"]', '"judgeIds": ["judge-ames",]'),
    '"judge-ames",]',
    /no JSON/,
    /no comma stands after the last/,
  ],
  ['a trailing comma in an object', change('"title": "Pleadings" }', '"title": "Pleadings", }'), '"Pleadings", }', /no JSON/, /no comma stands after the last/],
  ['single quotes', change('"id": "pleadings"', "'id': 'pleadings'"), "'id'", /no JSON/, /double quotes/],
  ['a name without quotes', change('"title": "Pleadings"', 'title: "Pleadings"'), 'title: ', /no JSON/, /double quotes/],
  ['Python’s true', change('"schemaVersion": 1', '"schemaVersion": True'), 'True', /no JSON/, /true, false and null/],
  ['typographic quotes', change('"title": "Pleadings"', '“title”: "Pleadings"'), '“title”', /no JSON/, /double quotes/],
  ['a string over two lines', change('"summary": "The answer."', '"summary": "The\n answer."'), '"The\n', /no JSON/, /double quote|\\n/],
  ['a tab in a string', change('The answer.', 'The\tanswer.'), 'The\tanswer', /no JSON/, /\\t/],
  ['a bad escape', change('The answer.', 'The \\answer.'), 'The \\answer', /no JSON/, /\\\\/],
  ['a file cut off', SAMPLE_CASE.slice(0, SAMPLE_CASE.indexOf('"id": "answer"')), 'last', /no JSON/, /./],
  ['a bracket too many', `${SAMPLE_CASE}}`, 'last', /no JSON/, /end the file/],
  ['two files in one', SAMPLE_CASE + SAMPLE_CASE, SAMPLE_CASE.split('\n').length, /no JSON/, /end the file/],
  ['a comment', change('"phases": [', '/* chapters */ "phases": ['), '/* chapters', /comment/, /note/],
  ['brackets ten thousand deep', `{"a": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 1, /too deeply/, /bracket/],
  ['a text of escaped quotes that does not end', `{"a": "${'\\"'.repeat(1_000_000)}`, 'last', /no JSON/, /double quote/],
  ['a million back-slashes', `{"a": "${'\\'.repeat(1_000_001)}`, 'last', /no JSON/, /./],
  ['six million characters', `{"a": "${'x'.repeat(6_000_000)}"}`, 1, /more than/, /leave something out/],
];

const WRONG: readonly Row[] = [
  ['a list for the file', '[]', 1, /a list stands where an object/, /object in \{ \}/],
  ['null for the file', 'null', 1, /null stands where an object/, /object/],
  ['a word for the file', '"case"', 1, /"case" stands where an object/, /object/],
  ['a version to come', change('"schemaVersion": 1', '"schemaVersion": 2'), '"schemaVersion"', /2 stands where 1/, /write 1/],
  ['a version in quotes', change('"schemaVersion": 1', '"schemaVersion": "1"'), '"schemaVersion"', /"1" stands where 1/, /write 1/],
  ['a number for a text', change('"title": "Lumen answers"', '"title": 7'), '"title": 7', /7 stands where a text/, /double quotes/],
  ['null for a text', change('"title": "Lumen answers"', '"title": null'), '"title": null', /null stands where a text/, /double quotes/],
  ['a text for a list', change('"terms": ["lamp"]', '"terms": "lamp"'), '"terms": "lamp"', /"lamp" stands where a list/, /\[ \]/],
  ['an object for a list', change('"terms": ["lamp"]', '"terms": {}'), '"terms": {}', /an object stands where a list/, /\[ \]/],
  [
    'a text for a date',
    change('{ "iso": "2024-02", "precision": "month" }', '"2024-02"'),
    '"2024-02"',
    /"2024-02" stands where an object/,
    /"precision": "month"/,
  ],
  ['a date by month names', change('"iso": "2024-02"', '"iso": "Feb 2024"'), 'Feb 2024', /date does not exist/, /change it/],
  ['a date the other way round', change('"iso": "2024-01-10"', '"iso": "10-01-2024"'), '10-01-2024', /date does not exist/, /change it/],
  ['a 30th of February in a citation', change('"date": "2024-01-11"', '"date": "2024-02-30"'), '"date": "2024-02-30"', /date does not exist/, /change it/],
  ['a citation date with one digit', change('"date": "2024-01-11"', '"date": "2024-1-11"'), '2024-1-11', /YYYY-MM-DD/, /change it/],
  ['a slip in a property', change('"summary": "The answer."', '"sumary": "The answer."'), '"sumary"', /"sumary" is no property/, /did you mean "summary"/],
  ['a property of one’s own', change('"docketId": "main"', '"colour": "red"'), '"colour"', /no property/, /known here: id, date/],
  ['a property of prototypes', change('"summary": "The answer."', '"summary": "The answer.", "__proto__": {}'), '"__proto__"', /no property/, /remove/],
  ['a slip in a kind', change('"kind": "opposition"', '"kind": "oposition"'), '"oposition"', /"oposition" stands where one of/, /did you mean "opposition"/],
  ['a side that is none', change('"side": "court"', '"side": "judge"'), '"side": "judge"', /"judge" stands where one of "plaintiff"/, /write one of/],
  ['a slip in a reference', change('"actorIds": ["lumen"]', '"actorIds": ["lumn"]'), '"lumn"', /no actor "lumn"/, /did you mean "lumen"/],
  ['an address without its scheme', change('https://example.org/answer', 'www.example.org/answer'), 'www.example', /full address/, /change it/],
  ['a script for an address', change('https://example.org/answer', 'javascript:alert(1)'), 'javascript:', /http/, /change it/],
  ['a text of a novel’s length', change('The answer.', 'x'.repeat(2_001)), 'xxx', /at most 2,000/, /change it, now/],
  ['a term of one letter', change('"terms": ["lamp"]', '"terms": ["l"]'), '["l"]', /two characters/, /change it/],
  [
    'no events',
    change(SAMPLE_CASE.slice(SAMPLE_CASE.indexOf('"events": ['), SAMPLE_CASE.indexOf('  "disputes"')), '"events": [],\n'),
    '"events": []',
    /./,
    /add what is missing/,
  ],
  ['an id with a space', change('"id": "lamp"', '"id": "the lamp"'), '"the lamp"', /lower-case words joined by hyphens/, /change it/],
  ['an id that is a number', change('"id": "lamp"', '"id": 12'), '"id": 12', /12 stands where a text/, /double quotes/],
  [
    'a phase twice',
    change('"title": "Pleadings" }', '"title": "Pleadings" },\n    { "id": "pleadings", "title": "Trial" }'),
    '"title": "Trial"',
    /already that of phases\[0\]/,
    /its own id/,
  ],
  [
    'a case without a defendant',
    change('"side": "defendant", "partyRole": "defendant"', '"side": "other", "partyRole": "defendant"'),
    '"actors"',
    /no party on the defendant's side/,
    /add an actor/,
  ],
];

describe('what is no JSON is told once, and nothing else is said', () => {
  test.each(NOT_JSON)('%s', (_name, text, line, says, remedy) => {
    const problems = check(text);
    expect(problems).toHaveLength(1);
    const expected = line === 'last' ? [text.split('\n').length, text.trimEnd().split('\n').length] : [typeof line === 'number' ? line : lineOf(text, line)];
    expect(expected).toContain(problems[0]?.line);
    expect(problems[0]?.message).toMatch(says);
    expect(problems[0]?.remedy).toMatch(remedy);
  });
});

describe('what is JSON and no case is told where it stands', () => {
  test.each(WRONG)('%s', (_name, text, line, says, remedy) => {
    const problems = check(text);
    const at = typeof line === 'number' ? line : lineOf(text, line);
    const told = problems.map((problem) => `${problem.line}: ${problem.message}; ${problem.remedy}`).join('\n');
    const found = problems.find((problem) => problem.line === at && says.test(problem.message) && remedy.test(problem.remedy));
    expect(found, `line ${at} of:\n${told}`).toBeDefined();
    // A mistake in one place is told once; only the word that is missing for a misspelt one may stand beside it.
    expect(problems.length, told).toBeLessThanOrEqual(2);
  });
});

describe('a case in one piece', () => {
  const whole = (terms: string) => SAMPLE_CASE.replace(/\}\s*$/, `,\n  "recognition": ${terms}}\n`);

  test('is taken with its terms inside', () => {
    const result = checkCaseText({ name: 'case.json', text: whole(SAMPLE_RECOGNITION) }, undefined, NOW);
    expect(result.problems).toEqual([]);
    expect('caseFile' in result && result.caseFile.recognition.caseId).toBe('harbor-v-lumen');
  });

  test('its terms are told by their line in the whole', () => {
    const text = whole(SAMPLE_RECOGNITION.replace('"weight": 3', '"weight": 5'));
    expect(checkCaseText({ name: 'case.json', text }, undefined, NOW).problems).toMatchObject([{ line: lineOf(text, '"weight": 5'), file: 'case.json' }]);
  });

  test('without its terms it is no case', () => {
    expect(checkCaseText({ name: 'case.json', text: SAMPLE_CASE }, undefined, NOW).problems).toMatchObject([
      { line: 1, remedy: expect.stringContaining('add it') },
    ]);
  });

  test.each([['{"caseId": 1}'], ['""'], ['[null]'], ['\uFEFF{}']])('broken terms beside a sound case are theirs: %s', (text) => {
    const { problems } = checkCaseText({ name: 'case.json', text: SAMPLE_CASE }, { name: 'recognition.json', text }, NOW);
    expect(problems.length).toBeGreaterThan(0);
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['recognition.json']));
  });
});

test.each([
  ['docket', ['docketId', 'date', 'note'], 'docketId'],
  ['sumary', ['summary', 'date'], 'summary'],
  ['judgesIds', ['judgeIds', 'id'], 'judgeIds'],
  ['colour', ['id', 'date', 'kind'], undefined],
  ['x', ['id'], undefined],
])('for %s of %j, %s is meant', (word, known, expected) => {
  expect(meant(word, known)).toBe(expected);
});

describe('a file made to cost time is refused at once, with its place', () => {
  type Sample = Record<string, Record<string, unknown>[]>;
  const many = <T>(length: number, make: (at: number) => T): T[] => Array.from({ length }, (_, at) => make(at));
  const edited = (text: string, edit: (sample: Sample) => unknown) => {
    const sample = JSON.parse(text) as Sample;
    edit(sample);
    return JSON.stringify(sample);
  };
  const actors = (length: number, more: (at: number) => object) => (sample: Sample) =>
    sample['actors']?.push(...many(length, (at) => ({ ...sample['actors']?.[0], id: `a-${at}`, names: [`Name ${at}`], ...more(at) })));
  const whole = (edit: (sample: Sample) => unknown) => edited(SAMPLE_CASE, edit);
  const terms = (edit: (sample: Sample) => unknown) => edited(SAMPLE_RECOGNITION, edit);

  test.each<[string, string, string, RegExp]>([
    ['five thousand actors', whole(actors(5_000, () => ({}))), SAMPLE_RECOGNITION, /actors: the list has 50\d\d entries/],
    [
      'a hundred thousand terms',
      SAMPLE_CASE,
      terms(({ anchors }) => anchors?.push(...many(60_000, (at) => ({ term: `word ${at}`, weight: 1 })))),
      /anchors: the list has 6/,
    ],
    [
      'terms of one letter',
      whole(({ disputes = [] }) => Object.assign(disputes[0] ?? {}, { terms: many(2_000, () => 'l') })),
      SAMPLE_RECOGNITION,
      /two characters/,
    ],
    ['1,900 actors who speak for nobody', whole(actors(1_900, (at) => ({ speaksFor: `nobody-${at}` }))), SAMPLE_RECOGNITION, /no actor "nobody-0"/],
    ['kinds that are none', whole(actors(1_900, () => ({ kind: 'zzz' }))), SAMPLE_RECOGNITION, /"zzz" stands where/],
  ])('%s', (_name, text, recognition, says) => {
    // Each took minutes; the suite's time limit for a test tells.
    const { problems } = checkCaseText({ name: 'case.json', text }, { name: 'recognition.json', text: recognition }, NOW);
    expect(problems.map(({ message }) => message).join('\n')).toMatch(says);
    expect(problems.length).toBeLessThanOrEqual(201);
  });

  test('patterns in terms are words like any others', () => {
    const text = terms(({ anchors = [] }) => Object.assign(anchors[0] ?? {}, { term: '(a+)+$ [^\\w]*?.*' }));
    expect(checkCaseText({ name: 'case.json', text: SAMPLE_CASE }, { name: 'recognition.json', text }, NOW).problems).toEqual([]);
  });
});
