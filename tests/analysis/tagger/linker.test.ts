import { describe, expect, test } from 'vitest';
import { attributeByTags } from '../../../analysis/tagger/attribute.ts';
import { type GoldAttribution, tagsOf } from '../../../analysis/tagger/tags.ts';
import { tokenize } from '../../../analysis/text/tokens.ts';
import { articleOfText } from '../../../model/article.ts';
import { textOf } from '../../../model/span.ts';

/**
 * Sentences with their roles in brackets: `[S …]` source, `[K …]` cue, `[C …]` content. What the linker makes of the tags alone is
 * given as `source ← cue → content`.
 */
function linked(marked: string, sure = 0.95): string[] {
  const roles = { S: 'source', K: 'cue', C: 'content' } as const;
  const gold: { -readonly [Role in keyof GoldAttribution]: [number, number][] }[] = [];
  let text = '';
  for (const [piece, role, words] of marked.matchAll(/\[([SKC]) ([^\]]+)\]|[^[]+/g)) {
    if (role) gold.push({ ...{ source: [], cue: [], content: [] }, [roles[role as 'S']]: [[text.length, text.length + (words ?? '').length]] });
    text += words ?? piece;
  }
  const tokens = tokenize(text, articleOfText(text).blocks);
  const tagged = { tags: Uint8Array.from(tagsOf(gold, tokens)), certainty: new Float32Array(tokens.length).fill(sure) };
  return attributeByTags(tokens, tagged).map(
    ({ sourceSpans, cueSpans, contentSpans, quoteType }) =>
      `${textOf(text, sourceSpans)} ← ${textOf(text, cueSpans)} → ${textOf(text, contentSpans)} (${quoteType})`,
  );
}

function check(rows: readonly (readonly [marked: string, expected: string[]])[]): void {
  test.each(rows)('%s', (marked, expected) => expect(linked(marked)).toEqual(expected));
}

