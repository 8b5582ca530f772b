/**
 * Why a page carries no marks: one honest reason out of what is known of the tab, its page and the reader's choices. Knows no browser
 * and no words; popup and sidebar say it.
 */

import { own } from './named.ts';
import type { PageState } from './page-state.ts';
import { isAnnotated, isMarked, pageKey, type Settings } from './settings.ts';
import type { Statement } from './statement.ts';

export interface PageFacts {
  /** The tab's address; undefined where the browser does not tell it. */
  readonly url: string | undefined;
  /** MIME type of what the tab shows, where it could be asked. */
  readonly contentType?: string | undefined;
  /** Whether the reader has granted this site, so that its pages are looked at by themselves. */
  readonly isGranted: boolean;
  readonly page: PageState | undefined;
  readonly settings: Settings;
  /** The article's statements as stored; undefined where none is stored, or they have not been read yet. */
  readonly statements: readonly Pick<Statement, 'kind' | 'disputeId' | 'confidence'>[] | undefined;
  /** Whether the reader has asked for this page to be read: nothing may come of it where there is no article. */
  readonly asked?: 'waiting' | 'in-vain' | undefined;
  /** How many cases are looked for. */
  readonly activeCases: number;
  /** Ids of those that are switched off. */
  readonly offCases: readonly string[];
}

export const WHYS = [
  'browser-page',
  'store-page',
  'file',
  'pdf',
  'no-case',
  'no-access',
  'not-recognised',
  'no-article',
  'reading',
  'failed',
  'not-about',
  'mentions',
  'unsure',
  'none-found',
  'left-out',
  'off-everywhere',
  'off-site',
  'off-page',
  'case-off',
  'disputes-only',
  'kinds-hidden',
  'folded',
  'gone',
] as const;
export type Why = (typeof WHYS)[number];

/** Where browsers let no extension in, whatever it has been granted. */
const STORES =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org|addons\.opera\.com|support\.mozilla\.org|accounts\.firefox\.com)(?:[/?#]|$)/i;
const PDF_ADDRESS = /^[^?#]*\.pdf(?:[?#]|$)/i;

/** The one reason why nothing is marked; undefined where something is. */
export function whyNothing(facts: PageFacts): Why | undefined {
  return whyNoPage(facts) ?? whyUnread(facts) ?? whyNoMarks(facts);
}

/** What no extension can read. */
function whyNoPage({ url, contentType, page }: PageFacts): Why | undefined {
  if (page || url === undefined) return undefined;
  if (/^file:/i.test(url)) return 'file';
  if (!/^https?:/i.test(url)) return 'browser-page';
  if (STORES.test(url)) return 'store-page';
  return contentType === 'application/pdf' || (contentType === undefined && PDF_ADDRESS.test(url)) ? 'pdf' : undefined;
}

/** What could be read, and was not, or not as an article about a case. */
function whyUnread({ isGranted, page, asked, activeCases, offCases }: PageFacts): Why | undefined {
  if (!page) {
    if (activeCases === 0) return 'no-case';
    if (asked) return asked === 'waiting' ? 'reading' : 'no-article';
    if (!isGranted) return 'no-access';
    return 'not-recognised';
  }
  if (page.status === 'failed') return 'failed';
  if (page.status === 'reading' || !page.verdict) return 'reading';
  const { status, caseId } = page.verdict;
  if (offCases.includes(caseId ?? '') && status === 'about') return undefined;
  if (status === 'no') return activeCases === 0 ? 'no-case' : 'not-about';
  return status === 'about' ? undefined : status;
}

/** An article about a case: what keeps its statements from being seen. The reader's own choices come first. */
function whyNoMarks({ page, settings, statements, offCases }: PageFacts): Why | undefined {
  if (!page) return undefined;
  if (page.statements === 0) return page.leftOut ? 'left-out' : 'none-found';
  if (!settings.everywhere) return 'off-everywhere';
  if (offCases.includes(page.verdict?.caseId ?? '')) return 'case-off';
  if (!isAnnotated(settings, page.url)) return own(settings.pages, pageKey(page.url)) === undefined ? 'off-site' : 'off-page';
  if (statements && !statements.some((statement) => isMarked(settings, statement))) {
    return statements.some((statement) => isMarked({ ...settings, density: 'everything' }, statement)) ? 'disputes-only' : 'kinds-hidden';
  }
  if (page.shown > 0) return undefined;
  return page.orphans === page.statements ? 'gone' : page.waiting === page.statements ? 'folded' : undefined;
}

/** The pattern by which the site of an address is granted; undefined for what is no site. */
export function sitePattern(url: string): string | undefined {
  const { protocol = '', hostname = '' } = URL.parse(url) ?? {};
  return /^https?:$/.test(protocol) && hostname !== '' ? `${protocol}//${hostname}/*` : undefined;
}
