/**
 * The whole analysis, pure: an article and case files in; a verdict, attributions and statements out.
 * Order of the stages: recognise → tokens and sentences → attributions → speakers → kinds → dates → disputes and events.
 */
import type { Article } from '../model/article.ts';
import type { Attribution } from '../model/attribution.ts';
import type { CaseFile } from '../model/case-file.ts';
import type { Speaker, Statement, StatementKind } from '../model/statement.ts';
import type { Verdict } from '../model/verdict.ts';
import { madeOn } from './dates/made-on.ts';
import { type Document, phraseOf, readDocument, sentenceAround, tokensIn, wordsIn } from './document.ts';
import { channelOf } from './kinds/channel.ts';
import { kindOf } from './kinds/kind.ts';
import { subjectOf } from './kinds/subject.ts';
import { findAnswers } from './link/answers.ts';
import { BearingFinder } from './link/bearing.ts';
import { recognise } from './recognise.ts';
import { isShown } from './show.ts';
import { findMentions } from './speakers/mentions.ts';
import { castOf, resolveSpeakers } from './speakers/resolve.ts';
import { attributeByTagger } from './tagger/attribute.ts';
import type { Tagger } from './tagger/tagger.ts';

export interface ResolvedAttribution extends Attribution {
  readonly kind: StatementKind | undefined;
  readonly speaker: Speaker;
}

export interface Analysis {
  readonly verdict: Verdict;
  /** Every attribution found, in order of the text. */
  readonly attributions: readonly ResolvedAttribution[];
  /** Those that a reader is shown, in reading order; none unless the verdict is `about`. */
  readonly statements: readonly Statement[];
}

/** Analyses one article against the case files; the first case that the article is about is the one whose statements are given. */
export function analyse(article: Article, cases: readonly CaseFile[], { tagger }: { tagger?: Tagger } = {}): Analysis {
  const verdict = recognise(
    article,
    cases.map(({ recognition }) => recognition),
  )[0] ?? { status: 'no', score: 0, reasons: [] };
  const document = readDocument(article);
  const caseFile = cases.find(({ id }) => id === verdict.caseId) ?? cases[0];
  if (!caseFile || !tagger) return { verdict, attributions: [], statements: [] };
  const attributions = attributeByTagger(document.tokens, tagger);
  const cast = castOf(caseFile.actors);
  const speakers = resolveSpeakers(document, attributions, cast);
  const mentions = findMentions(document, cast.index);
  const finder = new BearingFinder(caseFile);
  const all = attributions.map((attribution, index) => {
    const {
      speaker,
      isCourt,
      confidence: speakerConfidence,
    } = speakers[index] ?? { speaker: { status: 'unresolved' } as const, isCourt: false, confidence: 0 };
    const side = speaker.status === 'unresolved' ? undefined : speaker.side;
    const content = phraseOf(wordsIn(document, attribution.contentSpans));
    const contentTokens = tokensIn(document, attribution.contentSpans);
    const { kind, confidence } = kindOf({
      cueWords: wordsIn(document, attribution.cueSpans),
      content,
      side,
      isCourt,
      subject: subjectOf(document, contentTokens, mentions, cast.actors, side),
    });
    return { attribution, speaker, side, kind, content, contentTokens, confidence: Math.min(attribution.confidence, confidence, speakerConfidence) };
  });
  const statements: (Statement & { block: number; side: (typeof all)[number]['side'] })[] = [];
  for (const { attribution, speaker, side, kind, content, contentTokens, confidence } of verdict.status === 'about' ? all : []) {
    const [first] = tokensIn(document, attribution.cueSpans);
    if (kind === undefined || first === undefined) continue;
    const sentence = sentenceSpan(document, first);
    const date = madeOn({
      text: article.text,
      sentence,
      cue: attribution.cueSpans[0] ?? sentence,
      content: attribution.contentSpans,
      published: article.published,
    });
    const words = article.text.slice(...sentence);
    const bearing = finder.find({ kind, speaker, content, sentence: words, madeOn: date, published: article.published });
    const block = document.tokens[first]?.block ?? 0;
    const namesActor = mentions.some((mention) => contentTokens.includes(mention.first));
    const bounds = article.blocks[block];
    const isVisible = isShown({
      kind,
      speaker,
      hasBearing: bearing.disputeId !== undefined || bearing.eventId !== undefined,
      namesActor,
      block: bounds ? article.text.slice(bounds.start, bounds.end) : '',
      contentWords: contentTokens.length,
      isNested: false,
      confidence,
    });
    if (!isVisible) continue;
    const channel = channelOf(kind, phraseOf(wordsIn(document, attribution.sourceSpans)), words.toLowerCase());
    statements.push({
      id: `s${statements.length + 1}`,
      kind,
      speaker,
      sourceSpans: attribution.sourceSpans,
      cueSpans: attribution.cueSpans,
      contentSpans: attribution.contentSpans,
      quoteType: attribution.quoteType,
      confidence,
      ...(channel === undefined ? {} : { channel }),
      ...(date === undefined ? {} : { madeOn: date }),
      ...bearing,
      block,
      side,
    });
  }
  const answers = findAnswers(statements.map(({ kind, side, disputeId, block }) => ({ kind, side, block, ...(disputeId === undefined ? {} : { disputeId }) })));
  return {
    verdict,
    attributions: all.map(({ attribution, kind, speaker }) => ({ ...attribution, kind, speaker })),
    statements: statements.map(({ block: _block, side: _side, ...statement }, index) => {
      const answer = answers[index];
      const answerId = answer === undefined ? undefined : statements[answer]?.id;
      return answerId === undefined ? statement : { ...statement, answerId };
    }),
  };
}

function sentenceSpan(document: Document, token: number): readonly [number, number] {
  const [first, after] = sentenceAround(document, token);
  return [document.tokens[first]?.start ?? 0, document.tokens[after - 1]?.end ?? 0];
}
