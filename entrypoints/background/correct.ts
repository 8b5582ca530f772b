/** Corrections in the background: journaled, applied, and told to every tab that shows the article. */
import { browser } from 'wxt/browser';
import { askReader } from '../../messaging/client.ts';
import type { RequestOf, ResponseOf } from '../../messaging/messages.ts';
import type { Sender } from '../../messaging/server.ts';
import { readTabState, readTabStates, writeTabState } from '../../state/tab-states.ts';
import { asStatement, correctStatement, statementsOf, turnCorrection } from '../../storage/corrections.ts';
import { showBadge } from './badge.ts';
import { withStoreFor } from './with-store.ts';

/** Makes one correction. */
export async function correct({ articleId, change }: RequestOf<'statement.correct'>, sender: Sender): Promise<ResponseOf<'statement.correct'>> {
  await mustShow(articleId, sender);
  // Asked again, since the answer was not heard, it is the same correction.
  await withStoreFor(sender, () => correctStatement({ articleId, change, id: sender.requestId ?? crypto.randomUUID(), now: Date.now() }));
  await tell(articleId);
  return {};
}

/** Takes a correction back, or does it again. */
export async function turnJournal({ articleId, to }: RequestOf<'correction.turn'>, sender: Sender): Promise<ResponseOf<'correction.turn'>> {
  await mustShow(articleId, sender);
  const request = { articleId, to, id: sender.requestId ?? crypto.randomUUID(), now: Date.now() };
  const isDone = await withStoreFor(sender, () => turnCorrection(request));
  if (isDone) await tell(articleId);
  return { isDone };
}

/** A content script may correct the article of its own tab only: a page that has taken it over reaches nothing else. */
async function mustShow(articleId: string, { tabId }: Sender): Promise<void> {
  if (tabId === undefined) return;
  const shown = await readTabState(tabId);
  if (shown && shown.articleId === undefined) throw new Error(browser.i18n.getMessage('notStored'));
  if (shown?.articleId !== articleId) throw new Error('This tab does not show that article.');
}

async function tell(articleId: string): Promise<void> {
  const stored = await statementsOf(articleId);
  const [statements, words] = [stored.map(asStatement), stored.map((statement) => statement.words)];
  const tabs = (await readTabStates()).filter((state) => state.articleId === articleId);
  await Promise.all(
    tabs.map(async (state) => {
      // Until the page has painted them anew, its reader being gone or not, they wait.
      await writeTabState({ ...state, statements: statements.length, shown: 0, waiting: statements.length, orphans: 0 });
      await showBadge(state.tabId);
      await askReader(state.tabId, 'statements.changed', { statements, words }).catch(() => undefined);
    }),
  );
}
