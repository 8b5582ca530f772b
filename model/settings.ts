/**
 * What the reader has chosen. Annotations are on unless switched off: everywhere, for a site, or for one page.
 */
import * as v from 'valibot';
import { type KindLook, LooksSchema } from './look.ts';
import { own, recordOf } from './named.ts';
import { STATEMENT_KINDS, type StatementKind } from './statement.ts';

export const DENSITIES = ['everything', 'disputes'] as const;
/** How much is marked: every statement, or only those about a contested point of the case. */
export type Density = (typeof DENSITIES)[number];

export const SettingsSchema = v.strictObject({
  /** False: nothing is marked anywhere. */
  everywhere: v.boolean(),
  /** Host name ("news.example") → marked or not. A host that is absent is marked. */
  sites: recordOf(v.string(), v.boolean()),
  /** Page key (see `pageKey`) → marked or not; says more than the site's choice. */
  pages: recordOf(v.string(), v.boolean()),
  /** Absent in what earlier versions stored. */
  density: v.optional(v.picklist(DENSITIES), 'everything'),
  /** Kinds that are not marked on pages. */
  hiddenKinds: v.optional(v.array(v.picklist(STATEMENT_KINDS)), []),
  /** Lines and colours where they are not the usual ones. */
  looks: v.optional(LooksSchema, {}),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = { everywhere: true, sites: {}, pages: {}, density: 'everything', hiddenKinds: [], looks: {} };

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
  return own(settings.pages, pageKey(url)) ?? own(settings.sites, siteOf(url)) ?? true;
}

/** The settings with one choice changed. Switching a site forgets what was chosen for its pages, so that the switch is seen. */
export function withChoice(settings: Settings, scope: Scope, url: string, isOn: boolean): Settings {
  const without = (pages: Settings['pages'], keep: (key: string) => boolean) => Object.fromEntries(Object.entries(pages).filter(([key]) => keep(key)));
  if (scope === 'everywhere') return { ...settings, everywhere: isOn };
  if (scope === 'page') return { ...settings, pages: { ...settings.pages, [pageKey(url)]: isOn } };
  const site = siteOf(url);
  return { ...settings, sites: { ...settings.sites, [site]: isOn }, pages: without(settings.pages, (key) => siteOf(key) !== site) };
}

/** Whether a statement is marked, where annotations are on: its kind is not hidden, and it is about a dispute if only those are wanted. */
export function isMarked({ density, hiddenKinds }: Settings, { kind, disputeId }: { readonly kind: StatementKind; readonly disputeId?: string }): boolean {
  return !hiddenKinds.includes(kind) && (density === 'everything' || disputeId !== undefined);
}

/** The settings with a kind marked or not. */
export function withKind(settings: Settings, kind: StatementKind, isOn: boolean): Settings {
  return { ...settings, hiddenKinds: STATEMENT_KINDS.filter((each) => (each === kind ? !isOn : settings.hiddenKinds.includes(each))) };
}

/** The settings with a kind drawn as chosen; undefined: as usual. */
export function withLook(settings: Settings, kind: StatementKind, look: KindLook | undefined): Settings {
  const { [kind]: _, ...others } = settings.looks;
  return { ...settings, looks: look === undefined || Object.keys(look).length === 0 ? others : { ...others, [kind]: look } };
}

/** The settings without any choice for a site or its pages: it is as every other again. */
export function withoutSite(settings: Settings, site: string): Settings {
  const { [site]: _, ...sites } = settings.sites;
  return { ...settings, sites, pages: Object.fromEntries(Object.entries(settings.pages).filter(([key]) => siteOf(key) !== site)) };
}

/** The settings without the choice for one page. */
export function withoutPage(settings: Settings, url: string): Settings {
  const { [pageKey(url)]: _, ...pages } = settings.pages;
  return { ...settings, pages };
}
