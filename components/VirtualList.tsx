/** A list of any length of which only what is seen is in the page. Rows may have any height; rows that are not there yet are asked for. */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

export interface VirtualListProps {
  /** What is listed; where it changes, the list begins anew. */
  readonly of: string;
  readonly count: number;
  /** A row's usual height, in pixels. */
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly render: (index: number) => ComponentChildren;
  /** Called with the first and last row that are seen. */
  readonly onSeen: (first: number, last: number) => void;
}

/** Places are given to so many rows at once, and to the others a moment later, in milliseconds: a hundred thousand take their time. */
const AT_ONCE = 1_000;
const LATER_MS = 200;

export function VirtualList({ of, count, rowHeight, scroller, label, render, onSeen }: VirtualListProps) {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const list = useRef<HTMLOListElement>(null);
  const [margin, setMargin] = useState(0);
  const placed = usePlaced(of, count);
  const options = {
    count: placed,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    scrollMargin: margin,
    overscan: 6,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    if (list.current && scroller.current) {
      const top = list.current.getBoundingClientRect().top - scroller.current.getBoundingClientRect().top + scroller.current.scrollTop;
      if (Math.abs(top - margin) > 1) setMargin(top);
    }
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useLayoutEffect(() => onSeen(first, last), [first, last, count]);
  return (
    <ol ref={list} class="virtual" aria-label={label} style={{ blockSize: `${virtualizer.getTotalSize()}px` }}>
      {items.map(({ index, start, key }) => (
        <li
          key={key}
          data-index={index}
          ref={(element) => virtualizer.measureElement(element)}
          aria-setsize={count}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start - margin}px)` }}
        >
          {render(index)}
        </li>
      ))}
    </ol>
  );
}

/** How many rows have a place by now. */
function usePlaced(of: string, count: number): number {
  const [whole, setWhole] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setWhole(of), LATER_MS);
    return () => clearTimeout(timer);
  }, [of, count]);
  return whole === of ? count : Math.min(count, AT_ONCE);
}
