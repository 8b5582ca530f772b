/** Which words of a text count as names that it repeats. */
import { expect, test } from 'vitest';
import { tokens } from '../../analysis/recognise/lexicon.ts';
import { isAnybodys, isName } from '../../analysis/recognise/names.ts';

const namesIn = (text: string) => {
  const words = [...tokens(text, 0, text.length)];
  return words.filter(({ lower }, at) => isName(words, at) && !isAnybodys(lower)).map(({ plain }) => plain);
};

test.each([
  ['within a sentence', 'On the bench sat Quill, and Borg waited.', ['Quill', 'Borg']],
  ['what opens a sentence or a quotation says nothing', 'Waiters came. “Borg said no.” Then rain fell.', []],
  ['behind an opening quotation mark', 'They called it “Quill” at home.', ['Quill']],
  ['a row of capitals is a headline or a shout', 'BORG SUES ACME IN COURT', []],
  ['names of several words, each of them', 'Judge Ada Quill asked Ada Borg.', ['Ada', 'Quill', 'Ada', 'Borg']],
  ['the calendar, nations, courts and offices are anybody’s', 'In the Supreme Court on Monday an American judge of California spoke.', []],
  ['single letters and figures are none', 'the plan B of 2021', []],
])('%s', (_, text, names) => expect(namesIn(text)).toEqual(names));
