/**
 * What the reader has chosen. Annotations are on unless switched off: everywhere, for a site, or for one page.
 */
import * as v from 'valibot';

export const SettingsSchema = v.strictObject({
  /** False: nothing is marked anywhere. */
  everywhere: v.boolean(),
  /** Host name ("news.example") → marked or not. A host that is absent is marked. */
  sites: v.record(v.string(), v.boolean()),
  /** Page key (see `pageKey`) → marked or not; says more than the site's choice. */
  pages: v.record(v.string(), v.boolean()),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = { everywhere: true, sites: {}, pages: {} };

export const SCOPES = ['page', 'site', 'everywhere'] as const;
export type Scope = (typeof SCOPES)[number];

/** The key under which choices for one page are kept: the address without its fragment. */
export function pageKey(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** The host name of an address, "" for one that has none. */
export function siteOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}

/** Whether annotations are shown on this page: everywhere off wins, then the page's own choice, then the site's. */
export function isAnnotated(settings: Settings, url: string): boolean {
  if (!settings.everywhere) return false;
  return settings.pages[pageKey(url)] ?? settings.sites[siteOf(url)] ?? true;
}

/** The settings with one choice changed. Switching a site forgets what was chosen for its pages, so that the switch is seen. */
export function withChoice(settings: Settings, scope: Scope, url: string, isOn: boolean): Settings {
  const without = (pages: Settings['pages'], keep: (key: string) => boolean) => Object.fromEntries(Object.entries(pages).filter(([key]) => keep(key)));
  if (scope === 'everywhere') return { ...settings, everywhere: isOn };
  if (scope === 'page') return { ...settings, pages: { ...settings.pages, [pageKey(url)]: isOn } };
  const site = siteOf(url);
  return { ...settings, sites: { ...settings.sites, [site]: isOn }, pages: without(settings.pages, (key) => siteOf(key) !== site) };
}
