/**
 * Where an opened sidebar is to go: written by the background when a link on the page leads there, read and watched by the sidebar.
 */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';

const KEY = 'sidebar-target';
/** A target older than this, in ms, was for a sidebar that is open already or never opened. */
const FRESH_MS = 10_000;

/** `at`: milliseconds since 1970, so that the same event asked for twice is two targets. */
const TargetSchema = v.strictObject({ tabId: v.number(), eventId: v.string(), at: v.number() });
export type SidebarTarget = v.InferOutput<typeof TargetSchema>;

function targetFrom(raw: unknown): SidebarTarget | undefined {
  const parsed = v.safeParse(TargetSchema, raw);
  return parsed.success ? parsed.output : undefined;
}

export async function writeSidebarTarget(target: SidebarTarget): Promise<void> {
  await browser.storage.session.set({ [KEY]: target });
}

/** The target, if it was set a moment ago. `now` in ms since 1970. */
export async function readSidebarTarget(now: number): Promise<SidebarTarget | undefined> {
  const target = targetFrom((await browser.storage.session.get(KEY))[KEY]);
  return target && now - target.at < FRESH_MS ? target : undefined;
}

/** Calls back with each new target, until the returned function is called. */
export function watchSidebarTarget(onTarget: (target: SidebarTarget) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    const target = area === 'session' && changes[KEY] ? targetFrom(changes[KEY].newValue) : undefined;
    if (target) onTarget(target);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
