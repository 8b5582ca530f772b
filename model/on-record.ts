/**
 * What the case file knows of one statement: the contested point, the other side's position, what was found, the event it belongs to.
 * Job: the shape in which it travels to the page. Knows no particular case.
 */
import * as v from 'valibot';
import { EVENT_KINDS } from './case-file.ts';
import { PreciseDateSchema } from './date.ts';
import { SIDES } from './statement.ts';

const EventSchema = v.strictObject({ id: v.string(), title: v.string(), date: PreciseDateSchema, kind: v.picklist(EVENT_KINDS) });

export const OnRecordSchema = v.strictObject({
  /** The contested point, as a question. */
  question: v.exactOptional(v.string()),
  /** The other side's position on it; `by` where the record says who took it. */
  otherSide: v.exactOptional(v.strictObject({ side: v.picklist(SIDES), by: v.exactOptional(v.string()), date: PreciseDateSchema, text: v.string() })),
  /** What was found on it. `isLater`: after the statement was made; false also where nobody knows when that was. */
  finding: v.exactOptional(v.strictObject({ date: PreciseDateSchema, text: v.string(), isLater: v.boolean() })),
  /** The event that the statement is about. */
  event: v.exactOptional(EventSchema),
  /** Later events that answer or decide that one, in order. */
  later: v.pipe(v.array(EventSchema), v.readonly()),
  /** Whom a reader may name as the speaker. */
  actors: v.pipe(v.array(v.strictObject({ id: v.string(), name: v.string(), side: v.picklist(SIDES) })), v.readonly()),
});
export type OnRecord = v.InferOutput<typeof OnRecordSchema>;

/** What is asked about: ids of the case file, the side that spoke, and when. */
export const RecordQuestionSchema = v.strictObject({
  disputeId: v.exactOptional(v.string()),
  eventId: v.exactOptional(v.string()),
  side: v.exactOptional(v.picklist(SIDES)),
  asOf: v.exactOptional(PreciseDateSchema),
});
export type RecordQuestion = v.InferOutput<typeof RecordQuestionSchema>;