describe('of whom and to whom something is said', () => {
  check([
    // The subject of a passive says nothing: it is part of what is said, or, before a clause, who heard it.
    ['[S The judge] [K is expected] [C to rule in June].', [' ← is expected → The judge … to rule in June (indirect)']],
    ['[S QuadraNet] [K is not accused] [C of any wrongdoing].', [' ← is not accused → QuadraNet … of any wrongdoing (indirect)']],
    ['[S The firm] [K stands accused] [C of hiding its code].', [' ← stands accused → The firm … of hiding its code (indirect)']],
    ['[S The judge] [K has been asked] [C to lift the ban].', [' ← has been asked → The judge … to lift the ban (indirect)']],
    ['[S A lawyer] [K was told] [C that his phone had been tried].', [' ← was told → that his phone had been tried (indirect)']],
    ['[S A manager] [K was asked] [C about the servers].', [' ← was asked → about the servers (indirect)']],
    ['[S The jury] [K was persuaded] [C that it lied].', ['The jury ← was persuaded → that it lied (indirect)']],
    ['[S NSO] [K was told by a judge] [C that it lied].', [' ← was told by a judge → that it lied (indirect)']],
    ['[S The company] [K was quoted] [C as denying it].', ['The company ← was quoted → as denying it (indirect)']],
    // Headlines leave the auxiliary out.
    ['[S Spyware firm] [K barred] [C from WhatsApp for good]', [' ← barred → Spyware firm … from WhatsApp for good (indirect)']],
    ['[S Spyware firm] [K ordered] [C to pay $168m]', [' ← ordered → Spyware firm … to pay $168m (indirect)']],
    ['[S Meta] [K fined] [C $925,000 for delay]', [' ← fined → Meta … $925,000 for delay (indirect)']],
    ['[S The judge] [K barred] [C NSO from WhatsApp]', ['The judge ← barred → NSO from WhatsApp (indirect)']],
    ['[S The judge] [K fined] [C Meta $925,000]', ['The judge ← fined → Meta $925,000 (indirect)']],
    ['[S NSO] [K accused] [C of hacking WhatsApp]', [' ← accused → NSO … of hacking WhatsApp (indirect)']],
    ['[S NSO] [K found] [C liable for hacking WhatsApp]', [' ← found → NSO … liable for hacking WhatsApp (indirect)']],
    ['[S WhatsApp] [K accused] [C NSO of hacking]', ['WhatsApp ← accused → NSO of hacking (indirect)']],
    ['[S The jury] [K found] [C NSO liable]', ['The jury ← found → NSO liable (indirect)']],
    ['[S NSO] [K was told] [C it must pay].', [' ← was told → it must pay (indirect)']],
    ['[S The jury] [K had been told] on Monday [C NSO lied].', [' ← had been told → NSO lied (indirect)']],
    ['[S NSO] [K was told] [C to pay].', [' ← was told → NSO … to pay (indirect)']],
    ['[K Asked] on Tuesday [C whether it spied], [S the firm] [K said] [C no].', [' ← Asked → whether it spied (indirect)', 'the firm ← said → no (indirect)']],
    ['[S NSO] [K was warned] by WhatsApp [C that it lied].', [' ← was warned → that it lied (indirect)']],
    ['[S NSO] [K fined] [C $168m], [S Meta] [K hails] [C victory]', [' ← fined → NSO … $168m (indirect)', 'Meta ← hails → victory (indirect)']],
    ['[S NSO] [K barred] [C from WhatsApp] by [S a judge]', ['a judge ← barred → NSO … from WhatsApp (indirect)']],
    ['[K Told] [C NSO would appeal], [S WhatsApp] [K said] [C so].', [' ← Told → NSO would appeal (indirect)', 'WhatsApp ← said → so (indirect)']],
    ['[K Told] [C that it had lost], [S the firm] [K said] [C no].', [' ← Told → that it had lost (indirect)', 'the firm ← said → no (indirect)']],
    ['[K Asked] [C for help], [S the firm] [K said] [C no].', [' ← Asked → for help (indirect)', 'the firm ← said → no (indirect)']],
    ['[S The judge] [K barred] [C from trial any evidence]', ['The judge ← barred → from trial any evidence (indirect)']],
    ['[S The court] [K ordered] [C to be unsealed the list]', ['The court ← ordered → to be unsealed the list (indirect)']],
    ['[S Meta] [K banned] [C from its platforms seven firms]', ['Meta ← banned → from its platforms seven firms (indirect)']],
    ['[S NSO] [K constructor] [C from WhatsApp]', ['NSO ← constructor → from WhatsApp (indirect)']],
    // Who is told something speaks next.
    [
      '[S WhatsApp] [K said] [C so]; [S NSO] [K was told] [C that it had to obey] but [K insisted] [C it would not].',
      ['WhatsApp ← said → so (indirect)', ' ← was told → that it had to obey (indirect)', 'NSO ← insisted → it would not (indirect)'],
    ],
    // Whoever was asked is not who asks.
    ['[K Asked] [C whether it spied], [S the firm] [K said] [C no].', [' ← Asked → whether it spied (indirect)', 'the firm ← said → no (indirect)']],
    [
      '[K Pressed on] [C what it saw], [S he] [K replied] [C that it saw nothing].',
      [' ← Pressed on → what it saw (indirect)', 'he ← replied → that it saw nothing (indirect)'],
    ],
    ['[S She] [K asked] [C whether it spied].', ['She ← asked → whether it spied (indirect)']],
    ['[K Asked by] [S reporters] [C whether it spied]', ['reporters ← Asked by → whether it spied (indirect)']],
  ]);
});

