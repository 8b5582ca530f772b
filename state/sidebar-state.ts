/**
 * What pages tell the sidebar, for as long as the browser runs: the passage that is read just now, and what the sidebar was asked to
 * show. Only the background writes.
 */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { type SidebarTarget, SidebarTargetSchema } from '../model/sidebar-target.ts';

const TARGET = 'sidebar-target';
const inView = (tabId: number) => `in-view:${tabId}`;

export async function writeSidebarTarget(target: SidebarTarget): Promise<void> {
  await browser.storage.session.set({ [TARGET]: target });
}

/** What the sidebar was last asked to show. */
export async function readSidebarTarget(): Promise<SidebarTarget | undefined> {
  return targetFrom((await browser.storage.session.get(TARGET))[TARGET]);
}

/** Notes which statement's passage is in view in a tab; undefined where none is. */
export async function writePassageInView(tabId: number, statementId: string | undefined): Promise<void> {
  if (statementId === undefined) await browser.storage.session.remove(inView(tabId));
  else await browser.storage.session.set({ [inView(tabId)]: statementId });
}

/** The statement whose passage is in view in a tab, if any. */
export async function readPassageInView(tabId: number): Promise<string | undefined> {
  const stored: unknown = (await browser.storage.session.get(inView(tabId)))[inView(tabId)];
  return typeof stored === 'string' ? stored : undefined;
}

/** Calls back on every new wish and on every change of the passage in view, until the returned function is called. */
export function watchSidebarState(onTarget: (target: SidebarTarget) => void, onPassage: (tabId: number, statementId: string | undefined) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    if (area !== 'session') return;
    const target = targetFrom(changes[TARGET]?.newValue);
    if (target) onTarget(target);
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith(inView(0).slice(0, -1))) onPassage(Number(key.slice(inView(0).length - 1)), typeof newValue === 'string' ? newValue : undefined);
    }
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

function targetFrom(raw: unknown): SidebarTarget | undefined {
  const parsed = v.safeParse(SidebarTargetSchema, raw);
  return parsed.success ? parsed.output : undefined;
}
