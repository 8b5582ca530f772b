/**
 * What a case file must not get wrong of sides: a wrong side is the worst mistake that the program can make. Roles, speakers and positions
 * agree with the side of their actors, and no epithet may mean either side. Knows no particular case.
 */
import type { Actor, CaseFile } from '../model/case-file.ts';
import type { CaseProblem } from './case-file-error.ts';

type Path = CaseProblem['path'];

function problem(path: Path, message: string, remedy: string): CaseProblem {
  return { file: 'case.json', path, message, remedy };
}

/** What may be said of either party, or of anybody. */
const GENERAL = /^(company|firm|group|app|service|platform|spokes(man|woman|person)|lawyers?|plaintiffs?|defendants?)$/i;
const ARTICLE = /^(the|an?|its|their) /i;

function looseEpithets({ actors }: CaseFile): CaseProblem[] {
  return actors.flatMap(({ epithets = [] }, index) =>
    epithets.flatMap((epithet, at): CaseProblem[] => {
      const path = ['actors', index, 'epithets', at];
      const bare = epithet.replace(ARTICLE, '');
      if (GENERAL.test(bare)) return [problem(path, `"${epithet}" may mean either side`, 'remove it, or say more ("lamp maker")')];
      return bare === epithet ? [] : [problem(path, `"${epithet}" has its article`, `write "${bare}"`)];
    }),
  );
}

function rolesAgainstSides({ actors }: CaseFile): CaseProblem[] {
  return actors.flatMap(({ partyRole, side }, index) =>
    partyRole === undefined || partyRole === side || (partyRole === 'amicus' && side === 'other')
      ? []
      : [
          problem(
            ['actors', index, 'partyRole'],
            `a party that is ${partyRole} stands on the side "${side}"`,
            `correct one of them; the side of an amicus is "other", of others as their role`,
          ),
        ],
  );
}

/** Whether an actor stands on another side than this; an outsider may take either in a dispute. */
function isAgainst(side: Actor['side'], actor: Actor | undefined): actor is Actor {
  return actor !== undefined && actor.side !== 'other' && actor.side !== side;
}

function speakersOfOthers({ actors }: CaseFile): CaseProblem[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return actors.flatMap(({ side, speaksFor = '' }, index) => {
    const other = byId.get(speaksFor);
    if (!isAgainst(side, other)) return [];
    return [
      problem(['actors', index, 'speaksFor'], `"${other.id}" is on the ${other.side}'s side, its speaker on the side "${side}"`, 'correct one of the sides'),
    ];
  });
}

function positionsOfOthers({ actors, disputes }: CaseFile): CaseProblem[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return disputes.flatMap(({ positions }, index) =>
    positions.flatMap(({ side, actorId = '' }, at) => {
      const actor = byId.get(actorId);
      if (!isAgainst(side, actor)) return [];
      const path = ['disputes', index, 'positions', at, 'actorId'];
      return [problem(path, `"${actor.id}" is on the ${actor.side}'s side, the position on the side "${side}"`, 'correct the side, or name who holds it')];
    }),
  );
}

/** Every problem with the sides of a case whose references are sound. */
export function sideProblems(file: CaseFile): CaseProblem[] {
  return [...rolesAgainstSides(file), ...looseEpithets(file), ...speakersOfOthers(file), ...positionsOfOthers(file)];
}
