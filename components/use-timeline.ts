/** What the timeline shows of the case and how it gets to a place in it: search, kind, months. Knows nothing of how events look. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CaseEvent, CaseFile, EventKind } from '../model/case-file.ts';
import { isWithin, type MonthRange, placeInMonths } from './months.ts';
import { useGradually } from './use-gradually.ts';

/** Events rendered before the first paint, and in each step after it. */
const FIRST = 10;
const STEP = 12;

export function useTimeline(caseFile: CaseFile, target: { readonly id: string; readonly at: number } | undefined) {
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<EventKind | ''>('');
  const whole = useMemo(() => wholeOf(caseFile), [caseFile]);
  const [chosen, setChosen] = useState<MonthRange>(whole);
  const root = useRef<HTMLDivElement>(null);
  const shown = caseFile.events.filter((event) => (kind === '' || event.kind === kind) && isWithin(event.date, chosen) && matches(event, query));
  const { many, all } = useGradually(shown.length, FIRST, STEP);
  const clear = () => {
    setQuery('');
    setKind('');
    setChosen(whole);
  };
  const goTo = (id: string) => {
    all();
    // Once what was not there yet has been rendered.
    requestAnimationFrame(() => {
      const element = root.current?.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
      element?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
      element?.focus({ preventScroll: true });
    });
  };
  /** Shows an event whatever the filters: they are cleared. */
  const showEvent = (id: string) => {
    clear();
    goTo(`event-${id}`);
  };
  useEffect(() => {
    if (target) showEvent(target.id);
  }, [target]);
  const goToMonth = (month: number) => {
    const distance = (event: CaseEvent) => Math.abs(placeInMonths(event.date) - month);
    const nearest = shown.toSorted((a, b) => distance(a) - distance(b))[0];
    if (nearest) goTo(`event-${nearest.id}`);
  };
  return { root, query, setQuery, kind, setKind, whole, chosen, setChosen, shown, rendered: shown.slice(0, many), clear, goTo, showEvent, goToMonth };
}

/** From the month of the first event to that up to which the record is complete, or of a later event. */
function wholeOf({ events, recordCompleteTo }: CaseFile): MonthRange {
  const places = [...events.map(({ date }) => date), recordCompleteTo].map((date) => Math.floor(placeInMonths(date)));
  return [Math.min(...places), Math.max(...places)];
}

const texts = new WeakMap<CaseEvent, string>();

function matches(event: CaseEvent, query: string): boolean {
  let text = texts.get(event);
  if (text === undefined) {
    text = `${event.title} ${event.summary} ${event.date.iso} ${event.citations.map(({ publisher }) => publisher).join(' ')}`.toLocaleLowerCase();
    texts.set(event, text);
  }
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
