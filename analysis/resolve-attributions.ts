/**
 * Attributions of a text with their speakers and kinds, seen from one case.
 */
import type { Attribution } from '../model/attribution.ts';
import type { Actor, CaseFile } from '../model/case-file.ts';
import type { Speaker, StatementKind } from '../model/statement.ts';
import { type Document, phraseOf, tokensIn, wordsIn } from './document.ts';
import { kindOf } from './kinds/kind.ts';
import { subjectOf } from './kinds/subject.ts';
import { findMentions, type Mention } from './speakers/mentions.ts';
import { type Cast, castOf, resolveSpeakers } from './speakers/resolve.ts';
import { attributeByTagger } from './tagger/attribute.ts';
import type { Tagger } from './tagger/tagger.ts';

export interface ResolvedAttribution extends Attribution {
  /** Undefined: no statement (a state of mind, a question, an act). */
  readonly kind: StatementKind | undefined;
  readonly speaker: Speaker;
  /** Whether the content names an actor of the case. */
  readonly namesActor: boolean;
}

const casts = new WeakMap<CaseFile, Cast>();

function castFor(caseFile: CaseFile): Cast {
  const cast = casts.get(caseFile) ?? castOf(caseFile.actors);
  casts.set(caseFile, cast);
  return cast;
}

/** Every attribution of the text, in order. Their confidence is that of the weakest of extraction, speaker and kind. */
export function resolveAttributions(document: Document, caseFile: CaseFile, tagger: Tagger): ResolvedAttribution[] {
  const cast = castFor(caseFile);
  const mentions = findMentions(document, cast.index);
  const attributions = attributeByTagger(document.tokens, tagger, namesOfParties(mentions, cast.actors));
  const speakers = resolveSpeakers(document, attributions, cast);
  return attributions.map((attribution, index) => {
    const { speaker = { status: 'unresolved' }, isCourt = false, confidence: sureOfSpeaker = 0 } = speakers[index] ?? {};
    const side = speaker.status === 'unresolved' ? undefined : speaker.side;
    const content = tokensIn(document, attribution.contentSpans);
    const { kind, confidence: sureOfKind } = kindOf({
      cueWords: wordsIn(document, attribution.cueSpans),
      content: phraseOf(wordsIn(document, attribution.contentSpans)),
      side,
      isCourt,
      subject: subjectOf(document, content, mentions, cast.actors, side),
    });
    const tokens = new Set(content);
    return {
      ...attribution,
      kind,
      speaker,
      namesActor: mentions.some(({ first }) => tokens.has(first)),
      confidence: Math.min(attribution.confidence, sureOfSpeaker, sureOfKind),
    };
  });
}

/** Tokens that name a party of the case: the tagger must find the same whichever of them it is. */
function namesOfParties(mentions: readonly Mention[], actors: readonly Actor[]): ReadonlySet<number> {
  const names = new Set<number>();
  for (const { first, after, by, actors: meant } of mentions) {
    if (by === 'epithet' || actors[meant[0] ?? -1]?.kind !== 'party') continue;
    for (let token = first; token < after; token++) names.add(token);
  }
  return names;
}
