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
/** Text that nobody reads is mostly long; shorter text is not asked where it stands, which costs as much as the text. */
const SHORT_TEXT = 300;
const UNREAD = /^(script|style|noscript)$/i;
const WORD = /[\p{L}\p{N}_]/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
/** Scripts that write words without a space between them. */
const JOINED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/**
 * Ids of the cases that the page may be about, in the order of the table; none for frames, editors and anything but HTML.
 * Looks at the head and the paragraphs, and at the whole body only where those leave it open.
 */
export function gatePage(page: Document, table: GateTable): string[] {
  if (!isReadable(page)) return [];
  const paragraphs = paragraphsOf(page);
  const inHead = placesIn(headOf(page), table);
  const anywhere = placesIn(paragraphs, table, new Set(inHead));
  const passed = new Set(wholeOf(anywhere));
  const isShort = paragraphs.length < ENOUGH_IN_PARAGRAPHS;
  const isOpen = (position: number) => isShort || inHead.has(2 * position) || inHead.has(2 * position + 1);
  if (isShort || [...inHead].some((place) => !passed.has(place >> 1)))
    for (const position of wholeOf(placesIn(bodyOf(page), table, anywhere))) if (isOpen(position)) passed.add(position);
  return [...passed].sort((a, b) => a - b).flatMap((position) => table.ids[position] ?? []);
}

/** Positions of the cases of which a name of each side has been found. */
function wholeOf(places: ReadonlySet<number>): number[] {
  return [...places].filter((place) => place % 2 === 0 && places.has(place + 1)).map((place) => place / 2);
}

/** Places of every name that stands in the text as a word of its own, added to those given. */
export function placesIn(text: string, table: GateTable, places: Set<number> = new Set()): Set<number> {
  const { buckets, rest } = table;
  // A word of a case stands many times in its coverage: its names are taken from the table once, and each is looked at until it has been found.
  const open = new Map<string, readonly string[][]>();
  visitWords(text, table, (word, hash, start) => {
    const names = open.get(word) ?? namesOf(word, buckets[bucketOf(hash, buckets.length)] ?? '');
    const left = names.filter(([, name = '', offset, list = '']) => {
      if (!standsAt(text, name, start - Number(offset))) return true;
      addPlaces(list, places);
      return false;
    });
    open.set(word, left);
  });
  if (rest !== '')
    for (const line of rest.split('\n')) {
      const [, name = '', , list = ''] = line.split('\t');
      if (name !== '' && hasWord(text, name)) addPlaces(list, places);
    }
  return places;
}

/** The lines of a bucket that begin with this key, in their parts. */
function namesOf(word: string, bucket: string): string[][] {
  const names: string[][] = [];
  const opening = `\n${word}\t`;
  for (let at = bucket.indexOf(opening); at >= 0; at = bucket.indexOf(opening, at + 1)) {
    const end = bucket.indexOf('\n', at + 1);
    names.push(bucket.slice(at + 1, end < 0 ? undefined : end).split('\t'));
  }
  return names;
}

function addPlaces(list: string, places: Set<number>): void {
  for (const place of list.split(',')) places.add(Number(place));
}

/** Which of so many buckets a key with this hash is in. */
export function bucketOf(hash: number, buckets: number): number {
  return (hash >>> 20) & (buckets - 1);
}

/** Character of the filter that stands for a hash, and bit in it. */
export function filterCharacter(hash: number, length: number): number {
  return hash & (length - 1);
}
export function filterBit(hash: number): number {
  return (hash >>> 16) % 6;
}

/** Character of the openings, and bit in it, that stand for three bytes; letters count alike, large and small, and some signs as letters. */
export function openingPlace(first: number, second: number, third: number): readonly [character: number, bit: number] {
  const opening = ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
  return [opening >> 2, opening & 3];
}

/** Kinds of bytes; the rest, of other letters and signs, is 0 and parts words. */
const LOWER_BYTE = 1;
const DIGIT_BYTE = 2;
const UPPER_BYTE = 3;
const KINDS = new Uint8Array(256).fill(DIGIT_BYTE, 48, 58).fill(UPPER_BYTE, 65, 91).fill(LOWER_BYTE, 97, 123);
/** Code units that are looked through at a time, and how many of them again with the next, so that a word on the border is seen whole. */
const PIECE = 8_192;
const OVERLAP = 64;
/** Made once: to have room made for them costs more than to look through a page's words. A code unit takes three bytes at most. */
const bytes = new Uint8Array(3 * PIECE + 3);
const encoder = new TextEncoder();
/** The openings of the table that was used last. */
let lastOpenings = '';
let openingBits: Uint8Array = new Uint8Array(0);

/**
 * Calls with the words of the text that may be keys, in small letters, with hash and place in UTF-16 code units; some twice. Words are runs
 * of letters from a to z and digits; a new capital begins another ("GroupThe", "NSOThe"), as it does for `hasWord`.
 * This is what every page pays for. So it runs over bytes, which a browser makes of a text and reads a few times faster than characters,
 * and looks at every other place only: whether the three bytes from there can be those of a key that begins there, before or behind.
 */
