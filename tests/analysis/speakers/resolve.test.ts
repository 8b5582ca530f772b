/**
 * Who speaks, in sentences of our own: the last attribution of each text must have the speaker given; `-` is honestly nobody.
 */
import { describe, expect, test } from 'vitest';
import { castOf, resolveSpeakers } from '../../../analysis/speakers/resolve.ts';
import { readAllCaseFiles } from '../../../scripts/case-files.ts';
import { lastSpeaker, readMarked } from './marked.ts';

const cast = castOf(readAllCaseFiles().find(({ id }) => id === 'whatsapp-v-nso')?.actors ?? []);
const NSO = 'NSO Group (defendant)';
const WHATSAPP = 'WhatsApp (plaintiff)';
const SUIT = 'WhatsApp sued NSO Group in California in 2019. / ';

function check(rows: readonly (readonly [text: string, speaker: string])[]): void {
  test.each(rows)('%s', (text, speaker) => expect(lastSpeaker(text, cast)).toBe(speaker));
}

describe('names and those who speak for them', () => {
  check([
    ['[S NSO Group] [K said] [C it sells to states].', NSO],
    ["[S NSO's lawyers] [K said] [C the suit is weak].", NSO],
    ['[S A lawyer for WhatsApp] [K said] [C the evidence is strong].', WHATSAPP],
    ['[S An NSO spokeswoman] [K said] [C nothing was proved].', NSO],
    ['[S Shalev Hulio, chief executive of NSO Group,] [K said] [C he had met officials].', 'Shalev Hulio (defendant)'],
    ["[S WhatsApp's head, Will Cathcart,] [K wrote] [C that phones were hacked].", 'Will Cathcart (plaintiff)'],
    ['Yaron Shohat took the stand for NSO. [S The chief executive] [K told] jurors [C that money was short].', 'Yaron Shohat (defendant)'],
    [`Shalev Hulio founded NSO Group. [S NSO's CEO] [K said] [C he was proud].`, 'Shalev Hulio (defendant)'],
    ['[S NSO workers] [K said] [C their accounts were closed].', 'NSO employees (other)'],
    [`${SUIT}[S Employees of NSO] [K say] [C their pages were taken down].`, 'NSO employees (other)'],
    // Staff speak for their company, unless the text is about them.
    [`${SUIT}[S NSO's staff] [K did not deny] [C new ways in].`, NSO],
    [`${SUIT}[S An unnamed NSO worker] [K grumbled] [C about a lost way in].`, NSO],
    [`${SUIT}NSO employees sued Facebook in Tel Aviv. [S NSO's staff] [K demanded] [C their accounts back].`, 'NSO employees (other)'],
    ["[S NSO's opponents] [K say] [C it hides the code]. WhatsApp agrees.", "NSO's opponents (other)"],
    ["[S NSO's own people] [K say] [C a number was enough].", NSO],
    ['[S NSO’s people] [K say] [C a number was enough].', NSO],
    ["[S WhatsApp's PR people] [K say] [C a number was enough].", WHATSAPP],
    [`${SUIT}[S1 NSO] [K1 said] [C1 it obeys the law]. [S2 Its people] [K2 added] [C2 that clients are vetted].`, NSO],
    [`${SUIT}[S1 NSO] [K1 said] [C1 it obeys the law]. [S2 Its expert] [K2 added] [C2 that clients are vetted].`, NSO],
    ...['allies', 'backers', 'creditors'].map((noun): [string, string] => [`${SUIT}[S NSO's ${noun}] [K say] [C it will live].`, `NSO's ${noun} (other)`]),
    [`${SUIT}[S Two people from Facebook] [K asked for] [C its features].`, 'Facebook (plaintiff)'],
    [`${SUIT}[S A person close to NSO] [K called] [C that fiction].`, NSO],
    [`${SUIT}[S NSO's defenders] [K say] [C it saves lives].`, "NSO's defenders (other)"],
    // A name with its mark, which may be part of it.
    [`${SUIT}NSO was represented by Jane Roe of King & Spalding. / [S Roe's] [K view]: [C the case is old].`, 'King & Spalding (defendant)'],
    [`${SUIT}[S Moody's] [K warned] [C that the group could default].`, "Moody's (other)"],
    [`${SUIT}[S Moody's] [K warns] [C that the group could default].`, "Moody's (other)"],
    [`${SUIT}NSO was represented by Jane Roe of King & Spalding. / [S Roe's] [K signed statement]: [C the case is old].`, 'King & Spalding (defendant)'],
    [`${SUIT}NSO was represented by Jane Roe of King & Spalding. / [S Roe's] [K talk] [C of mere support] was new.`, 'King & Spalding (defendant)'],
    // Of whom or before whom something was done does not speak.
    [`${SUIT}[S A barrister who has acted for victims of Pegasus] [K said] [C that it is true].`, 'A barrister who has acted for victims of Pegasus (other)'],
    [`${SUIT}[S A lawyer for victims of Pegasus] [K said] [C that it is true].`, 'A lawyer for victims of Pegasus (other)'],
    [`${SUIT}[K According to] [S a document placed before a court in California], [C phones were hacked].`, '-'],
    [`${SUIT}[S Someone on the WhatsApp bench] [K mutters] [C that millions were found].`, WHATSAPP],
    [`${SUIT}[S NSO itself] [K said] [C it sells to states].`, NSO],
    [`${SUIT}WhatsApp's owner had no word for the spyware maker. [S The spyware maker itself] [K said] [C it sells to states].`, NSO],
    ['[S NSO and WhatsApp] [K said] [C they were done].', '-'],
    ['[S Neither WhatsApp nor NSO] [K commented].', '-'],
    [`${SUIT}[S WhatsApp and its parent] [K said] [C they were done].`, WHATSAPP],
    [`${SUIT}Jane Roe acts for WhatsApp. NSO spoke. [S The lawyer who beat NSO] [K said] [C it was hard].`, '-'],
    ["[S NSO's opponent] [K says] [C it hides the code]. WhatsApp sued in 2019.", WHATSAPP],
    ['[S The complaint against NSO] [K says] [C phones were hacked]. WhatsApp filed it.', WHATSAPP],
    ["[S Researchers at the University of Toronto's Citizen Lab] [K counted] [C 100 victims].", 'Citizen Lab (other)'],
    [`${SUIT}[S Jane Roe of King & Spalding] [K argued] [C that the case is old].`, 'King & Spalding (defendant)'],
    [`${SUIT}NSO was represented by Jane Roe of King & Spalding. / [S Roe] [K argued] [C that the case is old].`, 'King & Spalding (defendant)'],
  ]);
});

