/**
 * Who answers whom within one article: a claim, and the other side's denial of it, refusal to comment or concession.
 */
import type { Side, StatementKind } from '../../model/statement.ts';
import { isOpposite } from '../speakers/scene.ts';

export interface Answerable {
  readonly kind: StatementKind;
  readonly side: Side | undefined;
  readonly disputeId?: string;
  readonly block: number;
  /** Index, in the same list, of the statement whose content holds this one. */
  readonly parent?: number;
}

const ANSWERS: ReadonlySet<StatementKind> = new Set(['denial', 'no-comment', 'concession']);
/** Blocks within which an answer without a dispute in common still answers. */
const NEAR = 2;
/** How many statements away an answer is looked for, so that time stays in step with the text. */
const WITHIN = 80;

/** For each statement, the index of the one that answers it; undefined where nobody does. The list is in order of the text. */
export function findAnswers(statements: readonly Answerable[]): (number | undefined)[] {
  return statements.map((statement, index) => {
    if (statement.kind !== 'claim' && statement.kind !== 'demand') return undefined;
    const outer = statement.parent === undefined ? undefined : statements[statement.parent];
    if (outer && outer.kind === 'denial' && isOpposite(outer.side, statement.side)) return statement.parent;
    return bestAnswer(statements, statement, index);
  });
}

function bestAnswer(statements: readonly Answerable[], statement: Answerable, index: number): number | undefined {
  let best: number | undefined;
  let bestPoints = 0;
  for (let at = Math.max(0, index - WITHIN); at < Math.min(statements.length, index + WITHIN); at++) {
    const candidate = statements[at];
    if (!candidate || !ANSWERS.has(candidate.kind) || !isOpposite(candidate.side, statement.side)) continue;
    const points = pointsOf(statement, candidate, at - index);
    if (points > bestPoints) {
      bestPoints = points;
      best = at;
    }
  }
  return best;
}

function pointsOf(statement: Answerable, candidate: Answerable, distance: number): number {
  const isSame = statement.disputeId !== undefined && statement.disputeId === candidate.disputeId;
  const isOther = statement.disputeId !== undefined && candidate.disputeId !== undefined && !isSame;
  const blocks = candidate.block - statement.block;
  const isNear = blocks >= 0 && blocks <= NEAR && distance > 0;
  if (isOther || (!isSame && !isNear)) return 0;
  return (isSame ? 3 : 0) + (isNear ? 1.5 : 0) + (candidate.kind === 'denial' ? 1 : 0) + (distance > 0 ? 0.4 : 0) + 0.3 / (1 + Math.abs(distance));
}
