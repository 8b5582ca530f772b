/**
 * Where two annotators of one article differ, and the text's annotations once a third reader has decided. Knows no files.
 */
import { createHash } from 'node:crypto';
import type { Span } from '../../model/span.ts';
import { pairUp } from '../score/pairs.ts';
import { type GoldAttribution, type GoldLabel, labelOf } from './parse-corpus.ts';
import { isSameName } from './same-name.ts';

/** One of the two annotators; they are called so in the order of their passes. */
export type Annotator = 'first' | 'second';

/** `label`: both found it, and say other things of it. `whole`: only one found it, or its parts reach elsewhere. */
export interface Difference {
  readonly type: 'label' | 'whole';
  readonly first?: GoldAttribution;
  readonly second?: GoldAttribution;
}

/** `=` is a label of the third reader's own; `-` drops the attribution; two names accept both kinds, the better first. */
export type Decision =
  | { readonly type: 'one'; readonly of: Annotator }
  | { readonly type: 'both'; readonly better: Annotator }
  | { readonly type: 'own'; readonly label: GoldLabel }
  | { readonly type: 'none' };

const startOf = ({ cue, content }: GoldAttribution) => cue[0]?.[0] ?? content[0]?.[0] ?? 0;
const overlap = (a: readonly Span[], b: readonly Span[]) => a.some(([start, end]) => b.some(([from, to]) => start < to && from < end));

/** Whether a reader would be told something else. Kinds count as alike where one annotator accepts the other's first, others apart. */
function isLabelledAlike(one: GoldAttribution, other: GoldAttribution): boolean {
  const isKindAlike = one.kinds[0] === other.kinds[0] || (one.kinds.length > 1 && one.kinds.includes(other.kinds[0]));
  if (!isKindAlike) return false;
  // Of what no reader is shown, nobody asks who said it.
  if (one.kinds[0] === undefined && other.kinds[0] === undefined) return true;
  return one.side === other.side && one.speakers.some((name) => other.speakers.some((each) => isSameName(name, each)));
}

/** All differences, in the order of the text. */
export function differencesOf(first: readonly GoldAttribution[], second: readonly GoldAttribution[], text: string): Difference[] {
  const pairs = pairUp(first, second, text);
  const found: Difference[] = pairs.flatMap(([a, b]) => {
    const [one, other] = [first[a], second[b]];
    return one && other && !isLabelledAlike(one, other) ? [{ type: 'label', first: one, second: other }] : [];
  });
  const paired = [new Set(pairs.map(([a]) => a)), new Set(pairs.map(([, b]) => b))];
  const alone = new Set(second.filter((_, index) => !paired[1]?.has(index)));
  for (const one of first.filter((_, index) => !paired[0]?.has(index))) {
    const other = [...alone].find(({ cue }) => overlap(cue, one.cue));
    if (other) alone.delete(other);
    found.push({ type: 'whole', first: one, ...(other ? { second: other } : {}) });
  }
  for (const other of alone) found.push({ type: 'whole', second: other });
  return found.sort((a, b) => startOf(a.first ?? a.second ?? NOTHING) - startOf(b.first ?? b.second ?? NOTHING));
}

const NOTHING: GoldAttribution = { number: 0, source: [], cue: [], content: [], kinds: [], speakers: [], side: 'unresolved' };

/** Whose version is called A in an article’s item, counted from 1; even, without chance, and not to be guessed from the sheet. */
export function annotatorA(id: string, item: number): Annotator {
  return (createHash('sha256').update(`${id} ${item}`).digest()[0] ?? 0) % 2 === 0 ? 'first' : 'second';
}

/** Reads a decision as a third reader writes it: `A`, `B`, `AB`, `BA`, `-`, or `=` with a label; undefined for anything else. */
export function decisionOf(words: string, a: Annotator): Decision | undefined {
  const b = a === 'first' ? 'second' : 'first';
  switch (words.trim()) {
    case 'A':
      return { type: 'one', of: a };
    case 'B':
      return { type: 'one', of: b };
    case 'AB':
      return { type: 'both', better: a };
    case 'BA':
      return { type: 'both', better: b };
    case '-':
      return { type: 'none' };
    default: {
      const own = words.trim().startsWith('=') ? labelOf(words.trim().slice(1)) : undefined;
      return own?.problems.length === 0 ? { type: 'own', label: own.label } : undefined;
    }
  }
}

/** The first annotator's attributions as the decisions change them; one decision a difference, in order. */
export function decide(first: readonly GoldAttribution[], differences: readonly Difference[], decisions: readonly Decision[]): GoldAttribution[] {
  const changed = new Map(differences.map((difference, index) => [difference, decided(difference, decisions[index])]));
  const disputed = new Set(differences.flatMap(({ first: one }) => one ?? []));
  const kept = first.filter((each) => !disputed.has(each));
  return [...kept, ...[...changed.values()].flatMap((each) => each ?? [])].sort((a, b) => startOf(a) - startOf(b));
}

function decided(difference: Difference, decision: Decision | undefined): GoldAttribution | undefined {
  const { first, second, type } = difference;
  const base = first ?? second;
  if (!base || !decision || decision.type === 'none') return undefined;
  if (decision.type === 'own') return { ...base, ...decision.label };
  if (decision.type === 'one') {
    const chosen = difference[decision.of];
    // Spans that differ a little are nobody's dispute: the first annotator's stay.
    return type === 'label' && chosen && chosen !== base ? { ...base, ...labelIn(chosen) } : chosen;
  }
  const [better, other] = decision.better === 'first' ? [first, second] : [second, first];
  if (!better || !other) return base;
  const unite = <T>(a: readonly T[], b: readonly T[]) => [...new Set([...a, ...b])];
  return { ...base, kinds: unite(better.kinds, other.kinds), speakers: unite(better.speakers, other.speakers), side: better.side };
}

const labelIn = ({ kinds, speakers, side }: GoldAttribution): GoldLabel => ({ kinds, speakers, side });