describe('roles and sides', () => {
  check([
    [`${SUIT}[S The plaintiffs] [K asked for] [C a ban].`, WHATSAPP],
    [`${SUIT}[S The defendants] [K dispute] [C that].`, NSO],
    [`${SUIT}[S Lawyers for the plaintiffs] [K said] [C the ban must stay].`, WHATSAPP],
    [`${SUIT}[S The defense] [K maintained] [C that nobody was harmed].`, NSO],
    [`${SUIT}[S The plaintiffs'] [K claim] [C that the code was copied] is in doubt.`, WHATSAPP],
    [`${SUIT}[S Both sides] [K want] [C a ruling].`, '-'],
    [`${SUIT}[S Neither firm] [K would discuss] [C the talks].`, '-'],
    // Whom a clause behind a stranger speaks of is not whom the stranger speaks for.
    [`${SUIT}[S A lawyer for one of the groups that had backed WhatsApp] [K said] [C the shield was gone].`, '-'],
    [
      `${SUIT}[S An advocate who represents two persons alerted by WhatsApp] [K said] [C the listing hurts].`,
      'An advocate who represents two persons alerted by WhatsApp (other)',
    ],
    [`${SUIT}[S A lawyer who represents WhatsApp] [K said] [C the listing hurts].`, WHATSAPP],
    [`${SUIT}[S A security researcher at a London university] [K said] [C the line had gone].`, 'A security researcher at a London university (other)'],
    [`${SUIT}[S A law professor I trust] [K said] [C the line had gone].`, 'A law professor I trust (other)'],
    [`${SUIT}[S A law professor who filed nothing in the case] [K said] [C the line had gone].`, 'A law professor (other)'],
    [`${SUIT}[S One adviser to the spyware maker] [K said] [C there was no stonewalling].`, NSO],
    // A transcript's capitals.
    [`${SUIT}Judge Phyllis Hamilton presided. / [S THE COURT][K :] [C Go on.]`, 'Judge Hamilton (court)'],
    [`${SUIT}Yaron Shohat testified. / [S SHOHAT][K :] [C We never picked a target.]`, 'Yaron Shohat (defendant)'],
    [`${SUIT}[S Neither side] [K commented].`, '-'],
    [`${SUIT}[S1 NSO] [K1 said] [C1 the ban would ruin it]. [S2 The other side] [K2 replied] [C2 that this is no excuse].`, WHATSAPP],
    [`${SUIT}[S The complaint] [K alleges] [C that NSO broke into phones].`, WHATSAPP],
    [`${SUIT}[S Plaintiffs in an Indian case] [K said] [C they were spied on].`, '-'],
  ]);
});

describe('descriptions', () => {
  check([
    [`${SUIT}[S The Israeli firm] [K rejected] [C the claims].`, NSO],
    [`${SUIT}[S The Tel Aviv-area firm] [K rejected] [C the claims].`.replace('NSO Group', 'the Israeli firm NSO Group'), NSO],
    [`${SUIT}[S The spyware maker] [K said] [C it would appeal].`, NSO],
    [`${SUIT}[S The messaging service] [K said] [C it would go on].`, WHATSAPP],
    [`${SUIT}[S1 NSO] [K1 denied] [C1 wrongdoing]. [S2 The company] [K2 said] [C2 that it sells to states].`, NSO],
    [`${SUIT}[S1 WhatsApp] [K1 said] [C1 NSO broke in]. [S2 The company] [K2 added] [C2 that it had fixed the hole].`, WHATSAPP],
    [`${SUIT}[S1 NSO] [K1 denied] [C1 wrongdoing]. [S2 A spokesperson] [K2 said] [C2 the suit was baseless].`, NSO],
    [`${SUIT}[S1 WhatsApp] [K1 said] [C1 it was pleased]. [S2 Its lawyers] [K2 asked for] [C2 more].`, WHATSAPP],
    [`${SUIT}[S An Israeli spyware firm] [K denied] [C it].`, NSO],
  ]);
  // Not whoever spoke just before, since the words speak of several, of any, or of somebody else.
  const other = ['The groups', 'The companies', 'The firms', 'The tech giants', 'Any company', 'Every company', 'No company', 'Another company', 'A company'];
  const elsewhere = ['The American side', 'The Californian company', 'The British firm', 'The losing side', 'The winning side'];
  check([...other, ...elsewhere].map((phrase) => [`${SUIT}[S1 NSO] [K1 said] [C1 it obeys the law]. [S2 ${phrase}] [K2 said] [C2 the price was high].`, '-']));
  check([
    [`${SUIT}[S1 WhatsApp and Facebook] [K1 said] [C1 NSO broke in]. [S2 The companies] [K2 added] [C2 that they had fixed the hole].`, WHATSAPP],
    [`${SUIT}[S The man behind Pegasus] [K said] [C it was sold to states].`, '-'],
    [`${SUIT}[S1 NSO] [K1 denied] [C1 it]. [S2 The company that makes Pegasus] [K2 said] [C2 so].`, NSO],
  ]);
});

