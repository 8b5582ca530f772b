/**
 * Whether a name stands in a text as a word of its own ("NSO", not "SPONSORED"). Part of the gate, which is all that most pages load: must
 * not import anything.
 */

const WORD = /[\p{L}\p{N}_]/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
/** Scripts that write words without a space between them. */
const JOINED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/**
 * Whether the needle stands somewhere in the text as a word of its own. A new capital is a border too, since `textContent` joins blocks
 * without a space ("said.NSO", "GroupThe", "NSOThe").
 */
export function hasWord(text: string, needle: string): boolean {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) if (standsAt(text, needle, at)) return true;
  return false;
}

/** Whether it stands at this place, in UTF-16 code units. */
export function standsAt(text: string, needle: string, at: number): boolean {
  return text.startsWith(needle, at) && isBorder(text, at) && isBorder(text, at + needle.length);
}

/** Whether a word may end, and another begin, at this place. */
function isBorder(text: string, at: number): boolean {
  const left = text[at - 1];
  const right = text[at];
  if (left === undefined || right === undefined || !WORD.test(left) || !WORD.test(right) || JOINED.test(left) || JOINED.test(right)) return true;
  return UPPER.test(right) && (LOWER.test(left) || LOWER.test(text[at + 1] ?? ''));
}
