/**
 * A case as data: parties and actors, courts and dockets, the timeline, the disputes, and the words by which coverage is
 * recognised. Job: the shape of a case file and the guard that lets one in. Knows no particular case.
 *
 * `case.json` holds everything but the recognition terms; `recognition.json` holds those alone, so that the gate,
 * which runs on every page, need not carry the rest.
 */
import * as v from 'valibot';
import { PreciseDateSchema, preciseDate } from './date.ts';
import { SIDES } from './statement.ts';

const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens'));
const Text = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(2_000, 'a text has at most 2,000 characters'));
const Term = v.pipe(v.string(), v.trim(), v.minLength(2, 'a term has at least two characters'), v.maxLength(200, 'a term has at most 200 characters'));
const HttpUrl = v.pipe(
  v.string(),
  v.url('must be a full address'),
  v.check((url) => /^https?:/i.test(url), 'must begin with http: or https:'),
);

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
const PartialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d\d){0,2}$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD'),
  v.check((date) => preciseDate(date) !== undefined, 'the date does not exist'),
);

/** Where a fact can be checked: a court paper or a published report. */
export const CitationSchema = v.strictObject({
  publisher: Text,
  title: Text,
  url: HttpUrl,
  /** When it was published or filed. */
  date: v.exactOptional(PartialDate),
  /** When it was read there. */
  retrieved: v.exactOptional(PartialDate),
  /** A court's own paper, or a copy of one, as against a report about it. */
  isCourtPaper: v.exactOptional(v.boolean()),
});
export type Citation = v.InferOutput<typeof CitationSchema>;
const Citations = v.pipe(v.array(CitationSchema), v.minLength(1, 'at least one citation is needed'));

export const ACTOR_KINDS = [
  'party',
  'court',
  'judge',
  'counsel',
  'spokesperson',
  'executive',
  'witness',
  'expert',
  'organisation',
  'government',
  'press',
  'other',
] as const;

export const ActorSchema = v.strictObject({
  id: Id,
  /** The name as it is shown. */
  name: Text,
  kind: v.picklist(ACTOR_KINDS),
  side: v.picklist(SIDES),
  role: v.exactOptional(Text),
  /** Parties only. */
  partyRole: v.exactOptional(v.picklist(['plaintiff', 'defendant', 'amicus'])),
  /** Proper names by which texts call this actor, longest and full ones included; matched whole-word, case as written. */
  names: v.pipe(v.array(Term), v.minLength(1, 'at least one name is needed')),
  /** Descriptions that mean this actor in coverage of the case ("the Israeli firm"), without their article; case ignored. */
  epithets: v.exactOptional(v.array(Term)),
  /** Names that mean this actor only where the full name stands elsewhere in the article (a surname). */
  shortNames: v.exactOptional(v.array(Term)),
  /** How texts refer back to it. */
  pronoun: v.exactOptional(v.picklist(['it', 'he', 'she', 'they'])),
  /** The actor for whom this one speaks (a spokesperson's party, a lawyer's client, a subsidiary's parent). */
  speaksFor: v.exactOptional(Id),
});
export type Actor = v.InferOutput<typeof ActorSchema>;

export const CourtSchema = v.strictObject({ id: Id, name: Text, place: v.exactOptional(Text) });
export type Court = v.InferOutput<typeof CourtSchema>;

export const DocketSchema = v.strictObject({
  id: Id,
  courtId: Id,
  number: Text,
  /** Other ways in which the number is written. */
  alsoWritten: v.exactOptional(v.array(Term)),
  caption: Text,
  filed: v.exactOptional(PreciseDateSchema),
  judgeIds: v.exactOptional(v.array(Id)),
  status: v.exactOptional(Text),
  citations: Citations,
});
export type Docket = v.InferOutput<typeof DocketSchema>;

export const PhaseSchema = v.strictObject({ id: Id, title: Text });

