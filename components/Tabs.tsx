/**
 * Tabs after the ARIA pattern: arrow keys, Home and End move between them, one stop for the Tab key. A panel that has been seen stays,
 * so that coming back finds it as it was left.
 */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import './tabs.css';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly panel: () => ComponentChildren;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** What stands beside the tabs. */
  readonly aside?: ComponentChildren;
}

export function Tabs<Id extends string>({ label, tabs, selected, onSelect, aside }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const seen = useRef(new Set<Id>());
  seen.current.add(selected);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const isRtl = list.current !== null && getComputedStyle(list.current).direction === 'rtl';
    const steps: Record<string, number> = { ArrowRight: at + (isRtl ? -1 : 1), ArrowLeft: at + (isRtl ? 1 : -1), Home: 0, End: tabs.length - 1 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <>
      <div class="tab-bar">
        <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
          {tabs.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`tab-${id}`}
              aria-selected={id === selected}
              aria-controls={`panel-${id}`}
              tabIndex={id === selected ? 0 : -1}
              onClick={() => onSelect(id)}
            >
              {title}
            </button>
          ))}
        </div>
        {aside}
      </div>
      {tabs.map(({ id, panel }) => (
        <div key={id} role="tabpanel" id={`panel-${id}`} aria-labelledby={`tab-${id}`} class="tab-panel" hidden={id !== selected} tabIndex={-1}>
          {seen.current.has(id) && panel()}
        </div>
      ))}
    </>
  );
}
