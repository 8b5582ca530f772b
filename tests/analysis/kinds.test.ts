/**
 * What kind a statement is, in sentences of our own: the last attribution of each text (marked as in speakers/marked.ts) must have the kind
 * given; `-` is no statement. Rules and classifier together, as a reader meets them.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tokensIn } from '../../analysis/document.ts';
import { classifyKind } from '../../analysis/kinds/classifier.ts';
import type { KindAnswer } from '../../analysis/kinds/kind.ts';
import { kindScenes } from '../../analysis/kinds/scene.ts';
import { maskedNames } from '../../analysis/resolve-attributions.ts';
import { findMentions } from '../../analysis/speakers/mentions.ts';
import { castOf, resolveSpeakers } from '../../analysis/speakers/resolve.ts';
import { loadTagger } from '../../analysis/tagger/tagger.ts';
import type { Attribution } from '../../model/attribution.ts';
import { readAllCaseFiles } from '../../scripts/case-files.ts';
import { readMarked } from './speakers/marked.ts';

const [caseFile] = readAllCaseFiles().filter(({ id }) => id === 'whatsapp-v-nso');
if (!caseFile) throw new Error('The case is not there.');
const cast = castOf(caseFile.actors);

const tagger = loadTagger(readFileSync(join(import.meta.dirname, '../../public/tagger.bin')));

/** The answer for the last attribution of a marked text. */
function lastAnswer(marked: string): KindAnswer {
  const { document, attributions } = readMarked(marked);
  const scene = kindScenes(document, cast.actors, findMentions(document, cast.index), attributions, resolveSpeakers(document, attributions, cast)).at(-1);
  const last = attributions.at(-1);
  if (!scene || !last) throw new Error(`No attribution is marked in “${marked}”.`);
  const tokens = (spans: Attribution['cueSpans']) => tokensIn(document, spans);
  const { traits } = tagger.tag(document.tokens, maskedNames(document, caseFile as NonNullable<typeof caseFile>));
  return classifyKind(
    scene,
    tagger.kinds.probabilities(traits, [tokens(last.sourceSpans), tokens(last.cueSpans), tokens(last.contentSpans)]),
    tagger.sequences,
  );
}

const lastKind = (marked: string): string => lastAnswer(marked).kind ?? '-';

describe('what negates an act of one’s own is a denial if it answers an accusation, and only then', () => {
  test.each([
    ['denial', 'WhatsApp says NSO hacked its users. [S NSO Group] [K said] [C it had never hacked anybody].'],
    ['denial', 'WhatsApp accused NSO of misleading the court. [S NSO Group] [K argued] [C that it had not misled anybody].'],
    ['denial', 'Facebook was accused of shopping for spyware. [S Facebook] [K said] [C it had not tried to buy Pegasus].'],
    ['claim', 'WhatsApp asked for half a billion dollars. [S NSO Group] [K said] [C it could not pay anything like that].'],
    ['claim', 'WhatsApp sued NSO in California. [S NSO Group] [K has argued] [C that it can’t be sued in American courts].'],
    ['claim', 'NSO has to hand over the code. [S WhatsApp] [K complained] [C that it has not been given the whole of it].'],
    ['claim', '[S Shalev Hulio], NSO’s chief executive, [K said] [C he was glad not to have to travel].'],
  ])('%s: %s', (kind, text) => expect(lastKind(text)).toBe(kind));
});

