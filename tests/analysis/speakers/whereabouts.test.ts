/**
 * Where somebody is from or sits is not who speaks: towns, countries and peoples in a source phrase, and what somebody once was. As in `resolve.test.ts`.
 */
import { describe, expect, test } from 'vitest';
import { castOf } from '../../../analysis/speakers/resolve.ts';
import { readAllCaseFiles } from '../../../scripts/case-files.ts';
import { lastSpeaker } from './marked.ts';

const cast = castOf(readAllCaseFiles().find(({ id }) => id === 'whatsapp-v-nso')?.actors ?? []);
const SUIT = 'WhatsApp sued NSO Group in California in 2019. / ';

function check(rows: readonly (readonly [text: string, speaker: string])[]): void {
  test.each(rows)('%s', (text, speaker) => expect(lastSpeaker(`${SUIT}${text}`, cast)).toBe(speaker));
}

describe('a court is not the town it sits in', () => {
  const APPEAL = 'NSO took it to the Ninth Circuit. ';
  check([
    [`${APPEAL}[S Three judges of the Ninth Circuit in San Francisco] [K agreed] [C that the suit may go on].`, 'Ninth Circuit (court)'],
    [`${APPEAL}[S A court of appeals in San Francisco] [K rejected] [C the argument].`, 'Ninth Circuit (court)'],
    [`${APPEAL}[S The three-judge panel in San Francisco] [K held] [C that it is no state].`, 'Ninth Circuit (court)'],
  ]);
});

describe('whoever comes from somewhere is not the place', () => {
  check([
    [
      '[S A Moroccan rights activist who got a warning from WhatsApp last fall] [K said] [C she cried].',
      'A Moroccan rights activist who got a warning from WhatsApp last fall (other)',
    ],
    ['[S A Togolese priest now living in Canada] [K said] [C he lost sleep].', 'A Togolese priest now living in Canada (other)'],
    ['[S A Rwandan opposition politician living in Belgium] [K said] [C he was told].', 'A Rwandan opposition politician living in Belgium (other)'],
    ['[S A Delhi academic whom WhatsApp alerted in 2019] [K said] [C nobody had asked].', 'A Delhi academic whom WhatsApp alerted in 2019 (other)'],
    [
      '[S An Indian lawyer who got one of WhatsApp’s warnings in 2019] [K said] [C she had never believed it].',
      'An Indian lawyer who got one of WhatsApp’s warnings in 2019 (other)',
    ],
    ['[S A Moroccan journalist, Jane Roe,] [K said] [C she was not surprised].', 'Jane Roe (other)'],
    ['[S A Guardian reporter, Jane Roe,] [K said] [C she was not surprised].', 'Jane Roe (other)'],
    ['[S A researcher in Toronto, Jane Roe,] [K said] [C it was new].', 'Jane Roe (other)'],
    [
      '[S John Scott-Railton] [K found] [C it]. [S1 A Togolese priest] [K1 said] [C1 he lost sleep]. [S2 He] [K2 added] [C2 that he was not alone].',
      'A Togolese priest (other)',
    ],
  ]);
});

describe('what somebody once was he is no more', () => {
  check([
    ['[S Jane Roe, a former State Department lawyer,] [K noted] [C that NSO can appeal].', 'Jane Roe (other)'],
    ['[S1 Jane Roe, a former State Department lawyer,] [K1 noted] [C1 that NSO can appeal]. [S2 Roe] [K2 said] [C2 it may].', 'Jane Roe (other)'],
    ['[S David Kaye, a former United Nations special rapporteur who filed a brief,] [K called] [C it a door].', 'David Kaye (other)'],
  ]);
});

describe('what somebody once was besides takes nothing from whom he speaks for', () => {
  const KING = 'King & Spalding (defendant)';
  const NSO = 'NSO Group (defendant)';
  const WHATSAPP = 'WhatsApp (plaintiff)';
  check([
    ['Closing for NSO was Jane Roe of King & Spalding, a former prosecutor. [S Roe] [K told] jurors [C to be fair].', KING],
    ['Jane Roe, a lawyer for WhatsApp and a former clerk, spoke first. [S Roe] [K told] jurors [C to be fair].', WHATSAPP],
    ['Jane Roe, a lawyer for NSO who questioned a former WhatsApp engineer, spoke. [S Roe] [K told] jurors [C to be fair].', NSO],
    ['[S A litigator who is one of WhatsApp’s lawyers] [K said] [C it was a test].', WHATSAPP],
    ['[S A person who is one of NSO’s founders] [K said] [C it was a test].', NSO],
    ['[S Cross-examining John Scott-Railton, Jane Roe of King & Spalding] [K said] [C it was a test].', KING],
    ['[S Ron Deibert’s deputy, Jane Roe,] [K said] [C it was a test].', 'Jane Roe (other)'],
  ]);
});

describe('an office of a state is nobody’s department', () => {
  check([
    ['The Commerce Department put NSO on a list. [S The department] [K did not respond] [C to the request].', '-'],
    ['[S The Solicitor-General] [K advised] [C the court to leave it].', 'Solicitor General (other)'],
  ]);
});
