/**
 * Attributions of a text with their speakers and kinds, seen from one case.
 */
import type { Attribution } from '../model/attribution.ts';
import type { Actor, CaseFile } from '../model/case-file.ts';
import type { Side, Speaker, StatementKind } from '../model/statement.ts';
import { confidenceOf, type StageConfidence } from './confidence.ts';
import { type Document, phraseOf, tokensIn, wordsIn } from './document.ts';
import { classifyKind } from './kinds/classifier.ts';
import { stanceOfCue } from './kinds/cue-lexicon.ts';
import { withTail } from './kinds/cue-phrases.ts';
import type { KindScene } from './kinds/features.ts';
import type { RoleTokens } from './kinds/network.ts';
import { subjectOf } from './kinds/subject.ts';
import { findMentions, type Mention, mentionsAmong } from './speakers/mentions.ts';
import { type Cast, castOf, type ResolvedSpeaker, resolveSpeakers } from './speakers/resolve.ts';
import { attributeByTags } from './tagger/attribute.ts';
import { nestedAttributions } from './tagger/nested.ts';
import type { MaskedNames, Tagger } from './tagger/tagger.ts';

export interface ResolvedAttribution extends Attribution {
  /** Undefined: no statement (a state of mind, a question, an act). */
  readonly kind: StatementKind | undefined;
  readonly speaker: Speaker;
  /** Whether the content names an actor of the case. */
  readonly namesActor: boolean;
  /** Whether its paragraph or the one before names an actor of the case. */
  readonly isAmidCase: boolean;
  /** What the stages are sure of, by which `confidence` was calibrated. */
  readonly stages: StageConfidence;
}

const casts = new WeakMap<CaseFile, Cast>();

function castFor(caseFile: CaseFile): Cast {
  const cast = casts.get(caseFile) ?? castOf(caseFile.actors);
  casts.set(caseFile, cast);
  return cast;
}

/**
 * Every attribution of the text, in order. Their confidence is calibrated. `withNested`: also those
 * inside another's content, each behind the one that holds it.
 */
export function resolveAttributions(document: Document, caseFile: CaseFile, tagger: Tagger, withNested: boolean): ResolvedAttribution[] {
  const cast = castFor(caseFile);
  const mentions = findMentions(document, cast.index);
  const tagged = tagger.tag(document.tokens, namesOfParties(mentions, cast.actors));
  const outer = attributeByTags(document.tokens, tagged);
  const attributions = withNested
    ? inReadingOrder(
        outer,
        nestedAttributions(outer, document.tokens, (spans) => tokensIn(document, spans)),
      )
    : outer;
  const speakers = resolveSpeakers(document, attributions, cast);
  const scenes = kindScenes(document, caseFile, attributions, speakers);
  const blockOf = (token: number | undefined) => document.tokens[token ?? -1]?.block ?? -1;
  const blocksOfCase = new Set(mentions.map(({ first }) => blockOf(first)));
  return attributions.map((attribution, index) => {
    const { speaker = NOBODY, confidence: sureOfSpeaker = 0 } = speakers[index] ?? {};
    const roles: RoleTokens = [
      tokensIn(document, attribution.sourceSpans),
      tokensIn(document, attribution.cueSpans),
      tokensIn(document, attribution.contentSpans),
    ];
    const { kind, confidence: sureOfKind } = classifyKind(scenes[index] as KindScene, tagger.kinds.probabilities(tagged.traits, roles));
    const block = blockOf(roles[1][0]);
    const stages = { extraction: attribution.confidence, speaker: sureOfSpeaker, kind: sureOfKind, isResolved: speaker.status !== 'unresolved' };
    return {
      ...attribution,
      kind,
      speaker,
      namesActor: mentionsAmong(mentions, roles[2]).length > 0,
      isAmidCase: [0, 1].some((back) => blocksOfCase.has(block - back)),
      stages,
      confidence: confidenceOf(stages),
    };
  });
}

