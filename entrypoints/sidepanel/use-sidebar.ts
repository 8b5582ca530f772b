/** What the sidebar's views share: the page in the active tab, its article, the case that is shown, and what was last said and asked for. */
import { useEffect } from 'preact/hooks';
import { useTexts } from '../../components/text.tsx';
import { storeClient } from '../../pages/store-client.ts';
import { useActivePage } from '../../pages/use-active-page.ts';
import { useShownCase } from '../../pages/use-cases.ts';
import { useIdle } from '../../pages/use-idle.ts';
import { useSay } from '../../pages/use-say.ts';
import { useStoreCare } from '../../pages/use-store-care.ts';
import { useSidebarState, useStoredArticle } from '../../pages/use-stored-article.ts';
import { useViews } from './use-views.ts';

export function useSidebar() {
  const { t } = useTexts();
  const active = useActivePage();
  const { tabId, page, isKnown } = active;
  const { inView, target } = useSidebarState(tabId);
  const { say, said } = useSay();
  const stored = useStoredArticle(page?.articleId);
  const articleCaseId = stored?.article.caseId ?? (page?.verdict?.status === 'about' ? page.verdict.caseId : undefined);
  const cases = useShownCase(articleCaseId);
  const { articleCase, caseFile, choose } = cases;
  const chooseArticles = () => articleCase && choose(articleCase.id);
  const views = useViews(target, chooseArticles);
  // The article is shown before anything else is asked of the store.
  const isIdle = useIdle(isKnown && (stored !== undefined || page?.articleId === undefined));
  const care = useStoreCare(caseFile, say, isIdle);
  useEffect(() => {
    if (isIdle) void storeClient().ask({ ask: 'prepare' });
  }, [isIdle]);
  useEffect(() => {
    if (target?.isNothingSelected) say(t('nothingSelected'), 'problem');
  }, [target]);
  /** Shows something of the article's own case, whichever is shown now. */
  const ofArticle = (show: (id: string) => void) => (id: string) => {
    chooseArticles();
    show(id);
  };
  return {
    ...{ active, inView, say, said, stored, care, ofArticle },
    ...{ cases, views, casesOfArticle: articleCaseId === undefined ? [] : [articleCaseId, ...(page?.verdict?.alsoAbout ?? [])] },
    /** The article as the case that is shown has it: it has no place on another one's timeline. */
    storedHere: stored?.article.caseId === caseFile?.id ? stored : undefined,
  };
}

export type SidebarModel = ReturnType<typeof useSidebar>;
