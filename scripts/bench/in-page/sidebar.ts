/**
 * Yardsticks of the sidebar, in a bare page of the same origin: the same rows of the same store, painted as a plain list; and MiniSearch
 * over the same statements. Knows nothing of the sidebar.
 */
import MiniSearch from 'minisearch';

interface Row {
  readonly key: string;
  readonly id: string;
  readonly words: string;
  readonly title: string;
}

function opened(): Promise<IDBDatabase> {
  return answer(indexedDB.open('allegedly'));
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Shows the lines as a list, and gives the milliseconds since `started` once they are painted. */
function painted(lines: readonly string[], started: number): Promise<number> {
  const list = document.createElement('ol');
  for (const line of lines) list.append(Object.assign(document.createElement('li'), { textContent: line }));
  document.body.replaceChildren(list);
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - started);
      port2.postMessage(0);
    }),
  );
}

/** Lines that need no store. */
export function lines(given: readonly string[]): Promise<number> {
  return painted(given, performance.now());
}

/** The articles last read, as many as a screen and some more. */
export async function lastRead(caseId: string, many: number): Promise<number> {
  const started = performance.now();
  const index = (await opened()).transaction('articles').objectStore('articles').index('[caseId+lastReadAt]');
  const titles: string[] = [];
  await new Promise<void>((resolve) => {
    index.openCursor(IDBKeyRange.bound([caseId, 0], [caseId, Number.POSITIVE_INFINITY]), 'prev').onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
      if (!cursor || titles.length === many) return resolve();
      titles.push((cursor.value as Row).title);
      cursor.continue();
    };
  });
  return painted(titles, started);
}

/** The statements of an article; since the page was opened. */
export async function statementsOf(articleId: string): Promise<number> {
  const loaded = performance.getEntriesByType('navigation')[0]?.toJSON() as { loadEventEnd: number } | undefined;
  const started = performance.now();
  const index = (await opened()).transaction('statements').objectStore('statements').index('articleId');
  const statements = (await answer(index.getAll(articleId))) as Row[];
  return (
    (loaded?.loadEventEnd ?? 0) +
    (await painted(
      statements.map(({ words }) => words),
      started,
    ))
  );
}

let search: MiniSearch<Row> | undefined;

/** Puts every statement into MiniSearch; gives the milliseconds that took. */
export async function fill(): Promise<number> {
  const started = performance.now();
  const statements = (await answer((await opened()).transaction('statements').objectStore('statements').getAll())) as Row[];
  search = new MiniSearch<Row>({ fields: ['words'], idField: 'key' });
  search.addAll(statements);
  return performance.now() - started;
}

/** Finds and paints the first results. */
export async function find(query: string, many: number): Promise<number> {
  const started = performance.now();
  const results = search?.search(query, { combineWith: 'AND', prefix: (_term, at, terms) => at === terms.length - 1 }) ?? [];
  const store = (await opened()).transaction('statements').objectStore('statements');
  const rows = await Promise.all(results.slice(0, many).map(({ id }) => answer(store.get(id as string) as IDBRequest<Row>)));
  return painted([`${results.length}`, ...rows.map(({ words }) => words)], started);
}

/** The longest task while a plain list of so many lines is scrolled through, in milliseconds; 0 where none was over 50. */
export async function scroll(many: number): Promise<number> {
  await painted(
    Array.from({ length: many }, (_, number) => `Line ${number}`),
    0,
  );
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  for (let step = 0; step < 60; step++) {
    scrollBy(0, innerHeight);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  observer.disconnect();
  return longest;
}
