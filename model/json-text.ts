/**
 * Looking through JSON that has not been read yet, sign by sign: a pattern would go through an unclosed string again from each of its quotation
 * marks, and a parser builds all of it. Pure.
 */
const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

/**
 * Where the string whose quotation mark stands at `start` is closed, in UTF-16 code units; the text's length where it is not. A long string is
 * looked through by the engine's own search, many times faster than sign by sign.
 */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/** The offset at which more than `most` objects and lists are open; -1 where it never comes to that. */
export function deeperThan(text: string, most: number): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfString(text, at);
    else if (sign === 0x5b || sign === 0x7b) depth++;
    else if (sign === 0x5d || sign === 0x7d) depth--;
    if (depth > most) return at;
  }
  return -1;
}
