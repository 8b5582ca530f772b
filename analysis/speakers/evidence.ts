/**
 * What speaks for and against an actor as the one behind a pronoun or a description: who was named last and as what, who spoke
 * last, who is accused in the content, what the cue does. Weights were set by hand on the project's own sentences.
 */
import type { Actor } from '../../model/case-file.ts';
import type { Side } from '../../model/statement.ts';
import type { Document } from '../document.ts';
import type { Stance } from '../kinds/cue-lexicon.ts';
import type { Mention } from './mentions.ts';

/** One who spoke earlier in the text. */
export interface Turn {
  /** Index of an actor; undefined for strangers and unclear speakers. */
  readonly actor: number | undefined;
  readonly name: string | undefined;
  readonly isPerson: boolean;
  readonly side: Side | undefined;
  readonly stance: Stance | undefined;
  readonly sentence: number;
  readonly block: number;
}

/** The attribution whose speaker is looked for. */
export interface Scene {
  readonly document: Document;
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
  /** What each side's actors do in the content: accused, negated, merely mentioned. */
  readonly inContent: ReadonlyMap<Side, ContentRole>;
  /** Token at which the source phrase stands, or the cue where there is none. */
  readonly at: number;
  readonly stance: Stance | undefined;
  readonly turns: readonly Turn[];
  /** Tokens of the content: a mention in a content that precedes its source says little of who speaks. */
  readonly contentTokens: ReadonlySet<number>;
}

export type ContentRole = 'accused' | 'addressed' | 'negated' | 'mentioned';

/** How much speaks for the actor; below about 1 nothing does. */
export function evidenceFor(scene: Scene, actor: number): number {
  return recencyOf(scene, actor) + historyOf(scene, actor) + contentOf(scene, actor) + stanceOf(scene, actor);
}

function sideOf(scene: Scene, actor: number): Side | undefined {
  return scene.actors[actor]?.side;
}

/** The last mention before the source outside the content. */
function recencyOf(scene: Scene, actor: number): number {
  const here = scene.document.tokens[scene.at];
  if (!here) return 0;
  let best = -0.5;
  for (let index = scene.mentions.length - 1; index >= 0; index--) {
    const mention = scene.mentions[index];
    if (!mention || mention.first >= scene.at || !mention.actors.includes(actor) || scene.contentTokens.has(mention.first)) continue;
    const there = scene.document.tokens[mention.first];
    if (!there) continue;
    const far = here.sentence - there.sentence;
    if (far > 12) break;
    const near = far <= 1 ? 1.4 : far === 2 ? 0.9 : far <= 4 ? 0.5 : 0.1;
    const role = (mention.isSubject ? (far <= 1 ? 1.2 : far === 2 ? 0.9 : 0.3) : 0) - (mention.isPossessive ? 0.2 : 0) - (mention.isModifier ? 0.7 : 0);
    const otherBlock = there.block === here.block ? 0 : -0.3;
    best = Math.max(best, near + role + otherBlock);
  }
  return best;
}

/** Whoever spoke last goes on speaking, unless the cue says that somebody answers. */
function historyOf(scene: Scene, actor: number): number {
  const here = scene.document.tokens[scene.at];
  const last = scene.turns.at(-1);
  if (!here || !last) return 0;
  const isNear = here.block === last.block || here.block - last.block === 1;
  if (!isNear || here.sentence - last.sentence > 3) return 0;
  const weight = here.block === last.block ? 1.3 : 0.6;
  if (last.actor === actor) return weight;
  return last.side !== undefined && last.side === sideOf(scene, actor) ? weight * 0.7 : 0;
}

/** Who is accused in the content does not speak; who negates an act may well speak of himself. */
function contentOf(scene: Scene, actor: number): number {
  const side = sideOf(scene, actor);
  if (side === undefined || side === 'other') return 0;
  const own = scene.inContent.get(side);
  const opposite = side === 'plaintiff' ? scene.inContent.get('defendant') : side === 'defendant' ? scene.inContent.get('plaintiff') : undefined;
  const against = own === 'addressed' ? -4 : own === 'accused' ? -3 : own === 'mentioned' ? -0.4 : 0;
  const infavour = opposite === 'accused' || opposite === 'addressed' ? 1 : opposite === 'mentioned' ? 0.2 : 0;
  return against + infavour;
}

/** A denial answers the other side's last claim. Nothing here leans to either side of a case. */
function stanceOf(scene: Scene, actor: number): number {
  if (scene.stance !== 'deny' && scene.stance !== 'decline') return 0;
  const side = sideOf(scene, actor);
  const claimant = scene.turns.findLast((turn) => turn.side === 'plaintiff' || turn.side === 'defendant');
  return claimant && claimant.stance !== 'deny' && isOpposite(claimant.side, side) ? 1.3 : 0;
}

/** Whether the sides face each other in court. */
export function isOpposite(a: Side | undefined, b: Side | undefined): boolean {
  return (a === 'plaintiff' && b === 'defendant') || (a === 'defendant' && b === 'plaintiff');
}
