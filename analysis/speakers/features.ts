/**
 * What speaks for and against an actor as the one behind a pronoun, a description or a paper. Alike for both sides of a case: nothing here knows
 * plaintiff from defendant, or a name. Each feature has a weight in ranker-weights.json, learnt by scripts/train/speakers.ts.
 */
import type { Actor } from '../../model/case-file.ts';
import type { Side } from '../../model/statement.ts';
import type { Stance } from '../kinds/cue-lexicon.ts';
import { addFocus, focusOf } from './focus-features.ts';
import { LAWYERS, SPOKESPEOPLE } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { isOpposite, type Scene, type Turn } from './scene.ts';
import type { Voice } from './source-phrase.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Values by feature name; one that is missing counts 0. */
export type Features = Record<string, number>;

/** What the source phrase asks for. */
export interface Wanted {
  readonly form: 'it' | 'they' | 'noun' | 'voice';
  readonly voice: Voice;
  readonly isPlural: boolean;
  /** Head noun, or the word of a bare voice ("spokesman", "filing"). */
  readonly noun: string;
  readonly modifiers: readonly string[];
}

interface Trace {
  readonly actor: number;
  /** The nearest mention told by the text, and the nearest one inside a content. */
  readonly told: Mention | undefined;
  readonly reported: Mention | undefined;
  readonly subject: Mention | undefined;
}

const FARTHEST = 12;

/** One list of features for each candidate, in order, and one for "none of them" at the end. */
export function featuresOf(scene: Scene, wanted: Wanted, candidates: readonly number[], vocabularies: readonly Vocabulary[]): Features[] {
  const traces = candidates.map((actor) => traceOf(scene, actor));
  const nearest = Math.max(-1, ...traces.map(({ told }) => told?.first ?? -1));
  const subject = Math.max(-1, ...traces.map((trace) => trace.subject?.first ?? -1));
  const most = Math.max(1, ...candidates.map((actor) => scene.discourse.countOf(actor)));
  const focus = focusOf(scene);
  const lists = traces.map((trace) => {
    const features: Features = {};
    addRecency(features, scene, trace, { nearest, subject });
    addStanding(features, scene, trace, most);
    addTurns(features, scene, trace.actor);
    addContent(features, scene, scene.discourse.actors[trace.actor]?.side);
    addForm(features, scene, wanted, trace);
    addWords(features, wanted, vocabularies[trace.actor]);
    addBeside(features, scene, wanted, trace.actor);
    addAccusations(features, scene, trace.actor);
    addPapers(features, scene, wanted, trace.actor);
    addFocus(features, scene, wanted, trace.actor, focus);
    return features;
  });
  return [...lists, featuresOfNone(scene, wanted, nearest)];
}

function traceOf(scene: Scene, actor: number): Trace {
  const here = scene.discourse.sentenceOf(scene.at);
  const near = scene.discourse
    .lastOf(actor, scene.at)
    .filter(({ first }) => !scene.contentTokens.has(first) && here - scene.discourse.sentenceOf(first) <= FARTHEST);
  const told = near.filter(({ first }) => !scene.discourse.reported.has(first));
  return {
    actor,
    told: told[0],
    reported: near.find(({ first }) => scene.discourse.reported.has(first)),
    subject: told.find(({ isSubject }) => isSubject),
  };
}

function bucket(sentences: number): string {
  return sentences <= 2 ? String(Math.max(0, sentences)) : sentences <= 4 ? '3-4' : '5-12';
}

const OBJECT_OF = /^(?:accus|blam|fault|su(?:e|ed|es|ing)$|sanction|against|criticis|criticiz|charg|hit|slam|attack|fin(?:e|ed)$|press)/;

function addRecency(features: Features, scene: Scene, { told, reported, subject }: Trace, best: { nearest: number; subject: number }): void {
  const { discourse } = scene;
  const here = discourse.sentenceOf(scene.at);
  const far = (mention: Mention) => bucket(here - discourse.sentenceOf(mention.first));
  features[`told ${told ? far(told) : 'no'}`] = 1;
  features[`reported ${reported ? far(reported) : 'no'}`] = 1;
  features[`subject ${subject ? far(subject) : 'no'}`] = 1;
  if (told && told.first === best.nearest) features['nearest'] = 1;
  if (subject && subject.first === best.subject) features['nearest subject'] = 1;
  if (subject && discourse.blockOf(subject.first) === discourse.blockOf(scene.at)) features['subject in block'] = 1;
  if (!told) return;
  if (discourse.blockOf(told.first) === discourse.blockOf(scene.at)) features['in block'] = 1;
  if (told.isPossessive) features['possessive'] = 1;
  if (told.isModifier) features['modifier'] = 1;
  if (told.by === 'epithet') features['epithet'] = 1;
  if (OBJECT_OF.test(discourse.document.words[told.first - 1] ?? '')) {
    features['object'] = 1;
    if (classOf(scene.stance) === 'deny') features['object deny'] = 1;
  }
}

