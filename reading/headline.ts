/** Title and standfirst on the page: the heading that says what the metadata says, and the summary that stands under it. */
import { isWithinOutside } from './outside.ts';
import { blockOf, type PageBlock } from './page-blocks.ts';

const HEADLINE = 'h1, h2, [itemprop~="headline"], [class*="headline" i]';
const STANDFIRST =
  '[class*="standfirst" i], [class*="subtitle" i], [class*="sub-title" i], [class*="subhead" i], [class*="dek" i], [class*="perex" i], ' +
  '[itemprop="alternativeHeadline"], [class*="strapline" i], [class*="article-summary" i], [data-testid*="standfirst" i]';
const LONGEST_STANDFIRST = 600;
/** Shorter headings are names of sections. */
const SHORTEST_PART = 12;

/** The element that shows the title; the only first-level heading where none says what the metadata says. */
export function findTitle(document: Document, title: string): Element | undefined {
  const wanted = plain(title);
  const headings = [...document.querySelectorAll(HEADLINE)].filter((element) => element.textContent?.trim() && !element.closest('nav, footer, aside'));
  const said = headings.map((element) => ({ element, text: plain(element.textContent ?? ''), isFirst: element.tagName === 'H1' }));
  const same =
    said.find(({ text, isFirst }) => isFirst && text === wanted) ??
    said.find(({ text }) => text === wanted) ??
    said.find(({ text, isFirst }) => isFirst && text.length > SHORTEST_PART && (wanted.includes(text) || text.includes(wanted)));
  const first = said.filter(({ isFirst }) => isFirst);
  return same?.element ?? (first.length === 1 ? first[0]?.element : undefined);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** The body with its standfirst first: found between title and body where Readability left it out, or known as one where it did not. */
export function withStandfirst(document: Document, title: Element | undefined, body: readonly PageBlock[]): readonly PageBlock[] {
  const [first, ...rest] = body;
  if (!title || !first) return body;
  if (first.kind === 'paragraph' && first.element.closest(STANDFIRST) && follows(title, first.element)) return [{ ...first, kind: 'standfirst' }, ...rest];
  const element = [...document.querySelectorAll(STANDFIRST)].find(
    (each) =>
      follows(title, each) && follows(each, first.element) && !each.contains(first.element) && !isWithinOutside(each) && isSentence(each.textContent ?? ''),
  );
  return element ? [blockOf('standfirst', element), ...body] : body;
}

function follows(earlier: Element, later: Element): boolean {
  return Boolean(earlier.compareDocumentPosition(later) & 4); // DOCUMENT_POSITION_FOLLOWING
}

function isSentence(text: string): boolean {
  return /\S{3,}\s+\S/.test(text) && text.length < LONGEST_STANDFIRST;
}
