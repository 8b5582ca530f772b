/**
 * Who speaks: each attribution's source phrase, resolved to an actor of the case, to a stranger whom the text names, or honestly
 * to nobody. A wrong side is the worst error there is, so the runner-up of another side must be clearly weaker.
 */
import type { Attribution } from '../../model/attribution.ts';
import type { Actor } from '../../model/case-file.ts';
import type { Side, Speaker } from '../../model/statement.ts';
import { type Document, tokenAt, tokensIn, wordsIn } from '../document.ts';
import { stanceOfCue } from '../kinds/cue-lexicon.ts';
import { rolesInContent } from './content-roles.ts';
import { evidenceFor, isOpposite, type Scene, type Turn } from './evidence.ts';
import { findMentions, indexMentions, type Mention, type MentionIndex } from './mentions.ts';
import { headOf, readSource, type SourcePhrase, type Voice } from './source-phrase.ts';
import { fits, type Vocabulary, vocabulariesOf } from './vocabulary.ts';

/** A speaker and how sure that is, 0 to 1. */
export interface ResolvedSpeaker {
  readonly speaker: Speaker;
  readonly confidence: number;
  /** Whether the source's words mean a judge, a court or a jury, of the case or not. */
  readonly isCourt: boolean;
}

/** What is known of a case's actors before any text is read. */
export interface Cast {
  readonly actors: readonly Actor[];
  readonly index: MentionIndex;
  readonly vocabularies: readonly Vocabulary[];
}

export function castOf(actors: readonly Actor[]): Cast {
  return { actors, index: indexMentions(actors), vocabularies: vocabulariesOf(actors) };
}

const NOBODY: Speaker = { status: 'unresolved' };
/** Least evidence for a description or a pronoun, and least lead over the best of another side. */
const ENOUGH = 0.9;
const LEAD = 0.5;
const COURT_WORDS = /^(?:judges?|courts?|jury|jurors?|justices?|panel|tribunal|magistrate|circuit|bench)$/;

/** One speaker for each attribution. The list must be in order of the text for pronouns to find who spoke last. */
export function resolveSpeakers(document: Document, attributions: readonly Attribution[], cast: Cast): ResolvedSpeaker[] {
  const mentions = findMentions(document, cast.index);
  const resolver = new Resolver(document, cast, mentions);
  return attributions.map((attribution) => resolver.next(attribution, attributions));
}

interface Finding {
  readonly actor?: number;
  readonly name?: string;
  readonly isPerson?: boolean;
  readonly confidence: number;
}

class Resolver {
  readonly #document: Document;
  readonly #cast: Cast;
  readonly #mentions: readonly Mention[];
  readonly #turns: Turn[] = [];
  readonly #results: ResolvedSpeaker[] = [];

  constructor(document: Document, cast: Cast, mentions: readonly Mention[]) {
    this.#document = document;
    this.#cast = cast;
    this.#mentions = mentions;
  }

