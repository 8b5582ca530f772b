/** The sidebar's views, fed from the store and the active tab. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { CaseChoice } from '../../components/CaseChoice.tsx';
import { StoreNotice } from '../../components/StoreNotice.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useTexts } from '../../components/text.tsx';
import type { CaseFile } from '../../model/case-file.ts';
import { useActivePage } from '../../pages/use-active-page.ts';
import { useShownCase } from '../../pages/use-cases.ts';
import { type Say, useSay } from '../../pages/use-say.ts';
import { useStoreCare } from '../../pages/use-store-care.ts';
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
  const articleCaseId = stored?.article.caseId ?? (page?.verdict?.status === 'about' ? page.verdict.caseId : undefined);
  const casesOfArticle = articleCaseId === undefined ? [] : [articleCaseId, ...(page?.verdict?.alsoAbout ?? [])];
  const { articleCase, caseFile, choices, choose } = useShownCase(articleCaseId);
  /** The article as the case that is shown has it: it has no place on another one's timeline. */
  const storedHere = stored?.article.caseId === caseFile?.id ? stored : undefined;
  const ofArticle = (show: (id: string) => void) => (id: string) => {
    if (articleCase) choose(articleCase.id);
    show(id);
  };
  const care = useStoreCare(caseFile, say);
  const showEvent = (id: string) => {
    setView('timeline');
    setEvent({ id, at: Date.now() });
  };
  const showDispute = (id: string) => {
    setView('disputes');
    setDispute({ id, at: Date.now() });
  };
  useEffect(() => {
    if (target?.isNothingSelected) say(t('nothingSelected'), 'problem');
    if (target?.eventId !== undefined) ofArticle(showEvent)(target.eventId);
    else if (target?.statementId !== undefined) {
      setView('article');
      requestAnimationFrame(() => document.getElementById(`statement-${target.statementId}`)?.focus());
    }
  }, [target]);
  /** A view of the case that is shown, with the way to another; what it remembers is that case's alone. */
  const of = (view: (shown: CaseFile) => JSX.Element) =>
    caseFile && (
      <div key={caseFile.id}>
        <CaseChoice choices={choices} caseFile={caseFile} ofArticle={casesOfArticle} onChoose={choose} />
        {view(caseFile)}
      </div>
    );

  return (
    <main class="sidebar">
      <h1 class="visually-hidden">{t('extensionName')}</h1>
      <p class="said small" role={said.kind === 'problem' ? 'alert' : 'status'} data-kind={said.kind}>
        {said.text}
      </p>
      <StoreNotice {...care} onSeeStored={() => setView('library')} />
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
              <ArticlePanel
                active={active}
                stored={stored}
                caseFile={articleCase ?? caseFile}
                inView={inView}
                say={say}
                onEvent={ofArticle(showEvent)}
                onDispute={ofArticle(showDispute)}
              />
            ),
          },
          {
            id: 'timeline',
            title: t('viewTimeline'),
            panel: () => of((shown) => <TimelinePanel caseFile={shown} stored={storedHere} target={event} />),
          },
          {
            id: 'disputes',
            title: t('viewDisputes'),
            panel: () => of((shown) => <DisputesPanel caseFile={shown} stored={storedHere} target={dispute} onEvent={showEvent} />),
          },
          { id: 'library', title: t('viewLibrary'), panel: () => of((shown) => <LibraryPanel caseFile={shown} say={say} />) },
        ]}
      />
    </main>
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
