/**
 * The gate: runs on every page and says for which cases it may hold coverage. Cheap, and generous: the recogniser decides later.
 * A page passes where a name of each side stands in it. Reads the page's words once, however many cases there are, against a table that
 * `gate-table.ts` makes of them. Must not import anything that is not a type: this is all that most pages load.
 */

import type { GateTable } from '../model/gate-table.ts';

/** With this much text in paragraphs, in UTF-16 code units, they are the article; with less, the page is built of something else. */
const ENOUGH_IN_PARAGRAPHS = 1_500;
/** Longest text that is looked through where a whole body is. */
const LONGEST_BODY = 1_000_000;
const HEAD = 'meta[name="description"],meta[property="og:title"],meta[property="og:description"],meta[name="twitter:title"]';
const WORD = /[\p{L}\p{N}_]/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
/** Scripts that write words without a space between them. */
const JOINED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Places found, by how: in the head, or anywhere. */
interface Found {
  readonly inHead: Set<number>;
  readonly anywhere: Set<number>;
}

/**
 * Ids of the cases that the page may be about, in the order of the table; none for frames, editors and anything but HTML.
 * Looks at the head and the paragraphs, and at the whole body (which is mostly scripts and menus, and ten times dearer)
 * only where those leave it open.
 */
export function gatePage(page: Document, table: GateTable): string[] {
  if (!isReadable(page)) return [];
  const found: Found = { inHead: new Set(), anywhere: new Set() };
  const paragraphs = paragraphsOf(page);
  mark(headOf(page), table, found, true);
  mark(paragraphs, table, found, false);
  const isIn = (position: number, places: ReadonlySet<number>) => places.has(2 * position) || places.has(2 * position + 1);
  const isWhole = (position: number) => found.anywhere.has(2 * position) && found.anywhere.has(2 * position + 1);
  const isOpen = (position: number) => !isWhole(position) && (paragraphs.length < ENOUGH_IN_PARAGRAPHS || isIn(position, found.inHead));
  const positions = table.ids.map((_, position) => position);
  const open = new Set(positions.filter(isOpen));
  const before = new Set(positions.filter(isWhole));
  if (open.size > 0) mark((page.body?.textContent ?? '').slice(0, LONGEST_BODY), table, found, false);
  return table.ids.filter((_, position) => before.has(position) || (open.has(position) && isWhole(position)));
}

/** Adds the places of every name that stands in the text. */
function mark(text: string, table: GateTable, found: Found, isHead: boolean): void {
  const { filter, buckets, rest } = table;
  const words = new Map<string, number>();
  collectWords(text, filter, words);
  for (const [word, hash] of words) {
    const bucket = buckets[bucketOf(hash, buckets.length)] ?? '';
    const opening = `\n${word}\t`;
    for (let at = bucket.indexOf(opening); at >= 0; at = bucket.indexOf(opening, at + 1)) {
      const end = bucket.indexOf('\n', at + 1);
      markName(text, bucket.slice(at + 1, end < 0 ? undefined : end), found, isHead);
    }
  }
  if (rest !== '') for (const line of rest.split('\n')) markName(text, line, found, isHead);
}

function markName(text: string, line: string, { inHead, anywhere }: Found, isHead: boolean): void {
  const [, name = '', places = ''] = line.split('\t');
  if (name === '' || !hasWord(text, name)) return;
  for (const place of places.split(',')) {
    anywhere.add(Number(place));
    if (isHead) inHead.add(Number(place));
  }
}

/** Which of so many buckets a key with this hash is in. */
export function bucketOf(hash: number, buckets: number): number {
  return (hash >>> 20) & (buckets - 1);
}

/** Character of the filter, and bit in it, that stand for a hash. */
export function filterPlace(hash: number, length: number): readonly [character: number, bit: number] {
  return [hash & (length - 1), (hash >>> 16) % 6];
}

/**
 * Adds the words of the text that the filter lets through, in small letters, with their hashes; all words where it is empty. Words are runs
 * of letters from a to z and digits; a new capital begins another ("GroupThe", "NSOThe"), as it does for `hasWord`.
 * One pass over the characters, without a look at any dictionary: this is what every page pays for.
 */
export function collectWords(text: string, filter: string, words: Map<string, number>): void {
  const mask = filter.length - 1;
  let start = -1;
  let hash = 0;
  let wasLower = false;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    const isLower = code >= 97 && code <= 122;
    const isUpper = code >= 65 && code <= 90;
    const isWordCode = isLower || isUpper || (code >= 48 && code <= 57);
    if (start >= 0 && (!isWordCode || (isUpper && (wasLower || isLowerAt(text, at + 1))))) {
      const mixed = mix(hash);
      if (mask < 0 || ((filter.charCodeAt(mixed & mask) - 48) >> ((mixed >>> 16) % 6)) & 1) words.set(text.slice(start, at).toLowerCase(), mixed);
      start = -1;
    }
    if (isWordCode) {
      if (start < 0) {
        start = at;
        hash = 0;
      }
      hash = (Math.imul(hash, 31) + (code | 32)) | 0;
    }
    wasLower = isLower;
  }
}

function isLowerAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122;
}

/** Spreads what tells words apart over all bits. */
function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function isReadable(page: Document): boolean {
  const view = page.defaultView;
  const isTop = view === null || view === view.top;
  return isTop && /^(text\/html|application\/xhtml\+xml)$/.test(page.contentType) && page.designMode !== 'on' && !page.body?.isContentEditable;
}

/** What the page says of itself: title, description, and what it tells search engines (often a whole paid article). */
function headOf(page: Document): string {
  const parts = [page.title];
  for (const meta of page.head?.querySelectorAll<HTMLMetaElement>(HEAD) ?? []) parts.push(meta.content);
  for (const script of page.scripts) if (script.type === 'application/ld+json') parts.push(script.textContent);
  return parts.join('\n');
}

function paragraphsOf(page: Document): string {
  const parts: string[] = [];
  for (const tag of ['h1', 'p']) for (const element of page.getElementsByTagName(tag)) parts.push(element.textContent ?? '');
  return parts.join('\n');
}

/**
 * Whether the needle stands in the text as a word of its own ("NSO", not "SPONSORED"). A new capital is a border too, since
 * `textContent` joins blocks without a space ("said.NSO", "GroupThe", "NSOThe").
 */
export function hasWord(text: string, needle: string): boolean {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (isBorder(text, at) && isBorder(text, end)) return true;
  }
  return false;
}

/** Whether a word may end, and another begin, at this place. */
function isBorder(text: string, at: number): boolean {
  const left = text[at - 1];
  const right = text[at];
  if (left === undefined || right === undefined || !WORD.test(left) || !WORD.test(right) || JOINED.test(left) || JOINED.test(right)) return true;
  return UPPER.test(right) && (LOWER.test(left) || LOWER.test(text[at + 1] ?? ''));
}
