/**
 * One person spoken of before: "he", "she", "the chief executive", a surname that the text has introduced.
 */
import type { Actor } from '../../model/case-file.ts';
import { mostMentioned } from './cast.ts';
import { isPeople, LAWYERS, OUTSIDERS, PRONOUNS } from './lexicon.ts';
import { readMention } from './mention-phrase.ts';
import { type Mention, mentionFrom, mentionsAmong } from './mentions.ts';
import { roleBehind } from './phrase-sides.ts';
import type { Discourse, Scene, Turn } from './scene.ts';
import { type Stranger, surnameOf } from './strangers.ts';

/** A speaker before it is put into words. `actor` is an index into the cast. */
export interface Finding {
  readonly actor?: number;
  readonly name?: string;
  readonly isPerson?: boolean;
  readonly gender?: 'he' | 'she';
  /** 0 to 1. */
  readonly confidence: number;
}

/** Farthest, in sentences, that a calling ("the witness") reaches back to a person. */
const REACH = 6;
/** Within so many sentences the person who was named or spoke last is meant; farther off it may be anybody. */
const REACH_OF_PRONOUN = 3;

/** Who a turn was, said again. */
export function again(turn: Turn, confidence: number): Finding | undefined {
  if (turn.actor === undefined && turn.name === undefined) return undefined;
  return {
    ...(turn.actor === undefined ? {} : { actor: turn.actor }),
    ...(turn.name === undefined ? {} : { name: turn.name }),
    ...(turn.gender === undefined ? {} : { gender: turn.gender }),
    isPerson: turn.isPerson,
    confidence,
  };
}

/** "he", "she": the person of that pronoun who was named or spoke last, not long ago. */
export function personOf(word: 'he' | 'she', scene: Scene): Finding | undefined {
  const { discourse, turns, at } = scene;
  const here = discourse.sentenceOf(at);
  const canTurn = ({ isPerson, gender, actor }: Turn) => isPerson && (gender === undefined || gender === word) && canBe(discourse.actors[actor ?? -1], word);
  const last = outermost(turns.findLast(canTurn), scene, canTurn);
  // "Asked by a lawyer for WhatsApp whether …, he admitted": not the lawyer.
  const isAside = last !== undefined && last.sentence === here && last.gender === undefined && (last.stance === 'question' || last.stance === 'demand');
  const turn = isAside ? turns.findLast((each) => each !== last && canTurn(each)) : last;
  const named = lastPerson(scene, (actor) => actor.pronoun === word);
  // "To a question about Cathcart's article he said": whoever spoke before in the paragraph goes on.
  const isOwner = named?.isPossessive === true && turn !== undefined && turn.block === discourse.blockOf(at) && discourse.sentenceOf(named.first) === here;
  const mention = isOwner ? undefined : named;
  const mentionAt = mention ? discourse.sentenceOf(mention.first) : -1;
  const turnAt = turn?.sentence ?? -1;
  if (mention && isAsked(mention, scene)) return asNamed(mention, word, discourse, 0.8);
  const isReported = mention !== undefined && discourse.reported.has(mention.first);
  if (turn && here - turnAt <= REACH_OF_PRONOUN && (turnAt >= mentionAt || (isReported && here - turnAt <= 2))) {
    const stranger = turns.at(-1);
    // Somebody unclear spoke in between and may be meant.
    const isBroken = stranger !== turn && stranger?.isPerson === true && stranger.actor === undefined && stranger.name === undefined;
    if (isBroken || isOvertaken(turnAt, scene)) return undefined;
    return asPerson(again(turn, 0.85), word);
  }
  if (!mention || here - mentionAt > REACH_OF_PRONOUN || isOvertaken(mentionAt, scene)) return undefined;
  return asNamed(mention, word, discourse, 0.85);
}

/** Whoever is "he" once is no "she" later. */
function asPerson(finding: Finding | undefined, word: 'he' | 'she'): Finding | undefined {
  return finding && { ...finding, gender: word };
}

/** "A lecturer found Hulio's denial artful. But he …": whoever tells of the other's word, where both stand in one sentence. */
function outermost(turn: Turn | undefined, { turns, discourse }: Scene, fits: (turn: Turn) => boolean): Turn | undefined {
  if (!turn || !discourse.reported.has(turn.at)) return turn;
  return turns.findLast((each) => each.sentence === turn.sentence && !discourse.reported.has(each.at) && fits(each)) ?? turn;
}

/** "the defense counsel rose": behind it stands who came in. */
const OTHER_SIDES = /^(?:defen[cs]e|plaintiffs?|defendants?|opposing|rival)$/;

/** One person, whatever his calling. */
const ANYBODY =
  /^(?:wo)?man$|^(?:friend|colleague|boss|partner|student|general|magistrate|cousin|mother|father|wife|husband|son|daughter|brother|sister|peer)$/;

