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

describe('what belongs to which cue', () => {
  test.each<[string, string[]]>([
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
  ])('%s', (marked, expected) => {
    expect(linked(marked)).toEqual(expected);
  });
});

describe('who sues claims, and not the one beside the participle', () => {
  test.each<[string, string[]]>([
    ['Last year, WhatsApp filed a lawsuit against [S NSO] [K claiming] [C that it lied].', ['WhatsApp ← claiming → that it lied (indirect)']],
    ['The app’s owner has also brought a case in Oakland against [S the firm], [K alleging] [C fraud].', ['The app’s owner ← alleging → fraud (indirect)']],
    ['WhatsApp sued [S NSO], [K accusing] [C it of fraud].', ['WhatsApp ← accusing → it of fraud (indirect)']],
    ['WhatsApp said it had sued [S NSO], [K alleging] [C fraud].', ['it ← alleging → fraud (indirect)']],
    // Whoever "which" is stands further off.
    ['WhatsApp, which sued [S NSO], [K alleging] [C fraud], won.', [' ← alleging → fraud (indirect)']],
    // Nothing was filed: the one beside the participle speaks.
    ['In a talk about the case against [S NSO], [K claiming] [C fraud], he laughed.', ['NSO ← claiming → fraud (indirect)']],
    ['[S NSO] [K claiming] [C that it won] was a surprise.', ['NSO ← claiming → that it won (indirect)']],
  ])('%s', (marked, expected) => {
    expect(linked(marked)).toEqual(expected);
  });
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
