/** The sidebar's views, fed from the store and the active tab. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { CaseChoice } from '../../components/CaseChoice.tsx';
import { StoreNotice, StoreTroubleNotice } from '../../components/StoreNotice.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useTexts } from '../../components/text.tsx';
import type { CaseFile } from '../../model/case-file.ts';
import { isDocked } from '../../pages/docked.ts';
import { storeClient } from '../../pages/store-client.ts';
import { useActivePage } from '../../pages/use-active-page.ts';
import { useShownCase } from '../../pages/use-cases.ts';
import { useIdle } from '../../pages/use-idle.ts';
import { type Said, useSay } from '../../pages/use-say.ts';
import { useStoreCare } from '../../pages/use-store-care.ts';
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
  const { say, said } = useSay();
  const stored = useStoredArticle(page?.articleId);
  const articleCaseId = stored?.article.caseId ?? (page?.verdict?.status === 'about' ? page.verdict.caseId : undefined);
  const casesOfArticle = articleCaseId === undefined ? [] : [articleCaseId, ...(page?.verdict?.alsoAbout ?? [])];
  const { articleCase, caseFile, choices, choose } = useShownCase(articleCaseId);
  const chooseArticles = () => articleCase && choose(articleCase.id);
  const { view, setView, wishes, showEvent, showDispute } = useViews(target, chooseArticles);
  const ofArticle = (show: (id: string) => void) => (id: string) => {
    chooseArticles();
    show(id);
  };
  /** The article as the case that is shown has it: it has no place on another one's timeline. */
  const storedHere = stored?.article.caseId === caseFile?.id ? stored : undefined;
  // The article is shown before anything else is asked of the store.
  const isIdle = useIdle(active.isKnown && (stored !== undefined || page?.articleId === undefined));
  const care = useStoreCare(caseFile, say, isIdle);
  useEffect(() => {
    if (isIdle) void storeClient().ask({ ask: 'prepare' });
  }, [isIdle]);
  useEffect(() => {
    if (target?.isNothingSelected) say(t('nothingSelected'), 'problem');
  }, [target]);
  /** A view of the case that is shown, with the way to another; what it remembers is that case's alone. */
  const of = (panel: (shown: CaseFile) => JSX.Element) =>
    caseFile && (
      <div key={caseFile.id}>
        <CaseChoice choices={choices} caseFile={caseFile} ofArticle={casesOfArticle} onChoose={choose} />
        {panel(caseFile)}
      </div>
    );
  const articlePanel = () => (
    <ArticlePanel
      {...{ active, stored, inView, say }}
      caseFile={articleCase ?? caseFile}
      target={wishes.article}
      onEvent={ofArticle(showEvent)}
      onDispute={ofArticle(showDispute)}
    />
  );
  return (
    <main class="sidebar">
      <h1 class="visually-hidden">{t('extensionName')}</h1>
      <SaidLine said={said} />
      {isDocked ? care.trouble && <StoreTroubleNotice trouble={care.trouble} /> : <StoreNotice {...care} onSeeStored={() => setView('library')} />}
      <Tabs
        label={t('views')}
        selected={view}
        onSelect={setView}
        aside={<OpenInTab tabId={tabId} />}
        tabs={[
          { id: 'article', title: t('viewArticle'), panel: articlePanel },
          {
            id: 'timeline',
            title: t('viewTimeline'),
            panel: () => of((shown) => <TimelinePanel caseFile={shown} stored={storedHere} target={wishes.timeline} />),
          },
          {
            id: 'disputes',
            title: t('viewDisputes'),
            panel: () => of((shown) => <DisputesPanel caseFile={shown} stored={storedHere} target={wishes.disputes} onEvent={showEvent} />),
          },
          // In a frame of a web page nothing may stand that deletes or exports (nor in the notice above): the page could lure a click onto it.
          ...(isDocked ? [] : [{ id: 'library' as const, title: t('viewLibrary'), panel: () => of((shown) => <LibraryPanel caseFile={shown} say={say} />) }]),
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
  const ownPage = browser.runtime.getURL(`/sidepanel.html?tab=${tabId ?? ''}` as '/sidepanel.html');
  const open = () => void (isDocked ? window.open(ownPage) : browser.tabs.create({ url: ownPage }));
  return (
    <button type="button" class="icon-button" title={t('openInTab')} aria-label={t('openInTab')} onClick={open}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M9 2h5v5M14 2 8 8M6 3H2v11h11v-4" />
      </svg>
    </button>
  );
}
