/**
 * Who speaks: each attribution's source phrase, resolved to an actor of the case, to a stranger whom the text names, or honestly
 * to nobody. A wrong side is the worst error there is.
 */
import type { Attribution } from '../../model/attribution.ts';
import type { Speaker } from '../../model/statement.ts';
import { type Document, sentenceAround, tokenAt, tokensIn, wordsIn } from '../document.ts';
import { isNegatedClause, isRebuttal } from '../kinds/content.ts';
import { stanceOfCue } from '../kinds/cue-lexicon.ts';
import { Acquaintances } from './acquaintances.ts';
import type { Cast } from './cast.ts';
import { containersOf } from './containers.ts';
import { describedInContent, rolesInContent } from './content-roles.ts';
import { fromPhrase, type Reader } from './from-phrase.ts';
import { COURTS, isPeople, PAPERS, REPORTS } from './lexicon.ts';
import { findMentions, type Mention, mentionsAmong } from './mentions.ts';
import type { Finding } from './persons.ts';
import { headOf } from './phrase-words.ts';
import { type Rank, rankBy } from './rank.ts';
import { LEARNT } from './ranker.ts';
import { Discourse, type Scene, type Turn } from './scene.ts';
import { readSource, type SourcePhrase, type Voice } from './source-phrase.ts';
import { strangerIn } from './strangers.ts';
import { withoutSource } from './without-source.ts';

export { type Cast, castOf } from './cast.ts';

/** A speaker and how sure that is, 0 to 1. */
export interface ResolvedSpeaker {
  readonly speaker: Speaker;
  readonly confidence: number;
  /** Whether the source's words mean a judge, a court or a jury, of the case or not. */
  readonly isCourt: boolean;
}

/** How many turns are kept in mind, so that time grows no faster than the text. */
const MEMORY = 60;
const NOBODY: Speaker = { status: 'unresolved' };

/** One speaker for each attribution. The list must be in order of the text for pronouns to find who spoke last. */
export function resolveSpeakers(document: Document, attributions: readonly Attribution[], cast: Cast, rank: Rank = rankBy(LEARNT)): ResolvedSpeaker[] {
  const resolver = new Resolver(document, attributions, cast, rank);
  attributions.forEach((_, index) => void resolver.resolve(index));
  // What a later attribution holds ("the claim that … has been denied by …") waits for it.
  attributions.forEach(({ sourceSpans }, index) => {
    if (sourceSpans.length === 0 && resolver.results[index]?.speaker.status === 'unresolved') resolver.resolveHeld(index);
  });
  return resolver.results;
}

class Resolver {
  readonly results: ResolvedSpeaker[] = [];
  readonly #document: Document;
  readonly #attributions: readonly Attribution[];
  readonly #cast: Cast;
  readonly #reader: Omit<Reader, 'scene'>;
  readonly #containers: readonly (number | undefined)[];
  readonly #turns: Turn[] = [];
  readonly #byPhrase = new Map<string, Finding>();

  constructor(document: Document, attributions: readonly Attribution[], cast: Cast, rank: Rank) {
    this.#document = document;
    this.#attributions = attributions;
    this.#cast = cast;
    const contents = attributions.map(({ contentSpans }) => tokensIn(document, contentSpans));
    const discourse = new Discourse(document, cast.actors, findMentions(document, cast.index), new Set(contents.flat()));
    this.#containers = containersOf(document, attributions, contents);
    this.#reader = { cast, discourse, rank, acquaintances: new Acquaintances(discourse) };
  }

