/**
 * What speaks for an actor in the way the text runs on: who was last in focus, how the words chain ("its lawyers … they"), whether the sentence turns
 * to the other side ("meanwhile", "on its part"), whom a question asked about. Alike for both sides of a case.
 */
import { sentenceAround } from '../document.ts';
import type { Features, Wanted } from './features.ts';
import { isOpposite, type Scene, type Turn } from './scene.ts';

/** What is the same for all candidates of a scene. */
export interface Focus {
  /** Who is spoken of first in the sentence before and the one before that: actors, or a turn's speaker. */
  readonly topics: readonly (readonly number[])[];
  /** Whether the source's sentence opens its paragraph. */
  readonly opensBlock: boolean;
  /** Whether words turn to somebody else: "meanwhile", "but", "on its part". */
  readonly contrast: boolean;
  readonly goesOn: boolean;
  /** Actors whom a question right before names. */
  readonly asked: readonly number[];
  /** Actors told of since the last turn's source ended. */
  readonly since: readonly number[];
  /** Actors told of lately in the paragraph, before the source. */
  readonly inBlock: readonly number[];
}

/** Words that turn to somebody else. */
const CONTRAST =
  /^(?:meanwhile|but|however|though|yet|instead|conversely)$|\b(?:(?:on|for) (?:its|their) part|by contrast|in (?:turn|response|reply)|on the other)\b/;
/** Words by which whoever spoke goes on. */
const GOES_ON = /^(?:also|added|adds|further|furthermore|moreover|too|again|and|then|still|adding)$/;
/** How far before and behind the source such words count, in tokens, within its sentence. */
const BEFORE = 8;
const BEHIND = 6;
/** Sentences before the source whose mentions count. */
const REACH = 3;
/** Farthest, in sentences, that the last turn has a say. */
const TURN_REACH = 4;

/** The focus at the place where a source stands. */
export function focusOf(scene: Scene): Focus {
  const { discourse, at } = scene;
  const { words, tokens } = discourse.document;
  const here = discourse.sentenceOf(at);
  const block = discourse.blockOf(at);
  const [start, end] = sentenceAround(discourse.document, at);
  const from = Math.max(start, at - BEFORE);
  const outside = words.slice(from, Math.min(end, at + BEHIND)).filter((_, index) => !scene.contentTokens.has(from + index));
  const told = toldBefore(scene);
  const last = scene.turns.at(-1);
  return {
    topics: [here - 1, here - 2].map((sentence) => topicOf(scene, told, sentence)),
    opensBlock: tokens[start - 1] === undefined || discourse.blockOf(start - 1) !== block,
    contrast: [...outside, outside.join(' ')].some((words) => CONTRAST.test(words)),
    goesOn: outside.some((word) => GOES_ON.test(word)),
    asked: askedAbout(scene, told, start),
    since: last ? told.filter(({ first }) => first >= last.after).flatMap(({ actors }) => actors) : [],
    inBlock: told.filter(({ first }) => discourse.blockOf(first) === block).flatMap(({ actors }) => actors),
  };
}

interface Told {
  readonly first: number;
  readonly actors: readonly number[];
}

/** Mentions told by the text itself shortly before the source, in order. */
function toldBefore({ discourse, at, contentTokens }: Scene): Told[] {
  const here = discourse.sentenceOf(at);
  const found: Told[] = [];
  for (const actor of discourse.mentioned)
    for (const { first } of discourse.lastOf(actor, at))
      if (here - discourse.sentenceOf(first) <= REACH && !contentTokens.has(first) && !discourse.reported.has(first)) found.push({ first, actors: [actor] });
  return found.sort((a, b) => a.first - b.first);
}

function topicOf({ discourse, turns }: Scene, told: readonly Told[], sentence: number): number[] {
  const mentions = told.filter(({ first }) => discourse.sentenceOf(first) === sentence);
  const turn = turns.find((each) => each.sentence === sentence && each.actor !== undefined);
  const first = mentions[0]?.first ?? Number.POSITIVE_INFINITY;
  if (turn?.actor !== undefined && turn.at <= first) return [turn.actor];
  return mentions.filter((each) => each.first === first).flatMap(({ actors }) => actors);
}

function askedAbout({ discourse }: Scene, told: readonly Told[], start: number): number[] {
  const { words } = discourse.document;
  const mark = /^["”’']$/.test(words[start - 1] ?? '') ? start - 2 : start - 1;
  if (words[mark] !== '?') return [];
  const sentence = discourse.sentenceOf(mark);
  return told.filter(({ first }) => discourse.sentenceOf(first) === sentence).flatMap(({ actors }) => actors);
}

type Who = 'own' | 'opposite' | 'another' | 'nobody';

function whoAmong(scene: Scene, actors: readonly number[], actor: number): Who {
  if (actors.length === 0) return 'nobody';
  const side = scene.discourse.actors[actor]?.side;
  const sides = actors.map((each) => scene.discourse.actors[each]?.side);
  const isOwn = actors.includes(actor) || (side !== 'other' && sides.includes(side));
  const isFoe = sides.some((each) => isOpposite(each, side));
  // Both at once tell nothing.
  return isOwn === isFoe ? 'another' : isOwn ? 'own' : 'opposite';
}

function whoOf(scene: Scene, turn: Turn, actor: number): Who {
  return turn.actor === undefined ? (turn.name === undefined ? 'nobody' : 'another') : whoAmong(scene, [turn.actor], actor);
}

/** Adds what the focus says for the actor. */
export function addFocus(features: Features, scene: Scene, wanted: Wanted, actor: number, focus: Focus): void {
  const { discourse, turns, at } = scene;
  const here = discourse.sentenceOf(at);
  const block = discourse.blockOf(at);
  const form = wanted.form === 'voice' ? wanted.voice : wanted.form;
  focus.topics.forEach((topic, index) => {
    features[`topic ${index} ${focus.opensBlock ? 'opens ' : ''}${whoAmong(scene, topic, actor)}`] = 1;
  });
  features[`in block ${whoAmong(scene, focus.inBlock, actor)}`] = 1;
  if (focus.asked.length > 0) features[`asked ${whoAmong(scene, focus.asked, actor)}`] = 1;
  const last = turns.at(-1);
  if (!last || here - last.sentence > TURN_REACH) return;
  const who = whoOf(scene, last, actor);
  const place = last.sentence === here ? 'sentence' : last.block === block ? 'block' : focus.opensBlock ? 'opens' : 'later';
  features[`chain ${place} ${last.form} ${form} ${who}`] = 1;
  features[`since ${place} ${who} ${whoAmong(scene, focus.since, actor)}`] = 1;
  if (wanted.isPlural) features[`plural ${last.areSeveral ? 'several' : 'one'} ${place} ${who}`] = 1;
  if (focus.contrast) features[`contrast ${place} ${who}`] = 1;
  if (focus.goesOn) features[`goes on ${place} ${who}`] = 1;
  if (scene.rebuts) features[`rebuts ${last.rebuts ? 'rebuttal' : 'claim'} ${who}`] = 1;
}
