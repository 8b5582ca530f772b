/**
 * What a card says of one statement, put together from the article's statements and what the case file knows. Words are cut from the
 * article's text, so that the card shows what the page shows.
 */
import type { PreciseDate } from '../model/date.ts';
import type { OnRecord } from '../model/on-record.ts';
import { textOf } from '../model/span.ts';
import type { Side, Statement } from '../model/statement.ts';

export interface CardContent {
  readonly statement: Statement;
  readonly words: string;
  readonly cueWords: string;
  readonly sourceWords: string;
  readonly confidence: Confidence;
  /** The other side's answer in this article. */
  readonly answer?: { readonly statement: Statement; readonly words: string };
  /** Absent until the background has answered. */
  readonly record?: OnRecord;
  /** Place among those marked, from 1. */
  readonly number: number;
  readonly total: number;
}

export type Confidence = 'high' | 'fair' | 'low';

/** Below this a statement is painted fainter and called uncertain. */
export const UNCERTAIN_BELOW = 0.6;
const HIGH_FROM = 0.85;

export function confidenceOf({ confidence }: Pick<Statement, 'confidence'>): Confidence {
  return confidence < UNCERTAIN_BELOW ? 'low' : confidence < HIGH_FROM ? 'fair' : 'high';
}

export interface CardQuestion {
  readonly id: string;
  readonly text: string;
  readonly statements: readonly Statement[];
  /** Ids of those that are marked, in reading order. */
  readonly marked: readonly string[];
  readonly record?: OnRecord | undefined;
}

/** The card's content; undefined where the article has no such statement. */
export function cardContent({ id, text, statements, marked, record }: CardQuestion): CardContent | undefined {
  const statement = statements.find((each) => each.id === id);
  if (!statement) return undefined;
  const answer = statements.find((each) => each.id === statement.answerId);
  return {
    statement,
    words: textOf(text, statement.contentSpans),
    cueWords: textOf(text, statement.cueSpans),
    sourceWords: textOf(text, statement.sourceSpans),
    confidence: confidenceOf(statement),
    ...(answer ? { answer: { statement: answer, words: textOf(text, answer.contentSpans.length > 0 ? answer.contentSpans : answer.cueSpans) } } : {}),
    ...(record ? { record } : {}),
    number: marked.indexOf(id) + 1,
    total: marked.length,
  };
}

/** The side that speaks; undefined where the speaker is not clear. */
export function sideOf({ speaker }: Pick<Statement, 'speaker'>): Side | undefined {
  return speaker.status === 'unresolved' ? undefined : speaker.side;
}

/** As of when the statement is to be read: the day on which it was made, else on which the article was published. */
export function asOf({ madeOn }: Pick<Statement, 'madeOn'>, published: PreciseDate | undefined): PreciseDate | undefined {
  return madeOn ?? published;
}
