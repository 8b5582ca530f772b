/** A Preact hook for long lists: what is seen first is rendered at once, the rest in steps after that has been painted. */
import { useEffect, useState } from 'preact/hooks';

/** How many of `total` are to be rendered now, and a way to have all of them at once. */
export function useGradually(total: number, first: number, step: number): { readonly many: number; readonly all: () => void } {
  const [many, setMany] = useState(first);
  useEffect(() => {
    if (many >= total) return;
    // From what there is then: all of it may have been asked for meanwhile.
    const timer = setTimeout(() => setMany((now) => now + step), 16);
    return () => clearTimeout(timer);
  }, [many, total, step]);
  return { many, all: () => setMany(Number.POSITIVE_INFINITY) };
}
