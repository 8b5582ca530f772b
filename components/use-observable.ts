/**
 * A Preact hook for values that change by themselves (a live database query, a watched setting).
 * Knows nothing of where they come from.
 */
import { useLayoutEffect, useState } from 'preact/hooks';

/** Anything that can be subscribed to, as Dexie's `liveQuery` gives it. */
export interface Subscribable<T> {
  subscribe(onNext: (value: T) => void, onError?: (error: unknown) => void): { unsubscribe(): void };
}

export type Observed<T> =
  | { readonly status: 'waiting' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown };

/** Subscribes to what `source` gives, anew whenever one of `dependencies` changes. */
export function useObservable<T>(source: () => Subscribable<T>, dependencies: readonly unknown[]): Observed<T> {
  const [observed, setObserved] = useState<Observed<T>>({ status: 'waiting' });
  // At once: an effect would wait for a paint that has nothing to show yet.
  useLayoutEffect(() => {
    setObserved({ status: 'waiting' });
    const subscription = source().subscribe(
      (value) => setObserved({ status: 'ready', value }),
      (error) => setObserved({ status: 'failed', error }),
    );
    return () => subscription.unsubscribe();
  }, dependencies);
  return observed;
}
