/** The part of the page that holds the whole article. Only reads the page. */
import type { ReadArticle } from './read-article.ts';

/** The smallest element that holds the article's first and last words; none where nothing was read. */
export function articleRoot({ article, textIndex }: ReadArticle): Node | undefined {
  const [first, last] = [article.blocks[0], article.blocks.at(-1)];
  const from = first && textIndex.rangesOf([first.start, first.start + 1])[0];
  const to = last && textIndex.rangesOf([last.end - 1, last.end])[0];
  if (!from || !to) return undefined;
  const whole = from.cloneRange();
  whole.setEnd(to.endContainer, to.endOffset);
  return whole.commonAncestorContainer;
}
