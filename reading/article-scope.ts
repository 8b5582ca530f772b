/**
 * Which of the page's own text nodes are the article's: Mozilla's Readability decides on a copy whose elements are numbered,
 * and what it keeps is found again in the page by its numbers. The page itself is only read.
 */
import { Readability } from '@mozilla/readability';

const STAMP = 'data-allegedly-n';
const ELEMENTS_ONLY = 1; // NodeFilter.SHOW_ELEMENT, which some documents outside browsers lack.
const MAX_ELEMENTS = 60_000;

/** Elements of the page whose own text belongs to the article. Empty where no article can be made out. */
export function articleElements(document: Document): ReadonlySet<Element> {
  const live = [...elementsOf(document)];
  const kept = new Set<Element>();
  if (live.length > MAX_ELEMENTS) return kept;
  const copy = document.cloneNode(true) as Document;
  let number = 0;
  for (const element of elementsOf(copy)) element.setAttribute(STAMP, String(number++));
  // A serialiser that hands the tree over as it is; Readability's types know of strings only by default.
  const content = new Readability<Node>(copy, { serializer: (node) => node, charThreshold: 200, keepClasses: true }).parse()?.content;
  if (!content) return kept;
  for (const node of textNodesOf(content)) {
    const stamp = stampAbove(node, content);
    const element = stamp === undefined ? undefined : live[stamp];
    if (element) kept.add(element);
  }
  return kept;
}

function* elementsOf(document: Document): Generator<Element> {
  const walker = document.createTreeWalker(document, ELEMENTS_ONLY);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Element;
}

function* textNodesOf(root: Node): Generator<Node> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeType === 3 && node.textContent?.trim()) yield node;
    for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
  }
}

/** The number of the nearest element that stood in the page: Readability puts text into paragraphs of its own making. */
function stampAbove(node: Node, root: Node): number | undefined {
  for (let parent = node.parentNode; parent && parent !== root.parentNode; parent = parent.parentNode) {
    const stamp = (parent as Element).getAttribute?.(STAMP);
    if (stamp) return Number(stamp);
  }
  return undefined;
}