describe('what belongs to which cue', () => {
  check([
    ['[S NSO] [K denied] [C the claim].', ['NSO ← denied → the claim (indirect)']],
    ['[C “We won,”] [S she] [K said].', ['she ← said → “We won,” (direct)']],
    ['[C The firm lied], [S WhatsApp] [K says].', ['WhatsApp ← says → The firm lied (indirect)']],
    ['[C “We won,”] [S she] [K said]. [C “We always knew.”]', ['she ← said → “We won,” … “We always knew.” (direct)']],
    [
      '[S He] [K said] [C it was over] and [K added] [C that he would appeal].',
      ['He ← said → it was over (indirect)', 'He ← added → that he would appeal (indirect)'],
    ],
    ['[K According to] [S the filing], [C the firm knew].', ['the filing ← According to → the firm knew (indirect)']],
    [
      '[S NSO] [K said] [C it sells to states]. [S Meta] [K said] [C it does not].',
      ['NSO ← said → it sells to states (indirect)', 'Meta ← said → it does not (indirect)'],
    ],
    ['[S A judge] [K found] [C “malice” in the acts].', ['A judge ← found → “malice” in the acts (mixed)']],
    ['[C The firm], [S WhatsApp] [K said], [C knew all along].', ['WhatsApp ← said → The firm … knew all along (indirect)']],
    // A cue that the nearest content would leave with nothing: "saying" has another.
    [
      '[S He] [K told] the crowd of reporters [C that it lied], [K saying] [C that it knew].',
      ['He ← told → that it lied (indirect)', 'He ← saying → that it knew (indirect)'],
    ],
    [
      '[S He] [K tweeted] early in the day [C that it lied] and [K urged] [C them] [C to sue].',
      ['He ← tweeted → that it lied (indirect)', 'He ← urged → them … to sue (indirect)'],
    ],
    // The quotation behind the sentence is that of its main verb.
    ['[S He] [K said] [C no], [K rejecting] [C the sum]. [C “We paid.”]', ['He ← said → no … “We paid.” (mixed)', 'He ← rejecting → the sum (indirect)']],
    // What stands in another sentence and in no quotation is nobody's more of it.
    ['[S NSO] [K disputed] [C that picture]. Then [C its staff build a tool].', ['NSO ← disputed → that picture (indirect)']],
    ['[C The machines ran day and night]. The papers, [S she] [K said], [C prove it].', ['she ← said → prove it (indirect)']],
    ['[S She] [K said] [C so]. [C “It is all in the papers.”]', ['She ← said → so … “It is all in the papers.” (mixed)']],
    // A block of quotation goes on with what was announced or left open right before it, and with nothing else.
    ['[S The filing] [K reads]:\n[C “NSO knew.”]\n[C “It lied.”]', ['The filing ← reads → “NSO knew.” … “It lied.” (direct)']],
    ['[C “We won,”] [S she] [K said].\n[C “We always knew.”]', ['she ← said → “We won,” … “We always knew.” (direct)']],
    ['[S She] [K said] [C it was over].\n[C “We always knew.”]', ['She ← said → it was over (indirect)']],
    ['[S She] [K said]:\nIt rained.\n[C “We always knew.”]', []],
    ['[K alleging] [C that it lied].', [' ← alleging → that it lied (indirect)']],
    ['[S NSO] [K commented].', []],
    // Who declines to answer says nothing, and that is told.
    ['[S NSO] [K did not reply].', ['NSO ← did not reply →  (indirect)']],
    ['[S NSO] [K had no comment].', ['NSO ← had no comment →  (indirect)']],
    ['[S NSO] [K hasn’t responded].', ['NSO ← hasn’t responded →  (indirect)']],
    ['[K did not reply].', []],
    // … nor is when, to whom or how far a matter on which nothing was said.
    ['[S NSO] [K could not be reached] [C last night].', ['NSO ← could not be reached →  (indirect)']],
    ['[S Jurors] [K declined to speak] [C with reporters].', ['Jurors ← declined to speak →  (indirect)']],
    ['[S NSO] [K declined to comment] [C on the ruling].', ['NSO ← declined to comment → on the ruling (indirect)']],
    ['[S NSO] [K spoke] [C with reporters].', ['NSO ← spoke → with reporters (indirect)']],
    ['[S NSO] [K declined to comment] [C today on the ruling].', ['NSO ← declined to comment → today on the ruling (indirect)']],
    ['[S NSO] [K would not comment] [C further on its clients].', ['NSO ← would not comment → further on its clients (indirect)']],
    ['[S NSO] [K declined to say] [C to reporters whether it hid it].', ['NSO ← declined to say → to reporters whether it hid it (indirect)']],
    // A quotation is one content, whatever somebody is said to have said in it …
    ['“[S They] [K told] us [C it was safe],[C ”] [S she] [K said].', ['she ← said → “They told us it was safe,” (direct)']],
    ['[C “It says] [S he] [K said] [C no,”] [S she] [K said].', ['she ← said → “It says he said no,” (direct)']],
    ['[S She] [K said] on Monday: “[S They] [K told] us [C it was safe.”]', ['She ← said → “They told us it was safe.” (direct)']],
    // … if somebody is there, right beside it, to have said it: not a headline that is quoted.
    [
      'Its headline, “[S WhatsApp] [K says] [C NSO lied],[C ”] ran on Tuesday, and [S NSO] [K denied] [C it].',
      ['WhatsApp ← says → NSO lied … ” (direct)', 'NSO ← denied → it (indirect)'],
    ],
    ['“[S They] [K told] us [C it was safe.”]', ['They ← told → it was safe.” (direct)']],
    ['[S NSO] [K said] [C one thing].\n[S Meta] [K said] [C another].', ['NSO ← said → one thing (indirect)', 'Meta ← said → another (indirect)']],
  ]);
});

