/**
 * Which tokens stand between quotation marks: curly, straight, single and double ones, guillemets.
 * Quotations end with their block: one stray mark must not turn the rest of the article around.
 */
import { blocksOf } from './blocks.ts';
import type { Token } from './tokens.ts';

type Role = 'open' | 'close' | undefined;

const DOUBLE = new Set(['"', '“', '”', '„', '«', '»', "''", '``', '‟', '＂']);
const SINGLE = new Set(["'", '‘', '’']);
const SPACE = /\s/u;
const LETTER = /[\p{L}\d$£€₹[(…]/u;

/** Sets `isQuoted`, `opensQuote` and `closesQuote` of every token, in place. */
export function markQuotes(tokens: readonly Token[], text: string): void {
  for (const [first, after] of blocksOf(tokens)) {
    const isContinued = tokens[after] !== undefined && roleOf(tokens[after] as Token, text, false) === 'open';
    markBlock(tokens.slice(first, after), text, isContinued);
  }
}

function markBlock(tokens: readonly Token[], text: string, isContinued: boolean): void {
  const singles = singleQuotes(tokens, text);
  let openedAt = -1;
  let closer: 'double' | 'single' = 'double';
  const endQuote = (at: number) => {
    for (let index = openedAt; index <= at; index++) quoted(tokens[index]);
    openedAt = -1;
  };
  tokens.forEach((token, index) => {
    const isSingle = SINGLE.has(token.text);
    const role = isSingle ? singles.get(index) : roleOf(token, text, openedAt >= 0);
    if (role === undefined) return;
    if (openedAt < 0 && role === 'open') {
      openedAt = index;
      closer = isSingle ? 'single' : 'double';
      token.opensQuote = true;
    } else if (openedAt >= 0 && role === 'close' && closer === (isSingle ? 'single' : 'double')) {
      token.closesQuote = true;
      endQuote(index);
    }
  });
  // Unclosed: goes on in the next block if that reopens it; else only a quotation that begins its block is believed.
  if (openedAt >= 0 && (isContinued || openedAt === 0)) endQuote(tokens.length - 1);
  else if (openedAt >= 0) {
    const opener = tokens[openedAt];
    if (opener) opener.opensQuote = false;
  }
}

function quoted(token: Token | undefined): void {
  if (token) token.isQuoted = true;
}

/** What a double mark does, by its shape and by what stands beside it. */
function roleOf(token: Token, text: string, isOpen: boolean): Role {
  const mark = token.text;
  if (!DOUBLE.has(mark)) return undefined;
  const before = text[token.start - 1];
  const behind = text[token.end];
  const canOpen = (before === undefined || SPACE.test(before) || /[([{—–-]/u.test(before)) && behind !== undefined && !SPACE.test(behind);
  const canClose = before !== undefined && !SPACE.test(before) && (behind === undefined || !LETTER.test(behind));
  // German texts close „ with “, and some open with » and close with «.
  if (mark === '“' || mark === '„' || mark === '«' || mark === '``' || mark === '‟') return isOpen && canClose && !canOpen ? 'close' : 'open';
  if (mark === '”' || mark === '»') return !isOpen && canOpen && !canClose ? 'open' : 'close';
  if (canOpen && !canClose) return 'open';
  if (canClose && !canOpen) return 'close';
  // Neither, as in `…."That`: a mark doubled or lost by an editor leaves things as they are. Both: as the state asks.
  if (!canOpen && !canClose) return undefined;
  return isOpen ? 'close' : 'open';
}

/** Roles of the single marks that are quotation marks and no apostrophes: an opener needs a closer behind it. */
function singleQuotes(tokens: readonly Token[], text: string): Map<number, Role> {
  const roles = new Map<number, Role>();
  let opener = -1;
  tokens.forEach((token, index) => {
    if (!SINGLE.has(token.text)) return;
    const before = text[token.start - 1];
    const behind = text[token.end];
    const canOpen =
      token.text !== '’' && (before === undefined || SPACE.test(before) || /["“([—–-]/u.test(before)) && behind !== undefined && LETTER.test(behind);
    const canClose = token.text !== '‘' && before !== undefined && !SPACE.test(before) && (behind === undefined || !/[\p{L}\d]/u.test(behind));
    if (opener < 0 && canOpen) opener = index;
    else if (opener >= 0 && canClose && !canOpen) {
      roles.set(opener, 'open');
      roles.set(index, 'close');
      opener = -1;
    }
  });
  return roles;
}
