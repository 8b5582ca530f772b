/** Slips in the example of docs/CASE-FILES.md that must be mended, as data: what is changed, the line that is told, and what is said there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/CASE-FILES.md'), 'utf8');
const example = (name: string) =>
  PAGE.split(`<!-- example: ${name} -->`)[1]
    ?.split('```')[1]
    ?.replace(/^json\n/, '') ?? '';
export const CASE = example('case.json');
export const TERMS = example('recognition.json');

/** What is changed into what, words of the line that is told (of the changed text), what is said, and what to do. */
export type Row = readonly [name: string, from: string, to: string, at: string, says: RegExp, remedy: RegExp];

export const ANSWER = '"url": "https://gazette.example/answer", "date": "2024-02"';
export const SUIT = 'https://gazette.example/suit", "date": "2024-01-11" }\n      ]\n    },';
export const suit = (address: string) => SUIT.replace('https://gazette.example/suit', address);

export const SLIPS: readonly Row[] = [
  // JSON
  ['double quotes within a text', 'the lamps burned and', '"the lamps" burned and', '"the lamps"', /no JSON/, /double quote within a text/],
  [
    'a quoted word at the end',
    'captain slept.",\n      "actorIds"',
    'captain "slept".",\n      "actorIds"',
    '"slept"',
    /no JSON/,
    /double quote within a text/,
  ],
  ['an opening quote missing', '"kind": "judge"', '"kind": judge"', 'judge"', /no JSON/, /double quotes/],
  [
    'a bracket missing',
    '"pronoun": "it"\n    },\n    {\n      "id": "bellman"',
    '"pronoun": "it"\n    ,\n    {\n      "id": "bellman"',
    '    {\n      "id": "bellman"',
    /no JSON/,
    /close the object/,
  ],
  ['commas within a number', '"terms": ["lamp"', '"schema": 1,400, "terms": ["lamp"', '1,400', /no JSON/, /without commas/],
  // Dates
  [
    'a date without its precision',
    '{ "iso": "2024-06-03", "precision": "day" },\n      "phaseId"',
    '"2024-06-03",\n      "phaseId"',
    '"2024-06-03",',
    /stands where an object/,
    /"precision": "day" \}/,
  ],
  [
    'a date of one digit',
    '"iso": "2024-06-03", "precision": "day" },\n      "phaseId"',
    '"iso": "2024-6-3", "precision": "day" },\n      "phaseId"',
    '2024-6-3',
    /date does not exist/,
    /did you mean \{ "iso": "2024-06-03", "precision": "day" \}/,
  ],
  [
    'a date with its hour',
    '"iso": "2024-06-03", "precision": "day" },\n      "phaseId"',
    '"iso": "2024-06-03T10:00Z", "precision": "day" },\n      "phaseId"',
    'T10:00Z',
    /date does not exist/,
    /"iso": "2024-06-03"/,
  ],
  [
    'a date in words',
    '"iso": "2024-06-03", "precision": "day" },\n      "phaseId"',
    '"iso": "June 3, 2024", "precision": "day" },\n      "phaseId"',
    'June 3',
    /date does not exist/,
    /"iso": "2024-06-03"/,
  ],
  ['a citation’s date in words', '"date": "2024-01-11"', '"date": "11 January 2024"', '11 January', /YYYY-MM-DD/, /did you mean "2024-01-11"/],
  [
    'a month called a day',
    '"iso": "2024-02", "precision": "month" },\n      "phaseId"',
    '"iso": "2024-02", "precision": "day" },\n      "phaseId"',
    '"2024-02", "precision": "day"',
    /precision/,
    /did you mean \{ "iso": "2024-02", "precision": "month"/,
  ],
  [
    'a citation later than the record',
    ANSWER,
    ANSWER.replace('2024-02', '2024-08'),
    '"2024-08"',
    /citation is of 2024-08, later than the record's end/,
    /recordCompleteTo/,
  ],
  [
    'a docket filed after the record',
    '"filed": { "iso": "2024-01-10"',
    '"filed": { "iso": "2025-01-10"',
    '2025-01-10',
    /later than the record's end/,
    /correct the date/,
  ],
  [
    'a record into the future',
    '{ "iso": "2024-06", "precision": "month" }',
    '{ "iso": "2034-06", "precision": "month" }',
    '2034-06',
    /in the future/,
    /day on which you looked/,
  ],
  ['a citation of the future', ANSWER, ANSWER.replace('2024-02', '2042-02'), '2042-02', /in the future/, /correct the date/],
  [
    'read before it was published',
    '"date": "2024-01-11" }\n',
    '"date": "2024-01-11", "retrieved": "2023-12-01" }\n',
    '2023-12-01',
    /before it was published \(2024-01-11\)/,
    /correct one/,
  ],
  ['read tomorrow', '"date": "2024-01-11" }\n', '"date": "2024-01-11", "retrieved": "2030-12-01" }\n', '2030-12-01', /in the future/, /on which you read it/],
  // Order
  [
    'phases in another order',
    '[{ "id": "pleadings", "title": "Complaint and answer" }, { "id": "decision", "title": "The decision" }]',
    '[{ "id": "decision", "title": "The decision" }, { "id": "pleadings", "title": "Complaint and answer" }]',
    '"phases"',
    /"decision" stands where the events have "pleadings"/,
    /"pleadings", "decision"/,
  ],
  [
    'phases that overlap',
    '"phaseId": "pleadings",\n      "kind": "filing"',
    '"phaseId": "decision",\n      "kind": "filing"',
    '"phaseId": "decision",\n      "kind": "ruling"',
    /goes back to the phase "decision"/,
    /do not overlap/,
  ],
  [
    'positions out of order',
    '"side": "defendant",\n          "actorId": "bellman",\n          "date": { "iso": "2024-02", "precision": "month" }',
    '"side": "defendant",\n          "actorId": "bellman",\n          "date": { "iso": "2023", "precision": "year" }',
    '"2023"',
    /position of 2023 stands after/,
    /order of their dates/,
  ],
  // Who
  [
    'an actor named by name',
    '"actorIds": ["bellman"]',
    '"actorIds": ["Bellman Lamps"]',
    '["Bellman Lamps"]',
    /lower-case words/,
    /did you mean "bellman-lamps"/,
  ],
  ['an id with an underscore', '"id": "dana-reyes"', '"id": "dana_reyes"', 'dana_reyes', /lower-case words/, /did you mean "dana-reyes"/],
  [
    'a judge on a side',
    '"kind": "judge",\n      "side": "court"',
    '"kind": "judge",\n      "side": "plaintiff"',
    '"side": "plaintiff",\n      "names": ["Judge',
    /judge "judge-ames" stands on the side/,
    /write "court"/,
  ],
  ['a judge who is none', '"judgeIds": ["judge-ames"]', '"judgeIds": ["dana-reyes"]', '"judgeIds": ["dana', /of the kind "spokesperson"/, /"judge"/],
  [
    'a name that anybody bears',
    '"names": ["Bellman Lamps Ltd.",',
    '"names": ["Company", "Bellman Lamps Ltd.",',
    '"Company"',
    /may mean anybody/,
    /proper name/,
  ],
  ['null for what is unknown', '"note": "The report gives no day."', '"note": null', 'null', /null stands where/, /leave the property out/],
  [
    'an object for a list of one',
    '"phases": [{ "id": "pleadings", "title": "Complaint and answer" }, { "id": "decision", "title": "The decision" }]',
    '"phases": { "id": "pleadings", "title": "Complaint and answer" }',
    '"phases"',
    /object stands where a list/,
    /\[ \]/,
  ],
  [
    'a word for a phase',
    '{ "id": "decision", "title": "The decision" }',
    '"decision"',
    '"decision"]',
    /"decision" stands where an object/,
    /with "id", "title"/,
  ],
  ['a language', '"schemaVersion": 1', '"schemaVersion": 1,\n  "language": "english"', 'english', /no property/, /known here/],
  // Texts and addresses
  ['markup', '"Bellman answers"', '"<b>Bellman</b> answers"', '<b>', /"<b>" is shown/, /plain text/],
  ['an entity', '"Bellman answers"', '"Bellman &amp; Co answers"', '&amp;', /"&amp;" is shown/, /plain text/],
  ['the wrong encoding', '"Bellman answers"', '"Bellmanâ€™s answer"', 'â€', /wrong encoding/, /UTF-8/],
  ['an address without a scheme', SUIT, suit('gazette.example/suit'), '"gazette', /full address/, /did you mean "https:\/\/gazette\.example\/suit"/],
  ['a scheme with one slash', SUIT, suit('https:/gazette.example/suit'), 'https:/g', /two slashes/, /https:\/\//],
  ['a scheme twice', SUIT, suit('https://https://gazette.example/suit'), 'https://https', /twice/, /once/],
  ['a file', SUIT, suit('file:///home/me/suit.pdf'), 'file:', /http/, /change it/],
  ['a dead scheme', SUIT, suit('gopher://gazette.example/suit'), 'gopher:', /http/, /change it/],
  ['a server of one’s own', SUIT, suit('http://localhost:8080/suit'), 'localhost', /nobody else/, /public web/],
  ['a host without a name', SUIT, suit('https://gazette/suit'), 'https://gazette/', /nobody else/, /public web/],
  ['a space in an address', SUIT, suit('https://gazette.example/a suit'), 'a suit', /space/, /%20/],
  ['an address cut short', SUIT, suit('https://gazette.example/su…'), 'su…', /cut short/, /whole/],
  ['a name for signing in', SUIT, suit('https://me:secret@gazette.example/suit'), 'me:secret', /signing in/, /up to the @/],
];

export const TERM_SLIPS: readonly Row[] = [
  [
    'sides swapped',
    '"plaintiff": [{ "term": "Tidewater", "weight": 2, "isCased": true }],\n  "defendant": [',
    '"defendant": [{ "term": "Tidewater", "weight": 2, "isCased": true }],\n  "plaintiff": [',
    '"Tidewater"',
    /on the plaintiff's side/,
    /move it to "plaintiff"/,
  ],
  [
    'a court for a party',
    '{ "term": "Tidewater", "weight": 2, "isCased": true }',
    '{ "term": "court", "weight": 2 }',
    '"court"',
    /every report/,
    /name of the party/,
  ],
  ['a heavy word of any suit', '{ "term": "east pier", "weight": 1 }', '{ "term": "lawsuit", "weight": 3 }', '"lawsuit"', /every report/, /write 1/],
  ['a party as a look-alike', '"term": "Bellman Hotel"', '"term": "Bellman Lamps Ltd"', '"Bellman Lamps Ltd"', /speaks against the case/, /longer name/],
  ['true in quotes', '"isCased": true', '"isCased": "true"', '"true"', /stands where true or false/, /without quotes/],
  ['a slip in letter case', '"isCased": true', '"iscased": true', 'iscased', /no property/, /did you mean "isCased"/],
  ['a term without its weight', '{ "term": "east pier", "weight": 1 }', '{ "term": "east pier" }', '{ "term": "east pier" }', /"weight" is missing/, /1, 2, 3/],
  ['a word for a term', '{ "term": "east pier", "weight": 1 }', '"east pier"', '"east pier"', /stands where an object/, /with "term", "weight"/],
  ['a term twice, in small letters', '"east pier"', '"judge ames"', '"judge ames"', /stands already in anchors\[2\]/, /one place/],
];
