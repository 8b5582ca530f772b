/**
 * Recognition terms that miss the case or hit everything: names on the wrong side or of no party, what anchors lack, weights that settle nothing.
 */
import type { CaseFile, Recognition } from '../../model/case-file.ts';
import type { CaseProblem } from '../case-file-error.ts';
import { COMMON } from './actor-rules.ts';
import { isWithin, type Rule, slip, warning, wordsOf } from './rule.ts';

const TERMS = 'recognition.json';
const PARTIES = ['plaintiff', 'defendant'] as const;
const SETTLING = 3;
const STRONG = 2;

const add = (term: string, weight: number) => `add { "term": "${term}", "weight": ${weight} } to "anchors" in recognition.json`;

function isAnchor({ recognition }: CaseFile, names: readonly string[], weight = 1): boolean {
  return recognition.anchors.some((anchor) => anchor.weight >= weight && names.some((name) => isWithin(anchor.term, name)));
}

const docketNumbers: Rule = (file) =>
  file.dockets.flatMap(({ number, alsoWritten = [] }, at) => {
    const numbers = [number, ...alsoWritten].map(wordsOf);
    const prefixed = /^(?:no|nos|case|docket|number)\b\.?\s*(?=[\w-]*\d)/i.exec(number)?.[0];
    const bare = prefixed === undefined ? number : number.slice(prefixed.length);
    const words =
      prefixed === undefined
        ? []
        : [warning(['dockets', at, 'number'], `the docket number begins with "${prefixed.trim()}"`, `write "${bare}": the word is not always there`)];
    if (file.recognition.anchors.some(({ term, weight }) => weight === SETTLING && numbers.some((each) => each.includes(wordsOf(term))))) return words;
    const faint = file.recognition.anchors.findIndex(({ term }) => numbers.includes(wordsOf(term)));
    if (faint >= 0)
      return [
        ...words,
        warning(
          ['anchors', faint, 'weight'],
          `the docket number "${number}" settles nothing with this weight`,
          `write ${SETTLING}: only this case has it`,
          TERMS,
        ),
      ];
    return [...words, warning(['dockets', at, 'number'], `the docket number "${number}" is no recognition anchor`, add(bare, SETTLING))];
  });

const courtNames: Rule = (file) =>
  file.courts.flatMap(({ name, place = name }, at) => {
    const ofActors = file.actors.filter((actor) => actor.kind === 'court' && actor.names.some((each) => isWithin(each, name))).flatMap((actor) => actor.names);
    return isAnchor(file, [name, place, ...ofActors]) ? [] : [warning(['courts', at, 'name'], `the court "${name}" is no recognition anchor`, add(name, 1))];
  });

/** Of a panel on appeal nobody writes the names, so that one judge of the case is asked for. */
const judgeNames: Rule = (file) => {
  const judges = file.actors.filter(({ kind }) => kind === 'judge');
  const [first] = judges;
  if (first === undefined)
    return [warning(['dockets', 0], 'the case has no judge', 'add the judge as an actor and to "judgeIds", once one is named: articles name the judge')];
  if (judges.some(({ names }) => isAnchor(file, names))) return [];
  return [warning(['actors', file.actors.indexOf(first), 'names'], `the judge "${first.name}" is no recognition anchor`, add(first.name, STRONG))];
};

const caption: Rule = ({ name, recognition }) =>
  recognition.anchors.some(({ term, weight }) => weight === SETTLING && / (?:v|vs|versus) /.test(wordsOf(term)))
    ? []
    : [warning(['anchors'], 'no anchor is the name of the case', `add { "term": "${name}", "weight": ${SETTLING} }, as texts write it`, TERMS)];

const wrongSide: Rule = ({ actors, recognition }) =>
  PARTIES.flatMap((side) =>
    recognition[side].flatMap(({ term }, at) => {
      const bearers = actors.filter(({ names }) => names.some((name) => wordsOf(name) === wordsOf(term)));
      const [other] = bearers;
      if (!other || bearers.some((actor) => actor.side === side) || !PARTIES.some((each) => each === other.side)) return [];
      return [
        slip(
          [side, at, 'term'],
          `"${term}" is "${other.id}", on the ${other.side}'s side in case.json`,
          `move it to "${other.side}", or correct the side there`,
          TERMS,
        ),
      ];
    }),
  );

