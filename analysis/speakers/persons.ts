/**
 * One person spoken of before: "he", "she", "the chief executive", a surname that the text has introduced.
 */
import type { Actor } from '../../model/case-file.ts';
import { isPeople, LAWYERS, OUTSIDERS } from './lexicon.ts';
import { type Mention, mentionFrom } from './mentions.ts';
import type { Discourse, Scene, Turn } from './scene.ts';

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
