/** What a page asked the sidebar to show. */
import * as v from 'valibot';

export const SidebarTargetSchema = v.strictObject({
  tabId: v.number(),
  /** Milliseconds since 1970; the same wish twice is two wishes. */
  at: v.number(),
  eventId: v.exactOptional(v.string()),
  statementId: v.exactOptional(v.string()),
  /** The words that were to be added are none of the article's. */
  isNothingSelected: v.exactOptional(v.literal(true)),
});
export type SidebarTarget = v.InferOutput<typeof SidebarTargetSchema>;
