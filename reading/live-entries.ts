/**
 * The entries of a live blog: each a small article with a date of its own. A page has them where it says that it is one (LiveBlogPosting),
 * or where its article is a row of articles that each bear a time. Only reads the page.
 */
import type { ArticleEntry } from '../model/article.ts';
import type { PreciseDate } from '../model/date.ts';
import type { ArticleScope } from './article-scope.ts';
import { isWithinOutside, textOfBlock } from './outside.ts';
import type { PageBlock } from './page-blocks.ts';
import { readDate } from './page-dates.ts';

export interface LiveEntry {
  readonly element: Element;
  /** When it was posted, where the page says so in a form that machines read. */
  readonly published: PreciseDate | undefined;
}

const FEWEST = 3;
const MARKED = '[itemprop~="liveBlogUpdate"], [itemtype$="/BlogPosting"]';
const TIME = 'time[datetime], [itemprop="datePublished"]';
/** An entry says something: in UTF-16 code units, its time included. */
const SHORTEST = 60;

/** The entries in the order of the page; none where it is no live blog. `isSaid`: the page's metadata call it one. */
export function liveEntries(document: Document, title: Element | undefined, isSaid: boolean): LiveEntry[] {
  const groups = new Map<string, Element[]>();
  for (const time of document.querySelectorAll(TIME)) {
    const entry = time.closest(MARKED) ?? time.closest('article') ?? (isSaid ? time.closest('section[id], div[id], li[id]') : null);
    if (!entry || (title && entry.contains(title)) || isWithinOutside(entry) || entry.closest('aside')) continue;
    const isAnchored = entry.id !== '' || entry.querySelector('a[href*="#"]') !== null;
    if (!isSaid && !entry.matches(MARKED) && !(isAnchored && hasParagraph(entry))) continue;
    const key = `${entry.tagName} ${entry.parentElement === null ? '' : depthOf(entry)}`;
    const group = groups.get(key) ?? [];
    if (!group.includes(entry) && (entry.textContent ?? '').length >= SHORTEST) group.push(entry);
    groups.set(key, group);
  }
  const [entries = []] = [...groups.values()].sort((a, b) => b.length - a.length);
  if (entries.length < FEWEST) return [];
  return entries.map((element) => ({ element, published: dateOf(element) }));
}

/** A teaser is a heading and a line; an entry has a paragraph. */
function hasParagraph(entry: Element): boolean {
  return [...entry.querySelectorAll('p')].some((paragraph) => (paragraph.textContent ?? '').length >= SHORTEST && !paragraph.closest('a'));
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let node = element.parentElement; node; node = node.parentElement) depth++;
  return depth;
}

function dateOf(entry: Element): PreciseDate | undefined {
  const time = entry.querySelector(TIME);
  return readDate(time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? time?.textContent ?? '');
}

/** The article's text nodes with all of its entries': a reader mode keeps the longest few. */
export function withEntries(scope: ArticleScope, entries: readonly LiveEntry[]): ArticleScope {
  const texts = new Set(scope);
  for (const { element } of entries) {
    const walker = element.ownerDocument.createTreeWalker(element, 4); // NodeFilter.SHOW_TEXT
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!isLabel(node)) texts.add(node as Text);
    for (const time of element.querySelectorAll(LABELS)) for (const child of time.childNodes) texts.delete(child as Text);
  }
  return texts;
}

const LABELS = 'time, time *, [class*="byline" i], [class*="share" i], [class*="timestamp" i]';

function isLabel({ parentElement }: Node): boolean {
  return parentElement === null || parentElement.matches(LABELS) || isWithinOutside(parentElement);
}

/** Without the paragraphs of entries that an entry above them has said word for word: key moments are pinned, and posted again. */
export function withoutReposts(blocks: readonly PageBlock[], entries: readonly LiveEntry[]): PageBlock[] {
  const said = new Set<string>();
  return blocks.filter((block) => {
    if (!entries.some(({ element }) => element.contains(block.element))) return true;
    const text = textOfBlock(block);
    if (text.length >= SHORTEST && said.has(text)) return false;
    said.add(text);
    return true;
  });
}

/** A block that has its place in the text, in UTF-16 code units. */
export interface PlacedBlock {
  readonly element: Element;
  readonly start: number;
  readonly end: number;
}

/** The entries as sections of the article's text: from their first block to their last. */
export function articleEntries(blocks: readonly PlacedBlock[], entries: readonly LiveEntry[]): ArticleEntry[] {
  const sections = entries.flatMap(({ element, published }) => {
    const own = blocks.filter((block) => element.contains(block.element));
    const [first, last] = [own[0], own.at(-1)];
    return first && last ? [{ start: first.start, end: last.end, ...(published === undefined ? {} : { published }) }] : [];
  });
  return sections.sort((a, b) => a.start - b.start).filter(({ start }, at, all) => at === 0 || start >= (all[at - 1]?.end ?? 0));
}
