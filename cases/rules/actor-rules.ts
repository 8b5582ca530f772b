/**
 * Actors that are not who they seem: judges that take sides, names that lead to the other side, names that nobody writes like that.
 */
import type { Actor } from '../../model/case-file.ts';
import { type Rule, slip, warning, wordsOf } from './rule.ts';

/** Words that every report of a lawsuit is full of, or that may mean anybody. */
export const COMMON =
  /^(?:the )?(?:company|companies|firm|group|app|apps|service|platform|users?|customers?|people|government|state|police|data|privacy|technology|internet|phones?|courts?|judges?|jury|lawyers?|attorneys?|plaintiffs?|defendants?|(?:law)?suits?|cases?|complaints?|trial|rulings?|orders?|appeals?|news|reports?|statements?|spokes(?:man|woman|person))$/i;

const aboveTheParties: Rule = ({ actors }) =>
  actors.flatMap(({ id, kind, side }, at) =>
    (kind === 'judge' || kind === 'court') && side !== 'court'
      ? [slip(['actors', at, 'side'], `the ${kind} "${id}" stands on the side "${side}"`, 'write "court"')]
      : [],
  );

const judgesOfDockets: Rule = ({ actors, dockets }) => {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return dockets.flatMap(({ judgeIds = [] }, docket) =>
    judgeIds.flatMap((id, at) => {
      const kind = byId.get(id)?.kind;
      return kind === undefined || kind === 'judge'
        ? []
        : [slip(['dockets', docket, 'judgeIds', at], `"${id}" is of the kind "${kind}"`, 'name an actor of the kind "judge", or correct the kind')];
    }),
  );
};

const incomplete: Rule = ({ actors }) =>
  actors.flatMap(({ id, name, names, kind, side, partyRole, speaksFor }, at) => {
    const isSide = side === 'plaintiff' || side === 'defendant';
    if (kind === 'spokesperson' && speaksFor === undefined)
      return [warning(['actors', at], `"${id}" speaks for nobody`, 'add "speaksFor" with the id of the actor whose view it is')];
    if (kind !== 'party') return [];
    return [
      ...(isSide && partyRole === undefined ? [warning(['actors', at], `the party "${id}" has no role`, `add "partyRole": "${side}"`)] : []),
      ...(names.includes(name)
        ? []
        : [warning(['actors', at, 'names'], `"${name}", as "${id}" is shown, is not among its names`, `add "${name}", if texts write it`)]),
    ];
  });

const oddNames: Rule = ({ actors }) =>
  actors.flatMap(({ names, shortNames = [] }, actor) =>
    Object.entries({ names, shortNames }).flatMap(([list, all]) =>
      all.flatMap((name, at) => {
        const path = ['actors', actor, list, at];
        if (COMMON.test(name) && (list !== 'names' || !/^(?:jury|police)$/i.test(name)))
          return [slip(path, `"${name}" may mean anybody`, 'write a proper name; what means it in this case alone belongs among "epithets"')];
        if (!/[\p{Lu}\p{Lo}\p{N}]/u.test(name)) return [warning(path, `the name "${name}" has no capital`, 'write it as texts do: letter case counts')];
        return [];
      }),
    ),
  );

const isAgainst = (one: Actor, other: Actor) =>
  (one.side === 'plaintiff' && other.side === 'defendant') || (one.side === 'defendant' && other.side === 'plaintiff');

/** Short names are looked for where the full name was said; both may have been. */
const sharedShortNames: Rule = ({ actors }) =>
  actors.flatMap((actor, index) =>
    (actor.shortNames ?? []).flatMap((short, at) => {
      const other = actors.find(
        (each, place) => each !== actor && each.side !== actor.side && (each.names.includes(short) || (place < index && each.shortNames?.includes(short))),
      );
      if (!other) return [];
      return [warning(['actors', index, 'shortNames', at], `"${short}" also means "${other.id}", of another side`, 'remove it from one of them, or from both')];
    }),
  );

/** "Bellman" and, on the other side, "Friends of Bellman": who shortens the one names the other. */
const namesWithinNames: Rule = ({ actors }) => {
  const parties = actors.filter(({ kind }) => kind === 'party');
  return actors.flatMap((actor, index) =>
    actor.names.flatMap((name, at) => {
      const inner = parties.flatMap((party) =>
        isAgainst(actor, party) ? party.names.filter((own) => own !== name && wordsOf(name).includes(wordsOf(own))).map((own) => ({ party, own })) : [],
      )[0];
      if (!inner) return [];
      const { party, own } = inner;
      return [
        warning(
          ['actors', index, 'names', at],
          `"${name}" holds "${own}", which means "${party.id}" of the other side`,
          `leave it only if texts always write it in full; else add a name without "${own}"`,
        ),
      ];
    }),
  );
};

export const actorRules: readonly Rule[] = [aboveTheParties, judgesOfDockets, incomplete, oddNames, sharedShortNames, namesWithinNames];
