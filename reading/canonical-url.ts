/**
 * The address that a page calls its own, where that can be trusted: unrelated articles have been taken for one because a whole site
 * named its front page, or another site, or nothing.
 */
import { mayNameOwn } from '../model/own-address.ts';

/** Front pages: the root, a language's root, an index. */
const FRONT = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|home|default)(?:\.\w+)?)?\/?$/i;

const LONGEST_NAMED = 1_000;
/** In UTF-16 code units; a longer address is no article's. */
const LONGEST = 4_000;

/** The canonical address; undefined where it is missing, empty, a front page, of another site, or where the page names several. */
export function canonicalUrl(document: Document): string | undefined {
  return canonicalUrls(document).trusted;
}

/** The canonical address, or the one that the page names and that is not to be believed. */
export function canonicalUrls(document: Document): { readonly trusted?: string; readonly distrusted?: string } {
  const page = URL.parse(document.URL || document.baseURI);
  if (!page) return {};
  const links = [...document.querySelectorAll('link[rel~="canonical" i]')].map((link) => link.getAttribute('href')?.trim() ?? '');
  const hrefs = links.length > 0 ? links : [document.querySelector('meta[property="og:url" i]')?.getAttribute('content')?.trim() ?? ''];
  const trusted = new Set(hrefs.map((href) => trustedUrl(href, document.baseURI, page)));
  const [only] = trusted;
  if (trusted.size === 1 && only !== undefined) return { trusted: only };
  const named = hrefs.filter((href) => href !== '').join(' ');
  return named === '' ? {} : { distrusted: named.slice(0, LONGEST_NAMED) };
}

function trustedUrl(href: string, base: string, page: URL): string | undefined {
  const url = href === '' ? null : (URL.parse(href, base) ?? URL.parse(href));
  if (!url || url.href.length > LONGEST || !mayNameOwn(page.href, url.href)) return undefined;
  if (FRONT.test(url.pathname) && url.search === '') return undefined;
  url.hash = '';
  return url.href;
}