  next(attribution: Attribution, all: readonly Attribution[]): ResolvedSpeaker {
    const sourceTokens = tokensIn(this.#document, attribution.sourceSpans);
    const scene = this.#sceneOf(attribution, sourceTokens);
    const finding = sourceTokens.length === 0 ? this.#withoutSource(attribution, all, scene) : this.#fromSource(sourceTokens, scene);
    const result = this.#resultOf(finding, sourceTokens);
    this.#results.push(result);
    this.#remember(finding, result, scene);
    return result;
  }

  #sceneOf(attribution: Attribution, sourceTokens: readonly number[]): Scene {
    const document = this.#document;
    const contentTokens = tokensIn(document, attribution.contentSpans);
    const cueStart = attribution.cueSpans[0]?.[0] ?? attribution.contentSpans[0]?.[0] ?? 0;
    return {
      document,
      actors: this.#cast.actors,
      mentions: this.#mentions,
      inContent: rolesInContent(document, this.#cast.actors, this.#mentions, contentTokens),
      at: sourceTokens[0] ?? tokenAt(document, cueStart),
      stance: stanceOfCue(wordsIn(document, attribution.cueSpans)),
      turns: this.#turns,
      contentTokens: new Set(contentTokens),
    };
  }

  /** A noun cue inside a rebuttal is the other side's ("shot down the claim that …"); a bare quotation goes on as before. */
  #withoutSource(attribution: Attribution, all: readonly Attribution[], scene: Scene): Finding | undefined {
    const parent = attribution.parent === undefined ? undefined : all[attribution.parent];
    const outer = attribution.parent === undefined ? undefined : this.#results[attribution.parent]?.speaker;
    if (parent && outer?.status === 'actor' && stanceOfCue(wordsIn(this.#document, parent.cueSpans)) === 'deny') return this.#mainParty(outer.side, scene);
    const last = this.#turns.at(-1);
    const here = this.#document.tokens[scene.at];
    const goesOn = attribution.quoteType === 'direct' && last && here && last.block === here.block && here.sentence - last.sentence <= 1;
    if (!goesOn) return undefined;
    return { ...(last.actor === undefined ? {} : { actor: last.actor }), ...(last.name === undefined ? {} : { name: last.name }), confidence: 0.5 };
  }

  /** The party that faces a side and is named most often in the text. */
  #mainParty(side: Side, scene: Scene): Finding | undefined {
    const parties = this.#cast.actors.flatMap((actor, index) => (actor.kind === 'party' && isOpposite(actor.side, side) ? [index] : []));
    return this.#mostNamed(parties, scene);
  }

  #mostNamed(candidates: readonly number[], scene: Scene): Finding | undefined {
    const countOf = (actor: number) =>
      this.#mentions.filter((mention) => mention.actors[0] === actor || mention.actors.includes(actor)).length + evidenceFor(scene, actor) / 10;
    const best = candidates.toSorted((a, b) => countOf(b) - countOf(a))[0];
    return best === undefined || countOf(best) < 0.5 ? undefined : { actor: best, confidence: 0.6 };
  }

  #fromSource(sourceTokens: readonly number[], scene: Scene): Finding | undefined {
    const inside = new Set(sourceTokens);
    const mentions = this.#mentions.filter((mention) => inside.has(mention.first) && inside.has(mention.after - 1));
    const phrase = readSource(this.#document, sourceTokens, mentions);
    switch (phrase.type) {
      case 'mention':
        return this.#fromMention(phrase, scene);
      case 'named':
        return { name: phrase.name, isPerson: phrase.isPerson, confidence: 0.8 };
      case 'pronoun':
        return phrase.word === 'he' || phrase.word === 'she' ? this.#person(phrase.word, scene) : this.#fromPronoun(phrase.word, phrase.voice, scene);
      case 'description':
        return this.#fromDescription(phrase, scene);
      case 'unknown':
        return undefined;
    }
  }

  #fromMention({ mention, voice, isAgainst }: Extract<SourcePhrase, { type: 'mention' }>, scene: Scene): Finding | undefined {
    const actor = this.#oneOf(mention, scene);
    const side = this.#cast.actors[actor]?.side;
    if (isAgainst) return side === undefined ? undefined : this.#mainParty(side, scene);
    const found = this.#throughVoice(actor, voice);
    return { actor: found, confidence: mention.by === 'epithet' ? 0.85 : 0.95 };
  }

