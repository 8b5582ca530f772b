/**
 * Terms that find nothing or everything: patterns where words are meant, several in one, a party's name or "court" alone, a plural that is left out.
 */
import type { CaseFile } from '../../model/case-file.ts';
import type { CaseFileName, CaseProblem } from '../case-file-error.ts';
import { COMMON } from './actor-rules.ts';
import { recognitionTerms } from './recognition-rules.ts';
import { type Rule, warning, wordsOf } from './rule.ts';

interface Placed {
  readonly file: CaseFileName;
  readonly path: CaseProblem['path'];
  readonly term: string;
}

/** Terms that tie statements to disputes and events, by their list. */
function tyingTerms({ disputes, events }: CaseFile): Placed[][] {
  const placed = (list: 'disputes' | 'events', index: number, terms: readonly string[]) =>
    terms.map((term, at): Placed => ({ file: 'case.json', path: [list, index, 'terms', at], term }));
  return [...disputes.map(({ terms }, at) => placed('disputes', at, terms)), ...events.map(({ terms = [] }, at) => placed('events', at, terms))];
}

const patterns: Rule = (file) => {
  const names = file.actors.flatMap(({ names: all, epithets = [], shortNames = [] }, actor) =>
    Object.entries({ names: all, epithets, shortNames }).flatMap(([list, terms]) =>
      terms.map((term, at): Placed => ({ file: 'case.json', path: ['actors', actor, list, at], term })),
    ),
  );
  const all = [...recognitionTerms(file).map((each): Placed => ({ file: 'recognition.json', ...each })), ...tyingTerms(file).flat(), ...names];
  return all.flatMap(({ file: name, path, term }) => {
    if (/[*|]|\(s\)|^\/.+\/$/.test(term))
      return [warning(path, `"${term}" is looked for as it stands: * | ( ) are no pattern`, 'write each word that is meant, the plural too', name)];
    if (/^[^,;]+(?:; ?[^,;]+)+$/.test(term) || term.split(/, (?!inc|corp|ltd|llc|l\.l\.c|jr|sr|n\.a)/i).length > 2)
      return [warning(path, `"${term}" is looked for as one`, 'write each in quotes of its own, with commas between them', name)];
    return [];
  });
};

const common: Rule = (file) => {
  const owners = new Map(
    file.actors.filter(({ kind, side }) => kind === 'party' && side !== 'other').flatMap(({ id, names }) => names.map((name) => [wordsOf(name), id] as const)),
  );
  return tyingTerms(file)
    .flat()
    .flatMap(({ path, term }) => {
      const owner = owners.get(wordsOf(term));
      if (owner !== undefined)
        return [warning(path, `"${term}" names "${owner}", who is spoken of everywhere`, 'choose words that stand in sentences about this and in few others')];
      return COMMON.test(term) && path[0] === 'disputes'
        ? [warning(path, `"${term}" stands in sentences about anything in a lawsuit`, 'choose words that stand in sentences about this and in few others')]
        : [];
    });
};

/** Ends of words that are nouns, have a plural, and do not find it: a term finds its own plural in "s" alone. */
const PLURALS = /(?:vulnerability|liability|penalty|agency|policy|injury|copy|witness|breach|fix|patch|crash)$/;

const plurals: Rule = ({ disputes }) =>
  disputes.flatMap(({ terms }, dispute) =>
    terms.flatMap((term, at) => {
      const plural = term.endsWith('y') ? term.replace(/y$/, 'ies') : `${term}es`;
      if (!PLURALS.test(term) || terms.includes(plural)) return [];
      return [warning(['disputes', dispute, 'terms', at], `"${term}" does not find "${plural}"`, `add "${plural}"; a plural in "s" alone is found by itself`)];
    }),
  );

export const termRules: readonly Rule[] = [patterns, common, plurals];