describe('pronouns and possessors', () => {
  check([
    [`${SUIT}[S1 NSO] [K1 said] [C1 it obeys the law]. [S2 It] [K2 added] [C2 that clients are vetted].`, NSO],
    [`${SUIT}[S1 WhatsApp] [K1 said] [C1 it won]. [S2 It] [K2 added] [C2 that others should sue].`, WHATSAPP],
    [`[S1 Will Cathcart] [K1 said] [C1 the hack was wrong]. [S2 He] [K2 added] [C2 that more should be done].`, 'Will Cathcart (plaintiff)'],
    [`[S1 Judge Phyllis Hamilton] [K1 found] [C1 the firm liable]. [S2 She] [K2 wrote] [C2 that it hid the code].`, 'Judge Hamilton (court)'],
    [`${SUIT}[S1 An NSO spokesman] [K1 said] [C1 all is well]. [S2 He] [K2 declined] [C2 to name customers].`, NSO],
    [`${SUIT}[S1 Maria Brandt, a lawyer in Bonn,] [K1 said] [C1 courts are slow]. [S2 She] [K2 called] [C2 that a pity].`, 'Maria Brandt (other)'],
    [`${SUIT}[K The judge] turned to [S NSO's] [K argument] [C that it is immune].`.replace('[K The judge]', 'The judge'), NSO],
    [`${SUIT}[S1 NSO] [K1 said] [C1 it would fight]. [S2 Its] [K2 claim] [C2 to immunity] failed.`, NSO],
    [
      '[S1 Amnesty International], [S2 which] [K2 says] [C2 that staff were targeted], applauded.'.replace(
        '[S1 Amnesty International]',
        'Amnesty International',
      ),
      'Amnesty International (other)',
    ],
    [`[S1 NSO] [K1 said]: [C1 "Nobody was hurt, and [S2 we] [K2 say] [C2 so]"].`, NSO],
  ]);
});

describe('places and peoples that stand for a party', () => {
  const KNOWN = 'WhatsApp, owned by Facebook, sued NSO Group, the Israeli firm, in 2019. / ';
  check([
    [`${KNOWN}[S The Israelis] [K said] [C they pushed nothing].`, NSO],
    [`${KNOWN}[S The Herzliya team] [K called] [C that unjust].`, NSO],
    [`${KNOWN}[S The Menlo Park side] [K had cried] [C foul].`, 'Facebook (plaintiff)'],
    [`${KNOWN}[S Menlo Park] [K said] [C no].`, 'Facebook (plaintiff)'],
    [`${KNOWN}[S1 NSO] [K1 said] [C1 so]. [S2 The US tech major] [K2 stayed] [C2 silent].`, '-'],
    [`[S Israeli snooping firm] [K alleges] [C network misled court]. / ${KNOWN}`, NSO],
    [`${KNOWN}[S The Israeli government] [K said] [C no].`, 'Israeli government (other)'],
    [`${KNOWN}[S Israel] [K said] [C no].`, 'Israel (other)'],
  ]);
});

describe('unnamed people of a side', () => {
  check([
    [`${SUIT}NSO spoke. [S One person in their camp] [K called] [C it a delay].`, '-'],
    [`${SUIT}NSO spoke. [S Somebody who works on its defense] [K said] [C no].`, '-'],
    [`${SUIT}NSO spoke. [S One of their advisers] [K said] [C no].`, '-'],
    [`${SUIT}[S1 A person close to NSO] [K1 said] [C1 no]. [S2 This person] [K2 added] [C2 that it was over].`, NSO],
    [`${SUIT}[S1 Greg Andres] [K1 asked] [C1 the witnesses for more]. [S2 One of them] [K2 said] [C2 no].`, '-'],
    [`${SUIT}[S1 NSO] [K1 said] [C1 so]. [S2 Lawyers on the other side] [K2 label] [C2 that self-inflicted].`, WHATSAPP],
    [`${SUIT}[S1 NSO] [K1 said] [C1 so]. [S2 Those at the other table] [K2 never believed] [C2 it].`, WHATSAPP],
    [
      `${SUIT}[S1 NSO] [K1 said] [C1 so]. [S2 [S3 Lawyers on the other side]] [K2 label] [C2 that self-inflicted], [K3 noting] [C3 that it was late].`,
      WHATSAPP,
    ],
    [`${SUIT}[S WhatsApp's damages expert] [K put] [C the time at $444,719].`, WHATSAPP],
    [`${SUIT}[S NSO's defenders online] [K call] [C that naive].`, "NSO's defenders online (other)"],
    [`${SUIT}[S1 NSO] [K1 said] [C1 so]. [S2 A lawyer for another surveillance vendor] [K2 called] [C2 it a gift].`, '-'],
  ]);
});