  /** A spokesperson without a name speaks as the party. */
  #throughVoice(actor: number, voice: Voice): number {
    const found = this.#cast.actors[actor];
    const isNameless = found?.kind === 'spokesperson' && found.pronoun === 'they';
    if ((isNameless || voice === 'paper') && found?.speaksFor && found.kind !== 'counsel') return this.#indexOf(found.speaksFor) ?? actor;
    return actor;
  }

  #indexOf(id: string): number | undefined {
    const index = this.#cast.actors.findIndex((actor) => actor.id === id);
    return index < 0 ? undefined : index;
  }

  /** Of several actors whom one description fits, the one that the text names most. */
  #oneOf(mention: Mention, scene: Scene): number {
    const [first = 0, ...rest] = mention.actors;
    if (rest.length === 0) return first;
    const named = (actor: number) => this.#mentions.filter((other) => other.by === 'name' && other.actors.includes(actor)).length;
    return mention.actors.toSorted((a, b) => named(b) - named(a) || evidenceFor(scene, b) - evidenceFor(scene, a))[0] ?? first;
  }

  #fromPronoun(word: 'it' | 'they', voice: Voice, scene: Scene): Finding | undefined {
    const pronouns = word === 'it' ? ['it'] : ['they', 'it'];
    const candidates = this.#cast.actors.flatMap((actor, index) =>
      pronouns.includes(actor.pronoun ?? '') && (voice === 'self' || actor.kind !== 'court') ? [index] : [],
    );
    return this.#best(candidates, scene, true);
  }

  #fromDescription(phrase: Extract<SourcePhrase, { type: 'description' }>, scene: Scene): Finding | undefined {
    const { noun, modifiers, voice, paper } = phrase;
    if (noun === undefined) return this.#fromPaperOrVoice(voice, paper ?? '', modifiers, scene);
    const candidates = this.#cast.vocabularies.flatMap((vocabulary, index) => (fits(vocabulary, noun, modifiers) ? [index] : []));
    const isCourt = COURT_WORDS.test(noun);
    if (isCourt) return this.#court(candidates, scene);
    // A description that only one actor fits needs no context but a mention of that actor.
    const sides = new Set(candidates.map((index) => this.#cast.actors[index]?.side));
    const telling = modifiers.some((word) => candidates.some((index) => this.#cast.vocabularies[index]?.modifiers.has(word)));
    return this.#best(candidates, scene, false, sides.size === 1 && telling ? -0.6 : ENOUGH);
  }

  #fromPaperOrVoice(voice: Voice, word: string, modifiers: readonly string[], scene: Scene): Finding | undefined {
    if (voice === 'ruling') return this.#court(this.#withKind(['judge', 'court']), scene);
    const isComplaint = /^(?:complaint|lawsuits?|suit|action)s?$/.test(word) && !modifiers.some((modifier) => modifier.startsWith('counter'));
    const parties = this.#withKind(['party', 'other']).filter((index) => ['plaintiff', 'defendant'].includes(this.#cast.actors[index]?.side ?? ''));
    if (isComplaint) {
      const plaintiffs = parties.filter((index) => this.#cast.actors[index]?.side === 'plaintiff' && this.#cast.actors[index]?.kind === 'party');
      // A suit whose content accuses the plaintiffs is another suit.
      if (scene.inContent.get('plaintiff') !== 'accused' || scene.inContent.get('defendant') === 'accused') return this.#mostNamed(plaintiffs, scene);
    }
    return this.#best(parties, scene, true);
  }

  #withKind(kinds: readonly Actor['kind'][]): number[] {
    return this.#cast.actors.flatMap((actor, index) => (kinds.includes(actor.kind) ? [index] : []));
  }

  /** Any court will do for the side; the one named last is meant, else the first of the case. */
  #court(candidates: readonly number[], scene: Scene): Finding | undefined {
    const courts = candidates.filter((index) => this.#cast.actors[index]?.side === 'court');
    const lastOf = (actor: number) => this.#mentions.findLast((mention) => mention.first < scene.at && mention.actors.includes(actor))?.first ?? -1;
    const best = courts.toSorted((a, b) => lastOf(b) - lastOf(a))[0];
    return best === undefined ? undefined : { actor: best, confidence: lastOf(best) < 0 ? 0.5 : 0.8 };
  }

  /** "he", "she": the person of that pronoun who was named or spoke last, not long ago. */
  #person(word: 'he' | 'she', scene: Scene): Finding | undefined {
    const here = this.#document.tokens[scene.at]?.sentence ?? 0;
    const mention = this.#mentions.findLast(
      (candidate) =>
        candidate.first < scene.at && candidate.actors.some((actor) => isPersonOf(this.#cast.actors[actor], word)) && !scene.contentTokens.has(candidate.first),
    );
    const turn = this.#turns.findLast((candidate) => candidate.isPerson);
    const mentionAt = mention === undefined ? -1 : (this.#document.tokens[mention.first]?.sentence ?? -1);
    const turnAt = turn?.sentence ?? -1;
    if (turn && turnAt >= mentionAt && here - turnAt <= 6 && (turn.actor === undefined || isPersonOf(this.#cast.actors[turn.actor], word))) {
      return {
        ...(turn.actor === undefined ? {} : { actor: turn.actor }),
        ...(turn.name === undefined ? {} : { name: turn.name }),
        isPerson: true,
        confidence: 0.8,
      };
    }
    if (!mention || here - mentionAt > 6) return undefined;
    const actor = mention.actors.find((index) => isPersonOf(this.#cast.actors[index], word));
    return actor === undefined ? undefined : { actor, confidence: here - mentionAt <= 2 ? 0.85 : 0.65 };
  }

  #best(candidates: readonly number[], scene: Scene, mayBeStranger: boolean, enough = ENOUGH): Finding | undefined {
    const ranked = candidates.map((actor) => ({ actor, value: evidenceFor(scene, actor) })).sort((a, b) => b.value - a.value);
    const best = ranked[0];
    if (!best || best.value < enough) return undefined;
    const side = this.#cast.actors[best.actor]?.side;
    const rival = ranked.find(({ actor }) => this.#cast.actors[actor]?.side !== side || side === 'other')?.value ?? -1;
    const rivalOfOther = side === 'other' ? (ranked[1]?.value ?? -1) : rival;
    const lead = best.value - rivalOfOther;
    if (lead < LEAD) return undefined;
    if (mayBeStranger && this.#strangerSpeaksOn(scene, best.actor)) return undefined;
    return { actor: best.actor, confidence: Math.min(0.9, 0.5 + 0.15 * Math.min(lead, 2) + 0.05 * Math.min(best.value, 2)) };
  }

  /** Whether somebody outside the case spoke last in the block and no party was the subject since. */
  #strangerSpeaksOn(scene: Scene, actor: number): boolean {
    const last = this.#turns.at(-1);
    const here = this.#document.tokens[scene.at];
    if (!last || !here || last.name === undefined || last.block !== here.block) return false;
    return !this.#mentions.some(
      (mention) =>
        mention.isSubject &&
        mention.actors.includes(actor) &&
        mention.first < scene.at &&
        (this.#document.tokens[mention.first]?.sentence ?? -1) >= last.sentence,
    );
  }

  #resultOf(finding: Finding | undefined, sourceTokens: readonly number[]): ResolvedSpeaker {
    const saysCourt = headOf(this.#document, sourceTokens).some((token) => COURT_WORDS.test(this.#document.words[token] ?? ''));
    const actor = finding?.actor === undefined ? undefined : this.#cast.actors[finding.actor];
    if (actor && finding) {
      return {
        speaker: { status: 'actor', actorId: actor.id, name: actor.name, side: actor.side },
        confidence: finding.confidence,
        isCourt: actor.side === 'court',
      };
    }
    if (finding?.name !== undefined)
      return { speaker: { status: 'named', name: finding.name, side: saysCourt ? 'court' : 'other' }, confidence: finding.confidence, isCourt: saysCourt };
    return { speaker: NOBODY, confidence: 0.3, isCourt: saysCourt };
  }

  #remember(finding: Finding | undefined, { speaker }: ResolvedSpeaker, scene: Scene): void {
    const here = this.#document.tokens[scene.at];
    if (!here) return;
    const actor = finding?.actor;
    this.#turns.push({
      actor,
      name: speaker.status === 'named' ? speaker.name : undefined,
      isPerson: actor === undefined ? finding?.isPerson === true : isPersonOf(this.#cast.actors[actor], 'he') || isPersonOf(this.#cast.actors[actor], 'she'),
      side: speaker.status === 'unresolved' ? undefined : speaker.side,
      stance: scene.stance,
      sentence: here.sentence,
      block: here.block,
    });
  }
}

function isPersonOf(actor: Actor | undefined, word: 'he' | 'she'): boolean {
  return actor?.pronoun === word;
}
