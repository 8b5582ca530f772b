/** A hook for the sidebar: goes where a link on the page leads, be the sidebar open already or just opening. */
import { useEffect } from 'preact/hooks';
import { readSidebarTarget, watchSidebarTarget } from '../state/sidebar-target.ts';

/** Calls `onEvent` with the event to show, for links on the page in this tab. */
export function useSidebarTarget(tabId: number | undefined, onEvent: (eventId: string) => void): void {
  useEffect(() => {
    if (tabId === undefined) return undefined;
    let isGone = false;
    const go = (target: Awaited<ReturnType<typeof readSidebarTarget>>) => {
      if (!isGone && target?.tabId === tabId) onEvent(target.eventId);
    };
    void readSidebarTarget(Date.now()).then(go);
    const stop = watchSidebarTarget(go);
    return () => {
      isGone = true;
      stop();
    };
    // The callback is made anew at each rendering; what it does stays the same.
  }, [tabId]);
}
