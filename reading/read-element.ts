/** Reads one element of a page of our own as an article: its heading and its paragraphs. Nothing has to be found out about it. */
import type { Block } from '../model/article.ts';
import type { ReadArticle } from './read-article.ts';
import { TextIndexBuilder } from './text-index.ts';

export function readElement(element: Element): ReadArticle & { readonly workMs: number } {
  const builder = new TextIndexBuilder();
  const blocks: Block[] = [];
  for (const part of element.children) {
    builder.startBlock();
    const walker = element.ownerDocument.createTreeWalker(part, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) builder.addNode(node as Text);
    const [start, end] = builder.endBlock();
    if (end > start) blocks.push({ kind: /^H\d$/.test(part.tagName) ? 'title' : 'paragraph', start, end });
  }
  const textIndex = builder.build();
  const title = blocks.find(({ kind }) => kind === 'title');
  const article = {
    url: element.ownerDocument.location.href.replace(/#.*$/s, ''),
    title: title ? textIndex.text.slice(title.start, title.end) : '',
    ...(element.getAttribute('lang') ? { language: element.getAttribute('lang') ?? '' } : {}),
    text: textIndex.text,
    blocks,
  };
  return { article, textIndex, workMs: 0 };
}
