/**
 * What stands within an article's text and is not the article: captions, comments, related links, promotions, and pull quotes,
 * which repeat it. Rules are about words and roles that many sites share, never about one site.
 */
import type { PageBlock } from './page-blocks.ts';

/** Never the article's words, wherever they stand. */
const NEVER =
  'script, style, noscript, template, figcaption, nav, footer, button, select, textarea, iframe, svg, [hidden], [aria-hidden="true"], ' +
  '[role="navigation"], [role="complementary"], [role="contentinfo"], [role="search"], [role="dialog"]';
/** Words in an element's class or id. */
const CAPTION = /(?<!\bno[-_]?)caption|(?:photo|image)-?credit/i;
const COMMENTS = /(?:^|\s)comments(?:\s|$)|(?:^|\s)comments-|comment-?list|comments?-section|disqus/i;
const RELATED = /related|recirc|read-?more|newsletter|promo|outbrain|taboola|most-(?:read|popular)|author-?(?:bio|box|card)|about-?(?:the-?)?author/i;
/** What asks for a subscription is called so, and so is what one has to pay for: only the one has something to press. */
const OFFER = /pay-?wall|reg-?wall|barrier|subscri|sign-?up|meter/i;
const PRESSED =
  'button, form, input, [role="button"], a[href*="subscri" i], a[href*="login" i], a[href*="signin" i], a[href*="register" i], a[href*="account" i]';
/** Longer ones, in UTF-16 code units, are no captions, whatever their class says. */
const LONGEST_CAPTION = 800;

/**
 * Whether an element is not the article's. One that holds most of what was found is never left out: class names lie.
 * `total` is the length of all that was found, in UTF-16 code units.
 */
export function isOutside(element: Element, total: number): boolean {
  if (element.matches(NEVER)) return true;
  const length = () => element.textContent?.length ?? 0;
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (CAPTION.test(name) || element.getAttribute('itemprop') === 'caption') return length() < LONGEST_CAPTION;
  if (element.tagName === 'FIGURE') return element.querySelector('img, picture, video, audio, iframe, svg, amp-img') !== null && length() < LONGEST_CAPTION;
  if (OFFER.test(name) && element.querySelector(PRESSED) !== null) return length() < total / 2;
  return (COMMENTS.test(name) || RELATED.test(name) || element.getAttribute('itemprop') === 'comment') && length() < total / 3;
}

/** Whether the element itself, or one around it, is never the article's. */
export function isWithinOutside(element: Element): boolean {
  return element.closest(NEVER) !== null;
}

const PULL_QUOTE = 'aside, blockquote, q, figure, [class*="quote" i], [class*="callout" i], [class*="pull" i]';
const PROMOTION =
  /^(?:(?:also\s+)?read(?:\s+(?:also|more|next|on))?|related(?:\s+(?:articles?|stories|coverage|content|news|topics))?|see also|more (?:on this|from|about)\b.*|recommended|advertisement|subscribe|sign up|watch|listen|don['’]t miss|most (?:read|popular)|follow us)\b\s*(?:[:|–—-]|$)/i;
const SHORT = 40;
/** Labels of what is no text: players, gaps left for advertisements. */
const LABEL = /^(?:listen to (?:this|the) (?:article|story)\b|(?:story|article|text) continues (?:below|after)\b|(?:advertisement|sponsored)\b)/i;
const LONGEST_LABEL = 80;
/** Links that lead away from the article, and are said to. */
const AWAY = /^(?:share|subscribe|sign up|log in|leave a comment|view comments|join the (?:discussion|conversation)|more (?:about|from|by)|follow)\b/i;
const CARD_PARTS = 'h1, h2, h3, h4, h5, h6, p, div';
const BUTTON = '[role="button"], [class~="button" i], [class~="btn" i], [class~="cta" i]';
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
    if ((LABEL.test(text) && text.length < LONGEST_LABEL) || leadsAway(block, isLink)) return false;
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

/** Whether the block is a teaser of something else, a button, or a note on who has written. */
function leadsAway({ nodes, element }: PageBlock, isLink: boolean): boolean {
  const links = new Set(nodes.flatMap((node) => node?.parentElement?.closest('a') ?? []));
  if (!isLink) return [...links].some((link) => /^more (?:about|from|by)\b/i.test(link.textContent?.trim() ?? '') && isLast(link, element));
  // A link around a heading or a paragraph is a card.
  return [...links].every((link) => link.querySelector(CARD_PARTS) !== null || link.matches(BUTTON) || AWAY.test(link.textContent?.trim() ?? ''));
}

/** Whether no words of the block follow the link. */
function isLast(link: Element, element: Element): boolean {
  return (element.textContent ?? '').trim().endsWith((link.textContent ?? '').trim());
}

function isInLink(node: Text | null, within: Element): boolean {
  const link = node?.parentElement?.closest('a');
  return link !== null && link !== undefined && (within.contains(link) || link.contains(within));
}
