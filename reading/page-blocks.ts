/**
 * The article's text nodes, gathered into blocks in the order of the page. Walks only where the article is, and as deep as it likes:
 * without recursion.
 */
import type { BlockKind } from '../model/article.ts';
import type { ArticleScope } from './article-scope.ts';
import { isOutside, isWithinOutside } from './outside.ts';
import type { Steps } from './work-budget.ts';

/** A block of text on the page. */
export interface PageBlock {
  readonly kind: BlockKind;
  /** The innermost block element around it. */
  readonly element: Element;
  /** Text nodes, and null for a line break. */
  readonly nodes: (Text | null)[];
}

/** Elements that begin and end a block of text, whatever a page's styles make of them. */
const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const NODES_A_STEP = 1_000;

/** The blocks of what is in scope; `skipped` elements, and what is never the article's, left out. */
export function* pageBlocks(body: Element, scope: ArticleScope, skipped: ReadonlySet<Element>): Steps<PageBlock[]> {
  const blocks: PageBlock[] = [];
  const within = elementsAround(scope, body);
  let total = 0;
  for (const { length } of scope) total += length;
  let open: PageBlock | undefined;
  const close = () => {
    if (open?.nodes.some((node) => node?.data.trim())) blocks.push(open);
    open = undefined;
  };
  let steps = 0;
  let node: Node | null = body.firstChild;
  while (node) {
    if (++steps % NODES_A_STEP === 0) yield;
    const element = node.nodeType === 1 ? (node as Element) : undefined;
    if (element && BLOCK.has(element.tagName)) close();
    if (element?.tagName === 'BR') {
      if (open?.nodes.at(-1) === null) close();
      else open?.nodes.push(null);
    } else if (node.nodeType === 3 && scope.has(node as Text) && (open || (node as Text).data.trim())) {
      open ??= blockAround(node as Text, body);
      open.nodes.push(node as Text);
    } else if (element?.firstChild && within.has(element) && !skipped.has(element) && !isOutside(element, total)) {
      node = element.firstChild;
      continue;
    }
    node = following(node, body, close);
  }
  close();
  return blocks;
}

/** The next node that is not within this one. Leaving a block element closes the block. */
function following(from: Node, body: Element, close: () => void): Node | null {
  let node: Node | null = from;
  while (node && node !== body) {
    if (BLOCK.has((node as Element).tagName)) close();
    if (node.nextSibling) return node.nextSibling;
    node = node.parentNode;
  }
  return null;
}

function elementsAround(scope: ArticleScope, body: Element): Set<Node> {
  const around = new Set<Node>();
  for (const text of scope) for (let parent = text.parentNode; parent && parent !== body && !around.has(parent); parent = parent.parentNode) around.add(parent);
  return around;
}

function blockAround(text: Text, body: Element): PageBlock {
  let element = text.parentElement ?? body;
  while (element !== body && !BLOCK.has(element.tagName)) element = element.parentElement ?? body;
  return { kind: kindOf(element), element, nodes: [] };
}

function kindOf(block: Element): BlockKind {
  if (/^H[1-6]$/.test(block.tagName)) return 'heading';
  if (block.tagName === 'LI') return 'list-item';
  return block.closest('blockquote') ? 'quote' : 'paragraph';
}

/** All of an element's text as one block, what is never the article's left out. */
export function blockOf(kind: BlockKind, element: Element): PageBlock {
  const nodes: Text[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!isWithinOutside(node.parentElement as Element)) nodes.push(node as Text);
  return { kind, element, nodes };
}
