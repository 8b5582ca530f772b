/**
 * Whose names a text repeats. Names are told by their capitals within a sentence; knows no case.
 */

/** Names that any text about any suit may repeat: the calendar, nations, towns, courts and offices. */
const ANYBODYS = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr sir now the no this that if but and what who how why we it he she they you in on at ' +
    'american americans british european israeli israel california californian us usa uk eu united states america europe britain washington new york london ' +
    'san francisco oakland los angeles northern southern eastern western district bay area silicon valley tel aviv jerusalem ' +
    'court courts supreme circuit ninth second third fourth fifth appeals appeal judge judges justice justices state department commerce ministry government congress senate house ' +
    'federal act law computer fraud abuse list union convention office solicitor general attorney technologies inc llc ltd group corp'
  ).split(' '),
);

/** Whether any text may repeat the name; `word` in lower case. */
export function isAnybodys(word: string): boolean {
  return ANYBODYS.has(word);
}

const NAME = /^\p{Lu}\p{L}+$/u;
const WITHIN = /[\p{Ll}\d,)]$/u;
const OPENS = /^[.!?:…—–-]$/;
const QUOTE = /^["'“”‘’]$/;

/** Whether the word at that index is capital within a sentence: not what opens it, nor one of a row of capitals. */
export function isName(words: readonly { readonly plain: string }[], at: number): boolean {
  const word = words[at]?.plain ?? '';
  if (!NAME.test(word)) return false;
  const before = words[at - 1]?.plain ?? '';
  return WITHIN.test(QUOTE.test(before) ? (words[at - 2]?.plain ?? '') : before);
}

/** Whether the word at that index is capital, as any word would be, since it opens a sentence or its paragraph. */
export function isOpening(words: readonly { readonly plain: string }[], at: number): boolean {
  if (!NAME.test(words[at]?.plain ?? '')) return false;
  const before = words[at - 1]?.plain ?? '.';
  return OPENS.test(QUOTE.test(before) ? (words[at - 2]?.plain ?? '.') : before);
}
