/** One at a time: what stores articles or deletes them, with what is noted of their tabs, so that neither undoes half of the other. */
let last: Promise<unknown> = Promise.resolve();

/** Does the work once all that came before it is done, whether that succeeded or not; rejects as the work does. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}
