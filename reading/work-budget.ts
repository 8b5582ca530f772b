/**
 * Work on a page in slices, within a budget: long work is a generator that yields between pieces, and whoever runs it pauses there so that
 * the page stays alive, or gives up. Knows nothing of what the work is.
 */

/** Why a page was given up. */
export type GiveUp = 'too-many-nodes' | 'too-deep' | 'too-long' | 'out-of-time';

/** Work that can be left between its pieces. */
export type Steps<T> = Generator<undefined, T>;

export interface WorkBudget {
  /** Longest time of work, pauses not counted, in ms. */
  readonly limitMs: number;
  /** Longest time without a pause, in ms. */
  readonly sliceMs: number;
  /** A clock, in ms. */
  readonly now: () => number;
  /** Lets the page do what it has to do. */
  readonly pause: () => Promise<void>;
}

export const GIVE_UP_MS = 500;
const SLICE_MS = 8;

/** The budget of a page that somebody is reading. */
export function pageBudget(limitMs = GIVE_UP_MS): WorkBudget {
  return { limitMs, sliceMs: SLICE_MS, now: () => performance.now(), pause: nextTask };
}

/** Does all the work at once. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does the work in slices. `undefined` where the budget was used up first. */
export async function runInSlices<T>(steps: Steps<T>, { limitMs, sliceMs, now, pause }: WorkBudget): Promise<T | undefined> {
  let spent = 0;
  let begun = now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const slice = now() - begun;
    if (spent + slice > limitMs) return undefined;
    if (slice < sliceMs) continue;
    spent += slice;
    await pause();
    begun = now();
  }
}

/** Resolves in a task of its own, before timers: `scheduler.yield` where the browser has it. */
function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}