describe('a misdeed of one’s own that was not done is denied, whichever side it is', () => {
  const DENIED = [
    'it does not hack phones',
    'it had never lied to a court',
    'that it had not misled anybody',
    'it has not been hiding its code',
    'it never tampered with the app',
    'it “did not tamper” with the app',
    'it had at no point withheld a file',
    'it was not behind the leak',
    'it was not spying on anybody',
  ];
  const NOT_DENIED = [
    'it had not been told of the hearing',
    'it had not been hacked itself',
    'it had not agreed to be watched',
    'it had not asked for money',
    'it had not received the files until Friday',
    'it has not lost hope',
    // Nobody's own deed.
    'that governments had not broken into the app',
  ];
  const rows = (contents: readonly string[]) =>
    contents.flatMap((content) => [
      `WhatsApp accused NSO Group of much. [S NSO Group] [K argued] [C ${content}].`,
      `NSO Group accused WhatsApp of much. [S WhatsApp] [K argued] [C ${content}].`,
    ]);
  test.each(rows(DENIED))('%s', (text) => expect(lastKind(text)).toBe('denial'));
  test.each(rows(NOT_DENIED))('not %s', (text) => expect(lastKind(text)).not.toBe('denial'));
});

describe('who is not persuaded, or objects that something is so, does not deny by definition', () => {
  test.each([
    'WhatsApp sued NSO. [S A law professor] [K was not convinced] [C that the papers settle anything].',
    'WhatsApp sued NSO. [S A policeman] [K objected] [C that officers need such tools].',
  ])('%s', (text) => expect(lastKind(text)).not.toBe('denial'));
  test('who objects to something does', () => {
    expect(lastKind('WhatsApp sued NSO. [S The plaintiffs] [K objected to] [C any more time for the firm].')).toBe('denial');
  });
});

describe('a refusal to answer is no denial', () => {
  test.each([
    'WhatsApp sued NSO. [S NSO] [K said] [C it had nothing to add].',
    'WhatsApp sued NSO. [S NSO] [K refused] [C to divulge who was present].',
    'WhatsApp sued NSO. [S WhatsApp] [K said] [C it would not discuss the ruling].',
  ])('%s', (text) => expect(lastKind(text)).toBe('no-comment'));
});

test('a plain verb of denying is a denial, whatever else the sentence is like', () => {
  expect(lastKind('WhatsApp sued NSO. [S Facebook’s lawyers] [K worked to shoot down] [C the claim that the case should be dismissed].')).toBe('denial');
});

describe('a rejection whose phrase closes behind its object', () => {
  test.each([
    'WhatsApp sued NSO. [S NSO Group] [K waved] [C that question away].',
    'WhatsApp sued NSO. [S NSO Group] [K gave] [C the accusation short shrift].',
    'WhatsApp sued NSO. [S NSO Group] [K would not have it] [C that it had lied to the court].',
    'WhatsApp sued NSO. [S NSO Group] [K resented] [C the insinuation that it hid money].',
  ])('%s', (text) => expect(lastKind(text)).toBe('denial'));
  test('a particle that no phrase of rejecting has means nothing', () => {
    expect(lastKind('WhatsApp sued NSO. [S WhatsApp] [K said] [C NSO got away].')).toBe('claim');
    expect(lastKind('WhatsApp sued NSO. [S WhatsApp] [K saw] [C that NSO was paying clients off].')).not.toBe('denial');
    expect(lastKind('WhatsApp sued NSO. [S WhatsApp] [K did not hear of] [C the attack until May].')).not.toBe('denial');
  });
});

describe('who does not concede denies, and who does not deny concedes', () => {
  test.each([
    ['[S NSO Group] [K has never owned up] [C to running the tool].', 'denial'],
    ['[S NSO Group] [K made no admission] [C of liability].', 'denial'],
    ['[S NSO Group] [K admits] [C no wrongdoing].', 'denial'],
    ['[S NSO Group] [K concedes] [C none of it].', 'denial'],
    ['[S NSO Group] [K has nowhere disputed] [C that Pegasus is its product].', 'concession'],
    ['[S NSO Group] [K no longer disputes] [C that its code passed through the servers].', 'concession'],
    ['[S NSO Group] [K has no quarrel with] [C the figure].', 'concession'],
    ['[S NSO Group] [K had no patience with] [C that picture].', 'denial'],
    ['[S NSO Group] [K gives no credit to] [C the accusation].', 'denial'],
    ['[S The ministry] [K has neither confirmed nor denied] [C buying the tool].', 'no-comment'],
    ['[S NSO Group] [K conceded] [C none of its clients had been vetted].', 'concession'],
  ])('%s: %s', (text, kind) => expect(lastKind(`WhatsApp sued NSO. ${text}`)).toBe(kind));
});