describe('persons without a name', () => {
  check([
    // Whoever tells of another's denial goes on, not the other.
    [
      `${SUIT}[S1 A computer-crime lecturer] [K1 found] [C1 [S2 Hulio’s] [K2 denial] [C2 of any hand in the attacks] “artful”]. But [S3 he] [K3 conceded] [C3 that a log shows no fingers]. Shalev Hulio founded NSO.`,
      'A computer-crime lecturer (other)',
    ],
    // Somebody came in who may be meant.
    [
      `${SUIT}Yaron Shohat, NSO's chief, spoke of his books. [S1 He] [K1 said] [C1 they are thin]. WhatsApp's counsel had come with a list. [S2 He] [K2 put it to] [C2 the witness that prices were high].`,
      '-',
    ],
    [
      `${SUIT}[S1 Tamir Gazneli] [K1 said] [C1 it was an installation]. NSO's lawyer turned to a WhatsApp engineer. [S2 The witness] [K2 could not name] [C2 a server that broke].`,
      '-',
    ],
    [
      `${SUIT}[S1 A WhatsApp spokesman] [K1 welcomed] [C1 the support]. [S2 One of its authors] [K2 rejected] [C2 the complaint]. [S3 He] [K3 said] [C3 nobody is against warrants].`,
      '-',
    ],
    // "She" has spoken, and is no "he".
    [
      `${SUIT}Joseph Akrotirianakis stood up for NSO. [S1 An engineer from WhatsApp] [K1 said] [C1 it took days]. Joseph Akrotirianakis pressed her. [S2 She] [K2 agreed] [C2 that nobody was hired]. [S3 His side] [K3 will call] [C3 the sum inflated].`,
      'Joseph Akrotirianakis (defendant)',
    ],
    // Somebody new has come in between, who has not spoken yet.
    [`${SUIT}[S1 Gil Lainer, who speaks for NSO,] [K1 said] [C1 little]. / A WhatsApp engineer takes the oath. [S2 He] [K2 recalls] [C2 odd calls].`, '-'],
    [`${SUIT}[S1 Shalev Hulio] [K1 said] [C1 so]. A lecturer in Leeds is doubtful. [C2 "It will not do,"] [S2 he] [K2 said].`, '-'],
    [
      `${SUIT}[S1 A computer-crime lecturer we asked] [K1 saw] [C1 no close case]. But [S2 he] [K2 conceded] [C2 that logs lie].`,
      'A computer-crime lecturer we asked (other)',
    ],
    [`${SUIT}NSO spoke. [S His opponent, Michael Dreeben,] [K rejoined] [C that it was late].`, 'Michael Dreeben (plaintiff)'],
    // Several people are no "he".
    [
      `${SUIT}[S1 Shalev Hulio] [K1 states] [C1 that [S2 two Facebook representatives] [K2 asked] [C2 for Pegasus]]. [S3 He] [K3 writes] [C3 so].`,
      'Shalev Hulio (defendant)',
    ],
  ]);
  const TWO = 'WhatsApp sued NSO Group in 2019. Shalev Hulio of NSO Group said nothing. / ';
  check([
    // Somebody unclear spoke in between: not whoever was clear before.
    [`${TWO}[S1 Shalev Hulio] [K1 said] [C1 so]. [S2 A spokesman] [K2 called] [C2 it fiction]. [S3 He] [K3 said] [C3 more].`, '-'],
    [`${SUIT}[S1 An academic who teaches in Ohio] [K1 saw] [C1 no close case]. [S2 She] [K2 added] [C2 a doubt].`, 'An academic who teaches in Ohio (other)'],
    [`${SUIT}[S A former official] [K said] [C the judge was wrong].`, 'A former official (other)'],
    // Somebody new by a calling that is no actor's.
    [`${SUIT}[S A former prosecutor] [K said] [C the judge was wrong].`, 'A former prosecutor (other)'],
    [`${SUIT}[S One schoolteacher] [K asked for] [C the American files].`, 'One schoolteacher (other)'],
    [`${SUIT}[S A lawyer familiar with the case] [K said] [C it was weak].`, 'A lawyer familiar with the case (other)'],
    [`${SUIT}[S A US official familiar with NSO's plans] [K said] [C it was weak].`, '-'],
    [`${SUIT}[S A former prosecutor familiar with NSO's position] [K said] [C it was weak].`, '-'],
    [`${SUIT}[S A reporter investigating people at NSO] [K said] [C it was weak].`, 'A reporter investigating people at NSO (other)'],
    [`${SUIT}[S Jane Roe, a researcher familiar with NSO's strategy,] [K said] [C it was weak].`, 'Jane Roe (other)'],
    [`${SUIT}[S The Israeli phone tracking company] [K said] [C it was wrong].`, NSO],
    // Papers, and the parties by their roles, are no newcomers.
    ...['An indictment', 'A search warrant', 'One petitioner', 'One respondent', 'A company accountant'].map((who): [string, string] => [
      `${SUIT}[S ${who}] [K said] [C two men had paid].`,
      '-',
    ]),
    [`${SUIT}[S A prosecutor who works for the company] [K said] [C the judge was wrong].`, '-'],
    [`${SUIT}[S A senior advocate practising in Delhi] [K said] [C the judge was wrong].`, 'A senior advocate practising in Delhi (other)'],
    [`${SUIT}[S A lawyer tracking the case] [K said] [C the judge was wrong].`, 'A lawyer tracking the case (other)'],
    [`${SUIT}[S One lawyer for targeted reporters] [K said] [C the judge was wrong].`, 'One lawyer for targeted reporters (other)'],
    [`${SUIT}[S IT Minister Jane Roe] [K asked] [C for an answer].`, 'Minister Jane Roe (other)'],
    // A surname alone is the actor's unless the text gives it to somebody else.
    [`${SUIT}[S Cathcart] [K cheered] [C the ban].`, 'Will Cathcart (plaintiff)'],
    [`${SUIT}[S1 Daniel Cathcart] [K1 said] [C1 it was raining]. [S2 Cathcart] [K2 added] [C2 that he was wet].`, 'Daniel Cathcart (other)'],
    [`${SUIT}[S NSO's advisory panel] [K said] [C all is well].`, NSO],
    [`${SUIT}[S An industry source] [K said] [C all is well].`, 'An industry source (other)'],
    ['Will Cathcart runs WhatsApp, which sued NSO Group. / [S WhatsApp judge] [K tells] [C NSO to leave].', 'Judge Hamilton (court)'],
    [`${SUIT}[S1 A lawyer for WhatsApp] [K1 said] [C1 they had lied]. / The defense counsel rose. “[C2 Nobody lied],” [S2 he] [K2 began].`, '-'],
    // What is nobody, or may be a party's, stays open.
    ...['A company source', 'An adviser', 'A partner', 'A person at the app', 'Someone who speaks for the firm'].map((who): [string, string] => [
      `${SUIT}[S ${who}] [K said] [C all is well].`,
      '-',
    ]),
    [`${SUIT}[S A note from the firm] [K says] [C all is well].`, '-'],
    [`${SUIT}[S A researcher at the company] [K says] [C all is well].`, '-'],
    [`${SUIT}[S A comparison they like] [K goes] [C that nobody arrests carmakers].`, '-'],
    [`${SUIT}[S A clinic] [K says] [C all is well].`, '-'],
    [
      `${SUIT}Joseph Akrotirianakis acts for NSO, Greg Andres for WhatsApp. [S1 Greg Andres] [K1 said] [C1 so]. [S2 His opponent] [K2 countered] [C2 that]. [S3 He] [K3 said] [C3 more].`,
      NSO,
    ],
  ]);
});

