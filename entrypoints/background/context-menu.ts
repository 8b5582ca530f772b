/** The context menu: have a page read, open the sidebar, add what is selected as a statement. */
import { type Browser, browser } from 'wxt/browser';
import { askReader } from '../../messaging/client.ts';
import { STATEMENT_KINDS, type StatementKind } from '../../model/statement.ts';
import { writeSidebarTarget } from '../../state/sidebar-state.ts';
import { readTabState } from '../../state/tab-states.ts';
import { statementsOf } from '../../storage/corrections.ts';
import { correct } from './correct.ts';
import { injectReader } from './inject-reader.ts';
import { recordProblem, wantAgain } from './read-article.ts';
import { openSidebar } from './sidebar.ts';

const READ = 'read-page';
const SIDEBAR = 'open-sidebar';
const OPTIONS = 'options';
const ADD = 'add';
const WEB = ['http://*/*', 'https://*/*'];

/** Puts the entries in place of those of an earlier version. To be called when the extension is installed or updated. */
export async function makeContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  const text = (key: string) => browser.i18n.getMessage(key as 'extensionName');
  const add = (properties: Browser.contextMenus.CreateProperties) => browser.contextMenus.create(properties);
  add({ id: READ, title: text('menuReadPage'), contexts: ['page', 'action'], documentUrlPatterns: WEB });
  add({ id: SIDEBAR, title: text('openSidebar'), contexts: ['page', 'action'] });
  // Chromium has its own entry for the options there.
  if (import.meta.env.FIREFOX) add({ id: OPTIONS, title: text('options'), contexts: ['action'] });
  add({ id: ADD, title: text('menuAddStatement'), contexts: ['selection'], documentUrlPatterns: WEB });
  for (const kind of STATEMENT_KINDS) {
    add({ id: `${ADD}:${kind}`, parentId: ADD, title: text(`kind_${kind.replace('-', '_')}`), contexts: ['selection'], documentUrlPatterns: WEB });
  }
}

export function onMenu({ menuItemId }: Pick<Browser.contextMenus.OnClickData, 'menuItemId'>, tab?: Browser.tabs.Tab): void {
  const kind = STATEMENT_KINDS.find((each) => menuItemId === `${ADD}:${each}`);
  // At once, before anything is awaited: the click counts as a gesture for this turn only.
  if (menuItemId === SIDEBAR || kind) void openSidebar(tab?.id).catch(() => undefined);
  if (tab?.id === undefined) return;
  if (menuItemId === READ) void readPage(tab.id, tab);
  if (menuItemId === OPTIONS) void browser.runtime.openOptionsPage();
  if (kind) void addSelected(tab.id, kind).catch(() => undefined);
}

async function readPage(tabId: number, { url = '', title = '' }: Browser.tabs.Tab): Promise<void> {
  await wantAgain(tabId);
  await injectReader(tabId).catch((error: unknown) => recordProblem(tabId, { url, title }, error instanceof Error ? error.message : String(error)));
}

/** Adds the selected words, and has the sidebar show the new statement, where its speaker can be told. */
async function addSelected(tabId: number, kind: StatementKind): Promise<void> {
  const articleId = (await readTabState(tabId))?.articleId;
  // Where no article is stored the sidebar, now open, says why.
  if (articleId === undefined) return;
  const { quote } = await askReader(tabId, 'selection.read', {});
  if (!quote) {
    await writeSidebarTarget({ tabId, at: Date.now(), isNothingSelected: true });
    return;
  }
  await correct({ articleId, change: { type: 'add', quote, kind, speaker: { status: 'unresolved' } } }, { isPrivate: false });
  const added = (await statementsOf(articleId)).find(({ words, kind: of }) => words === quote.exact && of === kind);
  if (added) await writeSidebarTarget({ tabId, at: Date.now(), statementId: added.id });
}
