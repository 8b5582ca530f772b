/**
 * Reads a page as an article: title, standfirst and body as blocks of text, each tied to the page's own text nodes.
 * Captions, promotions, repeated pull quotes and whatever else is not the article stay out. Only reads the page.
 */
import type { Article, Block, BlockKind } from '../model/article.ts';
import { type ArticleScope, articleScope } from './article-scope.ts';
import { readMetadata } from './metadata.ts';
import { type TextIndex, TextIndexBuilder } from './text-index.ts';

export interface ReadArticle {
  readonly article: Article;
  readonly textIndex: TextIndex;
}

/** Elements that begin and end a block of text, whatever a page's styles make of them. */
const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
/** Never the article's words, wherever they stand. */
const OUTSIDE =
  'script, style, noscript, template, figcaption, nav, footer, form, button, select, textarea, iframe, svg, [hidden], [aria-hidden="true"], [role="navigation"], [role="complementary"]';
const PULL_QUOTE = 'aside, blockquote, [class*="pullquote" i], [class*="pull-quote" i], [class*="pull_quote" i]';
const PROMOTION =
  /^(?:(?:also\s+)?read(?:\s+(?:also|more|next|on))?|related(?:\s+(?:articles?|stories|coverage))?|see also|more on this|recommended|advertisement|subscribe|sign up)\b\s*(?:[:|–—-]|$)/i;
const STANDFIRST =
  '[class*="standfirst" i], [class*="subtitle" i], [class*="sub-title" i], [class*="subhead" i], [class*="dek" i], [itemprop="alternativeHeadline"], [class*="strapline" i]';

interface Candidate {
  readonly kind: BlockKind;
  readonly element: Element;
  /** Text nodes, and null for a line break. */
  readonly nodes: (Text | null)[];
}

/** Reads the page; an article without blocks where none can be made out. */
export function readArticle(document: Document): ReadArticle {
  const metadata = readMetadata(document);
  const titleElement = findTitle(document, metadata.title);
  const body = withoutRepeats(candidatesOf(document, drained(articleScope(document)), titleElement));
  const standfirst = findStandfirst(document, titleElement, body);
  const builder = new TextIndexBuilder();
  const blocks: Block[] = [];
  const heading = titleElement ? [{ kind: 'title' as const, element: titleElement, nodes: textNodes(titleElement) }] : [];
  for (const { kind, nodes } of [...heading, ...(standfirst ? [standfirst] : []), ...body]) {
    builder.startBlock();
    for (const node of nodes) {
      if (node) builder.addNode(node);
      else builder.addSpace();
    }
    const [start, end] = builder.endBlock();
    if (end > start) blocks.push({ kind, start, end });
  }
  const textIndex = builder.build();
  const { description: _, ...known } = metadata;
  return { article: { ...known, url: document.location?.href.replace(/#.*$/s, '') ?? '', text: textIndex.text, blocks }, textIndex };
}

/** The body's blocks, in the order of the page. */
function candidatesOf(document: Document, kept: ArticleScope, title: Element | undefined): Candidate[] {
  const blocks: Candidate[] = [];
  let open: Candidate | undefined;
  const visit = (parent: Element, block: Element): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        if (!kept.has(node as Text) || (!open && !(node as Text).data.trim())) continue;
        open ??= { kind: kindOf(block), element: block, nodes: [] };
        open.nodes.push(node as Text);
      } else if (node.nodeType === 1) {
        const element = node as Element;
        if (element === title || element.matches(OUTSIDE)) continue;
        if (element.tagName === 'BR') {
          if (open?.nodes.at(-1) === null) close();
          else open?.nodes.push(null);
        } else if (BLOCK.has(element.tagName)) {
          close();
          visit(element, element);
          close();
        } else visit(element, block);
      }
    }
  };
  const close = () => {
    if (open?.nodes.some((node) => node?.data.trim())) blocks.push(open);
    open = undefined;
  };
  if (document.body) visit(document.body, document.body);
  close();
  return blocks;
}

function kindOf(block: Element): BlockKind {
  if (/^H[1-6]$/.test(block.tagName)) return 'heading';
  if (block.tagName === 'LI') return 'list-item';
  return block.closest('blockquote') ? 'quote' : 'paragraph';
}

function textNodes(element: Element): Text[] {
  const nodes: Text[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!(node.parentElement as Element).closest(OUTSIDE)) nodes.push(node as Text);
  return nodes;
}

function words(nodes: readonly (Text | null)[]): string {
  return nodes
    .map((node) => node?.data ?? ' ')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Drops promotions, and pull quotes that repeat a paragraph. */
function withoutRepeats(blocks: readonly Candidate[]): Candidate[] {
  const texts = blocks.map(({ nodes }) => words(nodes));
  return blocks.filter(({ element, nodes }, index) => {
    const own = texts[index] ?? '';
    if (PROMOTION.test(own) && (own.length < 40 || linkShare(element, own) > 0.5)) return false;
    if (!element.closest(PULL_QUOTE)) return true;
    const bare = bareWords(own);
    return bare.length < 20 || !texts.some((other, at) => at !== index && nodes !== blocks[at]?.nodes && bareWords(other).includes(bare));
  });
}

function bareWords(text: string): string {
  return text.replace(/[“”"'‘’«»…]/g, '').trim();
}

function linkShare(element: Element, text: string): number {
  const linked = [...element.querySelectorAll('a')].reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0);
  return text.length === 0 ? 0 : linked / text.length;
}

/** The heading that says what the metadata says; the only first-level heading where none does. */
function findTitle(document: Document, title: string): Element | undefined {
  const wanted = plain(title);
  const headings = [...document.querySelectorAll('h1, h2')].filter((element) => !element.closest('nav, footer, aside') && element.textContent?.trim());
  const said = headings.map((element) => ({ element, text: plain(element.textContent ?? '') }));
  const same =
    said.find(({ text }) => text === wanted) ??
    said.find(({ element, text }) => element.tagName === 'H1' && text.length > 12 && (wanted.includes(text) || text.includes(wanted)));
  const first = headings.filter(({ tagName }) => tagName === 'H1');
  return same?.element ?? (first.length === 1 ? first[0] : undefined);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** A standfirst that Readability left out: between the title and the body, marked as one. */
function findStandfirst(document: Document, title: Element | undefined, body: readonly Candidate[]): Candidate | undefined {
  const first = body[0]?.element;
  if (!title || !first) return undefined;
  const isBetween = (element: Element) =>
    Boolean(title.compareDocumentPosition(element) & 4) && Boolean(element.compareDocumentPosition(first) & 4) && !element.contains(first);
  const element = [...document.querySelectorAll(STANDFIRST)].find(
    (each) => isBetween(each) && !each.closest(OUTSIDE) && /\S{3,}\s+\S/.test(each.textContent ?? '') && (each.textContent ?? '').length < 600,
  );
  return element ? { kind: 'standfirst', element, nodes: textNodes(element) } : undefined;
}

function drained<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
