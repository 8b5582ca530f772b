/** The library's answers by windows of rows, as a list asks for them while it is scrolled. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LibraryAnswer, LibraryQuery, LibraryRow } from '../model/library.ts';
import { firstRows } from '../storage/first-answers.ts';
import { storeClient } from './store-client.ts';

/** Rows asked for at once: a tall screen of them. */
const WINDOW = 24;

export interface LibraryWindow {
  /** Undefined until the first answer. While a new question waits, the answer to the one before stands. */
  readonly answer: LibraryAnswer | undefined;
  readonly rowAt: (index: number) => LibraryRow | undefined;
  /** Has the rows from one to another fetched, where they are not there. */
  readonly see: (first: number, last: number) => void;
}

export function useLibrary(query: Omit<LibraryQuery, 'offset' | 'limit'>): LibraryWindow {
  const [answer, setAnswer] = useState<LibraryAnswer>();
  const [, redraw] = useState(0);
  const rows = useRef(new Map<number, LibraryRow>());
  const asked = useRef(new Set<number>());
  const seen = useRef(0);
  const turn = useRef(0);
  const hasWorker = useRef(false);
  const key = JSON.stringify(query);

  const askFor = useCallback(
    (window: number, mine: number) => {
      if (asked.current.has(window)) return;
      asked.current.add(window);
      void storeClient()
        .ask({ ask: 'library', query: { ...(JSON.parse(key) as typeof query), offset: window * WINDOW, limit: WINDOW } })
        .then((found) => {
          if (mine !== turn.current) return;
          for (const [at, row] of found.rows.entries()) rows.current.set(found.offset + at, row);
          setAnswer(found);
          redraw((times) => times + 1);
        });
    },
    [key],
  );

  // Not after the next frame, as an effect would be: whoever types waits for what is asked here.
  useLayoutEffect(() => {
    const client = storeClient();
    const ask = { ...(JSON.parse(key) as typeof query), limit: WINDOW };
    const show = (found: LibraryAnswer, mine: number) => {
      if (mine !== turn.current) return;
      rows.current = new Map(found.rows.map((row, at) => [found.offset + at, row]));
      setAnswer(found);
    };
    const startAgain = (from: number) => {
      const mine = ++turn.current;
      asked.current = new Set([from]);
      void client.ask({ ask: 'library', query: { ...ask, offset: from * WINDOW } }).then((found) => {
        hasWorker.current = true;
        show(found, mine);
      });
      return mine;
    };
    const first = startAgain(0);
    // The worker has to start, and to take up its index: what can be shown before is asked for here.
    if (!hasWorker.current)
      void firstRows({ ...ask, offset: 0 }).then(
        (found) => found && !hasWorker.current && show(found, first),
        () => undefined,
      );
    // Another window than the one that is seen would blank the list.
    return client.onChange(() => startAgain(seen.current));
  }, [key]);

  const see = useCallback(
    (first: number, last: number) => {
      seen.current = Math.floor(first / WINDOW);
      for (let window = seen.current; window <= Math.floor(last / WINDOW); window++) askFor(window, turn.current);
    },
    [askFor],
  );
  return { answer, rowAt: (index) => rows.current.get(index), see };
}