describe('who sues claims, and not the one beside the participle', () => {
  check([
    ['Last year, WhatsApp filed a lawsuit against [S NSO] [K claiming] [C that it lied].', ['WhatsApp ← claiming → that it lied (indirect)']],
    ['The app’s owner has also brought a case in Oakland against [S the firm], [K alleging] [C fraud].', ['The app’s owner ← alleging → fraud (indirect)']],
    ['WhatsApp sued [S NSO], [K accusing] [C it of fraud].', ['WhatsApp ← accusing → it of fraud (indirect)']],
    ['WhatsApp said it had sued [S NSO], [K alleging] [C fraud].', ['it ← alleging → fraud (indirect)']],
    // Whoever "which" is stands further off.
    ['WhatsApp, which sued [S NSO], [K alleging] [C fraud], won.', [' ← alleging → fraud (indirect)']],
    // Nothing was filed: the one beside the participle speaks.
    ['In a talk about the case against [S NSO], [K claiming] [C fraud], he laughed.', ['NSO ← claiming → fraud (indirect)']],
    ['[S NSO] [K claiming] [C that it won] was a surprise.', ['NSO ← claiming → that it won (indirect)']],
  ]);
});

describe('whose answer it was', () => {
  check([
    ['[S The firm’s] short answer [K was]: [C nonsense].', ['The firm’s ← short answer → nonsense (indirect)']],
    ['[S The firm’s reply] [K has not changed]: [C it makes a tool].', ['The firm’s ← reply → it makes a tool (indirect)']],
    ['[S Its credo] [K is] [C that states run it].', ['Its ← credo → that states run it (indirect)']],
    ['[C Nonsense] [K was] [S the plaintiffs’] answer.', ['the plaintiffs’ ← answer → Nonsense (indirect)']],
    // Nobody's: the reply itself says nothing.
    ['[C No such server was ours], [K came] [S the reply].', [' ← came the reply → No such server was ours (indirect)']],
    ['[S The answer] [K comes]: [C no].', [' ← The answer comes → no (indirect)']],
    ['“That is a lie” [K –] [S NSO’s] lawyers in reply: [C no].', ['NSO’s ← – → no (indirect)']],
    ['[S NSO’s] point man[K :] [C no].', ['NSO’s ← : → no (indirect)']],
    ['[S NSO’s response to WhatsApp’s claim] [K was]: [C no].', ['NSO’s response to WhatsApp’s claim ← was → no (indirect)']],
    ['[S An answer] [K came] from NSO: [C no].', ['An answer ← came → no (indirect)']],
    ['[C No], [K came] [S the lawyer].', ['the lawyer ← came → No (indirect)']],
    // There is a verb of saying, no noun for what is said, or nobody whose it is.
    ['[S The firm’s reply] [K says] [C that it sells].', ['The firm’s reply ← says → that it sells (indirect)']],
    ['[S The firm’s chief] [K was] [C clear]: no.', ['The firm’s chief ← was → clear (indirect)']],
    ['[S The reply] [K argues] [C that it sells].', ['The reply ← argues → that it sells (indirect)']],
    ['[S Lainer], the firm’s voice, gave a reply: [K was] [C no].', ['Lainer ← was → no (indirect)']],
  ]);
});

