/**
 * Sides by their role in court or against each other: "the plaintiffs", "lawyers on the other side".
 */
import { appellateRoleOf } from './appellate.ts';
import { isPeople, LAWYERS, OPPONENTS, PAPERS } from './lexicon.ts';
import { cut } from './phrase-words.ts';
import type { SourcePhrase } from './source-phrase.ts';

const UNKNOWN: SourcePhrase = { type: 'unknown' };
/** "the other side", "lawyers on the other side", "those at the other table". */
const OPPOSITE =
  /^(?:the )?(?:other|opposing|opposite) (?:side|party|camp|counsel|table|team)\b|^(?:the |an? |one )?(?:lawyers?|attorneys?|counsel|those|people|person|someone|somebody) (?:on|at|for|from|of) the (?:other|opposing|opposite) (?:side|party|camp|table|team)\b/;
const PLAINTIFF = /^(?:co-)?plaintiffs?$/;
const DEFENDANT = /^(?:(?:co-)?defendants?|defen[cs]e)$/;

/** "the defence ministry", "defense contractors": no side of a lawsuit. */
const OFFICE = /^(?:ministry|department|minister|secretary|establishment|industry|sector|budget|contractors?|forces|exports?|suppliers?|officials?|analysts?)$/;

/** The side for which somebody stands where the words begin with "for the plaintiffs", "from the defense table". */
export function roleBehind(words: readonly string[]): 'plaintiff' | 'defendant' | undefined {
  const [link = '', the = '', role = '', next = ''] = words;
  // "for the plaintiff in another case"
  if (!/^(?:for|from)$/.test(link) || the !== 'the' || OFFICE.test(next) || /^(?:in|of)$/.test(next)) return undefined;
  return PLAINTIFF.test(role) ? 'plaintiff' : DEFENDANT.test(role) ? 'defendant' : undefined;
}

/** "the petitioner", "counsel for the respondents", "the appellants' brief"; one of several is anybody. */
function readAppellate(words: readonly string[], hasMention: boolean): SourcePhrase | undefined {
  const { core, link } = cut(words);
  const at = words.findIndex((word, index) => index < core && appellateRoleOf(word) !== undefined);
  const role = appellateRoleOf(words[at] ?? '');
  if (role === undefined) return undefined;
  const isFirst = at === 0 || (at === 1 && words[0] === 'the');
  // "petitioners before the court", "an advocate for two of the petitioners in Delhi"
  if (at + 1 < core && /^(?:before|in|from|at|of)$/.test(words[at + 1] ?? '')) return UNKNOWN;
  if (hasMention) return undefined;
  const owned = words.slice(at + 1, core).filter((word) => word !== "'s" && word !== "'");
  // "the petitioner, a journalist", "the petitioner's former staff"
  if (core < words.length || owned.includes('former')) return UNKNOWN;
  const isAllOf = owned.length === 0 || PAPERS.has(owned.at(-1) ?? '') || isPeople(owned.at(-1) ?? '');
  const isFor = link > 0 && words[link] === 'for' && LAWYERS.has(words[link - 1] ?? '') && at <= link + 2 && /^(?:the|for)$/.test(words[at - 1] ?? '');
  if ((isFirst && isAllOf) || (isFor && owned.length === 0)) return { type: 'role', role };
  return isFirst ? UNKNOWN : undefined;
}

/** Sides by their role in court or against each other. */
export function readSides(words: readonly string[], hasMention: boolean): SourcePhrase | undefined {
  const phrase = words.join(' ');
  if (/\b(?:both|two|neither|either|all) (?:sides?|parties|companies|firms|litigants)\b|^(?:both|neither|either)$/.test(phrase)) return UNKNOWN;
  const onAppeal = readAppellate(words, hasMention);
  if (onAppeal) return onAppeal;
  if (OPPOSITE.test(phrase)) return { type: 'opposite' };
  if (hasMention) return undefined;
  const { core } = cut(words);
  const plaintiff = words.findIndex((word, index) => index < core && PLAINTIFF.test(word));
  const isOffice = (index: number) => OFFICE.test(words[index + 1] ?? '') || (words[index - 1] === 'of' && OFFICE.test(words[index - 2] ?? ''));
  const defendant = words.findIndex((word, index) => index < core && DEFENDANT.test(word) && !isOffice(index));
  if (plaintiff < 0 === defendant < 0) return plaintiff < 0 ? undefined : UNKNOWN;
  const at = Math.max(plaintiff, defendant);
  // "some plaintiffs in an Indian suit" are others.
  if (words.slice(at + 1, core).some((word) => /^(?:in|from)$/.test(word)) || /^(?:a|an|another|other|some)$/.test(words[at - 1] ?? '')) return UNKNOWN;
  if (words.slice(0, at).some((word) => OPPONENTS.has(word) || word === 'against')) return UNKNOWN;
  return { type: 'role', role: plaintiff >= 0 ? 'plaintiff' : 'defendant' };
}