/** A party of whose name nothing stands in its side's terms is not recognised; where the side is the wrong one, that says so. */
const partyWithoutTerm: Rule = (file) =>
  PARTIES.flatMap((side) => {
    const own = file.actors.filter((actor) => actor.kind === 'party' && actor.partyRole !== 'amicus' && actor.side === side);
    const all = PARTIES.flatMap((each) => file.recognition[each]);
    if (own.length === 0 || own.some(({ names }) => names.some((name) => all.some(({ term }) => wordsOf(name).includes(wordsOf(term)))))) return [];
    return [warning([side], `no term is a name of ${own.map(({ id }) => `"${id}"`).join(' or ')}`, `add the names by which articles call the ${side}`, TERMS)];
  });

const partyTerms: Rule = ({ recognition }) => {
  const problems: CaseProblem[] = PARTIES.flatMap((side) =>
    recognition[side].flatMap(({ term, weight, isCased }, at) => {
      const path = [side, at, 'term'];
      if (COMMON.test(term)) return [slip(path, `"${term}" stands in every report of any lawsuit`, 'write a name of the party', TERMS)];
      if (!isCased && weight >= STRONG && /^\p{Lu}\p{Ll}+$/u.test(term))
        return [
          warning(
            path,
            `"${term}" is one word and found in small letters too`,
            'add "isCased": true, unless small letters mean it as well; it still finds it in capitals',
            TERMS,
          ),
        ];
      return [];
    }),
  );
  const faint = PARTIES.filter((side) => recognition[side].every(({ weight }) => weight < STRONG));
  if (faint.length === PARTIES.length)
    problems.push(warning(['plaintiff'], 'all names of both sides are faint, which is not enough', 'give each party\'s own name "weight": 2', TERMS));
  return problems;
};

/** What settles a case alone has a figure in it, or names both parties. */
const heavyAnchors: Rule = ({ recognition }) =>
  recognition.anchors.flatMap(({ term, weight }, at) => {
    const path = ['anchors', at];
    if (COMMON.test(term) && weight > 1) return [slip([...path, 'weight'], `"${term}" stands in every report of any lawsuit`, 'write 1, or remove it', TERMS)];
    if (weight === SETTLING && !/\d/.test(term) && !/ (?:v|vs|versus|against) /.test(wordsOf(term)))
      return [warning([...path, 'weight'], `"${term}" settles it wherever it stands`, 'write 2; 3 is for docket numbers and "A v. B"', TERMS)];
    return [];
  });

const ownAsNegative: Rule = ({ actors, recognition }) =>
  recognition.negatives.flatMap(({ term }, at) => {
    const owner = actors.find((actor) => actor.kind === 'party' && actor.partyRole !== 'amicus' && actor.names.some((name) => wordsOf(name) === wordsOf(term)));
    return owner
      ? [
          slip(
            ['negatives', at, 'term'],
            `"${term}" speaks against the case and is a name of "${owner.id}"`,
            'write the longer name that only the look-alike has',
            TERMS,
          ),
        ]
      : [];
  });

type Role = Exclude<keyof Recognition, '$schema' | 'caseId' | 'descriptions'>;
const ROLES: readonly Role[] = ['plaintiff', 'defendant', 'anchors', 'negatives'];

/** Every term by which coverage is recognised, with its place. */
export function recognitionTerms({ recognition }: CaseFile): { readonly path: CaseProblem['path']; readonly term: string }[] {
  return ROLES.flatMap((role) => recognition[role].map(({ term }, at) => ({ path: [role, at, 'term'], term })));
}

export const recognitionRules: readonly Rule[] = [
  docketNumbers,
  courtNames,
  judgeNames,
  caption,
  wrongSide,
  partyWithoutTerm,
  partyTerms,
  heavyAnchors,
  ownAsNegative,
];
