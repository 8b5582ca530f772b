import { expect, test } from 'vitest';
import { failuresOf, unsteadyOf } from '../../scripts/failures.ts';

const ROOT = '/project';
const passed = { fullName: 'a passes', status: 'passed', failureMessages: [] };
const file = (status: string, assertionResults: readonly object[], message = '') =>
  ({ name: '/project/tests/a.test.ts', status, message, assertionResults }) as Parameters<typeof failuresOf>[0][number];

test.each([
  ['none', [file('passed', [passed])], []],
  [
    'a test, with the beginning of its message, without blank lines',
    [file('failed', [passed, { fullName: 'b fails', status: 'failed', failureMessages: ['expected 1 to be 2\n\n    at a.test.ts:3'] }])],
    ['tests/a.test.ts > b fails\n    expected 1 to be 2\n        at a.test.ts:3'],
  ],
  ['a test without a word', [file('failed', [{ fullName: 'b fails', status: 'failed', failureMessages: null }])], ['tests/a.test.ts > b fails']],
  ['a file whose tests never ran', [file('failed', [{ fullName: 'a', status: 'skipped' }], 'no such module')], ['tests/a.test.ts\n    no such module']],
  ['a file without a word', [file('failed', [])], ['tests/a.test.ts']],
] as const)('what failed: %s', (_, files, told) => {
  expect(failuresOf([...files], ROOT)).toEqual(told);
});

test('a page of markup in a message is told by its beginning', () => {
  const [told] = failuresOf([file('failed', [{ fullName: 'b', status: 'failed', failureMessages: [`${'<div>'.repeat(1_000)}\n`.repeat(100)] }])], ROOT);
  expect(told?.length).toBeLessThan(1_000);
});

test('what passed on a second try is told apart from what failed and from what passed at once', () => {
  const files = [file('passed', [passed, { fullName: 'b is unsteady', status: 'passed', failureMessages: ['too late'] }])];
  expect(unsteadyOf(files, ROOT)).toEqual(['tests/a.test.ts > b is unsteady\n    too late']);
  expect(failuresOf(files, ROOT)).toEqual([]);
  expect(unsteadyOf([file('failed', [{ fullName: 'c', status: 'failed', failureMessages: ['no'] }])], ROOT)).toEqual([]);
});
