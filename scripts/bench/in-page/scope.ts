/** What is measured of reading inside a saved page: the blocks that are kept, and the paragraphs that a reader mode keeps. */
import { readArticle } from '../../../reading/read-article.ts';

const BLOCKS = 'p, li, ul, ol, blockquote, pre, dl, dd, dt, table, tr, td, th, h1, h2, h3, h4, h5, h6, div, section, article, header, hr, figure, figcaption';

export interface ReadBlock {
  readonly kind: string;
  readonly text: string;
}

/** The article's blocks, in order. */
export function blocks(): ReadBlock[] {
  const { article } = readArticle(document);
  return article.blocks.map(({ kind, start, end }) => ({ kind, text: article.text.slice(start, end) }));
}

/** What the page says of itself, as the reader reads it. */
export function metadata(): unknown {
  const { text: _, blocks: __, ...known } = readArticle(document).article;
  return known;
}

/** Paragraphs of an expected article: text between the bounds of block elements, captions left out. */
export function paragraphsOf(html: string): string[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const paragraphs: string[] = [''];
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) paragraphs.push((paragraphs.pop() ?? '') + (node as Text).data);
    if (!(node instanceof Element)) return;
    if (node.matches('figcaption, figure, script, style, svg')) return;
    if (node.localName === 'br') paragraphs.push(`${paragraphs.pop() ?? ''} `);
    const isBlock = node.matches(BLOCKS);
    if (isBlock) paragraphs.push('');
    for (const child of node.childNodes) visit(child);
    if (isBlock) paragraphs.push('');
  };
  visit(parsed.body);
  return paragraphs.filter((text) => text.trim() !== '');
}
