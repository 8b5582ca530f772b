/**
 * Attributions of a text with their speakers and kinds, seen from one case.
 */
import type { Attribution } from '../model/attribution.ts';
import type { Actor, CaseFile } from '../model/case-file.ts';
import type { Speaker, StatementKind } from '../model/statement.ts';
import { confidenceOf, type StageConfidence } from './confidence.ts';
import { type Document, tokensIn } from './document.ts';
import { classifyKind } from './kinds/classifier.ts';
import type { RoleTokens } from './kinds/network.ts';
import { type KindScene, kindScenes } from './kinds/scene.ts';
import { findMentions, type Mention, mentionsAmong } from './speakers/mentions.ts';
import { type Cast, castOf, resolveSpeakers } from './speakers/resolve.ts';
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
  const scenes = kindScenes(document, cast.actors, mentions, attributions, speakers);
  const blockOf = (token: number | undefined) => document.tokens[token ?? -1]?.block ?? -1;
  const blocksOfCase = new Set(mentions.map(({ first }) => blockOf(first)));
  return attributions.map((attribution, index) => {
    const { speaker = NOBODY, confidence: sureOfSpeaker = 0 } = speakers[index] ?? {};
    const roles: RoleTokens = [
      tokensIn(document, attribution.sourceSpans),
      tokensIn(document, attribution.cueSpans),
      tokensIn(document, attribution.contentSpans),
    ];
    const { kind, confidence: sureOfKind } = classifyKind(scenes[index] as KindScene, tagger.kinds.probabilities(tagged.traits, roles), tagger.sequences);
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