export const EVENT_KINDS = [
  'filing',
  'motion',
  'opposition',
  'order',
  'ruling',
  'verdict',
  'injunction',
  'appeal',
  'hearing',
  'trial',
  'statement',
  'disclosure',
  'regulatory',
  'related',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const EventSchema = v.strictObject({
  id: Id,
  date: PreciseDateSchema,
  phaseId: Id,
  kind: v.picklist(EVENT_KINDS),
  title: Text,
  summary: Text,
  actorIds: v.array(Id),
  docketId: v.exactOptional(Id),
  /** Earlier events that this one answers (an opposition its motion) or decides (an order its motion). */
  respondsTo: v.exactOptional(v.array(Id)),
  /** What is uncertain about it, in a sentence. */
  note: v.exactOptional(Text),
  /** Words that tie a statement to this event, beyond its title and actors; case ignored. */
  terms: v.exactOptional(v.array(Term)),
  citations: Citations,
});
export type CaseEvent = v.InferOutput<typeof EventSchema>;

export const PositionSchema = v.strictObject({
  side: v.picklist(SIDES),
  actorId: v.exactOptional(Id),
  date: PreciseDateSchema,
  text: Text,
  eventId: v.exactOptional(Id),
  citations: Citations,
});
export type Position = v.InferOutput<typeof PositionSchema>;

export const FigureSchema = v.strictObject({
  value: Text,
  /** The number itself, where it is one, so that figures can be drawn. */
  amount: v.exactOptional(v.number()),
  givenBy: Text,
  date: PreciseDateSchema,
  note: v.exactOptional(Text),
  citations: Citations,
});
export type Figure = v.InferOutput<typeof FigureSchema>;

export const DisputeSchema = v.strictObject({
  id: Id,
  /** The contested point, as a question that both sides would accept. */
  question: Text,
  /** Words that tie a statement to this dispute; case ignored. */
  terms: v.pipe(v.array(Term), v.minLength(1)),
  positions: v.pipe(v.array(PositionSchema), v.minLength(1)),
  /** Where sources give different numbers for one thing. */
  figures: v.exactOptional(v.array(FigureSchema)),
  finding: v.exactOptional(v.strictObject({ date: PreciseDateSchema, text: Text, eventId: v.exactOptional(Id), citations: Citations })),
});
export type Dispute = v.InferOutput<typeof DisputeSchema>;

/** Words by which coverage is recognised; see `RecognitionSchema`. */
const WeightedTerm = v.strictObject({
  term: Term,
  /** 1: a hint; 2: strong; 3: settles it (a docket number). */
  weight: v.picklist([1, 2, 3]),
  /** Letter case must be as written ("NSO", "Meta"). */
  isCased: v.exactOptional(v.boolean()),
});

export const RecognitionSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  caseId: Id,
  /** Names of the plaintiff's side and of the defendant's side; both must stand in the text. */
  plaintiff: v.pipe(v.array(WeightedTerm), v.minLength(1)),
  defendant: v.pipe(v.array(WeightedTerm), v.minLength(1)),
  /** What coverage calls a side without its name ("the chat app", "the spyware maker"), without the article; case ignored. Says nothing by itself. */
  descriptions: v.exactOptional(v.strictObject({ plaintiff: v.exactOptional(v.array(Term)), defendant: v.exactOptional(v.array(Term)) })),
  /** What only this case has: docket numbers, the judge, sums, counsel, incidents. */
  anchors: v.pipe(v.array(WeightedTerm), v.minLength(1)),
  /** Words of look-alikes: other suits, other bearers of the name; `why` is shown to the reader. */
  negatives: v.array(v.strictObject({ term: Term, weight: v.picklist([1, 2, 3]), isCased: v.exactOptional(v.boolean()), why: Text })),
});
export type Recognition = v.InferOutput<typeof RecognitionSchema>;

const CaseShape = v.strictObject({
  $schema: v.exactOptional(v.string()),
  schemaVersion: v.literal(1),
  id: Id,
  /** "WhatsApp v. NSO Group". */
  name: Text,
  caption: Text,
  summary: Text,
  /** The date up to which the timeline was checked. */
  recordCompleteTo: PreciseDateSchema,
  courts: v.pipe(v.array(CourtSchema), v.minLength(1)),
  dockets: v.pipe(v.array(DocketSchema), v.minLength(1)),
  actors: v.pipe(v.array(ActorSchema), v.minLength(2)),
  phases: v.pipe(v.array(PhaseSchema), v.minLength(1)),
  events: v.pipe(v.array(EventSchema), v.minLength(1)),
  disputes: v.array(DisputeSchema),
});

/** `case.json` alone: shape only, references not followed. */
export const CaseFileSchema = CaseShape;
/** A case with its recognition terms, as the program uses it. */
export interface CaseFile extends v.InferOutput<typeof CaseShape> {
  readonly recognition: Recognition;
}
