/**
 * Statements: the attributions that a reader is shown, with their channel, their date, what they bear on and who answers them.
 */
import { publishedAt } from '../model/article.ts';
import type { CaseFile } from '../model/case-file.ts';
import type { PreciseDate } from '../model/date.ts';
import { type Span, textOf } from '../model/span.ts';
import type { Statement, StatementKind } from '../model/statement.ts';
import { madeOn } from './dates/made-on.ts';
import { type Document, phraseOf, sentenceAround, tokensIn, wordsIn } from './document.ts';
import { channelOf } from './kinds/channel.ts';
import { findAnswers } from './link/answers.ts';
import { BearingFinder } from './link/bearing.ts';
import type { ResolvedAttribution } from './resolve-attributions.ts';
import { isShown } from './show.ts';

const finders = new WeakMap<CaseFile, BearingFinder>();

/** The statements among the attributions, in reading order. */
export function statementsOf(document: Document, caseFile: CaseFile, attributions: readonly ResolvedAttribution[]): Statement[] {
  const finder = finders.get(caseFile) ?? new BearingFinder(caseFile);
  finders.set(caseFile, finder);
  const ids = new Map<string, number>();
  const statements = attributions.flatMap((attribution) => {
    const statement = statementOf(document, attribution, finder, ids);
    return statement ? [statement] : [];
  });
  const blockOf = ({ cueSpans }: Statement) => document.tokens[tokensIn(document, cueSpans)[0] ?? -1]?.block ?? 0;
  const answers = findAnswers(
    statements.map((statement) => ({
      kind: statement.kind,
      side: statement.speaker.status === 'unresolved' ? undefined : statement.speaker.side,
      block: blockOf(statement),
      ...(statement.disputeId === undefined ? {} : { disputeId: statement.disputeId }),
    })),
  );
  return statements.map((statement, index) => {
    const answerId = statements[answers[index] ?? -1]?.id;
    return answerId === undefined ? statement : { ...statement, answerId };
  });
}

/** So much of a sentence before and behind the cue is looked at, in UTF-16 code units, so that time grows no faster than the text. */
const AROUND = 1000;

function statementOf(document: Document, attribution: ResolvedAttribution, finder: BearingFinder, ids: Map<string, number>): Statement | undefined {
  const { kind, speaker, sourceSpans, cueSpans, contentSpans, quoteType, confidence, namesActor, isAmidCase } = attribution;
  const [cue] = tokensIn(document, cueSpans);
  if (kind === undefined || cue === undefined) return undefined;
  const { article, text } = document;
  const cueAt = document.tokens[cue]?.start ?? 0;
  const sentence = sentenceSpan(document, cue);
  const words = text.slice(Math.max(sentence[0], cueAt - AROUND), Math.min(sentence[1], cueAt + AROUND));
  const published = publishedAt(article, sentence[0]);
  const dated = madeOn({ text, sentence, cue: cueSpans[0] ?? sentence, content: contentSpans, published });
  // An entry of a live blog tells of its own day, which is not the day on which the blog was begun.
  const date = dated ?? (published === article.published ? undefined : published);
  const content = phraseOf(wordsIn(document, contentSpans));
  const bearing = finder.find({ kind, speaker, content, sentence: words, madeOn: date, published });
  const block = article.blocks[document.tokens[cue]?.block ?? -1];
  const isVisible = isShown({
    kind,
    speaker,
    hasBearing: bearing.disputeId !== undefined || bearing.eventId !== undefined,
    namesActor,
    isAmidCase,
    block: block ? text.slice(block.start, Math.min(block.end, block.start + 2 * AROUND)) : '',
    contentWords: tokensIn(document, contentSpans).length,
    confidence,
  });
  if (!isVisible) return undefined;
  return {
    id: idOf(kind, textOf(text, [...cueSpans, ...contentSpans]), ids),
    kind,
    speaker,
    sourceSpans,
    cueSpans,
    contentSpans,
    quoteType,
    confidence,
    ...optional('channel', channelOf(kind, phraseOf(wordsIn(document, sourceSpans)), words.toLowerCase())),
    ...optional('madeOn', date),
    ...bearing,
  };
}

function sentenceSpan(document: Document, token: number): Span {
  const [first, after] = sentenceAround(document, token);
  return [document.tokens[first]?.start ?? 0, document.tokens[after - 1]?.end ?? 0];
}

function optional<Key extends string, Value extends string | PreciseDate>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });
}

/** An id of kind and words (FNV-1a, 32 bits), with a number where the same words are said twice. */
function idOf(kind: StatementKind, words: string, ids: Map<string, number>): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193) >>> 0;
  const base = `${kind}-${hash.toString(36)}`;
  const number = (ids.get(base) ?? 0) + 1;
  ids.set(base, number);
  return number === 1 ? base : `${base}-${number}`;
}
