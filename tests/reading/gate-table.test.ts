/** The gate's look-up against the plain way: every spelling of every name looked for in the text, one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGateTable } from '../../model/gate-table.ts';
import { placesIn } from '../../reading/gate.ts';
import { type GateTerms, gateTable } from '../../reading/gate-table.ts';
import { hasWord } from '../../reading/whole-words.ts';

const NAMES = [
  ['NSO', true],
  ['NSO Group', false],
  ['Meta', true],
  ['3M', true],
  ['X', true],
  ['iPhone maker', false],
  ['Q Cyber', false],
  ['WhatsApp', false],
  ['Metaphor Meta', false],
  ['Société Générale', false],
  ['Волга', false],
  ['ペガサス', true],
  ['Northstar Pharmaceuticals', false],
  ['Harbor Pharmaceuticals', false],
  ['A-B 12 C', false],
] as const;

const terms: GateTerms[] = NAMES.map(([term, isCased], at) => ({
  caseId: String(at),
  defendant: [{ term, weight: 1, ...(isCased ? { isCased } : {}) }],
  plaintiff: [],
}));
const table = gateTable(terms);

/** As written, in capitals, and for names without fixed case small and as in a headline. */
function plainly(text: string): number[] {
  return NAMES.flatMap(([term, isCased], at) => {
    const headline = term.replace(/(^|[\s-])(\p{Ll})/gu, (_, gap, letter) => gap + letter.toUpperCase());
    const all = isCased ? [term, term.toUpperCase()] : [term, term.toUpperCase(), term.toLowerCase(), headline];
    return all.some((each) => hasWord(text, each)) ? [2 * at] : [];
  });
}

const pieces = fc.oneof(
  fc.constantFrom(...NAMES.flatMap(([term]) => [term, term.toUpperCase(), term.toLowerCase(), `${term}s`, term.slice(0, -1)])),
  fc.constantFrom(' ', '.', '\n', '’s ', 'é', 'The', 'the', 'THE', '社', '😀', '\ud800', '1', '-', ''),
  fc.string({ maxLength: 6 }),
);

describe('placesIn', () => {
  it('finds what the plain way finds, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
        const text = list.join('');
        expect([...placesIn(text, table)].sort((a, b) => a - b)).toEqual(plainly(text));
      }),
      { numRuns: 3_000, seed: 7 },
    );
  });

  it('finds a name wherever it stands in a long text, whatever letters stand before it', () => {
    for (const filling of ['wind ', 'Größe ', '風。', '😀'])
      for (let length = 8_050; length < 8_260; length++) {
        const text = `${filling.repeat(4_200).slice(0, length)} NSO Group ${filling}`;
        expect(placesIn(text, table)).toContain(2);
      }
  });

  it('finds a name that is longer than the texts have in common that are looked through one after the other', () => {
    const long = [`Zyxwvutsrqponm of ${'a b '.repeat(40)}c`, `Association of ${'d e '.repeat(40)}Zyxwvutsrqpon`];
    const longTable = gateTable([{ caseId: 'long', defendant: long.map((term) => ({ term, weight: 1, isCased: true })), plaintiff: [] }]);
    for (const name of long)
      for (let length = 7_900; length < 8_260; length++) expect(placesIn(`${'é'.padEnd(length, 'wind ')} ${name}.`, longTable).size).toBe(1);
  });

  it('looks no name up by a word that others share where it has one of its own', () => {
    const lines = table.buckets.flatMap((bucket) => bucket.split('\n')).map((line) => line.split('\t'));
    const shared = lines.filter(([, name]) => name?.endsWith(' Pharmaceuticals'));
    expect(shared.map(([, name, offset]) => `${name} ${offset}`).sort()).toEqual(['Harbor Pharmaceuticals 0', 'Northstar Pharmaceuticals 0']);
  });
});

describe('isGateTable', () => {
  it.each([
    ['a table', table, true],
    ['a table of no cases', gateTable([]), true],
    ['one without openings, as an older version stored it', { ...table, openings: undefined }, false],
    ['one cut short', { ...table, openings: table.openings.slice(1) }, false],
    ['nothing', undefined, false],
  ])('tells %s', (_name, raw, is) => expect(isGateTable(raw)).toBe(is));
});
