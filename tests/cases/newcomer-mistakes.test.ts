/**
 * What a newcomer does to the example of docs/CASE-FILES.md while making a case of it: each slip is told at its line, as a problem or as a
 * warning, with what to do.
 */
import { describe, expect, test } from 'vitest';
import { checkCaseText } from '../../cases/check-case-text.ts';
import { meantDate } from '../../cases/meant-date.ts';
import { CASE, type Row, SLIPS, TERM_SLIPS, TERMS } from './newcomer-slips.ts';
import { LACKING, TERM_WARNINGS, WARNINGS } from './newcomer-warnings.ts';
import { NOW } from './sample-case.ts';

function lineOf(text: string, at: string): number {
  const offset = text.indexOf(at);
  if (offset < 0) throw new Error(`${at} is not in the text`);
  return text.slice(0, offset).split('\n').length;
}

function change(text: string, from: string, to: string): string {
  if (from === '' || !text.includes(from)) throw new Error(`The example has no ${from}`);
  return text.replace(from, () => to);
}

function expectTold(
  kind: 'problems' | 'warnings',
  texts: readonly [string, string],
  file: 'case.json' | 'recognition.json',
  line: number,
  says: RegExp,
  remedy: RegExp,
): void {
  const checked = checkCaseText({ name: 'case.json', text: texts[0] }, { name: 'recognition.json', text: texts[1] }, NOW);
  const told = [...checked.problems, ...checked.warnings].filter(({ message }) => !message.includes('host of examples'));
  const found = checked[kind].some((each) => each.file === file && each.line === line && says.test(each.message) && remedy.test(each.remedy));
  expect(found, `${file}:${line} of:\n${told.map((each) => `${each.file}:${each.line} ${each.message}; ${each.remedy}`).join('\n')}`).toBe(true);
  if (kind === 'warnings') expect(checked.problems).toEqual([]);
}

/** Each row changes one place of the case, or of its terms, and is told where it stands. */
function tell(kind: 'problems' | 'warnings', inCase: readonly Row[], inTerms: readonly Row[]): void {
  test.each(inCase)('%s', (_, from, to, at, says, remedy) => {
    const text = change(CASE, from, to);
    expectTold(kind, [text, TERMS], 'case.json', lineOf(text, at), says, remedy);
  });
  test.each(inTerms)('%s', (_, from, to, at, says, remedy) => {
    const text = change(TERMS, from, to);
    expectTold(kind, [CASE, text], 'recognition.json', lineOf(text, at), says, remedy);
  });
}

describe('a slip is told', () => {
  tell('problems', SLIPS, TERM_SLIPS);
  test('the two files in place of each other', () => expectTold('problems', [TERMS, CASE], 'case.json', 1, /recognition terms/, /name of the other/));
});

describe('what is nearly always a slip is warned of, and the case is taken', () => {
  tell('warnings', WARNINGS, TERM_WARNINGS);
  test.each(LACKING)('%s is no anchor', (_, from, to, at, says, remedy) => {
    expectTold('warnings', [CASE, change(TERMS, from, to)], 'case.json', lineOf(CASE, at), says, remedy);
  });
});

test.each([
  ['2024-1-5', '2024-01-05'],
  ['2024/01/05', '2024-01-05'],
  ['5.1.2024', '2024-01-05'],
  ['31/12/2024', '2024-12-31'],
  ['12/31/2024', '2024-12-31'],
  ['3/4/2024', undefined],
  ['Jan. 5, 2024', '2024-01-05'],
  ['5 January 2024', '2024-01-05'],
  ['January 2024', '2024-01'],
  ['2024-01-05T08:00:00Z', '2024-01-05'],
  ['2024-02-30', undefined],
  ['spring 2024', undefined],
  ['Lamps 12 2024', undefined],
])('%s means %s', (text, iso) => {
  expect(meantDate(text)?.iso).toBe(iso);
});