/** The outer attributions with the nested ones behind those that hold them; `parent` is an index into the result. */
function inReadingOrder(outer: readonly Attribution[], nested: readonly Attribution[]): Attribution[] {
  const within = Map.groupBy(nested, ({ parent }) => parent);
  const all: Attribution[] = [];
  outer.forEach((attribution, index) => {
    const parent = all.push(attribution) - 1;
    for (const inner of within.get(index) ?? []) all.push({ ...inner, parent });
  });
  return all;
}

const NOBODY: Speaker = { status: 'unresolved' };
/** A speaker this many sentences back is still answered. */
const NEARBY = 4;

/** What the kinds of the attributions are judged by. Training reads it too, with gold attributions. */
export function kindScenes(document: Document, caseFile: CaseFile, attributions: readonly Attribution[], speakers: readonly ResolvedSpeaker[]): KindScene[] {
  const { actors, index: terms } = castFor(caseFile);
  const mentions = findMentions(document, terms);
  const mentionAt = new Map(mentions.map((mention) => [mention.first, mention]));
  let last: { side: Side | undefined; manner: string; sentence: number } | undefined;
  return attributions.map((attribution, index): KindScene => {
    const { speaker = NOBODY, isCourt = false } = speakers[index] ?? {};
    const side = speaker.status === 'unresolved' ? undefined : speaker.side;
    const content = tokensIn(document, attribution.contentSpans);
    const saidWords = wordsIn(document, attribution.contentSpans);
    const cueWords = withTail(wordsIn(document, attribution.cueSpans), saidWords);
    const sentence = document.tokens[tokensIn(document, attribution.cueSpans)[0] ?? -1]?.sentence ?? 0;
    const relation = (other: Side | undefined): string =>
      other === undefined ? 'somebody' : other === 'court' || other === 'other' ? other : other === side ? 'own' : 'opposing';
    const masked = (tokens: readonly number[]): string[] => {
      const words: string[] = [];
      let covered = -1;
      for (const token of tokens) {
        if (token < covered) continue;
        const mention = mentionAt.get(token);
        if (mention) covered = mention.after;
        words.push(mention ? `<${relation(actors[mention.actors[0] ?? -1]?.side)}>` : (document.words[token] ?? ''));
      }
      return words;
    };
    const near = last !== undefined && sentence - last.sentence <= NEARBY ? last : undefined;
    // Where nobody is said to speak ("rain is expected"), there is nobody to be answered.
    if (attribution.sourceSpans.length > 0) last = { side, manner: stanceOfCue(cueWords) ?? 'say', sentence };
    return {
      cueWords,
      content: phraseOf(saidWords),
      side,
      isCourt,
      subject: subjectOf(document, content, mentionAt, actors, side, attribution.quoteType),
      contentWords: masked(content),
      sourceWords: masked(tokensIn(document, attribution.sourceSpans)).filter((word) => /^[a-z]/.test(word)),
      quoteType: attribution.quoteType,
      before: near && `${relation(near.side)} ${near.manner}`,
    };
  });
}

/** The names of the case's parties, for training, which must see what the tagger sees. */
export function maskedNames(document: Document, caseFile: CaseFile): MaskedNames {
  const { index, actors } = castFor(caseFile);
  return namesOfParties(findMentions(document, index), actors);
}

/** The names of the case's parties: the tagger must find the same whichever of them it is. */
function namesOfParties(mentions: readonly Mention[], actors: readonly Actor[]): MaskedNames {
  const [named, rest] = [new Set<number>(), new Set<number>()];
  for (const { first, after, by, actors: meant } of mentions) {
    if (by === 'epithet' || actors[meant[0] ?? -1]?.kind !== 'party') continue;
    named.add(first);
    for (let token = first + 1; token < after; token++) rest.add(token);
  }
  return { first: named, rest };
}
