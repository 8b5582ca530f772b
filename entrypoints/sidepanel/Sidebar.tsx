/** The sidebar's views, fed from the store and the active tab. */
import { browser } from 'wxt/browser';
import { bundledCases } from '../../cases/bundled.ts';
import { Tabs } from '../../components/Tabs.tsx';
import { useTexts } from '../../components/text.tsx';
import { useActivePage } from '../../pages/use-active-page.ts';
import { type Said, useSay } from '../../pages/use-say.ts';
import { useSidebarState, useStoredArticle } from '../../pages/use-stored-article.ts';
import { ArticlePanel } from './ArticlePanel.tsx';
import { DisputesPanel } from './DisputesPanel.tsx';
import { LibraryPanel } from './LibraryPanel.tsx';
import './sidebar.css';
import { TimelinePanel } from './TimelinePanel.tsx';
import { useViews } from './use-views.ts';

export function Sidebar() {
  const { t } = useTexts();
  const active = useActivePage();
  const { tabId, page } = active;
  const { inView, target } = useSidebarState(tabId);
  const { view, setView, wishes, showEvent, showDispute } = useViews(target);
  const { say, said } = useSay();
  const stored = useStoredArticle(page?.articleId);
  const cases = bundledCases();
  const caseFile = cases.find(({ id }) => id === (page?.verdict?.caseId ?? stored?.article.caseId)) ?? cases[0];
  const articlePanel = () => (
    <ArticlePanel {...{ active, stored, caseFile, inView, say }} target={wishes.article} onEvent={showEvent} onDispute={showDispute} />
  );
  return (
    <main class="sidebar">
      <h1 class="visually-hidden">{t('extensionName')}</h1>
      <SaidLine said={said} />
      <Tabs
        label={t('views')}
        selected={view}
        onSelect={setView}
        aside={<OpenInTab tabId={tabId} />}
        tabs={[
          { id: 'article', title: t('viewArticle'), panel: articlePanel },
          { id: 'timeline', title: t('viewTimeline'), panel: () => caseFile && <TimelinePanel {...{ caseFile, stored }} target={wishes.timeline} /> },
          {
            id: 'disputes',
            title: t('viewDisputes'),
            panel: () => caseFile && <DisputesPanel {...{ caseFile, stored }} target={wishes.disputes} onEvent={showEvent} />,
          },
          { id: 'library', title: t('viewLibrary'), panel: () => caseFile && <LibraryPanel caseFile={caseFile} say={say} /> },
        ]}
      />
    </main>
  );
}

/** What was done, or why it was not, with the way back where there is one. */
function SaidLine({ said: { text, kind, action } }: { said: Said }) {
  return (
    <div class="said small" role={kind === 'problem' ? 'alert' : 'status'} data-kind={kind}>
      {text}
      {text !== '' && action && (
        <button type="button" class="link small" onClick={action.onAct}>
          {action.label}
        </button>
      )}
    </div>
  );
}

/** The same page in a tab of its own, for more room. Not offered where it is one. */
function OpenInTab({ tabId }: { tabId: number | undefined }) {
  const { t } = useTexts();
  if (new URLSearchParams(location.search).has('tab')) return null;
  const open = () => void browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html?tab=${tabId ?? ''}` as '/sidepanel.html') });
  return (
    <button type="button" class="icon-button" title={t('openInTab')} aria-label={t('openInTab')} onClick={open}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M9 2h5v5M14 2 8 8M6 3H2v11h11v-4" />
      </svg>
    </button>
  );
}
