/** The sidebar's views, fed from the store and the active tab. */
import type { JSX } from 'preact';
import { CaseChoice } from '../../components/CaseChoice.tsx';
import { StoreNotice, StoreTroubleNotice } from '../../components/StoreNotice.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useTexts } from '../../components/text.tsx';
import type { CaseFile } from '../../model/case-file.ts';
import { isDocked } from '../../pages/docked.ts';
import { ArticlePanel } from './ArticlePanel.tsx';
import { DisputesPanel } from './DisputesPanel.tsx';
import { LibraryPanel } from './LibraryPanel.tsx';
import { OpenInTab } from './OpenInTab.tsx';
import { SaidLine } from './SaidLine.tsx';
import './sidebar.css';
import { TimelinePanel } from './TimelinePanel.tsx';
import { type SidebarModel, useSidebar } from './use-sidebar.ts';
import type { View } from './use-views.ts';

export function Sidebar() {
  const { t } = useTexts();
  const model = useSidebar();
  const { active, care, said, views } = model;
  return (
    <main class="sidebar">
      <h1 class="visually-hidden">{t('extensionName')}</h1>
      <SaidLine said={said} />
      {isDocked ? care.trouble && <StoreTroubleNotice trouble={care.trouble} /> : <StoreNotice {...care} onSeeStored={() => views.setView('library')} />}
      <Tabs
        label={t('views')}
        selected={views.view}
        onSelect={views.setView}
        aside={<OpenInTab tabId={active.tabId} />}
        tabs={tabsOf(model).map(({ id, title, panel }) => ({ id, title: t(title), panel }))}
      />
    </main>
  );
}

interface Tab {
  readonly id: View;
  /** Key of its message. */
  readonly title: string;
  readonly panel: () => JSX.Element | undefined;
}

function tabsOf({ active, stored, storedHere, inView, say, cases, casesOfArticle, views, ofArticle }: SidebarModel): Tab[] {
  const { articleCase, caseFile, choices, choose } = cases;
  const { wishes, showEvent, showDispute } = views;
  /** A view of the case that is shown, with the way to another; what it remembers is that case's alone. */
  const of = (panel: (shown: CaseFile) => JSX.Element) =>
    caseFile && (
      <div key={caseFile.id}>
        <CaseChoice choices={choices} caseFile={caseFile} ofArticle={casesOfArticle} onChoose={choose} />
        {panel(caseFile)}
      </div>
    );
  const ofThisArticle = {
    ...{ active, stored, inView, say, caseFile: articleCase ?? caseFile },
    ...{ target: wishes.article, onEvent: ofArticle(showEvent), onDispute: ofArticle(showDispute) },
  };
  return [
    { id: 'article', title: 'viewArticle', panel: () => <ArticlePanel {...ofThisArticle} /> },
    { id: 'timeline', title: 'viewTimeline', panel: () => of((shown) => <TimelinePanel caseFile={shown} stored={storedHere} target={wishes.timeline} />) },
    {
      ...{ id: 'disputes', title: 'viewDisputes' },
      panel: () => of((shown) => <DisputesPanel caseFile={shown} stored={storedHere} target={wishes.disputes} onEvent={showEvent} />),
    },
    // In a frame of a web page nothing may stand that deletes or exports (nor in the notice above): the page could lure a click onto it.
    ...(isDocked ? [] : [{ id: 'library' as const, title: 'viewLibrary', panel: () => of((shown) => <LibraryPanel caseFile={shown} say={say} />) }]),
  ];
}
