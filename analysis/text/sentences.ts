/**
 * Where sentences end. A sentence never crosses a block.
 */
import type { Token } from './tokens.ts';

const END = /^(?:[.!?…]+|\.{2,}|[!?]+)$/u;
const CLOSERS = new Set([')', ']', '’', "'", '”', '"', '»', "''"]);
const STARTS = /^["“‘'«([]?[\p{Lu}\d$£€₹]/u;
/** Words that begin a sentence far more often than they follow an abbreviation within one. */
const STARTERS = new Set(
  'The It He She They We In On But And A An This That These Those There However Meanwhile According If When While As At For His Her Its Their Last'.split(' '),
);

/** Sets the `sentence` of every token, in place. */
export function markSentences(tokens: readonly Token[]): void {
  let sentence = 0;
  tokens.forEach((token, index) => {
    token.sentence = sentence;
    const next = tokens[index + 1];
    if (next && (next.block !== token.block || endsSentence(tokens, index, next))) sentence++;
  });
}

function endsSentence(tokens: readonly Token[], index: number, next: Token): boolean {
  const token = tokens[index];
  if (!token || isCloser(next)) return false;
  if (!STARTS.test(next.text) && !next.opensQuote && !/^["“‘«•]/u.test(next.text)) return false;
  if (END.test(token.text)) return token.text !== '…' && token.text !== '...' ? true : !next.isQuoted || next.opensQuote;
  if (/\.$/u.test(token.text) && token.text.length > 1) return STARTERS.has(next.text) && next.start > token.end;
  if (!isCloser(token)) return false;
  const last = tokens[index - 1];
  // `"…," he said` goes on; `"…." He left` does not.
  return last !== undefined && last.block === token.block && END.test(last.text);
}

function isCloser(token: Token): boolean {
  return CLOSERS.has(token.text) && !token.opensQuote;
}
