/** The background: wires messages, commands and browser events to what answers them. Holds no state of its own. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerBackground, type BackgroundHandlers } from '../../messaging/server.ts';
import { watchKnownCases } from '../../state/cases.ts';
import { voidDockTicket } from '../../state/dock-tickets.ts';
import { watchSettings } from '../../state/settings.ts';
import { writePassageInView } from '../../state/sidebar-state.ts';
import { forgetTabState } from '../../state/tab-states.ts';
import { refreshBadges, showBadge } from './badge.ts';
import { isOneActive } from './cases.ts';
import { CHOICES } from './choices.ts';
import { onCommand } from './commands.ts';
import { makeContextMenu, onMenu } from './context-menu.ts';
import { correct, turnJournal } from './correct.ts';
import { lookAtDock, relayToReader } from './dock.ts';
import { prepareGate } from './gate-cases.ts';
import { injectReader } from './inject-reader.ts';
import { forget, forgetArticle, keepBackupDate, keepNote } from './keep.ts';
import { ownTabOnly } from './own-tab.ts';
import { forgetPage, leavePage, readArticle, recordPainted, recordUnread, wantAgain } from './read-article.ts';
import { recordOf } from './record.ts';
import { leaveWithdrawn, registerGate } from './register-gate.ts';
import { restyleTabs } from './restyle.ts';
import { openSidebarAt } from './sidebar.ts';

export default defineBackground({
  type: 'module',
  main() {
    const handlers: BackgroundHandlers = {
      'page.candidate': async ({ caseIds }, { tabId }) => {
        if (tabId !== undefined && (await isOneActive(caseIds))) await injectReader(tabId);
        return {};
      },
      'page.read': async ({ tabId }) => {
        await wantAgain(tabId);
        await injectReader(tabId);
        return {};
      },
      'page.left': async ({ url }, { tabId, documentId }) => {
        if (tabId !== undefined) await forgetPage(tabId, url, documentId);
        return {};
      },
      'article.read': ({ article }, sender) => readArticle(article, sender),
      'page.unread': async (unread, { tabId }) => {
        if (tabId !== undefined) await recordUnread(tabId, unread);
        return {};
      },
      'page.painted': async (counts, sender) => {
        if (sender.tabId !== undefined) await recordPainted(sender.tabId, counts, sender);
        return {};
      },
      'passage.seen': async ({ statementId }, { tabId }) => {
        if (tabId !== undefined) await writePassageInView(tabId, statementId);
        return {};
      },
      'sidebar.open': openSidebarAt,
      'dock.look': lookAtDock,
      'dock.relay': relayToReader,
      'statement.record': ({ caseId, question }) => recordOf(caseId, question),
      'article.delete': forgetArticle,
      'store.delete': forget,
      'backup.note': keepBackupDate,
      'note.write': keepNote,
      ...CHOICES,
      'statement.correct': correct,
      'correction.turn': turnJournal,
    };
    answerBackground(ownTabOnly(handlers));

    browser.commands.onCommand.addListener(onCommand);
    browser.contextMenus.onClicked.addListener(onMenu);
    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      await Promise.all([makeContextMenu(), prepareGate()]);
      if (reason === 'install' && import.meta.env.MODE !== 'granted') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    });
    browser.runtime.onStartup.addListener(prepareGate);
    watchKnownCases(() => void refreshBadges());
    browser.permissions.onAdded.addListener(registerGate);
    browser.permissions.onRemoved.addListener(leaveWithdrawn);
    browser.tabs.onRemoved.addListener(forgetTabState);
    browser.tabs.onRemoved.addListener(voidDockTicket);
    browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
      if (status === 'loading') void leavePage(tabId, url);
    });
    watchSettings((settings, before) => {
      void refreshBadges(settings);
      void restyleTabs(settings, before);
    });
    browser.tabs.onActivated.addListener(({ tabId }) => void showBadge(tabId));
  },
});
