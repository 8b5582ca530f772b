/**
 * The words by which the gate knows coverage of imported cases, as they are stored. Must not import anything that is not a type, like
 * the gate itself: what is stored is looked at by hand.
 */
import type { GateTerms } from './gate.ts';

const isTerm = (raw: unknown): raw is { term: string; isCased?: boolean } =>
  typeof raw === 'object' &&
  raw !== null &&
  'term' in raw &&
  typeof raw.term === 'string' &&
  raw.term.length > 1 &&
  !('isCased' in raw && typeof raw.isCased !== 'boolean');

const isTerms = (raw: unknown): raw is GateTerms['plaintiff'] => Array.isArray(raw) && raw.length > 0 && raw.every(isTerm);

/** What of it the gate can use; nothing where it is not of the expected shape. */
export function gateTermsFrom(raw: unknown): GateTerms[] {
  if (!Array.isArray(raw)) return [];
  return raw.filter(
    (each): each is GateTerms =>
      typeof each === 'object' && each !== null && typeof each.caseId === 'string' && isTerms(each.plaintiff) && isTerms(each.defendant),
  );
}

/** What the gate needs of these cases. */
export function gateTermsOf(cases: readonly GateTerms[]): GateTerms[] {
  return cases.map(({ caseId, plaintiff, defendant }) => ({ caseId, plaintiff, defendant }));
}
