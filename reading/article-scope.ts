/**
 * Which of the page's own text nodes are the article's: Mozilla's Readability decides on a copy of the page, and each text node of
 * the copy is known by the one it was copied from. The page itself is only read.
 */
import { Readability } from '@mozilla/readability';
import type { Steps } from './work-budget.ts';

/** Text nodes of the page that belong to the article. */
export type ArticleScope = ReadonlySet<Text>;

const STAMP = 'data-allegedly-n';
/** NodeFilter's constants, which some documents outside browsers lack. */
const SHOW_ELEMENT = 1;
const SHOW_TEXT = 4;
/** What Readability throws away before it looks at anything; a third of a copy, and all of it dear. What search engines are told stays: it names the title. */
const NOT_READ = 'script:not([type="application/ld+json"]), style, link, iframe, object, embed';
/** Elements that stand in mid-sentence; so do those of a page's own making (`x-term`). */
const INLINE = /^(?:a|abbr|b|bdi|cite|code|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|u|var|.*-.*)$/;

/** The article's text nodes. Empty where no article can be made out. */
export function* articleScope(document: Document): Steps<ArticleScope> {
  const copy = document.cloneNode(true) as Document;
  const originals = pair(document, copy);
  yield;
  for (const element of copy.querySelectorAll(NOT_READ)) element.remove();
  // Readability replaces these by bare text nodes of its own, which nobody could follow.
  for (const link of copy.querySelectorAll('a[href^="javascript:" i]')) link.removeAttribute('href');
  yield;
  // A serialiser that hands the tree over as it is; Readability's types know of strings only by default.
  const content = new Readability<Node>(copy, { serializer: (node) => node, keepClasses: true }).parse()?.content;
  yield;
  return content ? originalsOf(content, originals) : new Set();
}

interface Originals {
  /** Text nodes of the copy → of the page. */
  readonly texts: ReadonlyMap<Node, Text>;
  /** Elements of the page, in the order of the numbers that their copies are stamped with. */
  readonly elements: readonly Element[];
}

/** Walks page and copy side by side. */
function pair(document: Document, copy: Document): Originals {
  const texts = new Map<Node, Text>();
  const elements: Element[] = [];
  const walker = document.createTreeWalker(document, SHOW_ELEMENT | SHOW_TEXT);
  const copyWalker = copy.createTreeWalker(copy, SHOW_ELEMENT | SHOW_TEXT);
  for (let node = walker.nextNode(), twin = copyWalker.nextNode(); node && twin; node = walker.nextNode(), twin = copyWalker.nextNode()) {
    if (node.nodeType === 3) texts.set(twin, node as Text);
    else {
      const copied = twin as Element;
      copied.setAttribute(STAMP, String(elements.length));
      // Readability throws out whatever is called a menu or a comment; the word that a sentence needs is neither.
      if (INLINE.test(copied.localName) && isInSentence(copied)) copied.removeAttribute('class');
      elements.push(node as Element);
    }
  }
  return { texts, elements };
}

/** Whether there are words right before or after the element. */
function isInSentence({ previousSibling, nextSibling }: Element): boolean {
  return [previousSibling, nextSibling].some((node) => node?.nodeType === 3 && /\p{L}/u.test((node as Text).data));
}

/**
 * The page's text nodes of what Readability kept. Where it found little at first, it has parsed its copy anew: those text nodes are
 * nobody's copies, and go by the number of the nearest element.
 */
function originalsOf(content: Node, { texts, elements }: Originals): ArticleScope {
  const scope = new Set<Text>();
  const inElements = new Set<Element>();
  const walker = (content.ownerDocument as Document).createTreeWalker(content, SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const original = texts.get(node);
    const element = original ? undefined : elements[stampAbove(node, content)];
    if (original) scope.add(original);
    else if (element) inElements.add(element);
  }
  for (const element of inElements) for (const child of element.childNodes) if (child.nodeType === 3) scope.add(child as Text);
  return scope;
}

/** The number of the nearest element that stood in the page; -1 where there is none. */
function stampAbove(node: Node, root: Node): number {
  for (let parent = node.parentNode; parent && parent !== root.parentNode; parent = parent.parentNode) {
    const stamp = (parent as Element).getAttribute?.(STAMP);
    if (stamp) return Number(stamp);
  }
  return -1;
}
