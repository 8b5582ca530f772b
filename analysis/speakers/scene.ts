/**
 * What the resolver knows when it looks for a speaker: the text's mentions by actor, who spoke before, what the content says of each side.
 */
import type { Actor } from '../../model/case-file.ts';
import type { Side } from '../../model/statement.ts';
import type { Document } from '../document.ts';
import type { Stance } from '../kinds/cue-lexicon.ts';
import type { ContentRole } from './content-roles.ts';
import { type Mention, mentionFrom } from './mentions.ts';
import type { Voice } from './source-phrase.ts';

/** One who spoke earlier in the text. */
export interface Turn {
  /** Index of an actor; undefined for strangers and unclear speakers. */
  readonly actor: number | undefined;
  readonly name: string | undefined;
  /** One person spoke, by name or "a spokesman". */
  readonly isPerson: boolean;
  /** What the text calls the person, where it tells he from she. */
  readonly gender: 'he' | 'she' | undefined;
  readonly voice: Voice;
  readonly side: Side | undefined;
  readonly stance: Stance | undefined;
  /** Papers in which it was said, in the singular. */
  readonly papers: readonly string[];
  /** Head noun of a description: "witness". */
  readonly noun: string;
  /** How the source called the speaker: by name, "it", a common noun … */
  readonly form: string;
  /** Whether more than one spoke: "its lawyers", "they". */
  readonly areSeveral: boolean;
  /** Whether its cue denies, or its content rebuts or negates. */
  readonly rebuts: boolean;
  /** Sides whom its content accuses. */
  readonly accuses: readonly Side[];
  /** Token at which its source phrase stands, or its cue where there is none, and the token behind that phrase. */
  readonly at: number;
  readonly after: number;
  readonly sentence: number;
  readonly block: number;
}

/** The attribution whose speaker is looked for. */
export interface Scene {
  readonly discourse: Discourse;
  /** What each side's actors do in the content: accused, negated, merely mentioned. */
  readonly inContent: ReadonlyMap<Side, ContentRole>;
  /** Sides that the content calls by a description. */
  readonly described: ReadonlySet<Side>;
  /** Token at which the source phrase stands, or the cue where there is none. */
  readonly at: number;
  readonly stance: Stance | undefined;
  readonly turns: readonly Turn[];
  /** Whether cue or content rebuts the other side's word or negates. */
  readonly rebuts: boolean;
  /** Tokens of the content: a mention in a content that precedes its source says little of who speaks. */
  readonly contentTokens: ReadonlySet<number>;
}

/** The text as the resolver sees it, made once. */
export class Discourse {
  readonly document: Document;
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
  /** Tokens inside any content: reported, not told by the text itself. */
  readonly reported: ReadonlySet<number>;
  /** The first block that mentions an actor: the headline, as a rule. */
  readonly firstBlock: number;
  /** Actors that it mentions. */
  readonly inTitle: ReadonlySet<number>;
  readonly #byActor = new Map<number, Mention[]>();
  readonly #named = new Map<number, number>();

  constructor(document: Document, actors: readonly Actor[], mentions: readonly Mention[], reported: ReadonlySet<number>) {
    this.document = document;
    this.actors = actors;
    this.mentions = mentions;
    this.reported = reported;
    this.firstBlock = document.tokens[mentions[0]?.first ?? 0]?.block ?? 0;
    this.inTitle = new Set(mentions.slice(0, 50).flatMap(({ first, actors: meant }) => (document.tokens[first]?.block === this.firstBlock ? meant : [])));
    for (const mention of mentions) {
      for (const actor of mention.actors) {
        if (mention.by === 'name') this.#named.set(actor, this.namesOf(actor) + 1);
        const list = this.#byActor.get(actor);
        if (list) list.push(mention);
        else this.#byActor.set(actor, [mention]);
      }
    }
  }

  /** Actors that the text mentions, in no order that matters. */
  get mentioned(): number[] {
    return [...this.#byActor.keys()];
  }

  mentionsOf(actor: number): readonly Mention[] {
    return this.#byActor.get(actor) ?? [];
  }

  /** How often the text names the actor in full. */
  namesOf(actor: number): number {
    return this.#named.get(actor) ?? 0;
  }

  /** How often the text mentions the actor, by whatever words. */
  countOf(actor: number): number {
    return this.mentionsOf(actor).length;
  }

  /** The actor's last mentions before a token, the nearest first; at most eight. */
  lastOf(actor: number, before: number): Mention[] {
    const list = this.mentionsOf(actor);
    const end = mentionFrom(list, before);
    return list.slice(Math.max(0, end - 8), end).reverse();
  }

  sentenceOf(token: number): number {
    return this.document.tokens[token]?.sentence ?? 0;
  }

  blockOf(token: number): number {
    return this.document.tokens[token]?.block ?? 0;
  }
}

/** Whether the sides face each other in court. */
export function isOpposite(a: Side | undefined, b: Side | undefined): boolean {
  return (a === 'plaintiff' && b === 'defendant') || (a === 'defendant' && b === 'plaintiff');
}
