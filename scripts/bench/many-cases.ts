/**
 * Made-up cases for measuring many at once: seeded, with names as parties have them, and the words that all suits share.
 * Knows neither recogniser nor gate.
 */
import type { Recognition } from '../../model/case-file.ts';
import { below, type Random, seeded } from './random.ts';

const FIRST =
  'North Blue Iron Silver Green Bright Stone River Summit Harbor Cedar Falcon Vertex Lumen Orion Delta Nova Pioneer Atlas Quantum Copper Maple Redwood Granite'.split(
    ' ',
  );
const SECOND = 'Star Bridge Field Gate Peak Water Leaf Point Line Works Wave Path Forge Mark Shore Light Crest Wood Grid Spring'.split(' ');
const TRADE = 'Software Energy Media Pharmaceuticals Motors Networks Foods Airlines Capital Robotics Health Games Semiconductor Logistics Labs'.split(' ');
const FORM = ['Inc.', 'Corp.', 'LLC', 'Ltd', 'Group'];
const GIVEN = 'Alice Brian Carla Daniel Elena Frank Grace Hugo Irene James Karen Louis Maria Nathan Olga Peter Rosa Simon Teresa Victor'.split(' ');
const FAMILY =
  'Abbott Barnes Castillo Dalton Ellison Fischer Gallagher Hendricks Iverson Jennings Kowalski Lindgren Marchetti Novak Okafor Petrov Quinlan Rosenthal Sandoval Thornton'.split(
    ' ',
  );
/** Parties that many suits share. */
const FAMOUS = ['Apple', 'Google', 'Microsoft', 'Amazon', 'Meta'];
/** Hints that every case file lists. */
const HINTS =
  'lawsuit sued complaint jury damages injunction court filing appeals court Supreme Court Ninth Circuit court documents unsealed default antitrust patent settlement class action counterclaim'
    .split(' ')
    .filter((word) => word.length > 3);

const pick = <T>(list: readonly T[], random: Random): T => list[below(list.length, random)] as T;

function party(random: Random): { name: string; full: string; chief: string } {
  const name = `${pick(FIRST, random)}${pick(SECOND, random).toLowerCase()} ${pick(TRADE, random)}`;
  return { name, full: `${name} ${pick(FORM, random)}`, chief: `${pick(GIVEN, random)} ${pick(FAMILY, random)}` };
}

function madeUp(index: number, random: Random): Recognition {
  const [one, other] = [party(random), party(random)];
  const defendant = index % 5 === 0 ? { name: pick(FAMOUS, random), full: '', chief: other.chief } : other;
  const side = ({ name, full, chief }: typeof one): Recognition['plaintiff'] => [
    { term: name, weight: 2, ...(full === '' ? { isCased: true } : {}) },
    ...(full === '' ? [] : [{ term: full, weight: 2 as const }]),
    { term: chief, weight: 2 },
  ];
  const number = 1_000 + below(90_000, random);
  return {
    caseId: `made-up-${index}`,
    plaintiff: side(one),
    defendant: side(defendant),
    anchors: [
      { term: `${1 + below(9, random)}:${10 + below(16, random)}-cv-${String(number).padStart(5, '0')}`, weight: 3 },
      { term: `${one.name} v. ${defendant.name}`, weight: 3 },
      { term: `Judge ${pick(GIVEN, random)} ${pick(FAMILY, random)}`, weight: 2 },
      { term: `lawsuit against ${defendant.name}`, weight: 2 },
      ...HINTS.map((term) => ({ term, weight: 1 as const })),
    ],
    negatives: [
      { term: `${one.name} v. ${pick(FAMOUS, random)}`, weight: 2, why: 'another suit' },
      { term: 'shareholder derivative', weight: 2, why: 'another kind of suit' },
    ],
  };
}

/** So many made-up cases; the same for the same seed. */
export function madeUpCases(count: number, seed: number): Recognition[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => madeUp(index, random));
}