export function visitWords(text: string, { openings, filter }: Pick<GateTable, 'openings' | 'filter'>, visit: VisitWord): void {
  if (openings !== lastOpenings) {
    openingBits = encoder.encode(openings);
    lastOpenings = openings;
  }
  for (let from = 0; from < text.length; from += PIECE - OVERLAP) {
    const piece = text.length <= PIECE ? text : text.slice(from, from + PIECE);
    const { written } = encoder.encodeInto(piece, bytes);
    bytes.fill(0, written, written + 3);
    visitBytes(written, filter, (word, hash, units) => visit(word, hash, from + units));
    if (from + PIECE >= text.length) break;
  }
}

type VisitWord = (word: string, hash: number, startUtf16: number) => void;

/** Visits the words of the first so many bytes. */
function visitBytes(length: number, filter: string, visit: VisitWord): void {
  let counted = 0;
  let units = 0;
  const visitAt = (start: number) => {
    const end = endOfWord(start);
    const hash = hashOf(start, end);
    if (((filter.charCodeAt(filterCharacter(hash, filter.length)) - 48) >> filterBit(hash)) & 1) {
      for (; counted < start; counted++) units += unitsOf(bytes[counted] as number);
      visit(smallLetters(start, end), hash, units);
    }
  };
  for (let at = nextOpening(0, length, bytes, openingBits); at < length; at = nextOpening(at + 2, length, bytes, openingBits))
    for (let start = Math.max(0, at - 1); start <= at + 1; start++) if (beginsWord(start)) visitAt(start);
}

/** The next place from this one on, every other one, at which a key may stand; some place behind the end if there is none. All that runs on most pages. */
function nextOpening(from: number, length: number, text: Uint8Array, bits: Uint8Array): number {
  let opening = (text[from] as number) & 31;
  let at = from;
  for (; at < length; at += 2) {
    opening = ((opening & 31) << 10) | (((text[at + 1] as number) & 31) << 5) | ((text[at + 2] as number) & 31);
    if (((bits[opening >> 2] as number) >> (opening & 3)) & 1) break;
  }
  return at;
}

function kindAt(at: number): number {
  return KINDS[bytes[at] as number] as number;
}

function beginsWord(at: number): boolean {
  const kind = kindAt(at);
  const before = at === 0 ? 0 : kindAt(at - 1);
  return kind !== 0 && (before === 0 || (kind === UPPER_BYTE && (before === LOWER_BYTE || isLowerAt(at + 1))));
}

/** From a to z, or from à to ÿ, which take two bytes. */
function isLowerAt(at: number): boolean {
  return kindAt(at) === LOWER_BYTE || (bytes[at] === 0xc3 && (bytes[at + 1] as number) >= 0xa0);
}

function endOfWord(start: number): number {
  let at = start + 1;
  while (kindAt(at) !== 0 && !beginsWord(at)) at++;
  return at;
}

/** Code units that a byte of UTF-8 stands for: none within a character, two for those beyond the first plane. */
function unitsOf(byte: number): number {
  return (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
}

function smallLetters(start: number, end: number): string {
  let word = '';
  for (let at = start; at < end; at++) word += String.fromCharCode((bytes[at] as number) | 32);
  return word;
}

/** One number for a word, the same in large and small letters. */
function hashOf(start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + ((bytes[at] as number) | 32)) | 0;
  return mix(hash);
}

/** Spreads what tells words apart over all bits. */
function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function isReadable(page: Document): boolean {
  const view = page.defaultView;
  const isTop = view === null || view === view.top;
  return isTop && /^(text\/html|application\/xhtml\+xml)$/.test(page.contentType) && page.designMode !== 'on' && !isEditor(page);
}

/** As `isContentEditable` of the body, which has the page's styles computed before it answers. */
function isEditor({ body, documentElement }: Document): boolean {
  const said = body?.contentEditable === 'inherit' ? documentElement.contentEditable : body?.contentEditable;
  return said === 'true' || said === 'plaintext-only';
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

/** The body's text without that which nobody reads: scripts, mostly, which are the greater part of many a body. */
function bodyOf(page: Document): string {
  if (!page.body) return '';
  const parts: string[] = [];
  let length = 0;
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && length < LONGEST_BODY; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.length > SHORT_TEXT && UNREAD.test(node.parentNode?.nodeName ?? '')) continue;
    parts.push(text);
    length += text.length;
  }
  return parts.join('').slice(0, LONGEST_BODY);
}

/**
 * Whether the needle stands in the text as a word of its own ("NSO", not "SPONSORED"). A new capital is a border too, since
 * `textContent` joins blocks without a space ("said.NSO", "GroupThe", "NSOThe").
 */
export function hasWord(text: string, needle: string): boolean {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) if (standsAt(text, needle, at)) return true;
  return false;
}

function standsAt(text: string, needle: string, at: number): boolean {
  return text.startsWith(needle, at) && isBorder(text, at) && isBorder(text, at + needle.length);
}

/** Whether a word may end, and another begin, at this place. */
function isBorder(text: string, at: number): boolean {
  const left = text[at - 1];
  const right = text[at];
  if (left === undefined || right === undefined || !WORD.test(left) || !WORD.test(right) || JOINED.test(left) || JOINED.test(right)) return true;
  return UPPER.test(right) && (LOWER.test(left) || LOWER.test(text[at + 1] ?? ''));
}
