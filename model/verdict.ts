/**
 * What the recogniser says of a page, and why.
 */
import * as v from 'valibot';
import type { Span } from './span.ts';

export const VERDICT_STATUSES = ['about', 'mentions', 'unsure', 'no'] as const;
/** `about` the case, only `mentions` it, too little text to say (`unsure`), or `no`. Statements are shown for `about` only. */
export type VerdictStatus = (typeof VERDICT_STATUSES)[number];

export const REASON_ROLES = ['plaintiff', 'defendant', 'anchor', 'title', 'negative', 'length', 'language'] as const;
export type ReasonRole = (typeof REASON_ROLES)[number];

/** One thing that spoke for or against: the words found, how often, and what they count for. */
export interface Reason {
  readonly role: ReasonRole;
  /** The words as the page has them, or a short explanation where there are none. */
  readonly words: string;
  readonly count: number;
  readonly speaksFor: boolean;
  /** First place in the text, where there is one. */
  readonly span?: Span;
}

export interface Verdict {
  readonly status: VerdictStatus;
  readonly caseId?: string;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Ids of other cases that the article is about too, the better first; missing where there is none. */
  readonly alsoAbout?: readonly string[];
}

const Offset = v.pipe(v.number(), v.integer(), v.minValue(0));

export const VerdictSchema = v.strictObject({
  status: v.picklist(VERDICT_STATUSES),
  caseId: v.exactOptional(v.string()),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  reasons: v.pipe(
    v.array(
      v.strictObject({
        role: v.picklist(REASON_ROLES),
        words: v.string(),
        count: v.pipe(v.number(), v.integer()),
        speaksFor: v.boolean(),
        span: v.exactOptional(v.pipe(v.strictTuple([Offset, Offset]), v.readonly())),
      }),
    ),
    v.readonly(),
  ),
  alsoAbout: v.exactOptional(v.pipe(v.array(v.string()), v.readonly())),
});
