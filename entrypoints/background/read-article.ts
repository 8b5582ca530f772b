/** The life of one article in the background: analysed, stored, answered, and its tab's state kept. */
import { browser } from 'wxt/browser';
import { analyse } from '../../analysis/analyse.ts';
import { isCutShort } from '../../analysis/cut-short.ts';
import type { RequestOf, ResponseOf } from '../../messaging/messages.ts';
import type { Sender } from '../../messaging/server.ts';
import type { Article } from '../../model/article.ts';
import type { PageState } from '../../model/page-state.ts';
import { pageKey } from '../../model/settings.ts';
import type { Statement } from '../../model/statement.ts';
import type { Verdict } from '../../model/verdict.ts';
import { readActiveCases } from '../../state/cases.ts';
import { forgetTabState, readTabState, writeTabState } from '../../state/tab-states.ts';
import { storeReading } from '../../storage/articles.ts';
import { asStatement, statementsOf } from '../../storage/corrections.ts';
import { showBadge } from './badge.ts';
import { inTurn } from './in-turn.ts';
import { tagger } from './tagger.ts';
import { StoreUnusableError, withStore } from './with-store.ts';

/** Analyses the article and, if it is about a case, stores it; what is not coverage is not stored. */
export async function readArticle(article: Article, { tabId, documentId, isPrivate }: Sender): Promise<ResponseOf<'article.read'>> {
  if (tabId === undefined) throw new Error('Only a tab has an article to read.');
  const base = { tabId, url: article.url, title: article.title, statements: 0, shown: 0, waiting: 0, orphans: 0, ...(documentId ? { documentId } : {}) };
  const before = await readTabState(tabId);
  try {
    const { verdict, attributions, statements: analysed } = analyse(article, await readActiveCases(), await tagger());
    return await inTurn(async () => {
      // Asked for now, and not before the analysis: the reader may have deleted the article meanwhile.
      const isDeleted = wasDeleted(before, base) ?? wasDeleted(await readTabState(tabId), base);
      const isKept = !isPrivate && !isDeleted;
      const { articleId, statements } = isKept ? await stored(article, verdict, analysed) : { statements: analysed };
      await updateUnlessLeft(before, {
        ...base,
        ...(isDeleted ? { isDeleted } : {}),
        status: 'read',
        verdict,
        ...(articleId === undefined ? {} : { articleId }),
        statements: statements.length,
        waiting: statements.length,
        ...(verdict.status === 'about' ? { leftOut: Math.max(0, attributions.length - analysed.length) } : {}),
      });
      return { verdict, statements: [...statements], ...(articleId === undefined ? {} : { articleId }) };
    });
  } catch (error) {
    const isDeleted = wasDeleted(before, base) ?? wasDeleted(await readTabState(tabId), base);
    const problem = error instanceof Error ? error.message : String(error);
    await updateUnlessLeft(before, { ...base, ...(isDeleted ? { isDeleted } : {}), status: 'failed', problem });
    throw error;
  }
}

/** Whether the reader has deleted the article of this page, which is still the one that was read then, and has not been loaded anew. */
function wasDeleted(before: PageState | undefined, { url, documentId }: Pick<PageState, 'url' | 'documentId'>): true | undefined {
  return before?.isDeleted && before.documentId === documentId && pageKey(before.url) === pageKey(url) ? true : undefined;
}

/** The reader wants the page read and stored, whatever was deleted before. */
export async function wantAgain(tabId: number): Promise<void> {
  const state = await readTabState(tabId);
  if (!state?.isDeleted) return;
  const { isDeleted: _, ...rest } = state;
  await writeTabState(rest);
}

/** Stores what is about a case. Where the store cannot be had the page is marked all the same: the reader is told by the store's state. */
async function stored(article: Article, verdict: Verdict, statements: readonly Statement[]): Promise<{ articleId?: string; statements: readonly Statement[] }> {
  const { caseId } = verdict;
  if (verdict.status !== 'about' || caseId === undefined) return { statements };
  try {
    return await withStore(async () => {
      const articleId = await storeReading({ article, caseId, verdict, statements, isCutShort: isCutShort(article), readAt: Date.now() });
      return { articleId, statements: (await statementsOf(articleId)).map(asStatement) };
    });
  } catch (error) {
    if (error instanceof StoreUnusableError) return { statements };
    throw error;
  }
}

/** The reader has given the page up: said wherever the tab's state is shown. */
export async function recordUnread(tabId: number, { url, title, reason }: RequestOf<'page.unread'>): Promise<void> {
  const problem = browser.i18n.getMessage(`gaveUp_${reason.replaceAll('-', '_')}` as 'gaveUp_too_deep');
  await recordProblem(tabId, { url, title }, problem);
}

/** The page could not be read, and why, in words for the reader. */
export async function recordProblem(tabId: number, { url, title }: Pick<PageState, 'url' | 'title'>, problem: string): Promise<void> {
  await update({ tabId, url, title, status: 'failed', problem, statements: 0, shown: 0, waiting: 0, orphans: 0 });
}

/** Keeps what of the article stands on its page. Counts that do not add up are of a reading that is no longer the last, or of a page that was left. */
export async function recordPainted(
  tabId: number,
  { shown, waiting, orphans, trouble }: RequestOf<'page.painted'>,
  { documentId }: Pick<Sender, 'documentId'>,
): Promise<void> {
  const state = await readTabState(tabId);
  if (!state || state.documentId !== documentId || shown + waiting + orphans !== state.statements) return;
  const { trouble: _, ...rest } = state;
  await update({ ...rest, shown, waiting, orphans, ...(trouble ? { trouble } : {}) });
}

/** The tab shows another page now than the one with this address; a page that says so itself speaks for no other. */
export async function forgetPage(tabId: number, address?: string, documentId?: string): Promise<void> {
  const state = await readTabState(tabId);
  if (!state || (address !== undefined && pageKey(address) !== pageKey(state.url))) return;
  if (documentId !== undefined && state.documentId !== undefined && state.documentId !== documentId) return;
  await forgetTabState(tabId);
  await showBadge(tabId);
}

/** The tab is loading something. An address that differs in its fragment alone is still the same page; a reload names none. */
export async function leavePage(tabId: number, url: string | undefined): Promise<void> {
  const state = await readTabState(tabId);
  if (!state || (url !== undefined && pageKey(url) === pageKey(state.url))) return;
  await forgetPage(tabId);
}

/** Keeps what a page is now, unless another one has been read in its tab since: then it has been left, and this comes late. */
async function updateUnlessLeft(before: PageState | undefined, state: PageState): Promise<void> {
  const now = await readTabState(state.tabId);
  const isLeft = now !== undefined && now.documentId !== state.documentId && now.documentId !== before?.documentId;
  if (!isLeft) await update(state);
}

async function update(state: PageState): Promise<void> {
  await writeTabState(state);
  await showBadge(state.tabId);
}