/** "A WhatsApp engineer takes the oath. He …", "WhatsApp's counsel rose. He …": somebody new came in after the sentence, who may be meant. */
function isOvertaken(sentence: number, { discourse, at }: Scene): boolean {
  const { words } = discourse.document;
  for (let token = at - 1; token >= 0 && discourse.sentenceOf(token) > sentence; token--) {
    const isNew = /^(?:an?|'s)$/.test(words[token] ?? '') || (words[token] === 'the' && OTHER_SIDES.test(words[token + 1] ?? ''));
    if (!isNew || discourse.reported.has(token)) continue;
    for (const word of words.slice(token + 1, token + 6)) {
      if (/^[,.;:()“”"]$/.test(word)) break;
      if (!word.endsWith('s') && (isPeople(word) || LAWYERS.has(word) || OUTSIDERS.has(word) || ANYBODY.test(word))) return true;
    }
  }
  return false;
}

function asNamed({ actors }: Mention, word: 'he' | 'she', discourse: Discourse, confidence: number): Finding | undefined {
  const actor = actors.find((index) => discourse.actors[index]?.pronoun === word);
  return actor === undefined ? undefined : { actor, isPerson: true, gender: word, confidence };
}

/** "The panel pressed his opponent, Jeffrey Bucholtz, … 'No,' he replied": the one asked answers. */
function isAsked({ first }: Mention, { turns, discourse, at }: Scene): boolean {
  const last = turns.at(-1);
  const asks = last?.stance === 'question' || last?.stance === 'demand';
  return asks && first > last.at && discourse.sentenceOf(first) === last.sentence && discourse.sentenceOf(at) - last.sentence === 1;
}

function canBe(actor: Actor | undefined, word: 'he' | 'she'): boolean {
  const pronoun = actor?.pronoun;
  return pronoun === undefined || pronoun === word || pronoun === 'it' || pronoun === 'they';
}

function lastPerson({ discourse, contentTokens, at }: Scene, fits: (actor: Actor) => boolean): Mention | undefined {
  const here = discourse.sentenceOf(at);
  for (let index = mentionFrom(discourse.mentions, at) - 1; index >= 0; index--) {
    const mention = discourse.mentions[index];
    if (!mention || here - discourse.sentenceOf(mention.first) > 2 * REACH) return undefined;
    if (contentTokens.has(mention.first)) continue;
    const isOne = mention.actors.some((index) => {
      const actor = discourse.actors[index];
      return actor !== undefined && fits(actor);
    });
    if (isOne) return mention;
  }
  return undefined;
}

const KINDS_OF: readonly (readonly [RegExp, readonly Actor['kind'][]])[] = [
  [/^(?:executive|ceo|boss|head|president|founder|cofounder|co-founder|director|chairman|officer|chief)$/, ['executive']],
  [/^(?:engineer|manager|witness|man|woman|developer|vice-president)$/, ['witness', 'executive']],
  [/^(?:lawyer|attorney|litigator|advocate|solicitor)$/, ['counsel']],
  [/^(?:spokesman|spokeswoman|spokesperson)$/, ['spokesperson']],
  [/^(?:researcher|expert|analyst|professor)$/, ['expert']],
];

/** "the chief executive", "the witness": the person of that calling who spoke or was named last; undefined where the text has none. */
export function titledPerson(noun: string, scene: Scene): Finding | undefined {
  const kinds = KINDS_OF.find(([pattern]) => pattern.test(noun))?.[1] ?? [];
  const { discourse, turns, at } = scene;
  const here = discourse.sentenceOf(at);
  const isOne = (actor: Actor | undefined) => actor !== undefined && kinds.includes(actor.kind) && (actor.pronoun === 'he' || actor.pronoun === 'she');
  // "A witness says … the witness adds": the same nameless person.
  const same = turns.findLast((each) => here - each.sentence <= REACH && each.noun === noun);
  if (same) return same.actor === undefined && same.name === undefined ? undefined : { ...again(same, 0.75), isPerson: true, confidence: 0.75 };
  const turn = turns.findLast(({ actor, sentence }) => here - sentence <= 2 * REACH && isOne(discourse.actors[actor ?? -1]));
  const mention = lastPerson(scene, isOne);
  const known = Math.max(turn?.sentence ?? -1, mention ? discourse.sentenceOf(mention.first) : -1);
  if (noun === 'witness' && known >= 0 && isOvertaken(known, scene)) return undefined;
  if (turn && turn.sentence >= (mention ? discourse.sentenceOf(mention.first) : -1)) return again(turn, 0.85);
  const actor = mention?.actors.find((index) => isOne(discourse.actors[index]));
  if (actor !== undefined) return { actor, isPerson: true, confidence: 0.8 };
  return undefined;
}

/** Where a stranger's full name stands with whom it belongs to: "Jane Roe of Cooley", "Jane Roe, a lawyer for NSO". By surname. */
export class Acquaintances {
  readonly #known = new Map<string, { name: string; actor: number | undefined }>();
  readonly #looked = new Set<string>();
  readonly #discourse: Discourse;
  #names: Map<string, number[]> | undefined;

  constructor(discourse: Discourse) {
    this.#discourse = discourse;
  }

  /** Keeps who a stranger was said to be. */
  add({ name, isPerson }: Stranger, actor: number | undefined): void {
    // Of two of that surname, it may be either.
    if (isPerson && this.#givenNamesOf(surnameOf(name)).size < 2) this.#known.set(surnameOf(name), { name, actor });
  }

  /** What the text says of the stranger; looks for the full name once. */
  of({ name, isPerson }: Stranger): { name: string; actor: number | undefined } {
    const surname = this.#asWritten(surnameOf(name));
    if (!isPerson && name.includes(' ')) return { name, actor: undefined };
    const known = this.#known.get(surname);
    if (known && (known.actor !== undefined || this.#looked.has(surname))) return known;
    this.#looked.add(surname);
    const found = this.#introductionOf(surname) ?? known ?? { name, actor: undefined };
    this.#known.set(surname, found);
    return found;
  }

  /** The "BLOCK" of a transcript as "Block", where the text has that with a given name. */
  #asWritten(surname: string): string {
    if (surname.length < 4 || surname !== surname.toUpperCase()) return surname;
    const plain = `${surname.charAt(0)}${surname.slice(1).toLowerCase()}`;
    return this.#givenNamesOf(plain).size > 0 ? plain : surname;
  }

  /** The given names with which the text has the surname. */
  #givenNamesOf(surname: string): Set<string> {
    const { document } = this.#discourse;
    this.#names ??= capitalsOf(this.#discourse);
    const before = (this.#names.get(surname) ?? []).map((token) => document.tokens[token - 1]?.text ?? '');
    return new Set(before.filter((text) => /^\p{Lu}\p{Ll}[\p{L}’'-]*$/u.test(text)));
  }

  #introductionOf(surname: string): { name: string; actor: number | undefined } | undefined {
    const { document } = this.#discourse;
    this.#names ??= capitalsOf(this.#discourse);
    for (const token of this.#names.get(surname)?.slice(0, 20) ?? []) {
      const given = document.tokens[token - 1];
      if (!given || !/^\p{Lu}[\p{L}.'’-]*$/u.test(given.text) || PRONOUNS.has(document.words[token - 1] ?? '')) continue;
      const name = `${given.text} ${surname}`;
      const actor = this.#partyOf(token) ?? this.#ownerOf(token);
      if (actor !== undefined) return { name, actor };
    }
    return undefined;
  }

  /** "Mr. Mornin, for the plaintiffs": the party of that role of which the text speaks most. */
  #partyOf(token: number): number | undefined {
    const { document, actors } = this.#discourse;
    const from = document.words[token + 1] === ',' ? token + 2 : token + 1;
    const role = roleBehind(document.words.slice(from, from + 4));
    if (!role) return undefined;
    const parties = actors.flatMap((actor, index) => (actor.kind === 'party' && actor.side === role ? [index] : []));
    return mostMentioned(parties, this.#discourse);
  }

  /** The actor in the apposition behind the name, or right before it. */
  #ownerOf(token: number): number | undefined {
    const { document, mentions } = this.#discourse;
    const sentence = document.tokens[token]?.sentence;
    const phrase: number[] = [];
    let commas = 0;
    for (let at = token - 1; at < token + 22 && document.tokens[at]?.sentence === sentence; at++) {
      const word = document.words[at] ?? '';
      if (word === ',' && ++commas > 1) break;
      if (commas === 0 && at > token && !/^(?:of|at|for|from|with|,|the)$/.test(word) && !isMentioned(mentions, at)) break;
      phrase.push(at);
    }
    const words = phrase.map((at) => document.words[at] ?? '');
    const within = mentionsAmong(mentions, phrase);
    const isTied = words.some((word) => isPeople(word) || LAWYERS.has(word)) || /^(?:of|at|for|from|with)$/.test(words[2] ?? '');
    if (within.length === 0 || !isTied) return undefined;
    const stranger = { name: '', isPerson: true, first: token - 1, after: token + 1 };
    const read = readMention({ document, tokens: phrase, words, mentions: within, stranger, whole: '', sideOf: () => 'plaintiff' });
    return read?.type === 'mention' && !read.isAgainst ? read.mention.actors[0] : undefined;
  }
}

function isMentioned(mentions: readonly Mention[], token: number): boolean {
  const before = mentions[mentionFrom(mentions, token + 1) - 1];
  return before !== undefined && token < before.after;
}

/** Tokens by capitalised word, made once for each text that has strangers. */
function capitalsOf({ document }: Discourse): Map<string, number[]> {
  const found = new Map<string, number[]>();
  document.tokens.forEach(({ text }, token) => {
    if (!/^\p{Lu}\p{L}/u.test(text)) return;
    const list = found.get(text);
    if (list) list.push(token);
    else found.set(text, [token]);
  });
  return found;
}
