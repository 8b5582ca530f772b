/**
 * What stands within an article's text and is not the article: captions, comments, related links, promotions, and pull quotes,
 * which repeat it. Rules are about words and roles that many sites share, never about one site.
 */
import type { PageBlock } from './page-blocks.ts';

/** Never the article's words, wherever they stand. */
const NEVER =
  'script, style, noscript, template, figcaption, nav, footer, button, select, textarea, iframe, svg, [hidden], [aria-hidden="true"], ' +
  '[role="navigation"], [role="complementary"], [role="contentinfo"], [role="search"], [role="dialog"]';
const CAPTION = '[class*="caption" i], [itemprop="caption"], [class*="photo-credit" i], [class*="image-credit" i], [class*="photocredit" i]';
const COMMENTS =
  '#comments, #disqus_thread, [id^="comments-" i], [class~="comments" i], [class*="comment-list" i], [class*="commentlist" i], ' +
  '[class*="comments-section" i], [class*="comment-section" i], [itemprop="comment"]';
const RELATED =
  '[class*="related" i], [class*="recirc" i], [class*="read-more" i], [class*="readmore" i], [class*="newsletter" i], [class*="promo" i], ' +
  '[class*="outbrain" i], [class*="taboola" i], [class*="most-read" i], [class*="most-popular" i], [data-component*="related" i]';
/** Longer ones, in UTF-16 code units, are no captions, whatever their class says. */
const LONGEST_CAPTION = 800;

/**
 * Whether an element is not the article's. One that holds most of what was found is never left out: class names lie.
 * `total` is the length of all that was found, in UTF-16 code units.
 */
export function isOutside(element: Element, total: number): boolean {
  if (element.matches(NEVER)) return true;
  const length = () => element.textContent?.length ?? 0;
  if (element.matches(CAPTION)) return length() < LONGEST_CAPTION;
  if (element.tagName === 'FIGURE') return element.querySelector('img, picture, video, audio, iframe, svg, amp-img') !== null && length() < LONGEST_CAPTION;
  return element.matches(`${COMMENTS}, ${RELATED}`) && length() < total / 3;
}

/** Whether the element itself, or one around it, is never the article's. */
export function isWithinOutside(element: Element): boolean {
  return element.closest(NEVER) !== null;
}

const PULL_QUOTE = 'aside, blockquote, q, figure, [class*="quote" i], [class*="callout" i], [class*="pull" i]';
const PROMOTION =
  /^(?:(?:also\s+)?read(?:\s+(?:also|more|next|on))?|related(?:\s+(?:articles?|stories|coverage|content|news|topics))?|see also|more (?:on this|from|about)\b.*|recommended|advertisement|subscribe|sign up|watch|listen|don['’]t miss|most (?:read|popular)|follow us)\b\s*(?:[:|–—-]|$)/i;
const SHORT = 40;
/** Shorter ones repeat by chance. */
const LEAST_REPEATED = 20;

/** Drops promotions with the links they introduce, pull quotes that repeat a paragraph, and the title where it is said again. */
export function withoutExtras(blocks: readonly PageBlock[], title: string): PageBlock[] {
  const texts = blocks.map(textOfBlock);
  const bare = texts.map(bareWords);
  const whole = bare.join('\n');
  let isUnderPromotion = false;
  return blocks.filter((block, index) => {
    const text = texts[index] ?? '';
    const isLink = isOnlyLinks(block, text);
    if (PROMOTION.test(text) && (text.length < SHORT || isLink)) {
      isUnderPromotion = true;
      return false;
    }
    if (isUnderPromotion && isLink) return false;
    isUnderPromotion = false;
    if (block.kind === 'heading' && title !== '' && bare[index] === bareWords(title)) return false;
    return !(block.element.closest(PULL_QUOTE) && isRepeated(bare[index] ?? '', whole));
  });
}

/** Whether all parts of a quote, where it is shortened by dots, stand in the text a second time. */
function isRepeated(quote: string, whole: string): boolean {
  const parts = quote.split(/…|\.\.\./).map((part) => part.replace(/[.,;:!?\s]+$/, '').trim());
  return quote.length >= LEAST_REPEATED && parts.every((part) => whole.indexOf(part, whole.indexOf(part) + 1) >= 0);
}

/** The block's words, as read. */
export function textOfBlock({ nodes }: PageBlock): string {
  return nodes
    .map((node) => node?.data ?? ' ')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function bareWords(text: string): string {
  return text
    .replace(/[“”"'‘’«»„‹›]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Whether nearly all of the block is links. */
function isOnlyLinks({ nodes, element }: PageBlock, text: string): boolean {
  const linked = nodes.reduce((sum, node) => sum + (isInLink(node, element) ? (node?.data.trim().length ?? 0) : 0), 0);
  return text !== '' && linked > text.length * 0.7;
}

function isInLink(node: Text | null, within: Element): boolean {
  const link = node?.parentElement?.closest('a');
  return link !== null && link !== undefined && (within.contains(link) || link.contains(within));
}
