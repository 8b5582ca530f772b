/**
 * The words of a text that may be keys of the gate's table. This is what every page pays for, mostly with code that has only just been
 * loaded and is not yet compiled: so it runs over bytes, which a browser makes of a text and reads a few times faster than characters,
 * looks at every other place, and leaves that loop seldom. Must not import anything that is not a type.
 */
import type { GateTable } from '../model/gate-table.ts';

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
/** Bytes of the piece, up to which of them code units have been counted, and how many these are from the beginning of the text. */
let filled = 0;
let counted = 0;
let units = 0;

/** Is told a word's hash, and the bytes of the piece that it lies in, `[start, end)`; only while it runs the functions below know them. */
type VisitWord = (hash: number, start: number, end: number) => void;

/**
 * Calls with the words of the text that may be keys; some twice. Words are runs of letters from a to z and digits; a new capital begins
 * another ("GroupThe", "NSOThe"), as it does for `hasWord`.
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
    filled = written;
    counted = 0;
    units = from;
    visitBytes(filter, visit);
    if (from + PIECE >= text.length) break;
  }
}

/** Looks at every other place, whether the three bytes from there can be those of a key that begins there, before or behind. */
function visitBytes(filter: string, visit: VisitWord): void {
  // Names of this function's own are what code that is not compiled yet reads fastest.
  const text = bytes;
  const bits = openingBits;
  const length = filled;
  let opening = text[0] as number;
  for (let at = 0; at < length; at += 2) {
    opening = ((opening & 31) << 10) | (((text[at + 1] as number) & 31) << 5) | ((text[at + 2] as number) & 31);
    if (((bits[opening >> 2] as number) >> (opening & 3)) & 1) visitAround(at, filter, visit);
  }
}

/** Visits the words that begin at this byte, the one before and the one behind. */
function visitAround(at: number, filter: string, visit: VisitWord): void {
  let before = kindAt(at - 2);
  for (let start = at - 1; start <= at + 1; start++) {
    const kind = kindAt(start);
    if (kind !== 0 && (before === 0 || (kind === UPPER_BYTE && isBorder(before, start)))) {
      const end = endOfWord(start);
      const hash = hashOf(start, end);
      if (((filter.charCodeAt(filterCharacter(hash, filter.length)) - 48) >> filterBit(hash)) & 1) visit(hash, start, end);
    }
    before = kind;
  }
}

/** Of what is not in the piece, 0. */
function kindAt(at: number): number {
  return at < 0 ? 0 : (KINDS[bytes[at] as number] as number);
}

/** Whether a capital at this byte, behind a byte of this kind that parts no words, begins a word. */
function isBorder(before: number, at: number): boolean {
  return before === LOWER_BYTE || isLowerAt(at + 1);
}

/** From a to z, or from à to ÿ, which take two bytes. */
function isLowerAt(at: number): boolean {
  return kindAt(at) === LOWER_BYTE || (bytes[at] === 0xc3 && (bytes[at + 1] as number) >= 0xa0);
}

function endOfWord(start: number): number {
  let at = start + 1;
  for (let before = kindAt(start); ; at++) {
    const kind = kindAt(at);
    if (kind === 0 || (kind === UPPER_BYTE && isBorder(before, at))) return at;
    before = kind;
  }
}

/**
 * Whether the name can stand with its character at `offset` where the visited word starts: asks of its characters from there up to the next
 * one, to either side, that takes more than a byte or is not in the piece.
 */
export function mayStand(name: string, offset: number, start: number): boolean {
  const isOther = (at: number, byte: number) => bytes[byte] !== name.charCodeAt(at);
  for (let at = offset, byte = start; byte < filled && name.charCodeAt(at) < 128; at++, byte++) if (isOther(at, byte)) return false;
  for (let at = offset - 1, byte = start - 1; byte >= 0 && name.charCodeAt(at) < 128; at--, byte--) if (isOther(at, byte)) return false;
  return true;
}

/** Where the visited word starts in the text, in UTF-16 code units. To be asked seldom: every byte before it is counted. */
export function placeOf(start: number): number {
  for (; counted < start; counted++) units += unitsOf(bytes[counted] as number);
  return units;
}

/** Code units that a byte of UTF-8 stands for: none within a character, two for those beyond the first plane. */
function unitsOf(byte: number): number {
  return (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
}

/** The visited word. */
export function smallLetters(start: number, end: number): string {
  let word = '';
  for (let at = start; at < end; at++) word += String.fromCharCode((bytes[at] as number) | 32);
  return word;
}

/** One number for a word, the same in large and small letters. */
function hashOf(start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + ((bytes[at] as number) | 32)) | 0;
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
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
