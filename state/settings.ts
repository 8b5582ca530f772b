/**
 * The reader's choices, kept in the extension's local key-value store, where every part may read and watch them.
 * Only the background writes. Knows nothing of what the choices do.
 */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import type { KindLook } from '../model/look.ts';
import {
  DEFAULT_SETTINGS,
  type Density,
  type Scope,
  type Settings,
  SettingsSchema,
  siteOf,
  withChoice,
  withKind,
  withLook,
  withoutPage,
  withoutSite,
} from '../model/settings.ts';
import type { StatementKind } from '../model/statement.ts';

const KEY = 'settings';

function settingsFrom(raw: unknown): Settings {
  const parsed = v.safeParse(SettingsSchema, raw);
  return parsed.success ? parsed.output : DEFAULT_SETTINGS;
}

/** The choices as they are now; the defaults where there are none, or what is stored cannot be read. */
export async function readSettings(): Promise<Settings> {
  return settingsFrom((await browser.storage.local.get(KEY))[KEY]);
}

/** Calls back with the choices, and those before, whenever they change in any tab or window, until the returned function is called. */
export function watchSettings(onChange: (settings: Settings, before: Settings) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    if (area === 'local' && changes[KEY]) onChange(settingsFrom(changes[KEY].newValue), settingsFrom(changes[KEY].oldValue));
  };
  browser.storage.onChanged.addListener(listener);
  // A content script that an update has orphaned has no store any more, nor anything that would call it.
  return () => browser.storage?.onChanged.removeListener(listener);
}

let lastWrite: Promise<unknown> = Promise.resolve();

/** Changes one choice. Changes are made one after the other, so that none is lost. The background's alone to call. */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const write = lastWrite.then(async () => {
    const changed = change(await readSettings());
    await browser.storage.local.set({ [KEY]: changed });
    return changed;
  });
  lastWrite = write.catch(() => undefined);
  return write;
}

/** Switches annotations for a page, its site or everywhere. */
export function setAnnotated(scope: Scope, url: string, isOn: boolean): Promise<Settings> {
  return changeSettings((settings) => withChoice(settings, scope, url, isOn));
}

/** Chooses how much is marked. */
export function setDensity(density: Density): Promise<Settings> {
  return changeSettings((settings) => ({ ...settings, density }));
}

/** Switches the marks of one kind. */
export function setKindMarked(kind: StatementKind, isOn: boolean): Promise<Settings> {
  return changeSettings((settings) => withKind(settings, kind, isOn));
}

/** Chooses how a kind is drawn; undefined: as usual. */
export function setLook(kind: StatementKind, look: KindLook | undefined): Promise<Settings> {
  return changeSettings((settings) => withLook(settings, kind, look));
}

/** Forgets what was chosen for a site and its pages, or for one page. */
export function forgetChoice(scope: 'page' | 'site', url: string): Promise<Settings> {
  return changeSettings((settings) => (scope === 'site' ? withoutSite(settings, siteOf(url)) : withoutPage(settings, url)));
}
