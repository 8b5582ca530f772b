/**
 * Other articles on an article's page: where scrolling goes on without end, the next story stands under this one, as whole as this one,
 * and often longer. Found by their headlines. Only reads the page.
 */

/** A story has at least this much text of its own, in UTF-16 code units; less is a teaser or a heading. */
const STORY = 300;
/** Shorter headings are names of sections. */
const HEADLINE = 12;
const ARTICLE = 'article, [role="article"], [itemtype*="Article"], [itemtype*="Posting"]';
/** What a story has for itself, and a section of one has not. */
const OWN = `${ARTICLE}, time, [rel~="author"], [itemprop~="author"], [class*="byline" i], [class*="author" i], [class*="dateline" i]`;

/** Elements that hold other stories than the one with this title; none where the page's one story is in parts that have headings too. */
export function otherArticles(title: Element | undefined): Element[] {
  if (!title) return [];
  const others = new Set<Element>();
  const own = title.closest(ARTICLE);
  const headings = [...title.ownerDocument.querySelectorAll('h1, h2')];
  // Titles are often said a second time, in a bar that stays in view.
  const same = headings.filter((heading) => wordsOf(heading) === wordsOf(title));
  for (const heading of headings) {
    if (same.includes(heading) || wordsOf(heading).length < HEADLINE || title.contains(heading)) continue;
    const [branch, titleBranch] = branches(heading, title);
    if (!titleBranch || others.has(branch) || same.some((each) => branch.contains(each))) continue;
    // A second-level heading is a headline only where both stories are marked as such.
    const around = heading.closest(ARTICLE);
    const isHeadline = heading.tagName === 'H1' || (own !== null && around !== null && !around.contains(own) && !own.contains(around));
    if (isHeadline && isStory(branch) && proseIn(titleBranch) >= STORY) others.add(branch);
  }
  return [...others];
}

function wordsOf(heading: Element): string {
  return (heading.textContent ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Paragraphs and divisions without further ones in them; shorter ones are menus and labels. */
const LEAF = ':is(p, div):not(:has(p, div))';
const SENTENCE = 120;
/** Bars at the top of a page, which may say its title; no story stands in them. */
const BAR = 'header, nav, [role="banner"], [role="navigation"]';

/** How much of an element is told in paragraphs, in UTF-16 code units: bars and menus tell nothing. */
function proseIn(element: Element): number {
  if (element.matches(BAR)) return 0;
  let sum = 0;
  for (const { textContent } of element.querySelectorAll(LEAF)) if ((textContent?.trim().length ?? 0) >= SENTENCE) sum += textContent?.length ?? 0;
  return sum;
}

function isStory(branch: Element): boolean {
  return (branch.textContent ?? '').length >= STORY && (branch.matches(OWN) || branch.querySelector(OWN) !== null);
}

/** The two elements, side by side, that hold the one heading and the other. */
function branches(heading: Element, title: Element): [Element, Element | undefined] {
  let branch = heading;
  while (branch.parentElement && !branch.parentElement.contains(title)) branch = branch.parentElement;
  const titleBranch = [...(branch.parentElement?.children ?? [])].find((child) => child.contains(title));
  return [branch, titleBranch];
}