describe('when and how it was denied', () => {
  check([
    ['[S NSO] [K has disputed] [C that account from the first day].', ['NSO ← has disputed → that account (indirect)']],
    ['[S It] [K contested] [C the suit on the day it was brought].', ['It ← contested → the suit (indirect)']],
    ['[S It] [K denies] [C the hacking as firmly as ever].', ['It ← denies → the hacking (indirect)']],
    // What was done then is part of what is denied; so is what a long object says, and other verbs than those of denying are left alone.
    ['[S It] [K denies] [C that it spied from the first day].', ['It ← denies → that it spied from the first day (indirect)']],
    ['[S It] [K denied] [C having spied on dissidents since 2019].', ['It ← denied → having spied on dissidents since 2019 (indirect)']],
    [
      '[S It] [K denied] [C any contact with officials at the time of the murder].',
      ['It ← denied → any contact with officials at the time of the murder (indirect)'],
    ],
    ['[S It] [K denied] [C the claim at the time made by the lab].', ['It ← denied → the claim at the time made by the lab (indirect)']],
    ['[S It] [K denied] [C that reports from the start were false].', ['It ← denied → that reports from the start were false (indirect)']],
    ['[S It] [K disputed] [C the report at the time].', ['It ← disputed → the report (indirect)']],
    ['[S It] [K denies] [C it has spied since 2019].', ['It ← denies → it has spied since 2019 (indirect)']],
    ['[S It] [K denied] [C the claim at the time, and that it ran servers].', ['It ← denied → the claim at the time, and that it ran servers (indirect)']],
    ['[S It] [K wants] [C the order from the first day].', ['It ← wants → the order from the first day (indirect)']],
    [
      '[S It] [K denied] [C the claim of the four users in Spain that calls came so far].',
      ['It ← denied → the claim of the four users in Spain that calls came so far (indirect)'],
    ],
  ]);
});

describe('a claim that is the subject of what somebody says', () => {
  check([
    [
      '[K The claim] [C that it spied] is false, [S NSO] [K said].',
      [' ← The claim → that it spied (indirect)', 'NSO ← said → The claim that it spied is false (indirect)'],
    ],
    [
      '[K Any suggestion] [C that it ran] [C “misreads the motion,”] [S they] [K wrote].',
      [' ← Any suggestion → that it ran (indirect)', 'they ← wrote → Any suggestion that it ran “misreads the motion,” (mixed)'],
    ],
    [
      '[K The claim] [C that it spied], [S NSO] [K said], [C is false].',
      [' ← The claim → that it spied (indirect)', 'NSO ← said → The claim that it spied … is false (indirect)'],
    ],
    // A cue without a content gets none so.
    ['[K The idea] [C that it is immune], [K as] [S the firm] argues, was rejected.', [' ← The idea → that it is immune (indirect)']],
    // Whose claim it was is told, or somebody says something else.
    ['[K The WhatsApp claim] [C that it spied] is false, [S NSO] [K said].', ['NSO ← The WhatsApp claim → that it spied (indirect)']],
    ['[S Meta’s] [K claim] [C that it spied] is false, [S NSO] [K said].', ['Meta’s ← claim → that it spied (indirect)']],
    [
      '[S NSO] [K denied] [C it]; [K the claim] [C that it spied] was new, [S Meta] [K said].',
      ['NSO ← denied → it (indirect)', ' ← the claim → that it spied (indirect)'],
    ],
    [
      '[K The claim] [C that it spied] is old. [C It sells], [S NSO] [K said].',
      [' ← The claim → that it spied (indirect)', 'NSO ← said → It sells (indirect)'],
    ],
  ]);
});

describe('a cue that nobody speaks', () => {
  test.each<[string, number, string[]]>([
    ['[K alleging] [C that it lied].', 0.6, []],
    ['[K alleging] [C that it lied].', 0.95, [' ← alleging → that it lied (indirect)']],
    ['[C NSO] [K is accused] [C of lying].', 0.6, [' ← is accused → NSO … of lying (indirect)']],
    ['[S WhatsApp] [K alleges] [C that it lied].', 0.6, ['WhatsApp ← alleges → that it lied (indirect)']],
  ])('%s, sure by %d', (marked, sure, expected) => {
    expect(linked(marked, sure)).toEqual(expected);
  });
});
