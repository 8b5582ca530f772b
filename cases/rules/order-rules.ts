/**
 * The record's order and balance: chapters that hold events and follow one another, positions in order and of both sides, nothing twice or unused.
 */
import { compareDates } from '../../model/date.ts';
import type { Side } from '../../model/statement.ts';
import type { CaseProblem } from '../case-file-error.ts';
import { type Rule, slip, warning, wordsOf } from './rule.ts';

/** Chapters in the order in which the events tell them, each as often as it begins. */
const phaseOrder: Rule = ({ phases, events }) => {
  const places = new Map(phases.map(({ id }, at) => [id, at]));
  const begun = new Map<string, number>();
  const problems: CaseProblem[] = [];
  let current = '';
  for (const [at, { phaseId, id }] of events.entries()) {
    if (phaseId === current || !places.has(phaseId)) continue;
    if (begun.has(phaseId))
      problems.push(
        slip(
          ['events', at, 'phaseId'],
          `"${id}" goes back to the phase "${phaseId}", which "${current}" has ended`,
          `give it a phase that lies here: "${current}", or a new one; phases do not overlap`,
        ),
      );
    else begun.set(phaseId, at);
    current = phaseId;
  }
  const told = [...begun.keys()];
  const listed = phases.map(({ id }) => id).filter((id) => begun.has(id));
  const wrong = listed.findIndex((id, at) => id !== told[at]);
  if (problems.length > 0 || wrong < 0) return problems;
  const at = places.get(listed[wrong] ?? '') ?? 0;
  return [
    slip(
      ['phases', at],
      `the phase "${listed[wrong]}" stands where the events have "${told[wrong]}"`,
      `put the phases in the order of their events: ${told.map((id) => `"${id}"`).join(', ')}`,
    ),
  ];
};

const unused: Rule = ({ phases, dockets, courts, events }) => {
  const [inPhases, onDockets, inCourts] = [
    new Set(events.map(({ phaseId }) => phaseId)),
    new Set(events.map(({ docketId }) => docketId)),
    new Set(dockets.map(({ courtId }) => courtId)),
  ];
  const lacking = (list: string, entries: readonly { readonly id: string }[], used: ReadonlySet<string | undefined>, message: string, remedy: string) =>
    entries.flatMap(({ id }, at) => (used.has(id) ? [] : [warning([list, at], `${message.replace('%', `"${id}"`)}`, remedy)]));
  return [
    ...lacking('phases', phases, inPhases, 'no event is in the phase %', 'remove it, or give its events this "phaseId"'),
    ...lacking('dockets', dockets, onDockets, 'no event is on the docket %', 'remove it, or give its events this "docketId"'),
    ...lacking('courts', courts, inCourts, 'no docket is of the court %', 'remove it, or add its docket'),
  ];
};

const positionsInOrder: Rule = ({ disputes }) =>
  disputes.flatMap(({ positions }, at) =>
    positions.flatMap(({ date }, each) => {
      const before = positions[each - 1];
      if (!before || compareDates(before.date, date) <= 0) return [];
      return [
        slip(
          ['disputes', at, 'positions', each, 'date'],
          `the position of ${date.iso} stands after that of ${before.date.iso}`,
          'put the positions in the order of their dates',
        ),
      ];
    }),
  );

const OTHER: Partial<Record<Side, Side>> = { plaintiff: 'defendant', defendant: 'plaintiff' };

const oneSided: Rule = ({ disputes }) =>
  disputes.flatMap(({ id, positions }, at) => {
    const sides = new Set(positions.map(({ side }) => side));
    const [only] = [...sides].filter((side) => OTHER[side] !== undefined);
    const other = OTHER[only ?? 'other'];
    if (other === undefined || sides.has(other)) return [];
    return [
      warning(
        ['disputes', at, 'positions'],
        `the dispute "${id}" has positions of the ${only} alone`,
        `add one with "side": "${other}": what that side answers, or the paper in which it denies it`,
      ),
    ];
  });

const twice: Rule = ({ events }) => {
  const seen = new Map<string, string>();
  return events.flatMap(({ id, date, title }, at) => {
    const key = `${date.iso}${wordsOf(title)}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, id);
    return first === undefined
      ? []
      : [warning(['events', at, 'title'], `"${id}" has the date and the title of "${first}"`, 'keep one of them, with the citations of both')];
  });
};

export const orderRules: readonly Rule[] = [phaseOrder, unused, positionsInOrder, oneSided, twice];
