/** Which view the sidebar shows, and what was asked to be seen in each: by a click in another view, or by the page. */
import { useEffect, useState } from 'preact/hooks';
import type { SidebarTarget } from '../../model/sidebar-target.ts';

export type View = 'article' | 'timeline' | 'disputes' | 'library';

/** A wish to see something; `at` makes the same thing twice a new wish. */
export interface Wish {
  readonly id: string;
  readonly at: number;
}

/** `onArticle` is called before anything of the article in the tab is shown, so that its case is the one that is shown. */
export function useViews(target: SidebarTarget | undefined, onArticle: () => void) {
  const [view, setView] = useState<View>('article');
  const [wishes, setWishes] = useState<Partial<Record<View, Wish>>>({});
  const show = (to: View, id: string) => {
    setView(to);
    setWishes((before) => ({ ...before, [to]: { id, at: Date.now() } }));
  };
  useEffect(() => {
    if (target?.eventId !== undefined) {
      onArticle();
      show('timeline', target.eventId);
    }
    if (target?.statementId !== undefined) show('article', target.statementId);
  }, [target]);
  return { view, setView, wishes, showEvent: (id: string) => show('timeline', id), showDispute: (id: string) => show('disputes', id) };
}