describe('papers', () => {
  check([
    [`${SUIT}NSO filed a motion on Friday. [S The motion] [K says] [C the court has no power].`, NSO],
    [`${SUIT}In a brief, [S1 WhatsApp] [K1 said] [C1 NSO lied]. [S2 The brief] [K2 adds] [C2 that it hid code].`, WHATSAPP],
    [`${SUIT}[S A declaration filed on Thursday by WhatsApp] [K says] [C so].`, WHATSAPP],
    [`${SUIT}[S NSO's petition] [K asks] [C for review].`, NSO],
    [`${SUIT}[S US court exhibit] [K shows] [C 100 victims].`, '-'],
    [`${SUIT}A leak set off a storm. [S The documents] [K suggest] [C that files were seized].`, '-'],
    [`${SUIT}[S1 Judge Hamilton] [K1 ruled] [C1 against NSO]. [S2 The order of October] [K2 says] [C2 why].`, 'Judge Hamilton (court)'],
    [`${SUIT}[S1 The Guardian] [K1 said] [C1 files were seized]. [S2 The report] [K2 says] [C2 that it happened in 2020].`, 'The Guardian (other)'],
  ]);
});

test('who is told something says nothing, is as unsure as any open speaker, and may be the next “he”', () => {
  const { document, attributions } = readMarked(`${SUIT}[S1 A lawyer for NSO] [K1 was told] [C1 that it was late]. [S2 He] [K2 said] [C2 no].`);
  const heard = attributions.map((each, index) => (index === 0 ? { ...each, sourceSpans: [], hearerSpans: each.sourceSpans } : each));
  const open = attributions.map((each) => ({ ...each, sourceSpans: [] }));
  const [told, said] = resolveSpeakers(document, heard, cast);
  expect(told).toEqual({ ...resolveSpeakers(document, open, cast)[0], isCourt: false });
  expect(told?.speaker.status).toBe('unresolved');
  expect(said?.speaker).toMatchObject({ actorId: 'nso-group' });
});

describe('whose people, by a word of his', () => {
  check([
    [`${SUIT}NSO spoke. [S A lawyer for the Israelis] [K said] [C it was late].`, NSO],
    [`${SUIT}[S The Israelis' lawyer] [K said] [C it was late].`, NSO],
    [`[S Spyware boss] [K sorry] [C for nothing] / ${SUIT}Yaron Shohat of NSO spoke.`, NSO],
    [`[S Pegasus chief] [K denies] [C spying] / ${SUIT}Shalev Hulio spoke.`, NSO],
    [`[S Messaging boss] [K sorry] [C for nothing] / ${SUIT}Will Cathcart spoke.`, WHATSAPP],
    [`[S Menlo Park's] [K claim] [C that it was attacked] / Facebook sued NSO Group.`, 'Facebook (plaintiff)'],
    [`${SUIT}[S The firm in Herzliya] [K said] [C it was late].`, NSO],
    [`${SUIT}[S A spyware executive] [K said] [C it was late].`, '-'],
    ...['Spy chief', 'Security chief', 'Digital chief', 'A spyware boss', 'Another spyware boss', 'The spyware boss'].map((who): [string, string] => [
      `[S ${who}] [K warns] [C of Pegasus] / ${SUIT}`,
      '-',
    ]),
    [`[S Spyware boss] [K sorry] [C for nothing] / ${SUIT}Paragon, another spyware firm, was caught.`, '-'],
    // A rival's boss, as far as the text tells.
    [`[S Spyware boss] [K sorry] [C for nothing] / ${SUIT}Tal Dilian of Intellexa spoke in Athens.`, '-'],
    // Others come from there too.
    [`${SUIT}Two Israeli activists sued NSO. [S A lawyer for the Israelis] [K said] [C it was late].`, '-'],
    [`${SUIT}Eight Israelis had lost their accounts. [S A lawyer for the Israelis] [K said] [C it was late].`, '-'],
    [`${SUIT}Israel's government seized files. [S A spokesman for the Israelis] [K said] [C it was late].`, '-'],
    [`${SUIT}[S A lawyer for the Israelis' victims] [K said] [C it was late].`, '-'],
    [`${SUIT}[S The former spyware boss] [K said] [C it was late].`, '-'],
  ]);
});

describe('whom a content describes', () => {
  check([
    [
      `${SUIT}In 2019 NSO denied it. [S1 Facebook] [K1 said] [C1 the calls came from Herzliya]. [S2 The company] [K2 claimed] [C2 that the Israeli firm made accounts].`,
      'Facebook (plaintiff)',
    ],
  ]);
});

