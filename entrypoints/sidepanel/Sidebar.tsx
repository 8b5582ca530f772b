/** The sidebar's views, fed from the store and the active tab. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { bundledCases } from '../../cases/bundled.ts';
import { Tabs } from '../../components/Tabs.tsx';
import { useTexts } from '../../components/text.tsx';
import { isDocked } from '../../pages/docked.ts';
import { useActivePage } from '../../pages/use-active-page.ts';
import { type Say, useSay } from '../../pages/use-say.ts';
import { useSidebarState, useStoredArticle } from '../../pages/use-stored-article.ts';
import { ArticlePanel } from './ArticlePanel.tsx';
import { DisputesPanel } from './DisputesPanel.tsx';
import { LibraryPanel } from './LibraryPanel.tsx';
import './sidebar.css';
import { TimelinePanel } from './TimelinePanel.tsx';

export type { Say };

type View = 'article' | 'timeline' | 'disputes' | 'library';

/** A wish to see something; `at` makes the same thing twice a new wish. */
export interface Wish {
  readonly id: string;
  readonly at: number;
}

export function Sidebar() {
  const { t } = useTexts();
  const active = useActivePage();
  const { tabId, page } = active;
  const { inView, target } = useSidebarState(tabId);
  const [view, setView] = useState<View>('article');
  const [event, setEvent] = useState<Wish>();
  const [dispute, setDispute] = useState<Wish>();
  const { say, said } = useSay();
  const stored = useStoredArticle(page?.articleId);
  const cases = bundledCases();
  const caseFile = cases.find(({ id }) => id === (page?.verdict?.caseId ?? stored?.article.caseId)) ?? cases[0];
  const showEvent = (id: string) => {
    setView('timeline');
    setEvent({ id, at: Date.now() });
  };
  const showDispute = (id: string) => {
    setView('disputes');
    setDispute({ id, at: Date.now() });
  };
  useEffect(() => {
    if (target?.eventId !== undefined) showEvent(target.eventId);
    else if (target?.statementId !== undefined) {
      setView('article');
      requestAnimationFrame(() => document.getElementById(`statement-${target.statementId}`)?.focus());
    }
  }, [target]);

  return (
    <main class="sidebar">
      <h1 class="visually-hidden">{t('extensionName')}</h1>
      <p class="said small" role={said.kind === 'problem' ? 'alert' : 'status'} data-kind={said.kind}>
        {said.text}
      </p>
      <Tabs
        label={t('views')}
        selected={view}
        onSelect={setView}
        aside={<OpenInTab tabId={tabId} />}
        tabs={[
          {
            id: 'article',
            title: t('viewArticle'),
            panel: () => (
              <ArticlePanel active={active} stored={stored} caseFile={caseFile} inView={inView} say={say} onEvent={showEvent} onDispute={showDispute} />
            ),
          },
          {
            id: 'timeline',
            title: t('viewTimeline'),
            panel: () => caseFile && <TimelinePanel caseFile={caseFile} stored={stored} target={event} />,
          },
          {
            id: 'disputes',
            title: t('viewDisputes'),
            panel: () => caseFile && <DisputesPanel caseFile={caseFile} stored={stored} target={dispute} onEvent={showEvent} />,
          },
          // In a frame of a web page nothing may stand that deletes or exports: the page could lure a click onto it.
          ...(isDocked ? [] : [{ id: 'library' as const, title: t('viewLibrary'), panel: () => caseFile && <LibraryPanel caseFile={caseFile} say={say} /> }]),
        ]}
      />
    </main>
  );
}

/** The same page in a tab of its own, for more room. Not offered where it is one. */
function OpenInTab({ tabId }: { tabId: number | undefined }) {
  const { t } = useTexts();
  if (new URLSearchParams(location.search).has('tab')) return null;
  const url = browser.runtime.getURL(`/sidepanel.html?tab=${tabId ?? ''}` as '/sidepanel.html');
  const open = () => void (isDocked ? window.open(url) : browser.tabs.create({ url }));
  return (
    <button type="button" class="icon-button" title={t('openInTab')} aria-label={t('openInTab')} onClick={open}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M9 2h5v5M14 2 8 8M6 3H2v11h11v-4" />
      </svg>
    </button>
  );
}