function addStanding(features: Features, scene: Scene, { actor }: Trace, most: number): void {
  features['share'] = scene.discourse.countOf(actor) / most;
  if (scene.discourse.inTitle.has(actor)) features['in title'] = 1;
  const block = scene.discourse.blockOf(scene.at);
  const inBlock = scene.discourse.lastOf(actor, scene.at).filter(({ first }) => scene.discourse.blockOf(first) === block);
  if (inBlock.length > 1) features['often in block'] = 1;
}

type StanceClass = 'deny' | 'demand' | 'accuse' | 'decide' | 'say';

function classOf(stance: Stance | undefined): StanceClass {
  if (stance === 'deny' || stance === 'decline' || stance === 'maintain' || stance === 'vow') return 'deny';
  if (stance === 'accuse') return 'accuse';
  if (stance === 'demand' || stance === 'want') return 'demand';
  return stance === 'decide' ? 'decide' : 'say';
}

function addTurns(features: Features, scene: Scene, actor: number): void {
  const here = scene.discourse.sentenceOf(scene.at);
  const block = scene.discourse.blockOf(scene.at);
  const side = scene.discourse.actors[actor]?.side;
  const last = scene.turns.at(-1);
  const before = scene.turns.at(-2);
  if (last && here - last.sentence <= 5) {
    const place = last.sentence === here ? 'sentence' : last.block === block ? 'block' : 'other';
    const who = relation(last, actor, side);
    if (who) {
      features[`turn ${place} ${who}`] = 1;
      features[`turn ${classOf(last.stance)} ${classOf(scene.stance)} ${who === 'same' || who === 'side' ? 'own' : who}`] = 1;
    }
  }
  if (before && here - before.sentence <= 5) {
    const who = relation(before, actor, side);
    if (who) features[`before ${before.block === block ? 'block' : 'other'} ${who}`] = 1;
  }
}

function relation(turn: Turn, actor: number, side: Side | undefined): string | undefined {
  if (turn.actor === actor) return 'same';
  if (turn.side === undefined) return turn.name === undefined ? undefined : 'stranger';
  if (turn.side === side && side !== 'other') return 'side';
  return isOpposite(turn.side, side) ? 'opposite' : 'another';
}

/** Who is accused in the content does not speak; who negates an act may well speak of himself. */
function addContent(features: Features, scene: Scene, side: Side | undefined): void {
  if (side !== 'plaintiff' && side !== 'defendant') return;
  const opposite: Side = side === 'plaintiff' ? 'defendant' : 'plaintiff';
  features[`own ${scene.inContent.get(side) ?? 'absent'}`] = 1;
  features[`opposite ${scene.inContent.get(opposite) ?? 'absent'}`] = 1;
  if (scene.described.has(side)) features['own described'] = 1;
  if (scene.described.has(opposite)) features['opposite described'] = 1;
  if (classOf(scene.stance) === 'deny' && scene.inContent.get(side)) features['own denied'] = 1;
}

function kindOf(actor: Actor | undefined): string {
  return actor?.kind === 'other' && actor.side !== 'other' ? 'group' : (actor?.kind ?? 'other');
}

function addForm(features: Features, scene: Scene, wanted: Wanted, { actor, told }: Trace): void {
  const found = scene.discourse.actors[actor];
  features[`${wanted.form} ${kindOf(found)}`] = 1;
  features[`${classOf(scene.stance)} ${kindOf(found)}`] = 1;
  if (wanted.voice !== 'self') features[`${wanted.voice} ${kindOf(found)}`] = 1;
  const isJoined = told?.isJoined === true;
  if (wanted.isPlural) features[found?.pronoun === 'they' ? 'plural they' : isJoined ? 'plural joined' : 'plural one'] = 1;
  else if (isJoined) features['one joined'] = 1;
}

