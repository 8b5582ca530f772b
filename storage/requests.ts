/**
 * Requests that must not be carried out twice. Whoever asked may not have heard the answer, the worker having been stopped, and ask
 * again: the answer is kept beside what the request changed, in the same transaction.
 */
import type { AllegedlyDatabase } from './database.ts';

/** So many answers are kept; who asks again does so within seconds. */
const KEPT = 200;

/** Carries the request out, or answers as it was answered before. To be called in a transaction that includes `requests`. */
export async function once<T>(requestId: string, now: number, db: AllegedlyDatabase, work: () => Promise<T>): Promise<T> {
  const done = await db.requests.get(requestId);
  if (done) return done.answer as T;
  const answer = await work();
  // After all that are kept, whatever the clock says: put back, it would have this one, the latest, be the first to be forgotten.
  const last = (await db.requests.orderBy('at').last())?.at ?? 0;
  await db.requests.put({ id: requestId, at: Math.max(now, last + 1), answer });
  const tooMany = (await db.requests.count()) - KEPT;
  if (tooMany > 0) await db.requests.bulkDelete(await db.requests.orderBy('at').limit(tooMany).primaryKeys());
  return answer;
}
