/**
 * What must hold of speakers whatever the text: both sides are treated alike, what stands apart changes nothing, and time grows with the text.
 */
import { describe, expect, test } from 'vitest';
import { type Cast, castOf } from '../../../analysis/speakers/resolve.ts';
import type { Actor } from '../../../model/case-file.ts';
import { readAllCaseFiles } from '../../../scripts/case-files.ts';
import { growthOf } from '../../support/growth.ts';
import { resolveMarked } from './marked.ts';

/** Two parties that the case file tells apart by name and side alone, one court, one judge. */
function twoParties(plaintiff: string, defendant: string): Cast {
  const party = (name: string, side: 'plaintiff' | 'defendant'): Actor => ({
    id: name.toLowerCase(),
    name,
    kind: 'party',
    side,
    partyRole: side,
    names: [name],
    pronoun: 'it',
  });
  const court: Actor = { id: 'court', name: 'Northern Court', kind: 'court', side: 'court', names: ['Northern Court'], pronoun: 'it' };
  return castOf([party(plaintiff, 'plaintiff'), party(defendant, 'defendant'), court]);
}

const TEXTS = [
  '[S1 Altavo] [K1 accused] [C1 Belmark of theft]. [S2 The company] [K2 denied] [C2 wrongdoing]. [S3 It] [K3 said] [C3 it would appeal].',
  '[S1 Belmark] [K1 said] [C1 Altavo broke in]. [S2 Its lawyers] [K2 asked for] [C2 a ban]. / [S3 A spokesman] [K3 declined] [C3 to comment].',
  'Altavo and Belmark met in court. [S1 The firm] [K1 said] [C1 it was ready]. [S2 They] [K2 added] [C2 little].',
  '[S1 Altavo] [K1 said] [C1 in a filing that Belmark lied]. [S2 The filing] [K2 says] [C2 more]. [S3 Belmark] [K3 rejected] [C3 [K4 the claim] [C4 that it lied]].',
  "[S1 The Northern Court] [K1 ruled] [C1 against Belmark]. [S2 Its opponents] [K2 cheered] [C2 that]. [S3 Altavo's chief] [K3 called] [C3 it right].",
  '[C1 Belmark copied the code], [S1 Altavo] [K1 says]. [S2 It] [K2 insists] [C2 that it did not]. / [S3 The maker] [K3 said] [C3 nothing].',
];

const swapSide = { plaintiff: 'defendant', defendant: 'plaintiff', court: 'court', other: 'other' } as const;

/** Speakers as words, with names and sides as the function given makes them. */
function said(text: string, cast: Cast, side: (side: keyof typeof swapSide) => string = (each) => each): string[] {
  return resolveMarked(text, cast).map(({ speaker, confidence }) =>
    speaker.status === 'unresolved' ? '-' : `${speaker.name} ${side(speaker.side)} ${confidence.toFixed(6)}`,
  );
}

describe('fairness', () => {
  test.each(TEXTS)('swapping the sides of the parties swaps the sides and nothing else: %s', (text) => {
    expect(said(text, twoParties('Altavo', 'Belmark'))).toEqual(said(text, twoParties('Belmark', 'Altavo'), (side) => swapSide[side]));
  });

  test.each(TEXTS)("swapping the parties' names in the text swaps them and nothing else: %s", (text) => {
    const swapped = text.replace(/Altavo|Belmark/g, (name) => (name === 'Altavo' ? 'Belmark' : 'Altavo'));
    const back = said(swapped, twoParties('Altavo', 'Belmark'), (side) => swapSide[side]).map((each) =>
      each.replace(/Altavo|Belmark/g, (name) => (name === 'Altavo' ? 'Belmark' : 'Altavo')),
    );
    expect(said(text, twoParties('Altavo', 'Belmark'))).toEqual(back);
  });
});

describe('steadiness', () => {
  const cast = castOf(readAllCaseFiles().find(({ id }) => id === 'whatsapp-v-nso')?.actors ?? []);
  const text =
    'WhatsApp sued NSO Group. [S1 NSO] [K1 denied] [C1 the claims]. [S2 “The company”] [K2 said] [C2 it doesn’t spy]. [S3 It] [K3 declined] [C3 to say more].';

  test('quotation marks, spaces and a second reading change nothing', () => {
    const plain = said(text, cast);
    expect(said(text, cast)).toEqual(plain);
    expect(said(text.replaceAll('“', '"').replaceAll('”', '"').replaceAll('’', "'"), cast)).toEqual(plain);
    expect(said(text.replaceAll('. ', '.  '), cast)).toEqual(plain);
  });

  test.each([
    ['nothing', '[S ] [K ] [C ]'],
    ['marks', '[S "] [K said] [C "]'],
    ['a lone possessive', "[S 's] [K said] [C so]"],
    ['brackets', '[S (((] [K ,] [C )))]'],
    ['prepositions', '[S of for the] [K said] [C by]'],
  ])('no phrase breaks it: %s', (_, marked) => {
    expect(() => resolveMarked(marked, cast)).not.toThrow();
  });

  test.each([
    [
      'names, descriptions, pronouns and papers',
      (number: number) =>
        `[S${number}1 NSO] [K${number}1 said] [C${number}1 WhatsApp erred]. [S${number}2 The company] [K${number}2 added] [C${number}2 that it won]. [S${number}3 She] [K${number}3 said] [C${number}3 so]. [S${number}4 The filing] [K${number}4 says] [C${number}4 more].`,
      [60, 480],
    ],
    [
      'one surname, introduced again and again',
      (number: number) => `[S${number} A lawyer for NSO, Roy Falik,] [K${number} said] [C${number} so].`,
      [800, 6400],
    ],
  ] as const)('time grows with the text and no faster: %s', (_, block, [few, many]) => {
    const long = (blocks: number) => Array.from({ length: blocks }, (_, index) => block(index + 1)).join(' / ');
    const [short, longer] = [long(few), long(many)];
    // Eight times the text: quadratic time would take 64 times as long.
    expect(
      growthOf(
        () => resolveMarked(longer, cast),
        () => resolveMarked(short, cast),
      ),
    ).toBeLessThan(24);
  });
});
