/**
 * The address that a page calls its own, where that can be trusted: unrelated articles have been taken for one because a whole site
 * named its front page, or another site, or nothing.
 */

/** Front pages: the root, a language's root, an index. */
const FRONT = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|home|default)(?:\.\w+)?)?\/?$/i;

const LONGEST_NAMED = 1_000;

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
  if (!url || !/^https?:$/.test(url.protocol) || siteName(url.hostname) !== siteName(page.hostname)) return undefined;
  if (FRONT.test(url.pathname) && url.search === '') return undefined;
  url.hash = '';
  return url.href;
}

/** The part of a host name that its subdomains share, near enough: the last two labels, three where the second is short ("co.uk"). */
function siteName(host: string): string {
  const labels = host.split('.');
  const isCountryPair = labels.length > 2 && (labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 0) <= 3;
  return labels.slice(isCountryPair ? -3 : -2).join('.');
}