describe('what the other side says or files is put down', () => {
  test.each([
    ['[S WhatsApp] [K described] [C the appeal as one more attempt to escape responsibility].', 'denial'],
    ['[S WhatsApp] [K called] [C that defence a diversion].', 'denial'],
    ['[S NSO Group] [K cast] [C the lawsuit as a publicity exercise].', 'denial'],
    ['[S NSO Group] [K said] [C the motion got the technology wrong].', 'denial'],
    ['[S NSO Group] [K said] [C that its clients alone press the button].', 'denial'],
    ['[S NSO Group] [K scotched] [C that theory].', 'denial'],
    ['[S NSO Group] [K cast doubt on] [C the accusation].', 'denial'],
    ['[S NSO Group] [K said] [C whatever was done was done by its clients].', 'denial'],
    ['[S WhatsApp] [K called] [C the hack an attempt on the lives of reporters].', 'claim'],
    ['[S WhatsApp] [K described] [C the attack as the worst in its history].', 'claim'],
  ])('%s: %s', (text, kind) => expect(lastKind(`WhatsApp sued NSO. ${text}`)).toBe(kind));
});

describe('an accusation stays one, whatever its words are like', () => {
  test.each([
    '[S Meta’s lawyers] [K stressed] [C that NSO had kept changing its code in an effort to evade WhatsApp’s defenses].',
    '[S Meta] [K stressed] [C that it was wrong for NSO to use its servers].',
    '[S Meta] [K said] [C what NSO did was wrong and illegal].',
    '[S WhatsApp] [K described] [C the attack as a brazen attempt to evade the safeguards of its app].',
    '[S Meta] [K maintained] [C that NSO’s team is made up of former intelligence officers].',
    '[S WhatsApp] [K called] [C the lawsuit a strong response to the attack on its users].',
    '[S Meta] [K maintained] [C that it confronts spyware makers head-on].',
    '[S Meta] [K insisted] [C that the hack turned the lives of its victims upside down].',
    '[S WhatsApp] [K stressed] [C that the attackers had distorted packets to crash the app].',
  ])('%s', (text) => expect(lastKind(`WhatsApp sued NSO. ${text}`)).toBe('claim'));
});

describe('a negation of something else turns nothing round', () => {
  test.each([
    ['[S NSO] [K not only rejected] [C the allegations].', 'denial'],
    ['[S NSO] [K did not simply deny] [C the allegations].', 'denial'],
    ['[S NSO] [K never ceased to deny] [C the charge].', 'denial'],
    ['[S NSO] [K did not hesitate to reject] [C the claims].', 'denial'],
    ['[S NSO] [K not only admitted] [C that it hacked the servers].', 'concession'],
    ['[S NSO] [K did not flinch from admitting] [C that it had targeted the servers].', 'concession'],
    ['[S NSO] [K neither denies nor confirms] [C that Saudi Arabia was a client].', 'no-comment'],
    ['[S NSO] [K would not admit or deny] [C that Saudi Arabia was a client].', 'no-comment'],
  ])('%s: %s', (text, kind) => expect(lastKind(`WhatsApp sued NSO. ${text}`)).toBe(kind));
});

