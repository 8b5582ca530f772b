/**
 * Which of the page's own text nodes are the article's: Mozilla's Readability decides on a copy of the page, and each text node of
 * the copy is known by the one it was copied from. The page itself is only read.
 */
import { Readability } from '@mozilla/readability';
import type { Steps } from './work-budget.ts';

/** Text nodes of the page that belong to the article. */
export type ArticleScope = ReadonlySet<Text>;

const STAMP = 'data-allegedly-n';
/** NodeFilter.SHOW_TEXT, which some documents outside browsers lack. */
const SHOW_TEXT = 4;
/** What Readability throws away before it looks at anything; a third of a copy, and all of it dear. What search engines are told stays: it names the title. */
const NOT_READ = 'script:not([type="application/ld+json"]), style, link, iframe, object, embed';
/** Elements that stand in mid-sentence. */
const INLINE = ['a', 'abbr', 'b', 'cite', 'em', 'i', 'mark', 'q', 'span', 'strong', 'u'].map((tag) => `${tag}[class]`).join(',');

/** The article's text nodes, what stands in `others` left out. Empty where no article can be made out. */
export function* articleScope(document: Document, others: readonly Element[] = []): Steps<ArticleScope> {
  const first = yield* keptOf(document, others, false);
  // Where Readability finds little it parses its copy anew, and its text nodes are nobody's copies: then elements must tell.
  return first ?? (yield* keptOf(document, others, true)) ?? new Set();
}

/** One run of Readability. Undefined where what it keeps cannot be followed without stamps. */
function* keptOf(document: Document, others: readonly Element[], isStamped: boolean): Steps<ArticleScope | undefined> {
  const copy = document.cloneNode(true) as Document;
  const texts = pairTexts(document, copy);
  const elements = isStamped ? stamp(document, copy) : [];
  yield;
  for (const twin of others.map((each) => twinOf(each, copy))) (twin as Element | undefined)?.remove();
  for (const element of copy.querySelectorAll(NOT_READ)) element.remove();
  // Readability replaces these by bare text nodes of its own, which nobody could follow.
  for (const link of copy.querySelectorAll('a[href^="javascript:" i]')) link.removeAttribute('href');
  // It throws out whatever is called a menu or a comment; the word that a sentence needs is neither.
  for (const element of copy.querySelectorAll(INLINE)) if (isInSentence(element)) element.removeAttribute('class');
  unnameFormulas(copy);
  yield;
  // A serialiser that hands the tree over as it is; Readability's types know of strings only by default.
  const content = new Readability<Node>(copy, { serializer: (node) => node, keepClasses: true }).parse()?.content;
  yield;
  if (!content) return new Set();
  const scope = new Set<Text>();
  const inElements = new Set<Element>();
  const walker = (content.ownerDocument as Document).createTreeWalker(content, SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const original = texts.get(node);
    if (original) scope.add(original);
    else if (!isStamped && (node as Text).data.trim() !== '') return undefined;
    const element = original ? undefined : elements[stampAbove(node, content)];
    if (element) inElements.add(element);
  }
  for (const element of inElements) for (const child of element.childNodes) if (child.nodeType === 3) scope.add(child as Text);
  return scope;
}

/** Text nodes of the copy → of the page. */
function pairTexts(document: Document, copy: Document): ReadonlyMap<Node, Text> {
  const texts = new Map<Node, Text>();
  const walker = document.createTreeWalker(document, SHOW_TEXT);
  const copyWalker = copy.createTreeWalker(copy, SHOW_TEXT);
  for (let node = walker.nextNode(), twin = copyWalker.nextNode(); node && twin; node = walker.nextNode(), twin = copyWalker.nextNode()) {
    texts.set(twin, node as Text);
  }
  return texts;
}

/** The element of the copy that stands where this one stands in the page. To be asked before the copy is changed there. */
function twinOf(element: Element, copy: Document): Node | undefined {
  const path: number[] = [];
  for (let node: Node = element; node.parentNode; node = node.parentNode) path.unshift([...node.parentNode.childNodes].indexOf(node as ChildNode));
  return path.reduce<Node | undefined>((node, at) => node?.childNodes[at], copy);
}

/** Numbers the copy's elements; gives those of the page in the order of the numbers. */
function stamp(document: Document, copy: Document): readonly Element[] {
  for (const [number, element] of [...copy.querySelectorAll('*')].entries()) element.setAttribute(STAMP, String(number));
  return [...document.querySelectorAll('*')];
}

/** Whether there are words right before or after the element. */
function isInSentence({ previousSibling, nextSibling }: Element): boolean {
  return [previousSibling, nextSibling].some((node) => node?.nodeType === 3 && /\p{L}/u.test((node as Text).data));
}

/** What renders formulas wraps them in elements of its own, named after the menus that it hangs on them. */
function unnameFormulas(copy: Document): void {
  for (const formula of copy.getElementsByTagName('math'))
    for (let around = formula.parentElement; around?.localName.includes('-'); around = around.parentElement) around.removeAttribute('class');
}

/** The number of the nearest element that stood in the page; -1 where there is none. */
function stampAbove(node: Node, root: Node): number {
  for (let parent = node.parentNode; parent && parent !== root.parentNode; parent = parent.parentNode) {
    const stamp = (parent as Element).getAttribute?.(STAMP);
    if (stamp) return Number(stamp);
  }
  return -1;
}