describe('outsiders', () => {
  check([
    [`${SUIT}[S An appellate lawyer in Washington] [K said] [C the odds are poor].`, 'An appellate lawyer in Washington (other)'],
    [`${SUIT}The Ninth Circuit took it up. [S Three judges in San Francisco] [K held] [C that it may go on].`, 'Ninth Circuit (court)'],
    [`${SUIT}[S Petitioners] [K dispute] [C that].`, '-'],
    [`${SUIT}The Supreme Court was asked. [S Petitioners before the Supreme Court] [K dispute] [C that].`, '-'],
    [`${SUIT}The Supreme Court was asked. [S An advocate for two of the petitioners in the Supreme Court] [K said] [C so].`, '-'],
    [`${SUIT}WhatsApp's lawyer had a figure. [S Hers] [K calls] [C it low].`, '-'],
    [`${SUIT}[S Both companies] [K say] [C they are happy].`, '-'],
    // What it makes is not who speaks, and a place names no company.
    [`${SUIT}[S the people who make Pegasus] [K answered] [C that customers use it].`, '-'],
    [`${SUIT}[S Its opponents] [K replied] [C that this hides the truth].`, '-'],
    [`${SUIT}[S Critics] [K say] [C the tool is dangerous].`, 'Critics (other)'],
    [`${SUIT}[S Digital rights campaigners] [K welcomed] [C the order].`, 'Digital rights campaigners (other)'],
    [`${SUIT}[S A lawyer who follows the case] [K said] [C an appeal is likely].`, 'A lawyer who follows the case (other)'],
    [`${SUIT}[S Some lawyers] [K expect] [C a long fight].`, 'Some lawyers (other)'],
    [`${SUIT}[S A researcher at a digital rights group] [K said] [C this matters].`, 'A researcher at a digital rights group (other)'],
    // Whoever knows a side from within is of it as often as not.
    [`${SUIT}[S People familiar with the company] [K said] [C it may be sold].`, '-'],
    [`${SUIT}[S A person briefed on the plans] [K said] [C it may be sold].`, '-'],
    [`${SUIT}[S A person familiar with NSO's thinking] [K said] [C the sum was too high].`, NSO],
    [`${SUIT}[S1 Cyber experts] [K1 disagreed] [C1 with that]. [S2 One] [K2 said] [C2 it was odd].`, 'Cyber experts (other)'],
    [`${SUIT}[S WhatsApp users] [K said] [C they were afraid].`, 'WhatsApp users (other)'],
    [`${SUIT}[S Tom Hale, a professor in Leeds,] [K said] [C it was new].`, 'Tom Hale (other)'],
    [`${SUIT}[S A litigator who has defended hacking cases] [K said] [C so].`, 'A litigator who has defended hacking cases (other)'],
    [`${SUIT}[S We] [K say] [C enough].`, '-'],
    // Whoever says that he only looks on is nobody's, though "defense" and "San Francisco" stand in it.
    [`${SUIT}[S a lawyer not involved in the case] [K said] [C so].`, 'a lawyer not involved in the case (other)'],
    [
      `${SUIT}[S A defense lawyer in San Francisco who has no part in the case] [K said] [C so].`,
      'A defense lawyer in San Francisco who has no part in the case (other)',
    ],
    [`${SUIT}[S A WhatsApp employee who follows the case] [K said] [C so].`, WHATSAPP],
    [`${SUIT}[S A cyber law expert based in Pune] [K said] [C so].`, 'A cyber law expert based in Pune (other)'],
    [`${SUIT}[S A London solicitor] [K said] [C so].`, 'A London solicitor (other)'],
    [`${SUIT}[S Human-rights lawyers in Israel] [K said] [C so].`, 'Human-rights lawyers in Israel (other)'],
    [`${SUIT}[S A home ministry official] [K said] [C so].`, 'A home ministry official (other)'],
    [`${SUIT}[S The Hebrew business press] [K said] [C so].`, 'The Hebrew business press (other)'],
    // Where somebody comes from does not say whose he is.
    [`${SUIT}[S An Israeli litigator] [K said] [C so].`, '-'],
    [`${SUIT}[S an engineer in Israel] [K said] [C so].`, '-'],
    [`${SUIT}[S the head of a smaller Israeli vendor] [K said] [C so].`, '-'],
    [`${SUIT}[S A blogger close to the defence industry] [K said] [C so].`, 'A blogger close to the defence industry (other)'],
    // Somebody's, but whose?
    [`${SUIT}[S a person close to the founders] [K said] [C so].`, '-'],
    [`${SUIT}[S people who have seen a draft] [K said] [C so].`, '-'],
    [`${SUIT}[S his client] [K said] [C so].`, '-'],
    [`${SUIT}[S The client] [K said] [C so].`, '-'],
    [`${SUIT}[S our people] [K said] [C so].`, '-'],
    [`${SUIT}[S My old boss] [K said] [C so].`, '-'],
  ]);
});

