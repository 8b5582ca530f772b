import { expect, test } from 'vitest';
import { gateTermsFrom, gateTermsOf } from '../../reading/gate-terms.ts';

const TERMS = { caseId: 'harbor-v-lumen', plaintiff: [{ term: 'Harbor', weight: 2 }], defendant: [{ term: 'Lumen', weight: 2, isCased: true }] } as const;

test('what the gate is given it takes, and nothing more of a case than it needs', () => {
  const given = gateTermsOf([{ ...TERMS, plaintiff: [...TERMS.plaintiff], defendant: [...TERMS.defendant], ...{ anchors: ['x'] } }]);
  expect(given).toEqual([TERMS]);
  expect(gateTermsFrom(JSON.parse(JSON.stringify(given)))).toEqual([TERMS]);
});

test.each<[name: string, raw: unknown]>([
  ['nothing', undefined],
  ['a text', 'Harbor'],
  ['an object', { 0: TERMS }],
  ['null in a list', [null]],
  ['no id', [{ ...TERMS, caseId: 7 }]],
  ['no plaintiff', [{ ...TERMS, plaintiff: [] }]],
  ['terms that are texts', [{ ...TERMS, defendant: ['Lumen'] }]],
  ['a term of one letter, which every page has', [{ ...TERMS, defendant: [{ term: 'a', weight: 1 }] }]],
  ['a case that is no truth value', [{ ...TERMS, defendant: [{ term: 'Lumen', weight: 1, isCased: 'yes' }] }]],
])('%s is no case to the gate', (_name, raw) => expect(gateTermsFrom(raw)).toEqual([]));
