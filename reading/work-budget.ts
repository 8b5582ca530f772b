/**
 * Work on a page in slices, within a budget: long work is a generator that yields between pieces, and whoever runs it pauses there so that
 * the page stays alive, or gives up. Knows nothing of what the work is.
 */

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

/** What came of work in slices. */
export interface Done<T> {
  /** Undefined where the budget was used up first. */
  readonly result: T | undefined;
  /** Time of work, pauses not counted, in ms. */
  readonly workMs: number;
}

/** Does the work in slices, and no more of it than the budget allows. */
export async function runInSlices<T>(steps: Steps<T>, { limitMs, sliceMs, now, pause }: WorkBudget): Promise<Done<T>> {
  let spent = 0;
  let begun = now();
  for (;;) {
    const { done, value } = steps.next();
    const slice = now() - begun;
    if (done) return { result: value, workMs: spent + slice };
    if (spent + slice > limitMs) return { result: undefined, workMs: spent + slice };
    if (slice < sliceMs) continue;
    spent += slice;
    await pause();
    begun = now();
  }
}

/** Resolves in a task of its own, before timers: `scheduler.yield` where the browser has it. */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}