describe('whoever speaks for a party', () => {
  check([
    [`${SUIT}[S NSO's press person] [K said] [C so].`, NSO],
    [`${SUIT}[S Facebook's investor relations office] [K said] [C so].`, 'Facebook (plaintiff)'],
    [`${SUIT}[S A legal source at Facebook] [K said] [C so].`, 'Facebook (plaintiff)'],
    [`${SUIT}[S Jane Roe, the former ambassador who is now NSO's chairman,] [K said] [C so].`, NSO],
    [`${SUIT}[S A spokesman in Herzliya] [K said] [C so].`, NSO],
    [`${SUIT}[S1 Mr. Mornin, for the plaintiffs,] [K1 said] [C1 so]. / [S2 Mornin] [K2 added] [C2 more].`, WHATSAPP],
    // A transcript's capitals.
    [`${SUIT}[S1 a lawyer for the Israeli firm, Roy Falik,] [K1 told] [C1 so]. [S2 Falik] [K2 denied] [C2 it].`, NSO],
    [`${SUIT}[S Cagney] [K said] for WhatsApp [C that so].`, WHATSAPP],
    [`${SUIT}[C So,] [S Luca Marzorati] [K put in] from the plaintiffs' table.`, WHATSAPP],
    [`${SUIT}[S Cagney] [K said] [C for WhatsApp it was so].`, 'Cagney (other)'],
    [`${SUIT}[S Ron Wyden] [K called for] [C NSO to be banned].`, 'Ron Wyden (other)'],
    [`${SUIT}[S Snowden] [K campaigned] for WhatsApp and [K said] [C NSO lied].`, 'Snowden (other)'],
    [`${SUIT}[S Cagney] [K spoke] for NSO critics: [C so].`, 'Cagney (other)'],
    [`${SUIT}[S1 Jane Stone, for the plaintiff in another case,] [K1 said] [C1 so]. / [S2 Stone] [K2 added] [C2 more].`, 'Jane Stone (other)'],
    // Two of one surname.
    [`${SUIT}[S1 NSO's lawyer, Ann Brown,] [K1 said] [C1 so]. Senator Sherrod Brown disagreed. [S2 Brown] [K2 said] [C2 more].`, 'Brown (other)'],
    [`${SUIT}[S1 Hilary Block, a lawyer for NSO,] [K1 said] [C1 so]. / [S2 MS. BLOCK] [K2 :] [C2 WhatsApp lied].`, NSO],
    [`${SUIT}[S MR. HEAD] [K :] [C No].`, 'HEAD (other)'],
    [`${SUIT}[S A privacy lawyer for WhatsApp] [K said] [C so].`, WHATSAPP],
    [`${SUIT}[S A lawyer for the plaintiffs who was not involved in the Israeli case] [K said] [C so].`, WHATSAPP],
    [`${SUIT}[S An official in Israel's Defense Ministry] [K said] [C so].`, 'Israeli government (other)'],
    [`${SUIT}[S Cagney] [K said] for the defense ministry [C that so].`, 'Cagney (other)'],
    [`${SUIT}[S1 Mr. Mornin, for the defence ministry,] [K1 said] [C1 so]. / [S2 Mornin] [K2 added] [C2 more].`, 'Mornin (other)'],
    [`${SUIT}[S MR. BUCHOLTZ] [K :] [C No, Your Honor].`, 'Jeffrey Bucholtz (defendant)'],
    [`${SUIT}[S THE WITNESS] [K :] [C No].`, '-'],
    [`${SUIT}[S Israel's embassy in Washington] [K said] [C so].`, 'Israeli government (other)'],
  ]);
});

describe('words of fresh coverage that went to a wrong side', () => {
  check([
    ["[S Israel's NSO Group, which a clerk declared in default,] [K says] [C it was not served].", NSO],
    ["[S Meta's WhatsApp] [K says] [C it was hacked]. NSO Group denies it.", WHATSAPP],
    [`${SUIT}[S The Ministry of Defense] [K confirmed] [C so].`, 'Ministry of Defense (other)'],
    [`${SUIT}[S Members of the defense] [K denied] [C it].`, NSO],
    [`${SUIT}[S One former NSO engineer] [K dismisses] [C the quarrel].`, 'One former NSO engineer (other)'],
    [`${SUIT}[S One former Onavo engineer] [K remembers] [C so].`, 'One former Onavo engineer (other)'],
    [`${SUIT}[S the former deputy solicitor general] [K said] [C so].`, '-'],
    [`${SUIT}[S The incoming chief executive] [K cited] [C "special circumstances"].`, '-'],
    [`${SUIT}[C “So,”] [K says] [S the North Carolinian], and his lawyers have put it to a federal court.`, '-'],
    [`${SUIT}[S App] [K seeks] [C judgment].`, WHATSAPP],
    [`${SUIT}[S Colleagues] [K concede] [C so].`, '-'],
    [`${SUIT}[S An ally of the company] [K said] [C so].`, '-'],
    [`${SUIT}[S A veteran of the other team] [K said] [C so].`, '-'],
    [`${SUIT}[S An NSO adviser] [K answered] [C so].`, NSO],
    [`${SUIT}[S A Meta economist] [K testified] [C so].`, 'Meta (plaintiff)'],
    [`${SUIT}[S A Facebook source] [K disputed] [C it].`, 'Facebook (plaintiff)'],
    [`${SUIT}[S The Facebook companies] [K dispute] [C it].`, 'Facebook (plaintiff)'],
    [`${SUIT}[S her counterpart at NSO] [K said] [C no].`, NSO],
    [`${SUIT}[S1 Will Cathcart] [K1 said] [C1 so]. [S2 Cathcart's counterpart] [K2 said] [C2 no].`, NSO],
    [`${SUIT}[S1 Will Cathcart] [K1 said] [C1 so]. [S2 His opposite number] [K2 said] [C2 no].`, NSO],
    [`${SUIT}[S1 Will Cathcart] [K1 said] [C1 so]. [S2 Cathcart's counterpart at Signal] [K2 said] [C2 no].`, '-'],
    [`${SUIT}[S1 A lawyer for NSO] [K1 said] [C1 so]. [S2 A lawyer on the other side] [K2 laughed at] [C2 that].`, WHATSAPP],
    [`${SUIT}[S1 Ron Wyden] [K1 said] [C1 so]. / [S2 One of Facebook's lawyers] [K2 noted] [C2 more]. [S3 He] [K3 added] [C3 less].`, 'Facebook (plaintiff)'],
    [`${SUIT}[S1 Facebook] [K1 said] [C1 so]. The Israeli government is silent. [S2 The Israelis] [K2 counter] [C2 that no].`, '-'],
    [`${SUIT}[S The hosting company] [K did not answer] [C the letter]. It is QuadraNet.`, 'QuadraNet (other)'],
    [`${SUIT}[S The firm's client] [K asserts] [C so].`, '-'],
    [`${SUIT}[S An executive in Herzliya] [K said] [C so].`, NSO],
    [`${SUIT}[S An engineer in Menlo Park] [K said] [C the suit was a stunt].`, '-'],
    [`${SUIT}[S1 Facebook] [K1 alleges] [C1 that NSO lied]. [S2 The company] [K2 claimed] [C2 that the Israeli firm made accounts].`, 'Facebook (plaintiff)'],
    // Of two names the owner speaks, unless it is a country's or its own side's.
    [`${SUIT}[S Facebook's NSO lawyers] [K said] [C so].`, 'Facebook (plaintiff)'],
    [`${SUIT}[S NSO's WhatsApp engineers] [K said] [C so].`, NSO],
    [`${SUIT}[S Citizen Lab's NSO researchers] [K said] [C so].`, 'Citizen Lab (other)'],
    [`${SUIT}[S NSO's Italian counterpart] [K said] [C so].`, '-'],
    [`${SUIT}[S NSO's counterparts in the spyware trade] [K said] [C so].`, '-'],
    [`${SUIT}[S Meta's counterparts] [K said] [C so].`, '-'],
    [`${SUIT}[S NSO's former engineer] [K said] [C so].`, "NSO's former engineer (other)"],
    [`${SUIT}[S An ex-adviser to NSO] [K said] [C so].`, 'An ex-adviser to NSO (other)'],
    [`${SUIT}[S A former adviser to NSO] [K said] [C so].`, 'A former adviser to NSO (other)'],
    [`${SUIT}[S An economist for NSO] [K said] [C so].`, NSO],
    [`${SUIT}[S NSO's sister companies] [K said] [C so].`, "NSO's sister companies (other)"],
    [`${SUIT}[S A journalist and NSO source] [K said] [C so].`, 'A journalist and NSO source (other)'],
    [`${SUIT}[S A lawyer for victims of NSO] [K said] [C so].`, '-'],
    [`${SUIT}[S The Hollywood producer] [K said] [C so].`, '-'],
    [
      `${SUIT}[S A spokesman for Berkeley Research Group, which manages the fund that owns most of NSO,] [K declined] [C to comment].`,
      'Berkeley Research Group (other)',
    ],
    [`${SUIT}[S1 Carrie DeCell] [K1 called] [C1 [S2 the firm's] [K2 forecasts] [C2 of terror] scaremongering].`, '-'],
  ]);
});

