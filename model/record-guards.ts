/** Guards for stored records that come from outside: from a backup. Job: to let in nothing that is not of our shape, nor too much of it. */
import * as v from 'valibot';
import { ProvenanceSchema } from './article.ts';
import { CorrectionSchema } from './correction.ts';
import { PreciseDateSchema } from './date.ts';
import { recordOf } from './named.ts';
import { STATEMENT_KINDS, StatementSchema } from './statement.ts';
import { VerdictSchema } from './verdict.ts';

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(9_000));
const Text = v.pipe(v.string(), v.maxLength(20_000));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Milliseconds since 1970, up to the year 9999. */
const Time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253_402_300_799_999));
const Counts = recordOf(v.pipe(v.string(), v.maxLength(500)), Count);

const HttpUrl = v.pipe(
  v.string(),
  v.maxLength(4_000),
  v.check((url) => /^https?:\/\//i.test(url), 'must begin with http: or https:'),
);

export const StoredArticleSchema = v.strictObject({
  id: HttpUrl,
  url: HttpUrl,
  site: Text,
  title: Text,
  outlet: v.exactOptional(Text),
  byline: v.exactOptional(Text),
  published: v.exactOptional(PreciseDateSchema),
  modified: v.exactOptional(PreciseDateSchema),
  canonicalUrl: v.exactOptional(HttpUrl),
  distrustedCanonical: v.exactOptional(Text),
  provenance: v.exactOptional(ProvenanceSchema),
  caseId: Id,
  verdict: VerdictSchema,
  wordCount: Count,
  statementCount: Count,
  isCutShort: v.exactOptional(v.literal(true)),
  facets: v.exactOptional(
    v.strictObject({
      kinds: v.strictObject(Object.fromEntries(STATEMENT_KINDS.map((kind) => [kind, v.exactOptional(Count)]))),
      sides: v.strictObject(Object.fromEntries(['plaintiff', 'defendant', 'court', 'other'].map((side) => [side, v.exactOptional(Count)]))),
      events: Counts,
      disputes: Counts,
    }),
  ),
  revision: v.exactOptional(Count),
  copyOf: v.exactOptional(HttpUrl),
  sketch: v.exactOptional(v.pipe(v.array(Count), v.maxLength(100))),
  marks: v.exactOptional(v.pipe(v.array(Count), v.maxLength(100))),
  firstReadAt: Time,
  lastReadAt: Time,
});

export const StoredStatementSchema = v.strictObject({
  ...StatementSchema.entries,
  key: Id,
  articleId: Id,
  caseId: Id,
  order: Count,
  words: Text,
  sourceWords: Text,
  cueWords: Text,
  prefix: Text,
  suffix: Text,
  section: v.exactOptional(Text),
});

const Statements = v.pipe(v.array(StoredStatementSchema), v.maxLength(500_000));

const NoteSchema = v.strictObject({
  ...{ id: Id, articleId: Id, caseId: Id, text: Text, at: Time },
  statementId: v.exactOptional(Id),
  about: v.exactOptional(v.strictObject({ exact: Text, prefix: Text, suffix: Text })),
});

export const BackupSchema = v.strictObject({
  format: v.literal('allegedly-backup'),
  version: v.literal(1),
  articles: v.pipe(v.array(StoredArticleSchema), v.maxLength(50_000)),
  statements: Statements,
  corrections: v.pipe(v.array(CorrectionSchema), v.maxLength(200_000)),
  analysed: v.pipe(v.array(v.strictObject({ articleId: Id, statements: Statements, lostIds: v.array(Id) })), v.maxLength(50_000)),
  notes: v.pipe(v.array(NoteSchema), v.maxLength(200_000)),
});
export type Backup = v.InferOutput<typeof BackupSchema>;
