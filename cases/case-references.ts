/**
 * What a schema cannot say of a case file: that ids are unique and lead somewhere, that answers come after what they answer,
 * that events stand in order, and that no name could mean two actors. Knows no particular case.
 */
import type { Actor, CaseFile, Recognition } from '../model/case-file.ts';
import { compareDates } from '../model/date.ts';
import type { CaseProblem } from './case-file-error.ts';
import { isCertainlyAfter } from './rules/rule.ts';
import { meant } from './shape-problems.ts';
import { sideProblems } from './side-rules.ts';

type Path = CaseProblem['path'];

const MOST_GUESSES = 20;

function problem(path: Path, message: string, remedy: string): CaseProblem {
  return { file: 'case.json', path, message, remedy };
}

const LISTS = ['courts', 'dockets', 'actors', 'phases', 'events', 'disputes'] as const;
type ListName = (typeof LISTS)[number];
const ONE: Record<ListName, string> = { courts: 'court', dockets: 'docket', actors: 'actor', phases: 'phase', events: 'event', disputes: 'dispute' };

function duplicateIds(file: CaseFile): CaseProblem[] {
  return LISTS.flatMap((list) => {
    const seen = new Map<string, number>();
    return file[list].flatMap(({ id }, index) => {
      const first = seen.get(id);
      if (first === undefined) {
        seen.set(id, index);
        return [];
      }
      return [problem([list, index, 'id'], `the id "${id}" is already that of ${list}[${first}]`, 'give each its own id')];
    });
  });
}

interface Reference {
  readonly path: Path;
  readonly list: ListName;
  readonly id: string | undefined;
}

function actorAndDocketReferences(file: CaseFile): Reference[] {
  return [
    ...file.actors.map(({ speaksFor }, index): Reference => ({ path: ['actors', index, 'speaksFor'], list: 'actors', id: speaksFor })),
    ...file.dockets.flatMap(({ courtId, judgeIds = [] }, index): Reference[] => [
      { path: ['dockets', index, 'courtId'], list: 'courts', id: courtId },
      ...judgeIds.map((id, at): Reference => ({ path: ['dockets', index, 'judgeIds', at], list: 'actors', id })),
    ]),
  ];
}

function eventReferences(file: CaseFile): Reference[] {
  return file.events.flatMap(({ phaseId, docketId, actorIds, respondsTo = [] }, index): Reference[] => [
    { path: ['events', index, 'phaseId'], list: 'phases', id: phaseId },
    { path: ['events', index, 'docketId'], list: 'dockets', id: docketId },
    ...actorIds.map((id, at): Reference => ({ path: ['events', index, 'actorIds', at], list: 'actors', id })),
    ...respondsTo.map((id, at): Reference => ({ path: ['events', index, 'respondsTo', at], list: 'events', id })),
  ]);
}

function disputeReferences(file: CaseFile): Reference[] {
  return file.disputes.flatMap(({ positions, finding }, index): Reference[] => [
    ...positions.flatMap(({ actorId, eventId }, at): Reference[] => [
      { path: ['disputes', index, 'positions', at, 'actorId'], list: 'actors', id: actorId },
      { path: ['disputes', index, 'positions', at, 'eventId'], list: 'events', id: eventId },
    ]),
    { path: ['disputes', index, 'finding', 'eventId'], list: 'events', id: finding?.eventId },
  ]);
}

function danglingReferences(file: CaseFile): CaseProblem[] {
  const ids = new Map(LISTS.map((list) => [list, new Set(file[list].map(({ id }) => id))]));
  let told = 0;
  return [...actorAndDocketReferences(file), ...eventReferences(file), ...disputeReferences(file)].flatMap(({ path, list, id }) => {
    if (id === undefined || ids.get(list)?.has(id)) return [];
    // What was meant is guessed by comparing with each that there is: for a few, or a thousand mistakes would take minutes.
    const known = told++ < MOST_GUESSES ? [...(ids.get(list) ?? [])] : [];
    return [problem(path, `there is no ${ONE[list]} "${id}"`, missingRemedy(id, list, known))];
  });
}

function missingRemedy(id: string, list: ListName, known: readonly string[]): string {
  const guess = meant(id, known);
  return guess === undefined ? `add it to "${list}" or correct the id` : `did you mean "${guess}"? Else add it to "${list}"`;
}

function missingSides(file: CaseFile): CaseProblem[] {
  return (['plaintiff', 'defendant'] as const).flatMap((side) =>
    file.actors.some((actor) => actor.kind === 'party' && actor.side === side)
      ? []
      : [problem(['actors'], `there is no party on the ${side}'s side`, `add an actor of "kind": "party" with "side": "${side}"`)],
  );
}

function datesOutOfOrder(file: CaseFile): CaseProblem[] {
  return file.events.flatMap((event, index) => {
    const before = file.events[index - 1];
    if (before === undefined || !isCertainlyAfter(before.date, event.date)) return [];
    return [problem(['events', index, 'date'], `${event.date.iso} stands after ${before.date.iso}`, 'put the events in the order of their dates')];
  });
}