  resolve(index: number): void {
    const attribution = this.#attributions[index];
    if (!attribution) return;
    const said = tokensIn(this.#document, attribution.sourceSpans);
    // Whoever is told something may be the "he" of the next sentence.
    const source = said.length > 0 ? said : tokensIn(this.#document, attribution.hearerSpans ?? []);
    const scene = this.#sceneOf(attribution, source);
    const phrase = source.length > 0 ? this.#read(source) : undefined;
    const finding = phrase
      ? this.#sameWords(source, () => this.#fromPhrase(phrase, index, scene))
      : withoutSource({ ...this.#reader, scene }, attribution, this.#holderOf(index));
    const result = this.#resultOf(finding, source);
    if (finding?.actor !== undefined && phrase?.type === 'mention') this.#introduce(source, finding.actor);
    const isHearer = said.length === 0 && source.length > 0;
    this.results.push(isHearer ? this.#resultOf(undefined, said) : result);
    this.#remember(finding, result, scene, phrase, attribution);
  }

  resolveHeld(index: number): void {
    const attribution = this.#attributions[index];
    const holder = this.#holderOf(index);
    if (!attribution || !holder) return;
    const finding = withoutSource({ ...this.#reader, scene: this.#sceneOf(attribution, []) }, { ...attribution, quoteType: 'indirect' }, holder);
    if (finding) this.results[index] = this.#resultOf(finding, []);
  }

  /** One phrase that says several things is one speaker, whatever each of them makes likely. */
  #sameWords(source: readonly number[], find: () => Finding | undefined): Finding | undefined {
    const key = `${source[0]} ${source.at(-1)}`;
    const known = this.#byPhrase.get(key) ?? find();
    if (known) this.#byPhrase.set(key, known);
    return known;
  }

  #read(source: readonly number[]): SourcePhrase {
    const { discourse } = this.#reader;
    const sideOf = ({ actors }: Mention) => {
      const side = this.#cast.actors[actors[0] ?? -1]?.side;
      return side === 'plaintiff' || side === 'defendant' ? side : undefined;
    };
    return readSource(this.#document, source, mentionsAmong(discourse.mentions, source), { sideOf, places: this.#cast.places });
  }

  #fromPhrase(phrase: SourcePhrase, index: number, scene: Scene): Finding | undefined {
    if (phrase.type !== 'first-person') return fromPhrase(phrase, { ...this.#reader, scene });
    const holder = this.#holderOf(index)?.speaker;
    if (holder?.status === 'actor') return { actor: this.#cast.actors.findIndex(({ id }) => id === holder.actorId), confidence: 0.7 };
    return holder?.status === 'named' ? { name: holder.name, confidence: 0.6 } : undefined;
  }

  /** "a lawyer for the firm, Roy Falik," is whom "Falik" means later. */
  #introduce(source: readonly number[], actor: number): void {
    const { discourse, acquaintances } = this.#reader;
    const side = this.#cast.actors[actor]?.side;
    const stranger = side === 'plaintiff' || side === 'defendant' ? strangerIn(this.#document, source, mentionsAmong(discourse.mentions, source)) : undefined;
    if (stranger) acquaintances.add(stranger, actor);
  }

  #holderOf(index: number) {
    const container = this.#containers[index];
    const attribution = container === undefined ? undefined : this.#attributions[container];
    const speaker = container === undefined ? undefined : this.results[container]?.speaker;
    return attribution && speaker ? { speaker, stance: stanceOfCue(wordsIn(this.#document, attribution.cueSpans)) } : undefined;
  }

  #sceneOf(attribution: Attribution, source: readonly number[]): Scene {
    const { discourse } = this.#reader;
    const content = tokensIn(this.#document, attribution.contentSpans);
    const cueStart = attribution.cueSpans[0]?.[0] ?? attribution.contentSpans[0]?.[0] ?? 0;
    return {
      discourse,
      inContent: rolesInContent(this.#document, this.#cast.actors, discourse.mentions, content),
      described: describedInContent(this.#cast.actors, discourse.mentions, content),
      at: source[0] ?? tokenAt(this.#document, cueStart),
      stance: stanceOfCue(wordsIn(this.#document, attribution.cueSpans)),
      turns: this.#turns.slice(-MEMORY),
      rebuts: this.#rebuts(attribution),
      contentTokens: new Set(content),
    };
  }

  #rebuts({ cueSpans, contentSpans }: Attribution): boolean {
    const stance = stanceOfCue(wordsIn(this.#document, cueSpans));
    const content = wordsIn(this.#document, contentSpans).join(' ').replaceAll(" n't", "n't");
    return stance === 'deny' || isRebuttal(content) || isNegatedClause(content);
  }

  #resultOf(finding: Finding | undefined, source: readonly number[]): ResolvedSpeaker {
    const saysCourt = headOf(this.#document, source).some((token) => COURTS.has(this.#document.words[token] ?? ''));
    const actor = finding?.actor === undefined ? undefined : this.#cast.actors[finding.actor];
    if (actor && finding) {
      const speaker: Speaker = { status: 'actor', actorId: actor.id, name: actor.name, side: actor.side };
      return { speaker, confidence: finding.confidence, isCourt: actor.side === 'court' };
    }
    if (finding?.name !== undefined) {
      const speaker: Speaker = { status: 'named', name: finding.name, side: saysCourt ? 'court' : 'other' };
      return { speaker, confidence: finding.confidence, isCourt: saysCourt };
    }
    return { speaker: NOBODY, confidence: 0.3, isCourt: saysCourt };
  }

  #remember(finding: Finding | undefined, { speaker }: ResolvedSpeaker, scene: Scene, phrase: SourcePhrase | undefined, attribution: Attribution): void {
    const { discourse, at } = scene;
    const pronoun = this.#cast.actors[finding?.actor ?? -1]?.pronoun;
    const named = pronoun === 'he' || pronoun === 'she' ? pronoun : undefined;
    this.#turns.push({
      actor: finding?.actor,
      name: speaker.status === 'named' ? speaker.name : undefined,
      isPerson: named !== undefined || finding?.isPerson === true || (finding === undefined && isOnePerson(phrase)),
      gender: named ?? finding?.gender,
      voice: voiceOf(phrase),
      side: speaker.status === 'unresolved' ? undefined : speaker.side,
      stance: scene.stance,
      papers: this.#papersAround(at, scene.contentTokens, attribution),
      form: formOf(phrase),
      areSeveral: areSeveral(phrase),
      rebuts: scene.rebuts,
      noun: phrase && 'noun' in phrase ? (phrase.noun ?? (phrase.type === 'description' ? phrase.word : '')) : '',
      accuses: [...scene.inContent].flatMap(([side, role]) => (role === 'accused' || role === 'addressed' ? [side] : [])),
      at,
      after: (tokensIn(this.#document, attribution.sourceSpans).at(-1) ?? at) + 1,
      sentence: discourse.sentenceOf(at),
      block: discourse.blockOf(at),
    });
  }

  /** Nouns of papers in the sentence outside the content, in the singular: "in a filing", "its motion". */
  #papersAround(at: number, content: ReadonlySet<number>, { contentSpans }: Attribution): string[] {
    const [first, after] = sentenceAround(this.#document, at);
    const papers: string[] = [];
    for (let token = first; token < Math.min(after, first + 60); token++) {
      const word = this.#document.words[token] ?? '';
      if (content.has(token) || !(PAPERS.has(word) || REPORTS.has(word))) continue;
      const before = this.#document.words.slice(Math.max(first, token - 4), token);
      // "declined to comment on the motion" is no word of the motion's.
      if (token <= at + 3 || before.some((each) => /^(?:in|its|their|his|her|by)$/.test(each))) papers.push(word.replace(/s$/, ''));
    }
    return contentSpans.length === 0 ? [] : papers;
  }
}

/** Whether the words mean one person, whoever that is: "a spokesman for the company", "she". */
function isOnePerson(phrase: SourcePhrase | undefined): boolean {
  if (phrase?.type === 'pronoun' && phrase.voice === 'self') return phrase.word === 'he' || phrase.word === 'she';
  // "its spokesman", whosever that is
  if (phrase?.type === 'pronoun') return phrase.voice === 'people' && isPeople(phrase.noun) && !/s$/.test(phrase.noun);
  if (phrase?.type === 'description') return phrase.voice === 'people' && !phrase.isPlural;
  if (phrase?.type === 'unknown') return phrase.isOne === true;
  return phrase?.type === 'person' || phrase?.type === 'outsider';
}

function formOf(phrase: SourcePhrase | undefined): string {
  if (phrase === undefined) return 'none';
  if (phrase.type === 'mention') return phrase.voice === 'self' ? 'name' : phrase.voice;
  if (phrase.type === 'pronoun') return phrase.voice === 'self' ? phrase.word : phrase.voice;
  if (phrase.type === 'description') return phrase.noun === undefined ? phrase.voice : 'noun';
  return phrase.type;
}

function areSeveral(phrase: SourcePhrase | undefined): boolean {
  if (phrase?.type === 'mention') return phrase.areSeveral === true;
  if (phrase?.type === 'pronoun') return phrase.voice === 'self' ? phrase.word === 'they' : /s$/.test(phrase.noun);
  return phrase?.type === 'description' && phrase.isPlural;
}

function voiceOf(phrase: SourcePhrase | undefined): Voice {
  return phrase && 'voice' in phrase ? phrase.voice : 'self';
}