describe('he and she, where somebody nameless came between', () => {
  check([
    [`${SUIT}[S1 Will Cathcart] [K1 said] [C1 so]. / “No,” a woman who worked there wrote. [S2 He] [K2 said] [C2 more].`, '-'],
    [`${SUIT}[S1 Ron Deibert] [K1 said] [C1 so]. [S2 Its spokesman] [K2 said] [C2 less]. [S3 He] [K3 added] [C3 more].`, '-'],
    [`${SUIT}[S1 Shalev Hulio] [K1 said] [C1 so]. To a question about Will Cathcart's article [S2 he] [K2 said] [C2 no].`, 'Shalev Hulio (defendant)'],
    [`${SUIT}[S1 Yaron Shohat] [K1 said] [C1 so]. Will Cathcart's answer came within the hour. [S2 He] [K2 said] [C2 more].`, 'Will Cathcart (plaintiff)'],
    [`${SUIT}[S1 Will Cathcart] [K1 said] [C1 so]. It rained. It snowed. It blew. It froze. [S2 He] [K2 said] [C2 more].`, '-'],
  ]);
});

describe('courts, and nobody named', () => {
  check([
    // In one's own quotation the accusation is not one's own.
    [`${SUIT}[S1 Liron Bruck of NSO] [K1 said]: [C1 "[K2 The accusation] [C2 that we hacked anybody] is untrue."]`, '-'],
    [`${SUIT}[S A federal judge] [K ruled] [C that the suit goes on].`, 'Judge Hamilton (court)'],
    [`${SUIT}[S The Ninth Circuit] [K affirmed] [C the ruling].`, 'Ninth Circuit (court)'],
    [`${SUIT}[S The jury] [K awarded] [C $167 million].`, 'The jury (court)'],
    [`${SUIT}[S1 Judge Hamilton] [K1 ruled] [C1 for WhatsApp]. [C2 NSO] [K2 was found] [C2 liable].`, 'Judge Hamilton (court)'],
    [`${SUIT}[S1 NSO] [K1 rejected] [C1 [K2 the claim] [C2 that it hacked phones]].`, WHATSAPP],
    // A claim is made by somebody; an idea may be anybody's.
    [`${SUIT}[S1 NSO] [K1 rejected] [C1 [K2 the idea] [C2 that it does harm]].`, '-'],
    [`${SUIT}[S1 NSO] [K1 rejected] [C1 [K2 any claim] [C2 that it does harm]].`, '-'],
    [`${SUIT}[S1 NSO] [K1 denied] [C1 [K2 the suggestion] [C2 that it does harm]].`, '-'],
    [`${SUIT}[K2 The claim] [C2 that it spies] was in the air.`, '-'],
    // Whoever is told something does not say it.
    [`${SUIT}[S1 Will Cathcart] [K1 said] [C1 "They hid."] [K2 They were told] [C2 "Stop."]`, '-'],
  ]);
});
