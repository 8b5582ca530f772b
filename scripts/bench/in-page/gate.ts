/**
 * What the gate costs on a page, with one case and with many, beside a walk over the page's text: each the least of several runs, in turn.
 */
import { gatePage } from '../../../reading/gate.ts';
import { type GateTerms, gateTable } from '../../../reading/gate-table.ts';

export interface GateTimes {
  /** In ms, the least of all runs. */
  readonly walk: number;
  readonly one: number;
  readonly many: number;
  /** Whether the page passed for any case. */
  readonly isCandidate: boolean;
}

/** Times the gate on this page. A clock that ticks in tenths of a millisecond is too coarse for one run, so each is of several; few, since a run that another program breaks into is lost. */
export function gateTimes(one: readonly GateTerms[], many: readonly GateTerms[], runs: number): GateTimes {
  const tables = { one: gateTable(one), many: gateTable(many) };
  const least: Record<string, number> = {};
  const REPEATS = 3;
  const time = (name: string, work: () => void) => {
    const begun = performance.now();
    for (let repeat = 0; repeat < REPEATS; repeat++) work();
    least[name] = Math.min(least[name] ?? Number.POSITIVE_INFINITY, (performance.now() - begun) / REPEATS);
  };
  for (let run = 0; run < runs; run++) {
    time('walk', walk);
    time('one', () => void gatePage(document, tables.one));
    time('many', () => void gatePage(document, tables.many));
  }
  const of = (name: string) => least[name] ?? 0;
  return { walk: of('walk'), one: of('one'), many: of('many'), isCandidate: gatePage(document, tables.many).length > 0 };
}

/** The floor: every text node of the page, looked at once. */
function walk(): void {
  let length = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) length += (node as Text).data.length;
  if (length < 0) throw new Error('never');
}
