/**
 * On which sites the extension may read: what match patterns the browser has granted means, and which patterns a domain needs.
 * Pure: knows no browser, so that what it says of patterns can be tested as a table.
 */

/** What *all sites* asks for. */
export const ALL_SITES: readonly string[] = ['http://*/*', 'https://*/*'];

/** `on-click`: no site is granted; a page is read when the reader asks for it in the popup. */
export type AccessMode = 'all-sites' | 'outlets' | 'on-click';

export interface Outlet {
  /** "news.example": the domain with all its subdomains. */
  readonly domain: string;
  readonly isGranted: boolean;
}

export interface SiteAccess {
  readonly mode: AccessMode;
  /** The reader's list, and what is granted beyond it; by name. */
  readonly outlets: readonly Outlet[];
}

/** Most domains that the list may hold. */
export const MAX_OUTLETS = 500;

const DOMAIN = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/**
 * The domain that somebody means who writes an address, a host or a pattern ("https://www.news.example/a", "*.news.example"), in the
 * ASCII form of host names; undefined where it is none, or a whole top-level domain.
 */
export function domainOf(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^(?:https?|\*):\/\//i, '')
    .replace(/^\*\./, '');
  if (bare.length > 2_000 || /[\s@\\]/.test(bare)) return undefined;
  const host = URL.parse(`https://${bare}`)
    ?.hostname.replace(/\.$/, '')
    .replace(/^www\./, '');
  return host !== undefined && DOMAIN.test(host) ? host : undefined;
}

/** The match patterns that a domain and its subdomains need. Two, since browsers hold a request against one optional pattern at a time. */
export function patternsOf(domain: string): string[] {
  return [`http://*.${domain}/*`, `https://*.${domain}/*`];
}

interface Pattern {
  readonly scheme: string;
  /** `*` for every host, `*.name` for a domain with its subdomains, else one host. */
  readonly host: string;
}

function patternOf(origin: string): Pattern | undefined {
  if (origin === '<all_urls>') return { scheme: '*', host: '*' };
  const [, scheme, host] = /^(\*|https?):\/\/([^/]+)\//.exec(origin) ?? [];
  return scheme && host ? { scheme, host: host.replace(/:\d+$|:\*$/, '') } : undefined;
}

/** Those of the granted origins that are pages of the web. */
export function webOrigins(origins: readonly string[]): string[] {
  return origins.filter((origin) => patternOf(origin) !== undefined);
}

function covers({ host }: Pattern, name: string): boolean {
  if (host === '*') return true;
  const domain = host.replace(/^\*\./, '');
  return name === domain || (host.startsWith('*.') && name.endsWith(`.${domain}`));
}

/** Whether a domain itself is granted, encrypted at least. */
function isGranted(patterns: readonly Pattern[], domain: string): boolean {
  return patterns.some((pattern) => pattern.scheme !== 'http' && covers(pattern, domain));
}

/** What the browser has granted, told in the reader's terms; `wanted` is the reader's list of domains. */
export function siteAccessOf(origins: readonly string[], wanted: readonly string[]): SiteAccess {
  const patterns = origins.flatMap((origin) => patternOf(origin) ?? []);
  const isEverywhere = patterns.some(({ scheme, host }) => scheme !== 'http' && host === '*');
  const granted = patterns.filter(({ host }) => host !== '*').map(({ host }) => host.replace(/^\*\./, ''));
  const domains = [...new Set([...wanted, ...granted])].sort();
  return {
    mode: isEverywhere ? 'all-sites' : granted.length > 0 ? 'outlets' : 'on-click',
    outlets: domains.map((domain) => ({ domain, isGranted: isGranted(patterns, domain) })),
  };
}

/** Those of the granted origins that let the extension into a domain or a part of it, and nowhere else. */
export function originsOfDomain(origins: readonly string[], domain: string): string[] {
  return origins.filter((origin) => {
    const host = patternOf(origin)?.host.replace(/^\*\./, '');
    return host === domain || host?.endsWith(`.${domain}`);
  });
}
