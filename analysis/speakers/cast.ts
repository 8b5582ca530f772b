/**
 * What is known of a case's actors before any text is read, and questions that need the whole cast.
 */
import type { Actor } from '../../model/case-file.ts';
import type { Side } from '../../model/statement.ts';
import { indexMentions, type Mention, type MentionIndex } from './mentions.ts';
import { type Discourse, isOpposite } from './scene.ts';
import { knownModifiers, type Vocabulary, vocabulariesOf } from './vocabulary.ts';

export interface Cast {
  readonly actors: readonly Actor[];
  readonly index: MentionIndex;
  readonly vocabularies: readonly Vocabulary[];
  readonly knownModifiers: ReadonlySet<string>;
  /** Towns that stand for somebody, lower case. */
  readonly places: ReadonlySet<string>;
}

export function castOf(actors: readonly Actor[]): Cast {
  const vocabularies = vocabulariesOf(actors);
  return {
    actors,
    index: indexMentions(actors),
    vocabularies,
    knownModifiers: knownModifiers(vocabularies),
    places: new Set(vocabularies.flatMap(({ places }, index) => (actors[index]?.kind === 'party' ? [...places] : []))),
  };
}

/** Of the actors, the one that the text mentions most; undefined where it mentions none. */
export function mostMentioned(candidates: readonly number[], discourse: Discourse): number | undefined {
  let best: number | undefined;
  for (const actor of candidates) if (discourse.countOf(actor) > (best === undefined ? 0 : discourse.countOf(best))) best = actor;
  return best;
}

/** The parties of a side, or of the side that faces it. */
export function partiesOf(cast: Cast, side: Side | undefined, facing: 'same' | 'opposite' = 'same'): number[] {
  return cast.actors.flatMap((actor, index) =>
    actor.kind === 'party' && (facing === 'same' ? actor.side === side : isOpposite(actor.side, side)) ? [index] : [],
  );
}

export function indexOf(cast: Cast, id: string | undefined): number | undefined {
  const index = cast.actors.findIndex((actor) => actor.id === id);
  return index < 0 ? undefined : index;
}

/** The one of a party whom a surname means that the text introduces as nobody else's: "Cathcart" in a headline, "BUCHOLTZ" in a transcript. */
export function byShortName(name: string, cast: Cast): number | undefined {
  const isMeant = (short: string) => short === name || (name.length > 3 && short.toUpperCase() === name);
  const found = cast.actors.flatMap((actor, index) => (actor.shortNames?.some(isMeant) ? [index] : []));
  const [actor] = found;
  const side = cast.actors[actor ?? -1]?.side;
  return found.length === 1 && (side === 'plaintiff' || side === 'defendant') ? actor : undefined;
}

/** Of several actors whom one description fits, the one that the text names most before or after. */
export function oneOf(mention: Mention, discourse: Discourse): number {
  const [first = 0, ...rest] = mention.actors;
  if (rest.length === 0) return first;
  return rest.reduce((best, actor) => (discourse.namesOf(actor) > discourse.namesOf(best) ? actor : best), first);
}

/** The people of a party as an actor of their own ("NSO employees"), whichever side they are on. */
export function employeesOf(cast: Cast, actor: number): number | undefined {
  const name = cast.actors[actor]?.name;
  const index = cast.actors.findIndex(
    (other, at) =>
      other.kind === 'other' && cast.vocabularies[at]?.heads.has('employees') === true && other.names.some((each) => name !== undefined && each.includes(name)),
  );
  return index < 0 ? undefined : index;
}

/** A chief without a name ("NSO's CEO") as the one whom the text names; a spokesperson without a name as the party. */
export function behindTitle(cast: Cast, actor: number, discourse: Discourse): number {
  const found = cast.actors[actor];
  if (!found?.speaksFor) return actor;
  if (found.kind === 'spokesperson' && found.pronoun === 'they') return indexOf(cast, found.speaksFor) ?? actor;
  if (found.kind !== 'executive' || found.shortNames) return actor;
  const named = cast.actors.flatMap((other, index) => (other.kind === 'executive' && other.shortNames && other.speaksFor === found.speaksFor ? [index] : []));
  return mostMentioned(named, discourse) ?? actor;
}
