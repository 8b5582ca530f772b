/**
 * What is known of the page in a tab: kept for the session, so that popup and sidebar have it when the worker has slept.
 */
import * as v from 'valibot';
import { VerdictSchema } from './verdict.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What keeps the marks from being kept true: the page never comes to rest, or throws our element out. */
export const TROUBLES = ['storm', 'evicted'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Why a page was given up unread. */
export const GIVE_UPS = ['too-many-nodes', 'too-deep', 'too-long', 'out-of-time'] as const;
export type GiveUp = (typeof GIVE_UPS)[number];

export const PageStateSchema = v.strictObject({
  tabId: v.number(),
  url: v.string(),
  /** Of the page that was read, which is another one after each loading; absent where the browser does not tell. */
  documentId: v.exactOptional(v.string()),
  title: v.string(),
  /** `read`: analysed and stored or found not to be coverage; `failed`: `problem` says why. */
  status: v.picklist(['reading', 'read', 'failed']),
  problem: v.exactOptional(v.string()),
  /** Present once the article has been stored. */
  articleId: v.exactOptional(v.string()),
  /** The reader has deleted it: until the page is loaded anew it is not stored again, whatever has it read. */
  isDeleted: v.exactOptional(v.literal(true)),
  verdict: v.exactOptional(VerdictSchema),
  /** Statements found on the page; `shown` + `waiting` + `orphans` add up to it. */
  statements: Count,
  shown: Count,
  /** Found in the article but hidden: by a toggle, or by the page, which has folded the passage away. */
  waiting: Count,
  /** Found in the article's text but no longer on the page. */
  orphans: Count,
  /** Words of attribution in an article about a case that were not certain enough, or not about the case, to be shown as statements. */
  leftOut: v.exactOptional(Count),
  trouble: v.exactOptional(v.picklist(TROUBLES)),
});
export type PageState = v.InferOutput<typeof PageStateSchema>;
