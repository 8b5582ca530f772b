/** A hook for what can wait: it is done once what was asked for is there and nothing else is to be done. */
import { useEffect, useState } from 'preact/hooks';

/** Not later than this, in ms. */
const PATIENCE_MS = 2_000;

/** False until the page has been idle since `isReady` held. */
export function useIdle(isReady: boolean): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    if (!isReady || isIdle) return;
    const number = requestIdleCallback(() => setIdle(true), { timeout: PATIENCE_MS });
    return () => cancelIdleCallback(number);
  }, [isReady, isIdle]);
  return isIdle;
}
