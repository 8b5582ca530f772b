/**
 * The words of all cases in one trie of words, and the scan that finds them in a text in one pass.
 * Words, not characters: a term can then only match whole words, and doubled spaces do not exist. A walk is never longer than
 * the longest term, so the scan is linear in the text and does not grow with the number of cases. Knows nothing of verdicts.
 */

/** Scripts that write no spaces between words: each character counts as a word, so that "NSO集团" still holds "NSO". */
const TOKEN =
  /[[\p{L}\p{N}\p{M}_\u00AD\u200B-\u200D\u2060]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]]+|[^\s.]|\.(?=["'”’\)\]]*(?:\s|$))/gv;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060]/g;
const WORD = /^[\p{L}\p{N}\p{M}_]/u;
const ASCII = /^[ -~]*$/;
const LOOKALIKES: Readonly<Record<string, string>> = { '‘': "'", '’': "'", ʼ: "'", '“': '"', '”': '"', '–': '-', '—': '-', '‐': '-', '‑': '-', '−': '-' };

/** One word or sign of the text. `plain` has look-alike signs made equal, `lower` also the case; offsets are UTF-16 code units. */
export interface Token {
  readonly plain: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** Whether the token is a word or number and not a sign. */
export function isWord(token: Token): boolean {
  return WORD.test(token.plain);
}

/** Whether the token is a full stop that ends a sentence. */
export function isStop(token: Token): boolean {
  return token.plain === '.';
}

/** The words and signs of `text[start, end)`. Full stops within words ("v.", "F.4th") are left out, since writers disagree on them. */
export function* tokens(text: string, start: number, end: number): Generator<Token> {
  const slice = text.slice(start, end);
  for (const match of slice.matchAll(TOKEN)) {
    const raw = match[0];
    const plain = ASCII.test(raw) ? raw : (LOOKALIKES[raw] ?? raw.replace(INVISIBLE, '').normalize('NFC'));
    if (plain === '') continue;
    yield { plain, lower: plain.toLowerCase(), start: start + match.index, end: start + match.index + raw.length };
  }
}

interface Node {
  readonly next: Map<string, Node>;
  /** Number of the term that ends here. */
  term?: number;
}

/** All terms, each once, whichever case and role they serve. */
export interface Lexicon {
  readonly root: Node;
  /** Number of a term, by its words in lower case joined by spaces. */
  readonly numbers: Map<string, number>;
}

export function emptyLexicon(): Lexicon {
  return { root: { next: new Map() }, numbers: new Map() };
}

/** A term's words as they are compared: `plain` keeps letter case. */
export function wordsOf(term: string): { readonly plain: string; readonly lower: string } {
  const words = [...tokens(term, 0, term.length)].filter((token) => !isStop(token));
  return { plain: words.map((token) => token.plain).join(' '), lower: words.map((token) => token.lower).join(' ') };
}

/** Adds a term and returns its number, the same for the same words. */
export function addTerm(lexicon: Lexicon, term: string): number {
  const { lower } = wordsOf(term);
  const known = lexicon.numbers.get(lower);
  if (known !== undefined) return known;
  const number = lexicon.numbers.size;
  lexicon.numbers.set(lower, number);
  let node = lexicon.root;
  for (const word of lower.split(' ')) {
    const next = node.next.get(word) ?? { next: new Map() };
    node.next.set(word, next);
    node = next;
  }
  node.term = number;
  return number;
}

/** A term found: its number, its words with their letter case, and the tokens it covers (`first` and `last` are indices). */
export interface Match {
  readonly term: number;
  readonly plain: string;
  readonly first: number;
  readonly last: number;
}

/**
 * All terms that stand in the list of tokens, overlapping ones included, in order of their first word.
 * Full stops are stepped over, so "WhatsApp Inc. v. NSO" is found however it is punctuated.
 */
export function findTerms(lexicon: Lexicon, list: readonly Token[]): Match[] {
  const found: Match[] = [];
  for (let first = 0; first < list.length; first++) {
    let node = lexicon.root.next.get(list[first]?.lower ?? '');
    for (let last = first; node !== undefined; ) {
      if (node.term !== undefined) found.push({ term: node.term, plain: plainWords(list, first, last), first, last });
      last++;
      const stop = list[last];
      if (stop !== undefined && isStop(stop)) last++;
      node = node.next.get(list[last]?.lower ?? '');
    }
  }
  return found;
}

function plainWords(list: readonly Token[], first: number, last: number): string {
  if (first === last) return list[first]?.plain ?? '';
  const words: string[] = [];
  for (const token of list.slice(first, last + 1)) if (!isStop(token)) words.push(token.plain);
  return words.join(' ');
}
