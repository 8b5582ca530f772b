/** The sidebar's two views, fed from the store and the active tab. */
import { useMemo, useState } from 'preact/hooks';
import { bundledCases } from '../../cases/bundled.ts';
import { ArticleView } from '../../components/ArticleView.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { useTexts } from '../../components/text.tsx';
import { type Subscribable, useObservable } from '../../components/use-observable.ts';
import { askBackground, askReader } from '../../messaging/client.ts';
import type { StoredStatement } from '../../model/records.ts';
import { isAnnotated } from '../../model/settings.ts';
import { useActivePage, useSettings } from '../../pages/use-active-page.ts';
import { useSidebarTarget } from '../../pages/use-sidebar-target.ts';
import { type ArticleWithStatements, liveArticle } from '../../storage/articles.ts';
import './sidebar.css';

type View = 'article' | 'timeline';

const NO_ARTICLE: Subscribable<ArticleWithStatements | undefined> = {
  subscribe(onNext) {
    onNext(undefined);
    return { unsubscribe: () => undefined };
  },
};

function useArticle(articleId: string | undefined): ArticleWithStatements | undefined {
  const stored = useObservable(() => (articleId === undefined ? NO_ARTICLE : liveArticle(articleId)), [articleId]);
  return stored.status === 'ready' ? stored.value : undefined;
}

export function Sidebar() {
  const { t } = useTexts();
  const { tabId, url, page } = useActivePage();
  const settings = useSettings();
  const [view, setView] = useState<View>('article');
  const [target, setTarget] = useState<{ eventId: string; at: number }>();
  const [problem, setProblem] = useState('');
  const stored = useArticle(page?.articleId);
  const cases = bundledCases();
  const caseFile = cases.find(({ id }) => id === (page?.verdict?.caseId ?? stored?.article.caseId)) ?? cases[0];
  const statements = stored?.statements ?? [];
  const statementCounts = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { eventId } of statements) if (eventId !== undefined) counts.set(eventId, (counts.get(eventId) ?? 0) + 1);
    return counts;
  }, [statements]);

  const attempt = async (action: () => Promise<unknown>) => {
    setProblem('');
    await action().catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  const showOnPage = (statement: StoredStatement) =>
    attempt(async () => {
      if (tabId === undefined) return;
      const { isFound } = await askReader(tabId, 'passage.show', { statementId: statement.id });
      if (!isFound) setProblem(t('passageNotFound'));
    });
  const showEvent = (eventId: string) => {
    setView('timeline');
    setTarget({ eventId, at: Date.now() });
  };
  useSidebarTarget(tabId, showEvent);

  return (
    <main class="sidebar">
      <h1 class="visually-hidden">{t('extensionName')}</h1>
      <Tabs
        label={t('views')}
        tabs={[
          { id: 'article', title: t('viewArticle') },
          { id: 'timeline', title: t('viewTimeline') },
        ]}
        selected={view}
        onSelect={setView}
      >
        <p class="problem small" role="alert">
          {problem}
        </p>
        {view === 'article' ? (
          <ArticleView
            page={page}
            article={stored?.article}
            statements={statements}
            caseFile={caseFile}
            isAnnotated={isAnnotated(settings, page?.url ?? url ?? '')}
            onRead={() => void attempt(async () => tabId !== undefined && askBackground('page.read', { tabId }))}
            onShow={(statement) => void showOnPage(statement)}
            onEvent={showEvent}
          />
        ) : (
          caseFile && <Timeline caseFile={caseFile} articleDate={stored?.article.published} statementCounts={statementCounts} target={target} />
        )}
      </Tabs>
    </main>
  );
}
