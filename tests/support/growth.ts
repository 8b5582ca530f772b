/** How much longer a piece of work takes when there is more of it, on machines that are busy with other things too. */

const ATTEMPTS = 4;
const RUNS = 3;
/** Milliseconds below which a time is the clock's noise. */
const LEAST = 2;

/**
 * The ratio of the times of `long` and `short`: the least of several attempts, each of which takes the best of several runs of either, since
 * whatever else the machine does can only make one attempt look worse. Work that grows with the square looks bad in every attempt.
 */
export function growthOf(long: () => void, short: () => void, { attempts = ATTEMPTS, runs = RUNS } = {}): number {
  const best = (work: () => void) =>
    Math.min(
      ...Array.from({ length: runs }, () => {
        const begin = performance.now();
        work();
        return performance.now() - begin;
      }),
    );
  short();
  return Math.min(...Array.from({ length: attempts }, () => best(long) / Math.max(LEAST, best(short))));
}
