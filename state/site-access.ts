/**
 * On which sites the extension may read, for the pages that ask the reader: the browser's own permissions are the truth, and only the
 * list of outlets that the reader would grant is stored. Requests must be made in the very turn of a click, with nothing awaited before.
 */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { ALL_SITES, domainOf, MAX_OUTLETS, originsOfDomain, patternsOf, type SiteAccess, siteAccessOf, webOrigins } from '../model/site-access.ts';
import DEFAULT_OUTLETS from './default-outlets.json' with { type: 'json' };

const KEY = 'outlets';

const OutletsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(253))),
  v.maxLength(MAX_OUTLETS),
  v.transform((domains) => domains.flatMap((domain) => domainOf(domain) ?? [])),
);

function outletsFrom(raw: unknown): readonly string[] {
  const parsed = v.safeParse(OutletsSchema, raw);
  return parsed.success ? parsed.output : DEFAULT_OUTLETS;
}

/** Match patterns of the web that are granted now, in no order. */
export async function grantedOrigins(): Promise<string[]> {
  return webOrigins((await browser.permissions.getAll()).origins ?? []);
}

/** What is granted now, and the reader's list (the list that ships with the extension until it is changed). */
export async function readSiteAccess(): Promise<SiteAccess> {
  const [origins, stored] = await Promise.all([grantedOrigins(), browser.storage.local.get(KEY)]);
  return siteAccessOf(origins, outletsFrom(stored[KEY]));
}

/** Calls back whenever something is granted or revoked, here or in the browser's own settings, or the list changes, until the returned function is called. */
export function watchSiteAccess(onChange: (access: SiteAccess) => void): () => void {
  const tell = () => void readSiteAccess().then(onChange);
  const onStored = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    if (area === 'local' && changes[KEY]) tell();
  };
  browser.permissions.onAdded.addListener(tell);
  browser.permissions.onRemoved.addListener(tell);
  browser.storage.onChanged.addListener(onStored);
  return () => {
    browser.permissions.onAdded.removeListener(tell);
    browser.permissions.onRemoved.removeListener(tell);
    browser.storage.onChanged.removeListener(onStored);
  };
}

/** Keeps the reader's list; what is no domain is left out. The background's alone to call: pages send `outlets.set`. Grants nothing. */
export async function writeOutlets(domains: readonly string[]): Promise<void> {
  const kept = [...new Set(domains.flatMap((domain) => domainOf(domain) ?? []))].sort().slice(0, MAX_OUTLETS);
  await browser.storage.local.set({ [KEY]: kept });
}

/** Asks for all sites. Resolves to whether they are granted. */
export function requestAllSites(): Promise<boolean> {
  return browser.permissions.request({ origins: [...ALL_SITES] });
}

/**
 * Asks for just these domains, and gives back every other site, *all sites* too. Resolves to whether they are granted; where a browser wants a
 * second click for that, it is false and nothing is granted.
 */
export async function requestOutlets(domains: readonly string[]): Promise<boolean> {
  const origins = domains.flatMap((text) => {
    const domain = domainOf(text);
    return domain === undefined ? [] : patternsOf(domain);
  });
  if (origins.length === 0) {
    await chooseOnClick();
    return false;
  }
  // In this very turn: browsers show their question for a gesture only.
  if (!(await browser.permissions.request({ origins }))) return false;
  const kept = new Set(origins);
  await giveBack((await grantedOrigins()).filter((origin) => !kept.has(origin)));
  // Where all sites were granted, the request before added nothing.
  if (await browser.permissions.contains({ origins })) return true;
  return browser.permissions.request({ origins }).catch(() => false);
}

/** Asks for one more domain, that of an address or a name; gives nothing back. Resolves to whether it is granted. */
export function requestSite(address: string): Promise<boolean> {
  const domain = domainOf(address);
  return domain === undefined ? Promise.resolve(false) : browser.permissions.request({ origins: patternsOf(domain) });
}

/** Gives back a domain with its subdomains; what *all sites* grants of it stays. */
export async function giveBackSite(domain: string): Promise<void> {
  await giveBack(originsOfDomain(await grantedOrigins(), domain));
}

/** Gives back every site: from now on a page is read when the reader asks for it. */
export async function chooseOnClick(): Promise<void> {
  await giveBack(await grantedOrigins());
}

async function giveBack(origins: readonly string[]): Promise<void> {
  // What was granted at install (in the build for tests) cannot be given back.
  const fixed: readonly string[] = browser.runtime.getManifest().host_permissions ?? [];
  const free = origins.filter((origin) => !fixed.includes(origin));
  if (free.length > 0) await browser.permissions.remove({ origins: free });
}
