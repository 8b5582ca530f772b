/** Every rule beyond what the program needs of a case. Job: one list of all that they find. Knows no text and no lines. */
import type { CaseFile } from '../../model/case-file.ts';
import type { CaseProblem } from '../case-file-error.ts';
import { actorRules } from './actor-rules.ts';
import { orderRules } from './order-rules.ts';
import { recognitionRules } from './recognition-rules.ts';
import { lastDayOf, type Rule } from './rule.ts';
import { termRules } from './term-rules.ts';
import { textRules } from './text-rules.ts';
import { timeRules } from './time-rules.ts';

const RULES: readonly Rule[] = [...timeRules, ...orderRules, ...actorRules, ...recognitionRules, ...termRules, ...textRules];

/** Slips and warnings of a case whose shape is right. `now` in ms since 1970: nothing may be later. */
export function carefulProblems(file: CaseFile, now: number): CaseProblem[] {
  const today = lastDayOf(now);
  return RULES.flatMap((rule) => rule(file, today));
}
