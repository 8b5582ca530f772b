/** Threads of the record: a motion or an appeal with what answers it and what decides it. Pure. */
import type { CaseEvent } from '../model/case-file.ts';
import { compareDates } from '../model/date.ts';

const OPENS: ReadonlySet<CaseEvent['kind']> = new Set(['motion', 'appeal']);

/**
 * The thread of each event that belongs to one, in order of date: from the nearest motion or appeal that it answers, directly or by way
 * of another answer, to all that answers that one. A motion alone is no thread.
 */
export function threadsOf(events: readonly CaseEvent[]): ReadonlyMap<string, readonly CaseEvent[]> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const openerOf = (event: CaseEvent, seen: ReadonlySet<string> = new Set()): string | undefined => {
    if (OPENS.has(event.kind)) return event.id;
    for (const id of event.respondsTo ?? []) {
      const earlier = byId.get(id);
      const opener = earlier && !seen.has(id) ? openerOf(earlier, new Set([...seen, id])) : undefined;
      if (opener !== undefined) return opener;
    }
    return undefined;
  };
  const threads = Map.groupBy(events, (event) => openerOf(event));
  const found = new Map<string, readonly CaseEvent[]>();
  for (const [opener, members] of threads) {
    if (opener === undefined || members.length < 2) continue;
    const inOrder = members.toSorted((a, b) => compareDates(a.date, b.date));
    for (const { id } of members) found.set(id, inOrder);
  }
  return found;
}

/** What sort of event it is: an act of a court, a paper of a party, something said, or something around the case. */
export function groupOf(kind: CaseEvent['kind']): 'court' | 'paper' | 'hearing' | 'said' | 'around' {
  if (kind === 'order' || kind === 'ruling' || kind === 'verdict' || kind === 'injunction') return 'court';
  if (kind === 'filing' || kind === 'motion' || kind === 'opposition' || kind === 'appeal') return 'paper';
  if (kind === 'hearing' || kind === 'trial') return 'hearing';
  return kind === 'statement' ? 'said' : 'around';
}

/** How many events tell what came later, and what is told before anything else: what decides, then what appeals or orders, then the rest. */
const MOST = 8;
const WEIGHTS: Readonly<Partial<Record<CaseEvent['kind'], number>>> = { verdict: 2, ruling: 2, injunction: 2, order: 1, appeal: 1 };

/** Of events in order those that weigh most, the latest among equals; still in order. */
export function mostWeighty(events: readonly CaseEvent[]): CaseEvent[] {
  const weight = ({ kind }: CaseEvent) => WEIGHTS[kind] ?? 0;
  const told = new Set(
    events
      .toReversed()
      .toSorted((a, b) => weight(b) - weight(a))
      .slice(0, MOST),
  );
  return events.filter((event) => told.has(event));
}
