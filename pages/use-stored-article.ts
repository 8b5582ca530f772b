/** Hooks that join the store to the sidebar: an article with its statements, its journal, and what the page tells. */
import { useEffect, useState } from 'preact/hooks';
import { type Subscribable, useObservable } from '../components/use-observable.ts';
import type { JournalState } from '../model/correction.ts';
import type { SidebarTarget } from '../model/sidebar-target.ts';
import { readSidebarTarget, watchSidebarState } from '../state/sidebar-state.ts';
import { type ArticleWithStatements, liveArticle } from '../storage/articles.ts';
import { liveJournal } from '../storage/corrections.ts';
import { isDocked, watchDock } from './docked.ts';

/** Something that never changes. */
export function always<T>(value: T): Subscribable<T> {
  return {
    subscribe(onNext) {
      onNext(value);
      return { unsubscribe: () => undefined };
    },
  };
}

/** The stored article and its statements, kept up to date; undefined while there is none. */
export function useStoredArticle(articleId: string | undefined): ArticleWithStatements | undefined {
  const stored = useObservable(() => (articleId === undefined ? always<ArticleWithStatements | undefined>(undefined) : liveArticle(articleId)), [articleId]);
  return stored.status === 'ready' ? stored.value : undefined;
}

const NOTHING_DONE: JournalState = { canUndo: false, canRedo: false };

/** What can be taken back and done again in an article. */
export function useJournal(articleId: string | undefined): JournalState {
  const journal = useObservable(() => (articleId === undefined ? always(NOTHING_DONE) : liveJournal(articleId)), [articleId]);
  return journal.status === 'ready' ? journal.value : NOTHING_DONE;
}

/** A wish older than this when the sidebar opens was for another time, in milliseconds. */
const FRESH_MS = 10_000;

/** The statement whose passage is in view in a tab, and what the sidebar was last asked to show for it. */
export function useSidebarState(tabId: number | undefined): { readonly inView: string | undefined; readonly target: SidebarTarget | undefined } {
  const [inView, setInView] = useState<string>();
  const [target, setTarget] = useState<SidebarTarget>();
  useEffect(() => {
    setInView(undefined);
    if (isDocked)
      return watchDock((docked) => {
        setInView(docked.inView);
        if (docked.target && Date.now() - docked.target.at < FRESH_MS) setTarget((last) => (last?.at === docked.target?.at ? last : docked.target));
      });
    if (tabId === undefined) return;
    void readSidebarTarget().then((wish) => {
      if (wish?.tabId === tabId && Date.now() - wish.at < FRESH_MS) setTarget(wish);
    });
    return watchSidebarState(
      (wish) => {
        if (wish.tabId === tabId) setTarget(wish);
      },
      (tab, statementId) => {
        if (tab === tabId) setInView(statementId);
      },
    );
  }, [tabId]);
  return { inView, target };
}
