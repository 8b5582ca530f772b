/**
 * The gate: runs on every page and says for which cases it may hold coverage. Cheap, and generous: the recogniser decides later.
 * A page passes where a name of each side stands in it. Reads the page's words once, however many cases there are, against a table that
 * `gate-table.ts` makes of them. Must not import anything but its own parts: this is all that most pages load.
 */
import type { GateTable } from '../model/gate-table.ts';
import { bucketOf, mayStand, placeOf, visitWords } from './gate-words.ts';
import { hasWord, standsAt } from './whole-words.ts';

/** With this much text in paragraphs, in UTF-16 code units, they are the article; with less, the page is built of something else. */
const ENOUGH_IN_PARAGRAPHS = 1_500;
/** Longest text that is looked through where a whole body is. */
const LONGEST_BODY = 1_000_000;
const HEAD = 'meta[name="description"],meta[property="og:title"],meta[property="og:description"],meta[name="twitter:title"]';
/** Text that nobody reads is mostly long; shorter text is not asked where it stands, which costs as much as the text. */
const SHORT_TEXT = 300;
const UNREAD = /^(script|style|noscript)$/i;

/**
 * Ids of the cases that the page may be about, in the order of the table; none for frames, editors and anything but HTML.
 * Looks at the head and the paragraphs, and at the whole body only where those leave it open.
 */
export function gatePage(page: Document, table: GateTable): string[] {
  if (!isReadable(page)) return [];
  const paragraphs = paragraphsOf(page);
  const open: OpenNames = new Map();
  const inHead = placesIn(headOf(page), table, new Set(), open);
  const anywhere = placesIn(paragraphs, table, new Set(inHead), open);
  const passed = new Set(wholeOf(anywhere));
  const isShort = paragraphs.length < ENOUGH_IN_PARAGRAPHS;
  const pass = (places: readonly number[]) => {
    for (const position of wholeOf(anywhere)) if (isShort || places.some((place) => place >> 1 === position)) passed.add(position);
  };
  const half = isShort ? [] : [...inHead].filter((place) => !passed.has(place >> 1));
  const beside = half.length === 0 ? half : besideArticle(page, table, half, anywhere);
  pass(half);
  if (isShort || beside.length > 0) {
    placesIn(bodyOf(page), table, anywhere, open);
    pass(beside);
  }
  return [...passed].sort((a, b) => a - b).flatMap((position) => table.ids[position] ?? []);
}

/**
 * Looks at the element that holds the article, lists and headings too, and returns those of the head's places that do not stand in it. What
 * does is what the head speaks of, and its other side need not be looked for in the rest of the page, which may be long.
 */
function besideArticle(page: Document, table: GateTable, inHead: readonly number[], anywhere: Set<number>): readonly number[] {
  const article = articleOf(page);
  if (!article) return inHead;
  const inArticle = placesIn(article.textContent, table);
  for (const place of inArticle) anywhere.add(place);
  return inHead.filter((place) => !inArticle.has(place));
}

/** Positions of the cases of which a name of each side has been found. */
function wholeOf(places: ReadonlySet<number>): number[] {
  return [...places].filter((place) => place % 2 === 0 && places.has(place + 1)).map((place) => place / 2);
}

/**
 * By hash of a key, its lines of the table that have not been found yet, in their parts. A word of a case stands many times in its coverage:
 * its names are taken from the table once a page, and each is looked at until it has been found.
 */
type OpenNames = Map<number, string[][]>;

/** Places of every open name that stands in the text as a word of its own, added to those given. */
export function placesIn(text: string, table: GateTable, places: Set<number> = new Set(), open: OpenNames = new Map()): Set<number> {
  const { buckets, rest } = table;
  visitWords(text, table, (hash, start) => {
    let names = open.get(hash);
    if (!names) {
      names = namesOf(hash, buckets[bucketOf(hash, buckets.length)] ?? '');
      open.set(hash, names);
    }
    for (let at = names.length - 1; at >= 0; at--) {
      const [, name, offset, list] = names[at] as [string, string, string, string];
      if (!mayStand(name, Number(offset), start) || !standsAt(text, name, placeOf(start) - Number(offset))) continue;
      addPlaces(list, places);
      names.splice(at, 1);
    }
  });
  if (rest !== '')
    for (const line of rest.split('\n')) {
      const [, name = '', , list = ''] = line.split('\t');
      if (name !== '' && hasWord(text, name)) addPlaces(list, places);
    }
  return places;
}

/** The lines of a bucket that begin with this hash of a key, in their parts. */
function namesOf(hash: number, bucket: string): string[][] {
  const names: string[][] = [];
  const opening = `\n${hash}\t`;
  for (let at = bucket.indexOf(opening); at >= 0; at = bucket.indexOf(opening, at + 1)) {
    const end = bucket.indexOf('\n', at + 1);
    names.push(bucket.slice(at + 1, end < 0 ? undefined : end).split('\t'));
  }
  return names;
}

function addPlaces(list: string, places: Set<number>): void {
  for (const place of list.split(',')) places.add(Number(place));
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

/** The element in which the most text stands in paragraphs, if enough to be an article; none in a page of teasers and comments, each in its own. */
function articleOf(page: Document): Element | undefined {
  const lengths = new Map<Element, number>();
  for (const { parentElement, textContent } of page.getElementsByTagName('p'))
    if (parentElement) lengths.set(parentElement, (lengths.get(parentElement) ?? 0) + textContent.length);
  const [longest, length] = [...lengths].reduce((most, each) => (each[1] > most[1] ? each : most), [page.body, 0]);
  return length < ENOUGH_IN_PARAGRAPHS || longest === page.body ? undefined : longest;
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