function answersBeforeQuestions(file: CaseFile): CaseProblem[] {
  const places = new Map(file.events.map((event, index) => [event.id, { date: event.date, index }]));
  return file.events.flatMap(({ date, respondsTo = [] }, index) =>
    respondsTo.flatMap((id, at) => {
      const answered = places.get(id);
      if (answered === undefined) return [];
      if (answered.index === index) return [problem(['events', index, 'respondsTo', at], 'an event cannot answer itself', 'name the event that it answers')];
      if (!isCertainlyAfter(answered.date, date)) return [];
      return [
        problem(
          ['events', index, 'respondsTo', at],
          `it answers "${id}", which is later (${answered.date.iso})`,
          'correct a date, or turn the reference round',
        ),
      ];
    }),
  );
}

/**
 * A name leads to one actor. An epithet may be shared within a side (Facebook and Meta), but nothing that could be read as
 * an actor of another side: a wrong side is the worst mistake that the program can make.
 */
function ambiguousNames(file: CaseFile): CaseProblem[] {
  const names = new Map<string, Actor>();
  const sides = new Map<string, Actor>();
  const problems: CaseProblem[] = [];
  const complain = (path: Path, term: string, owner: Actor) =>
    problems.push(problem(path, `"${term}" also means "${owner.id}"`, 'leave it to the one actor whom readers would think of'));
  for (const [index, actor] of file.actors.entries()) {
    for (const [at, name] of actor.names.entries()) {
      const owner = names.get(name);
      if (owner) complain(['actors', index, 'names', at], name, owner);
      names.set(name, actor);
      sides.set(name.toLowerCase(), actor);
    }
  }
  for (const [index, actor] of file.actors.entries()) {
    const own = new Set<string>();
    for (const [at, epithet] of (actor.epithets ?? []).entries()) {
      const key = epithet.toLowerCase();
      const owner = sides.get(key);
      if (own.has(key)) complain(['actors', index, 'epithets', at], epithet, actor);
      else if (owner && owner.side !== actor.side) complain(['actors', index, 'epithets', at], epithet, owner);
      own.add(key);
      sides.set(key, owner ?? actor);
    }
  }
  return problems;
}

function speakingInCircles(file: CaseFile): CaseProblem[] {
  const speaksFor = new Map(file.actors.map((actor) => [actor.id, actor.speaksFor]));
  return file.actors.flatMap(({ id, speaksFor: first }, index) => {
    const seen = new Set<string>();
    for (let next = first; next !== undefined && !seen.has(next); next = speaksFor.get(next)) {
      if (next === id) return [problem(['actors', index, 'speaksFor'], `"${id}" speaks for itself in a circle`, 'break the circle')];
      seen.add(next);
    }
    return [];
  });
}

function recordOutrun(file: CaseFile): CaseProblem[] {
  const last = file.events.findLastIndex(({ date }) => isCertainlyAfter(date, file.recordCompleteTo));
  const event = file.events[last];
  if (event === undefined || compareDates(event.date, file.recordCompleteTo) <= 0) return [];
  return [
    problem(
      ['recordCompleteTo'],
      `the record is complete to ${file.recordCompleteTo.iso}, but "${event.id}" is of ${event.date.iso}`,
      'check the record and move the date',
    ),
  ];
}

const ROLES = ['plaintiff', 'defendant', 'anchors', 'negatives'] as const;

function recognitionProblems(recognition: Recognition, caseId: string): CaseProblem[] {
  const at = (path: Path, message: string, remedy: string): CaseProblem => ({ file: 'recognition.json', path, message, remedy });
  const problems: CaseProblem[] = [];
  if (recognition.caseId !== caseId) problems.push(at(['caseId'], `it belongs to "${recognition.caseId}", not to "${caseId}"`, 'write the id of case.json'));
  const seen = new Map<string, string>();
  for (const role of ROLES) {
    recognition[role].forEach(({ term }, index) => {
      const key = term.toLowerCase();
      const place = seen.get(key);
      if (place === undefined) seen.set(key, `${role}[${index}]`);
      else problems.push(at([role, index, 'term'], `"${term}" stands already in ${place}`, 'keep it in one place'));
    });
  }
  return problems;
}

/** Every problem of a case whose shape is right, in the order of the checks; an empty list for a sound case. */
export function referenceProblems(file: CaseFile): CaseProblem[] {
  return [
    ...duplicateIds(file),
    ...missingSides(file),
    ...danglingReferences(file),
    ...datesOutOfOrder(file),
    ...answersBeforeQuestions(file),
    ...sideProblems(file),
    ...ambiguousNames(file),
    ...speakingInCircles(file),
    ...recordOutrun(file),
    ...recognitionProblems(file.recognition, file.id),
  ];
}
