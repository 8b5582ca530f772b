/**
 * What the kind of an attribution is judged by: its words, whose words and acts they are as its speaker sees it, and what stood before. Names of parties are
 * hidden behind what they are to the speaker, so that both sides are judged alike.
 */
import type { Attribution, QuoteType } from '../../model/attribution.ts';
import type { Actor } from '../../model/case-file.ts';
import type { Side } from '../../model/statement.ts';
import { type Document, phraseOf, tokensIn, wordsIn } from '../document.ts';
import type { Mention } from '../speakers/mentions.ts';
import type { ResolvedSpeaker } from '../speakers/resolve.ts';
import { blocksOf, isHeadline } from '../text/blocks.ts';
import { stanceOfCue } from './cue-lexicon.ts';
import { withTail } from './cue-phrases.ts';
import type { KindQuestion } from './kind.ts';
import { Names, type Relation, type SequenceQuestion, type SequenceWord, sequenceOf } from './sequence.ts';
import { subjectOf } from './subject.ts';

export interface KindScene extends KindQuestion {
  /** The content's words in order, names of actors replaced by `<own>`, `<opposing>`, `<court>`, `<other>` or `<somebody>`. */
  readonly contentWords: readonly string[];
  /** The source's words, lower case, without names of actors. */
  readonly sourceWords: readonly string[];
  readonly quoteType: QuoteType;
  /** Who spoke last before, as the speaker sees it, and how: `opposing claim`, `own say` …; undefined where nobody did nearby. */
  readonly before: string | undefined;
  /** The words of all roles as they stand, and those before them; read when asked for, which most are not. */
  readonly sequence: () => readonly SequenceWord[];
}

/** A speaker this many sentences back is still answered. */
const NEARBY = 4;

/** The scenes of the attributions of a text. Training reads them too, with gold attributions. `speakers`: theirs, in the same order. */
export function kindScenes(
  document: Document,
  actors: readonly Actor[],
  mentions: readonly Mention[],
  attributions: readonly Attribution[],
  speakers: readonly ResolvedSpeaker[],
): KindScene[] {
  const mentionAt = new Map(mentions.map((mention) => [mention.first, mention]));
  const mentionOf = new Map(
    mentions.flatMap((mention) => Array.from({ length: mention.after - mention.first }, (_, further) => [mention.first + further, mention] as const)),
  );
  let known: Surroundings | undefined;
  const surroundings = (): Surroundings => {
    known ??= surroundingsOf(document);
    return known;
  };
  let last: { side: Side | undefined; manner: string; sentence: number } | undefined;
  return attributions.map((attribution, index): KindScene => {
    const { speaker, isCourt = false } = speakers[index] ?? {};
    const side = speaker === undefined || speaker.status === 'unresolved' ? undefined : speaker.side;
    const relation = (other: Side | undefined): Relation =>
      other === undefined ? 'somebody' : other === 'court' || other === 'other' ? other : other === side ? 'own' : 'opposing';
    const relationOf = (mention: Mention) => relation(actors[mention.actors[0] ?? -1]?.side);
    const content = tokensIn(document, attribution.contentSpans);
    const saidWords = wordsIn(document, attribution.contentSpans);
    const cueWords = withTail(wordsIn(document, attribution.cueSpans), saidWords);
    const sentence = document.tokens[tokensIn(document, attribution.cueSpans)[0] ?? -1]?.sentence ?? 0;
    const near = last !== undefined && sentence - last.sentence <= NEARBY ? last : undefined;
    // Where nobody is said to speak ("rain is expected"), there is nobody to be answered.
    if (attribution.sourceSpans.length > 0) last = { side, manner: stanceOfCue(cueWords) ?? 'say', sentence };
    const masked = (tokens: readonly number[]) =>
      tokens.flatMap((token, index) => {
        const mention = mentionOf.get(token);
        if (mention === undefined) return document.words[token] ?? '';
        return mention === mentionOf.get(tokens[index - 1] ?? -1) ? [] : `<${relationOf(mention)}>`;
      });
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
      sequence: () => sequenceOf({ document, attribution, mentionOf, relationOf, ...surroundings() }),
    };
  });
}

type Surroundings = Pick<SequenceQuestion, 'names' | 'headlines'>;

function surroundingsOf(document: Document): Surroundings {
  const { tokens } = document;
  const headlines = blocksOf(tokens).flatMap(([first, after]) => (isHeadline(tokens, first, after) ? [tokens[first]?.block ?? 0] : []));
  return { names: new Names(document), headlines: new Set(headlines) };
}
