/**
 * What a content script may do: act for its own tab and the page in it, on pages of the web that the browser still lets us into. A page
 * that has taken its script over reaches nothing else. Knows nothing of what the messages do.
 */
import { browser } from 'wxt/browser';
import type { BackgroundMessage, RequestOf, ResponseOf } from '../../messaging/messages.ts';
import type { BackgroundHandlers, Sender } from '../../messaging/server.ts';
import { mayNameOwn } from '../../model/own-address.ts';
import { readTabState } from '../../state/tab-states.ts';

type TabSender = Sender & { readonly tabId: number };
/** Throws, or rejects, where the message is not the tab's to send. */
type Checks = { readonly [M in BackgroundMessage]?: (body: RequestOf<M>, sender: TabSender) => void | Promise<void> };
type AnyHandler = (body: RequestOf<BackgroundMessage>, sender: Sender) => Promise<ResponseOf<BackgroundMessage>>;

const CHECKS: Checks = {
  'article.read': ({ article }, sender) => {
    mustBeOwnPage(article.url, sender);
    const { url, canonicalUrl } = article;
    // What is stored under that address is replaced: a stranger's would be.
    if (canonicalUrl !== undefined && !mayNameOwn(url, canonicalUrl)) throw new Error('A page speaks for its own address only.');
    return mustBeOpen(sender);
  },
  'page.unread': ({ url }, sender) => mustBeOwnPage(url, sender),
  'page.left': ({ url }, sender) => mustBeOwnPage(url, sender),
  // In this very turn: opening the sidebar must not lose the reader's gesture.
  'sidebar.open': ({ tabId }, sender) => {
    if (tabId !== undefined && tabId !== sender.tabId) throw new Error('A page opens the sidebar beside its own tab only.');
  },
  'statement.record': async ({ caseId }, { tabId }) => {
    if ((await readTabState(tabId))?.verdict?.caseId !== caseId) throw new Error('The page in this tab is not about that case.');
  },
};

/** The handlers, each behind its check where a content script asks; what the extension's own pages ask passes. */
export function ownTabOnly(handlers: BackgroundHandlers): BackgroundHandlers {
  const guarded = (message: BackgroundMessage): AnyHandler => {
    const handle = handlers[message] as AnyHandler;
    const check = CHECKS[message] as ((body: unknown, sender: TabSender) => void | Promise<void>) | undefined;
    return (body, sender) => {
      const checking = sender.tabId === undefined ? undefined : check?.(body, { ...sender, tabId: sender.tabId });
      return checking ? checking.then(() => handle(body, sender)) : handle(body, sender);
    };
  };
  return Object.fromEntries(Object.keys(handlers).map((message) => [message, guarded(message as BackgroundMessage)])) as unknown as BackgroundHandlers;
}

/** The address a page gives itself must be of the web, and of the origin that the browser knows it by. */
function mustBeOwnPage(address: string, { url = '' }: Sender): void {
  const said = URL.parse(address);
  if (!said || !/^https?:$/.test(said.protocol) || said.origin !== URL.parse(url)?.origin) throw new Error('A page speaks for its own address only.');
}

/** Nothing is taken from a site whose permission has been withdrawn meanwhile. */
async function mustBeOpen({ tabId }: TabSender): Promise<void> {
  if (!(await mayEnter(tabId))) throw new Error('The browser does not let extensions read this page.');
}

/**
 * Whether the browser lets us into the page in a tab just now: granted for its site, or for this tab by a click. The address is told to those
 * alone. (To enter and see would wait without end in Chromium, until the reader clicks, where a site has been withdrawn.)
 */
export async function mayEnter(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).url !== undefined;
  } catch {
    return false;
  }
}
