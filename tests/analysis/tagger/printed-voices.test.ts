import { describe, expect, test } from 'vitest';
import { attributeByTags } from '../../../analysis/tagger/attribute.ts';
import { TAGS } from '../../../analysis/tagger/tags.ts';
import { tokenize } from '../../../analysis/text/tokens.ts';
import { articleOfText } from '../../../model/article.ts';
import { textOf } from '../../../model/span.ts';

/** What is found with one tag everywhere: without any, by print alone. */
function found(text: string, everywhere = 0): string[] {
  const tokens = tokenize(text, articleOfText(text).blocks);
  const tagged = { tags: new Uint8Array(tokens.length).fill(everywhere), certainty: new Float32Array(tokens.length).fill(0.95) };
  return attributeByTags(tokens, tagged).map(
    ({ sourceSpans, cueSpans, contentSpans }) => `${textOf(text, sourceSpans)} ${textOf(text, cueSpans)} ${textOf(text, contentSpans)}`,
  );
}

const OWN_WORDS = '“We sell to governments and to nobody else.”';

describe('a signed quotation', () => {
  test.each<[string, string[]]>([
    [`${OWN_WORDS} — Shalev Hulio`, [`Shalev Hulio — ${OWN_WORDS}`]],
    [`${OWN_WORDS}― Will Cathcart, head of WhatsApp.`, [`Will Cathcart ― ${OWN_WORDS}`]],
    [`${OWN_WORDS}\n— Shalev Hulio`, [`Shalev Hulio — ${OWN_WORDS}`]],
    ['"We sell to governments and to nobody else."\n\n- Shalev Hulio, NSO', ['Shalev Hulio - "We sell to governments and to nobody else."']],
    // Marks that the editor turned the wrong way round.
    ['”We sell to governments and to nobody else.” – Shalev Hulio', ['Shalev Hulio – ”We sell to governments and to nobody else.”']],
    [`${OWN_WORDS} — Shalev Hulio\n${OWN_WORDS} — Yaron Shohat`, [`Shalev Hulio — ${OWN_WORDS}`, `Yaron Shohat — ${OWN_WORDS}`]],
    // No quotation, or not all of the block.
    ['We sell to governments and to nobody else. — Shalev Hulio', []],
    [`He smiled. ${OWN_WORDS} — Shalev Hulio`, []],
    [`${OWN_WORDS}\nIt rained.\n— Shalev Hulio`, []],
    // No name: a sentence goes on, a heading stands between dashes, an agency passes it on.
    [`${OWN_WORDS} — and nobody believed it`, []],
    [`${OWN_WORDS}\n– An immigrant himself –`, []],
    [`${OWN_WORDS}\n- Reuters`, []],
    [`${OWN_WORDS}\n— By Jane Roe, Staff Writer`, []],
    [`${OWN_WORDS}\n- Wednesday May 7, 2025`, []],
    [`${OWN_WORDS}\n- File photo`, []],
    [`${OWN_WORDS} - The trial continues on Monday`, []],
    [`${OWN_WORDS}\n- WhatsApp says NSO copied its code`, []],
    // To whom and about whom it was said are not who said it.
    [`${OWN_WORDS} — WhatsApp's lawyer to NSO's Yaron Shohat`, []],
    [`${OWN_WORDS} — Cathcart, in a post about NSO`, [`Cathcart — ${OWN_WORDS}`]],
    [`${OWN_WORDS} — It was the line that the company had taken in every court of the land since the year in which it was sued`, []],
    ['“Sued” — Meta', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('a transcript', () => {
  test.each<[string, string[]]>([
    [
      'Yaron Shohat met Joseph Akrotirianakis.\nSHOHAT: We sell to states.\nAKROTIRIANAKIS: To any others?\nSHOHAT: No.',
      ['SHOHAT : We sell to states', 'AKROTIRIANAKIS : To any others?', 'SHOHAT : No'],
    ],
    [
      'THE COURT: Is that so?\n(Laughter.)\nMR. AKROTIRIANAKIS: It is.\nTHE COURT: Go on, then.',
      ['THE COURT : Is that so?', 'MR. AKROTIRIANAKIS : It is', 'THE COURT : Go on, then'],
    ],
    [
      'Yaron Shohat met Mr. Perez.\n"SHOHAT: We sell to states.\n"PEREZ: Only?\n"SHOHAT: Only.',
      ['SHOHAT : We sell to states', 'PEREZ : Only?', 'SHOHAT : Only'],
    ],
    // One voice, two turns, or labels that are none: datelines, notes, questions and answers.
    ['Yaron Shohat met Mr. Perez.\nSHOHAT: We sell to states.\nPEREZ: Only?', []],
    // Voices that nobody has introduced are labels.
    ['VERDICT: NSO must pay.\nDAMAGES: It called the sum excessive.\nVERDICT: Meta hailed it.', []],
    ['JUDGE: Phyllis Hamilton\nCOURT: Northern District of California\nJUDGE: Richard Seeborg', []],
    ['When WhatsApp sued, Meta paid. After Meta paid, NSO fell.\nWHATSAPP: It sued NSO.\nMETA: It paid.\nWHATSAPP: It is owned by Meta.', []],
    ['A Monday in May.\nMONDAY: It sat.\nTUESDAY: It rose.\nMONDAY: It sat.', []],
    ['WHATSAPP: It sued NSO.\nNSO: It sells spyware.\nWHATSAPP: It is owned by Meta.', []],
    ['NEW DELHI: The court sat.\nIt rained.\nLONDON: So did this one.\nIt rained.\nPARIS: And that one.', []],
    ['Q: Who sued?\nA: WhatsApp.\nQ: Whom?\nA: NSO.', []],
    ['UPDATE: It sat.\nREAD MORE: It rose.\nUPDATE: It sat again.', []],
    ['Yaron Shohat met Mr. Perez.\nSHOHAT: One.\nIt rained.\nIt rained.\nIt rained.\nPEREZ: Two.\nIt rained.\nIt rained.\nIt rained.\nSHOHAT: Three.', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

test('what the tagger finds within a signed quotation or a turn is not told twice', () => {
  const content = 5;
  expect(found(`${OWN_WORDS} — Shalev Hulio`, content)).toEqual([`Shalev Hulio — ${OWN_WORDS}`]);
  expect(found('Mr. Shohat met Mr. Perez.\nSHOHAT: Yes.\nPEREZ: Yes?\nSHOHAT: Yes!', content)).toHaveLength(3);
});

describe('whoever has the turn and tells what others say', () => {
  /** What is found where the tagger has seen "Meta says", "I say", "They say" and what follows up to the next mark, each time. */
  function foundBeside(text: string): string[] {
    const tokens = tokenize(text, articleOfText(text).blocks);
    const tags = new Uint8Array(tokens.length);
    tokens.forEach((token, index) => {
      if (!/^(?:Meta|I|They)$/.test(token.text) || !/^says?$/.test(tokens[index + 1]?.text ?? '')) return;
      tags[index] = TAGS.indexOf('B-source');
      tags[index + 1] = TAGS.indexOf('B-cue');
      for (let at = index + 2; /\w/.test(tokens[at]?.text ?? ''); at++) tags[at] = TAGS.indexOf(at === index + 2 ? 'B-content' : 'I-content');
    });
    return attributeByTags(tokens, { tags, certainty: new Float32Array(tokens.length).fill(0.95) }).map(
      ({ sourceSpans, cueSpans, contentSpans }) => `${textOf(text, sourceSpans)} ${textOf(text, cueSpans)} ${textOf(text, contentSpans)}`,
    );
  }

  const TOLD = 'Meta says they broke in. Trespass, then. Meta says it will go on.';
  test.each<[string, string, string[]]>([
    [
      'on the radio leaves the statements to those',
      `With us is Dana Whitlock.\nHOST: What is it about?\nWHITLOCK: ${TOLD}\nHOST: Did they?\nWHITLOCK: We will see.`,
      ['HOST : What is it about?', 'Meta says they broke in', 'Meta says it will go on', 'HOST : Did they?', 'WHITLOCK : We will see'],
    ],
    [
      'and quotes one to answer him speaks himself',
      'With us is Yaron Shohat.\nHOST: Well?\nSHOHAT: Meta says we broke in. We did not.\nHOST: No?\nSHOHAT: No.',
      ['HOST : Well?', 'SHOHAT : Meta says we broke in. We did not', 'HOST : No?', 'SHOHAT : No'],
    ],
    [
      'and tells his own story speaks himself',
      'With us is Yaron Shohat.\nHOST: Well?\nSHOHAT: They say we broke in. I say we did not.\nHOST: No?\nSHOHAT: No.',
      ['HOST : Well?', 'SHOHAT : They say we broke in. I say we did not', 'HOST : No?', 'SHOHAT : No'],
    ],
    [
      'before judges speaks for somebody all the same',
      `Michael Dreeben was heard.\nJUDGE NELSON: Go on.\nDREEBEN: ${TOLD}\nJUDGE NELSON: I see.`,
      ['JUDGE NELSON : Go on', `DREEBEN : ${TOLD.slice(0, -1)}`, 'JUDGE NELSON : I see'],
    ],
    [
      'before a court speaks for somebody all the same',
      `THE COURT: Go on.\nDREEBEN: ${TOLD}\nTHE COURT: I see.`,
      ['THE COURT : Go on', `DREEBEN : ${TOLD.slice(0, -1)}`, 'THE COURT : I see'],
    ],
  ])('%s', (_what, text, expected) => expect(foundBeside(text)).toEqual(expected));
});