function addWords(features: Features, wanted: Wanted, vocabulary: Vocabulary | undefined): void {
  if (wanted.form !== 'noun' || !vocabulary) return;
  if (vocabulary.own.has(wanted.noun)) features['own noun'] = 1;
  const known = wanted.modifiers.filter((word) => vocabulary.modifiers.has(word)).length;
  if (known > 0) features['known modifier'] = 1;
  if (wanted.modifiers.length > 0 && known === 0) features['no known modifier'] = 1;
}

/** "the lawyers" after "lawyers for WhatsApp", "the motion" after "NSO's motion" or "NSO filed a motion". */
function addBeside(features: Features, scene: Scene, wanted: Wanted, actor: number): void {
  if (wanted.voice === 'self' || wanted.noun === '') return;
  const { discourse } = scene;
  const { words } = discourse.document;
  const noun = wanted.noun.replace(/s$/, '');
  const here = discourse.sentenceOf(scene.at);
  for (const mention of discourse.lastOf(actor, scene.at)) {
    if (here - discourse.sentenceOf(mention.first) > FARTHEST) break;
    const isNoun = (word: string) => word.replace(/s$/, '') === noun;
    if (words.slice(mention.after, mention.after + (mention.isPossessive ? 4 : 2)).some(isNoun)) features['noun behind'] = 1;
    if (words.slice(Math.max(0, mention.first - 4), mention.first).some(isNoun)) features['noun before'] = 1;
    const clause = words.slice(mention.after, mention.after + 8);
    if (mention.isSubject && clause.some((word) => FILES.test(word)) && clause.some(isNoun)) features['files it'] = 1;
  }
}

const FILES = /^(?:filed|files|filing|submitted|lodged|brought|wrote|issued|sent|asked|put)$/;

/** Who has been accused so far answers rather than accuses. */
function addAccusations(features: Features, scene: Scene, actor: number): void {
  const side = scene.discourse.actors[actor]?.side;
  if (side !== 'plaintiff' && side !== 'defendant') return;
  const stance = classOf(scene.stance);
  const last = scene.turns.at(-1);
  if (last && scene.discourse.sentenceOf(scene.at) - last.sentence <= 2) {
    if (last.accuses.includes(side)) features[`just accused ${stance}`] = 1;
    else if (last.accuses.some((accused) => isOpposite(accused, side))) features[`foe just accused ${stance}`] = 1;
  }
  let [own, all] = [0, 0];
  for (const turn of scene.turns.slice(-12)) {
    for (const accused of turn.accuses) {
      if (accused === side) own++;
      if (accused === side || isOpposite(accused, side)) all++;
    }
  }
  if (all > 0) features[`accused ${stance}`] = own / all - 0.5;
}

/** Whoever spoke in a paper goes on speaking in it. */
function addPapers(features: Features, scene: Scene, wanted: Wanted, actor: number): void {
  if (wanted.voice !== 'paper') return;
  const noun = wanted.noun.replace(/s$/, '');
  const owner = scene.turns.findLast(({ papers }) => papers.includes(noun));
  const any = scene.turns.findLast(({ papers }) => papers.length > 0);
  if (owner?.actor === actor) features['its paper'] = 1;
  if (any?.actor === actor) features['a paper'] = 1;
  if (owner && owner.actor !== actor) features["another's paper"] = 1;
}

function isAgent(noun: string): boolean {
  return SPOKESPEOPLE.has(noun) || LAWYERS.has(noun);
}

function featuresOfNone(scene: Scene, wanted: Wanted, nearest: number): Features {
  const features: Features = { none: 1, [`none ${wanted.form}`]: 1, [`none ${wanted.voice}`]: 1 };
  const { discourse } = scene;
  const last = scene.turns.at(-1);
  if (nearest < 0 || discourse.blockOf(nearest) !== discourse.blockOf(scene.at)) features['none in block'] = 1;
  if (wanted.isPlural) features['none plural'] = 1;
  if (wanted.form === 'voice') features[`none ${isAgent(wanted.noun) ? 'agent' : wanted.noun.replace(/s$/, '')}`] = 1;
  if (last && last.actor === undefined && discourse.sentenceOf(scene.at) - last.sentence <= 3) {
    features[last.name === undefined ? 'none after unknown' : 'none after stranger'] = 1;
    if (last.block === discourse.blockOf(scene.at)) features['none after other in block'] = 1;
  }
  return features;
}
