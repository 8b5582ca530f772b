/**
 * The gate: runs on every page and says for which cases it may hold coverage. Cheap, and generous: the recogniser decides later.
 * A page passes where a name of each side stands in it. Must not import anything that is not a type: this is all that most pages load.
 */
import type { Recognition } from '../model/case-file.ts';

/** What the gate needs of a case's recognition terms. */
export type GateTerms = Pick<Recognition, 'caseId' | 'plaintiff' | 'defendant'>;

/** With this much text in paragraphs, in UTF-16 code units, they are the article; with less, the page is built of something else. */
const ENOUGH_IN_PARAGRAPHS = 1_500;
/** Longest text that is looked through where a whole body is. */
const LONGEST_BODY = 1_000_000;
const HEAD = 'meta[name="description"],meta[property="og:title"],meta[property="og:description"],meta[name="twitter:title"]';
const WORD = /[\p{L}\p{N}_]/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
/** Scripts that write words without a space between them. */
const JOINED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/**
 * Ids of the cases that the page may be about, in the order given; none for frames, editors and anything but HTML.
 * Looks at the head and the paragraphs, and at the whole body (which is mostly scripts and menus, and ten times dearer)
 * only where those leave it open.
 */
export function gatePage(page: Document, recognitions: readonly GateTerms[]): string[] {
  if (!isReadable(page)) return [];
  const head = headOf(page);
  const paragraphs = paragraphsOf(page);
  let body: string | undefined;
  const standsInBody = (needle: string) => {
    body ??= (page.body?.textContent ?? '').slice(0, LONGEST_BODY);
    return hasWord(body, needle);
  };
  const isNamed = (needles: readonly string[]) => needles.some((needle) => hasWord(head, needle));
  const stands = (needles: readonly string[]) => isNamed(needles) || needles.some((needle) => hasWord(paragraphs, needle));
  const isCandidate = (terms: GateTerms) => {
    const sides = needlesOf(terms);
    if (sides.every(stands)) return true;
    const isOpen = paragraphs.length < ENOUGH_IN_PARAGRAPHS || sides.some(isNamed);
    return isOpen && sides.every((needles) => stands(needles) || needles.some(standsInBody));
  };
  return recognitions.filter(isCandidate).map(({ caseId }) => caseId);
}

function isReadable(page: Document): boolean {
  const view = page.defaultView;
  const isTop = view === null || view === view.top;
  return isTop && /^(text\/html|application\/xhtml\+xml)$/.test(page.contentType) && page.designMode !== 'on' && !page.body?.isContentEditable;
}

/** What the page says of itself: title, description, and what it tells search engines (often a whole paid article). */
function headOf(page: Document): string {
  const parts = [page.title];
  for (const meta of page.head?.querySelectorAll<HTMLMetaElement>(HEAD) ?? []) parts.push(meta.content);
  for (const script of page.scripts) if (script.type === 'application/ld+json') parts.push(script.textContent);
  return parts.join('\n');
}

function paragraphsOf(page: Document): string {
  const parts: string[] = [];
  for (const tag of ['h1', 'p']) for (const element of page.getElementsByTagName(tag)) parts.push(element.textContent ?? '');
  return parts.join('\n');
}

const needles = new WeakMap<GateTerms, [defendant: string[], plaintiff: string[]]>();

/** The strings to look for, the rarer side first: every news page says "WhatsApp" somewhere, on a button if nowhere else. */
function needlesOf(terms: GateTerms): [defendant: string[], plaintiff: string[]] {
  const known = needles.get(terms);
  if (known) return known;
  const made: [string[], string[]] = [spellings(terms.defendant), spellings(terms.plaintiff)];
  needles.set(terms, made);
  return made;
}

/**
 * Ways in which the terms are written, so that the page's text need not be folded: as given, in capitals, and for terms
 * without fixed case also small and as in a headline. A term that holds another one as a whole word adds nothing.
 */
function spellings(terms: GateTerms['plaintiff']): string[] {
  const all = terms.flatMap(({ term, isCased }) => {
    const always = [term, term.toUpperCase()];
    return isCased ? always : [...always, term.toLowerCase(), term.replace(/(^|[\s-])(\p{Ll})/gu, (_, gap, letter) => gap + letter.toUpperCase())];
  });
  const shortest = [...new Set(all)].sort((a, b) => a.length - b.length);
  return shortest.filter((needle, at) => !shortest.slice(0, at).some((shorter) => hasWord(needle, shorter)));
}

/**
 * Whether the needle stands in the text as a word of its own ("NSO", not "SPONSORED"). A new capital is a border too, since
 * `textContent` joins blocks without a space ("said.NSO", "GroupThe", "NSOThe").
 */
function hasWord(text: string, needle: string): boolean {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (isBorder(text, at) && isBorder(text, end)) return true;
  }
  return false;
}

/** Whether a word may end, and another begin, at this place. */
function isBorder(text: string, at: number): boolean {
  const left = text[at - 1];
  const right = text[at];
  if (left === undefined || right === undefined || !WORD.test(left) || !WORD.test(right) || JOINED.test(left) || JOINED.test(right)) return true;
  return UPPER.test(right) && (LOWER.test(left) || LOWER.test(text[at + 1] ?? ''));
}