describe('what is said', () => {
  test.each([
    ['[S WhatsApp] [K alleged] [C that NSO broke into phones].', 'claim'],
    ['[S WhatsApp] [K accused] [C NSO of breaking into phones].', 'claim'],
    ['[S NSO Group] [K said] [C it sells to states].', 'claim'],
    ['[K According to] [S WhatsApp], [C 1,400 phones were hit].', 'claim'],
    ['[S NSO Group] [K denied] [C wrongdoing].', 'denial'],
    ['[S NSO Group] [K rejects] [C the allegations].', 'denial'],
    ['[S NSO Group] [K said] [C the claims were baseless].', 'denial'],
    ['[S NSO Group] [K said] [C it does not operate Pegasus].', 'denial'],
    ['[S NSO Group] [K shot down] [C the claim that it chose targets].', 'denial'],
    ['[S NSO Group] [K conceded] [C that it had used the servers].', 'concession'],
    ['[S NSO Group] [K admitted] [C that it had used the servers].', 'concession'],
    ['[S NSO Group] [K did not dispute] [C that it had used the servers].', 'concession'],
    ['[S NSO Group] [K never denied] [C that it had used the servers].', 'concession'],
    ['[S NSO Group] [K declined to comment] [C on the suit].', 'no-comment'],
    ['[S NSO Group] [K did not immediately respond] [C to a request for comment].', 'no-comment'],
    ['[S WhatsApp] [K asked] [C the court to bar NSO from its servers].', 'demand'],
    ['[S NSO Group] [K urged] [C the judge to dismiss the case].', 'demand'],
    ['[S The judge] [K ruled] [C that NSO was liable].', 'finding'],
    ['[S The jury] [K awarded] [C WhatsApp $168 million].', 'finding'],
    ['NSO [K was found] [C liable for the hacking].', 'finding'],
  ])('%s: %s', (text, kind) => expect(lastKind(text)).toBe(kind));
});

describe('a rejection in several words', () => {
  test.each([
    ['WhatsApp sued NSO. [S NSO] [K waved away] [C the figure].', 'denial'],
    ['WhatsApp sued NSO. [S NSO] [K quarrels with] [C the inference].', 'denial'],
    ['WhatsApp sued NSO. [S NSO] [K was not persuaded by] [C the reasoning].', 'denial'],
    ['WhatsApp sued NSO. [S WhatsApp] [K does not buy] [C the distinction].', 'denial'],
    ['WhatsApp sued NSO. [S WhatsApp] [K will have none of] [C that].', 'denial'],
    ['WhatsApp sued NSO. [S NSO] [K has poured scorn on] [C the theory].', 'denial'],
    ['WhatsApp sued NSO. [S NSO] [K has yet to concede] [C a single break-in].', 'denial'],
    ['WhatsApp sued NSO. [S NSO] [K did not quarrel with] [C the finding].', 'concession'],
  ])('%s: %s', (text, kind) => expect(lastKind(text)).toBe(kind));
});

describe('an answer that accuses is a claim, whatever its verb or a word in it is like', () => {
  test.each([
    ['[S WhatsApp] [K shot back] [C that NSO hacked its users for years].', 'claim'],
    ['[S WhatsApp] [K protested] [C that NSO had wiped its servers].', 'claim'],
    ['[S WhatsApp] [K said] [C NSO targeted a Hollywood stunt man].', 'claim'],
    ["[S WhatsApp] [K said] [C NSO's software twisted its code to reach phones].", 'claim'],
    ['[S WhatsApp] [K said] [C the messages were designed to distract users from the intrusion].', 'claim'],
    ['[S NSO] [K said] [C the suit was a publicity stunt].', 'denial'],
    ['[S NSO] [K said] [C the complaint twists the facts].', 'denial'],
    ['[S NSO] [K shot back] [C that the accusation was baseless].', 'denial'],
  ])('%s: %s', (text, kind) => expect(lastKind(`WhatsApp sued NSO Group. ${text}`)).toBe(kind));
});

describe('what is no statement', () => {
  test.each([
    ['[S WhatsApp] [K sued] [C NSO Group].', '-'],
    ['WhatsApp sued NSO Group. [S WhatsApp][K :] [C You went on after that?]', '-'],
    ['WhatsApp sued NSO Group. [S THE COURT][K :] [C Is that so?]', '-'],
    ['[S WhatsApp] [K filed] [C a lawsuit against NSO Group].', '-'],
    ['[S WhatsApp] [K failed to show] [C any evidence].', '-'],
    ['[S The judge] [K asked] [C whether NSO had kept the code].', '-'],
  ])('%s', (text, kind) => expect(lastKind(text)).toBe(kind));
});
