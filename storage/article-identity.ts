/**
 * Which addresses are one article: the page's own canonical address where it can be trusted, else the address without what
 * only tracks the reader.
 */

/** Query parameters that name a campaign or a visitor, never a page. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|mc_cid|mc_eid|igshid|cmpid|ncid|ref|ref_src|smid|spm|xtor|guccounter|guce_\w+|_ga|yclid|taid|sr_share|soc_src|soc_trk|ito)$/i;

/** The address by which an article is known; throws a TypeError for what is no address. */
export function normalisedUrl(address: string): string {
  const url = new URL(address);
  url.hash = '';
  url.protocol = 'https:';
  url.hostname = url.hostname.replace(/^(www|m|mobile|amp)\./, '');
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/\/(index\.html?|amp\/?)$/i, '/').replace(/(?<=.)\/+$/, '');
  return url.href;
}

/** The id of the article at an address: the trusted canonical address if there is one, else the page's, normalised. */
export function articleIdOf({ url, canonicalUrl }: { readonly url: string; readonly canonicalUrl?: string }): string {
  return normalisedUrl(canonicalUrl ?? url);
}
