/**
 * The address that a page calls its own, where that can be trusted: unrelated articles have been taken for one because a whole site
 * named its front page, or another site, or nothing.
 */

/** Front pages: the root, a language's root, an index. */
const FRONT = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|home|default)(?:\.\w+)?)?\/?$/i;

/** The canonical address; undefined where it is missing, empty, a front page, of another site, or where the page names several. */
export function canonicalUrl(document: Document): string | undefined {
  const page = URL.parse(document.URL || document.baseURI);
  if (!page) return undefined;
  const links = [...document.querySelectorAll('link[rel~="canonical" i]')].map((link) => link.getAttribute('href')?.trim() ?? '');
  const hrefs = links.length > 0 ? links : [document.querySelector('meta[property="og:url" i]')?.getAttribute('content')?.trim() ?? ''];
  const trusted = new Set(hrefs.map((href) => trustedUrl(href, document.baseURI, page)));
  return trusted.size === 1 ? [...trusted][0] : undefined;
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
