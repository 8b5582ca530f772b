/**
 * Sides by their role in court or against each other: "the plaintiffs", "lawyers on the other side".
 */
import { OPPONENTS } from './lexicon.ts';
import { cut } from './phrase-words.ts';
import type { SourcePhrase } from './source-phrase.ts';

const UNKNOWN: SourcePhrase = { type: 'unknown' };
/** "the other side", "lawyers on the other side", "those at the other table". */
const OPPOSITE =
  /^(?:the )?(?:other|opposing|opposite) (?:side|party|camp|counsel|table|team)\b|^(?:the |an? |one )?(?:lawyers?|attorneys?|counsel|those|people|person|someone|somebody) (?:on|at|for|from|of) the (?:other|opposing|opposite) (?:side|party|camp|table|team)\b/;
const PLAINTIFF = /^(?:co-)?plaintiffs?$/;
const DEFENDANT = /^(?:(?:co-)?defendants?|defen[cs]e)$/;

const APPELLATE =
  /^(?:the )?(?:petitioner|respondent|appellant|appellee)s?(?:$| (?:before|in|from|at) )|\bfor (?:\w+ of )?(?:the )?petitioners? (?:before|in|at) /;

/** "the defence ministry", "defense contractors": no side of a lawsuit. */
const OFFICE = /^(?:ministry|department|minister|secretary|establishment|industry|sector|budget|contractors?|forces|exports?|suppliers?|officials?|analysts?)$/;

/** The side for which somebody stands where the words begin with "for the plaintiffs", "from the defense table". */
export function roleBehind(words: readonly string[]): 'plaintiff' | 'defendant' | undefined {
  const [link = '', the = '', role = '', next = ''] = words;
  // "for the plaintiff in another case"
  if (!/^(?:for|from)$/.test(link) || the !== 'the' || OFFICE.test(next) || /^(?:in|of)$/.test(next)) return undefined;
  return PLAINTIFF.test(role) ? 'plaintiff' : DEFENDANT.test(role) ? 'defendant' : undefined;
}

/** Sides by their role in court or against each other. */
export function readSides(words: readonly string[], hasMention: boolean): SourcePhrase | undefined {
  const phrase = words.join(' ');
  if (/\b(?:both|two|neither|either|all) (?:sides?|parties|companies|firms|litigants)\b|^(?:both|neither|either)$/.test(phrase)) return UNKNOWN;
  // Who appeals changes from court to court, and others appeal and petition too: "petitioners before the Supreme Court" are nobody whom the words tell.
  if (APPELLATE.test(phrase)) return UNKNOWN;
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
