/** The background: wires messages, commands and browser events to what answers them. Holds no state of its own. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerBackground } from '../../messaging/server.ts';
import { watchKnownCases } from '../../state/cases.ts';
import { setAnnotated, setDensity, setKindMarked, watchSettings } from '../../state/settings.ts';
import { writePassageInView } from '../../state/sidebar-state.ts';
import { forgetTabState } from '../../state/tab-states.ts';
import { deleteArticle } from '../../storage/articles.ts';
import { writeNote } from '../../storage/notes.ts';
import { refreshBadges, showBadge } from './badge.ts';
import { onCommand } from './commands.ts';
import { correct, turnCorrection } from './correct.ts';
import { prepareGate } from './gate-cases.ts';
import { injectReader } from './inject-reader.ts';
import { forgetPage, leavePage, readArticle, recordPainted, recordUnread } from './read-article.ts';
import { recordOf } from './record.ts';
import { registerGate } from './register-gate.ts';
import { openSidebarAt } from './sidebar.ts';

export default defineBackground({
  type: 'module',
  main() {
    answerBackground({
      'page.candidate': async (_body, { tabId }) => {
        if (tabId !== undefined) await injectReader(tabId);
        return {};
      },
      'page.read': async ({ tabId }) => {
        await injectReader(tabId);
        return {};
      },
      'page.left': async ({ url }, { tabId }) => {
        if (tabId !== undefined) await forgetPage(tabId, url);
        return {};
      },
      'article.read': ({ article }, sender) => readArticle(article, sender),
      'page.unread': async (unread, { tabId }) => {
        if (tabId !== undefined) await recordUnread(tabId, unread);
        return {};
      },
      'page.painted': async (counts, { tabId }) => {
        if (tabId !== undefined) await recordPainted(tabId, counts);
        return {};
      },
      'passage.seen': async ({ statementId }, { tabId }) => {
        if (tabId !== undefined) await writePassageInView(tabId, statementId);
        return {};
      },
      'sidebar.open': async ({ tabId, ...shown }, sender) => {
        await openSidebarAt(tabId ?? sender.tabId, shown);
        return {};
      },
      'statement.record': ({ caseId, question }) => recordOf(caseId, question),
      'annotations.set': async ({ scope, url, isOn }) => {
        await setAnnotated(scope, url, isOn);
        return {};
      },
      'density.set': async ({ density }) => {
        await setDensity(density);
        return {};
      },
      'kind.set': async ({ kind, isOn }) => {
        await setKindMarked(kind, isOn);
        return {};
      },
      'article.delete': async ({ articleId }) => {
        await deleteArticle(articleId);
        return {};
      },
      'note.write': async (note) => {
        await writeNote({ ...note, now: Date.now() });
        return {};
      },
      'statement.correct': correct,
      'correction.turn': turnCorrection,
    });

    browser.commands.onCommand.addListener(onCommand);
    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      await prepareGate();
      if (reason === 'install' && import.meta.env.MODE !== 'granted') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    });
    browser.runtime.onStartup.addListener(prepareGate);
    watchKnownCases(prepareGate);
    browser.permissions.onAdded.addListener(registerGate);
    browser.permissions.onRemoved.addListener(registerGate);
    browser.tabs.onRemoved.addListener(forgetTabState);
    browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
      if (status === 'loading') void leavePage(tabId, url);
    });
    watchSettings(refreshBadges);
    browser.tabs.onActivated.addListener(({ tabId }) => void showBadge(tabId));
  },
});
