/**
 * Who is described and belongs to no side, and who belongs to one that the words do not tell. Works on lower-case words alone.
 */
import { isPeople, LAWYERS, OUTSIDERS, POSSESSIVES, PRONOUNS, QUANTIFIERS } from './lexicon.ts';

/** What a phrase is built on. */
export interface Head {
  readonly isDefinite: boolean;
  readonly noun: string;
  readonly link: number;
  readonly core: number;
}

const TIED =
  /\b(?:the|this|that|both|either) (?:[\w-]+ ){0,3}(?:company|companies|firm|plaintiffs?|defendants?|sides?|team|app|maker|vendor|group|giant|service|business|network|platform)\b/;

/** Somebody without a name or a calling. */
export const SOMEBODY = /^(?:person|people|somebody|someone|sources?|insiders?)$/;
/** Knows a side from within: in the training articles 24 of 32 such speakers are counted with a party. */
const KNOWS_SIDE =
  /\b(?:familiar with|briefed (?:on|by)|knowledge of|aware of|close to|(?<!not )involved in|speak(?:s|ing)? for|work(?:s|ed|ing)? (?:for|with|on)|advis(?:es|ed|ing)|(?:has|have|had) seen|in the room)\b/;
/** Those who are somebody's, whether the words say whose or not. */
const SOMEBODYS = /^(?:advis[eo]rs?|aides?|consultants?)$/;

/** "one person in their camp", "somebody who works on its defense", "a person briefed on the plans": somebody's, but whose? */
export function isTiedPerson(words: readonly string[], from: number): boolean {
  const head = words.slice(0, from);
  if (head.some((word) => SOMEBODYS.test(word))) return !head.includes('former');
  if (!head.some((word) => SOMEBODY.test(word))) return false;
  const behind = words.slice(from);
  // "a company source", "a person at the app"
  if (head.slice(0, -1).some((word) => /^(?:company|firm)$/.test(word)) || TIED.test(behind.join(' '))) return true;
  return KNOWS_SIDE.test(words.join(' ')) || behind.some((word) => POSSESSIVES.has(word)) || /\b(?:defen[cs]e|camp|team|side)\b/.test(behind.join(' '));
}

/** "a lawyer not involved in the case", "one litigator who follows the docket": who says so himself is nobody's. */
const LOOKS_ON =
  /\b(?:not involved|uninvolved|no (?:part|clients?|stake|role|side)|nothing to do with|not (?:a )?part of|unconnected|not connected|who (?:follow|track|watch)(?:s|es|ed)?)\b(?:$|[^,]*\b(?:case|suit|lawsuit|docket|litigation|dispute|trial|it|either side|fight|proceedings?|matter)\b)/;

/** "a barrister who has acted for victims of Pegasus": for others than the parties. */
const ACTS_FOR_OTHERS =
  /\b(?:for|representing|represents?|represented) (?:the |some |other |many |several )?(?:victims|targets|dissidents|activists|journalists|reporters)\b/;

/** Whether the words say that whoever they mean only looks on, or acts for others. */
export function looksOn(words: readonly string[]): boolean {
  const phrase = words.join(' ');
  return words.some((word) => isPeople(word) || OUTSIDERS.has(word)) && (LOOKS_ON.test(phrase) || ACTS_FOR_OTHERS.test(phrase));
}

/** "a lawyer for the plaintiffs who …", "an adviser to the company": somebody's, before anything is said of him. */
export function isTiedByLink(words: readonly string[]): boolean {
  const who = words.findIndex((word) => /^(?:who|which|whom|not)$/.test(word));
  const phrase = words.slice(0, who < 0 ? words.length : who).join(' ');
  return (
    /\b(?:for|of|to|at|representing) (?:the (?:plaintiffs?|defendants?|defen[cs]e)|its|their|his|her)\b/.test(phrase) ||
    (/\b(?:for|of|to|at|representing) the\b/.test(phrase) && TIED.test(phrase))
  );
}

/** What the people of a party of a lawsuit are not, as a rule: "human-rights lawyers", "a privacy advocate". */
const ELSEWHERE = /^(?:rights|[\w]+-rights|liberties|privacy|constitutional|appellate|immigration|labou?r|tax|employment|ministry|embassy|police|army)$/;

/** Whether modifiers of people say that they are nobody's here. */
export function areElsewhere(modifiers: readonly string[]): boolean {
  return modifiers.some((word) => ELSEWHERE.test(word));
}

/** What somebody does who only looks on: "a lawyer tracking the case", "a senior advocate practising in Delhi". */
const WATCHES = /^(?:tracking|following|watching|monitoring|practising|practicing|uninvolved|unconnected|unaffiliated|\w+-based)$/;

/** "one lawyer for targeted reporters": for some that are neither side. */
function isForOthers(words: readonly string[], link: number, core: number): boolean {
  const next = words[link + 1] ?? '';
  const isOpen = link > 0 && words[link] === 'for' && !/^(?:the|this|that|an?)$/.test(next) && !POSSESSIVES.has(next);
  return isOpen && (/^(?:those|another|one)$/.test(next) || /[^s']s$/.test(words[core - 1] ?? ''));
}

/** Callings that nobody has for a party of a lawsuit. */
const CALLING =
  /^(?:prosecutor|clerk|subscriber|holder|pensioner|teacher|schoolteacher|librarian|physicist|mathematician|psychologist|sociologist|philosopher|novelist|author|lobbyist|pollster|photographer|priest|bishop|rabbi|imam|physician|doctor|nurse|student|parliamentarian|commissioner|ombudsman|rapporteur|detective|policeman|policewoman|soldier|cleric|neighbou?r|publisher|translator)$/;

/** "a former prosecutor", "one schoolteacher": somebody new, tied to nobody spoken of. */
export function isCalling(words: readonly string[], noun: string): boolean {
  if (!/^(?:an?|one)$/.test(words[0] ?? '') || words.length < 2 || !CALLING.test(noun)) return false;
  const isTied = words.some((word) => PRONOUNS.has(word) || /^(?:company|firm|defen[cs]e|plaintiffs?|defendants?)$/.test(word));
  return !isTied && !TIED.test(words.join(' '));
}

/** Whether the head noun is an outsider's and nothing ties it to whoever the text speaks of. */
export function isOutsiderPhrase(words: readonly string[], { isDefinite, noun, link, core }: Head): boolean {
  // "the client": whose?
  if (!OUTSIDERS.has(noun) || (isDefinite && noun === 'client')) return false;
  const behind = words.slice(link < 0 ? core : link);
  const tied = behind.some((word) => PRONOUNS.has(word)) || TIED.test(behind.join(' '));
  // "a lawyer familiar with the case": whoever has a calling knows it from outside.
  if (words.some((word) => /^(?:familiar|briefed|knowledge)$/.test(word))) return true;
  if (words.some((word) => /^(?:ties|links|linked|connected|employed|working)$/.test(word)) && tied) return false;
  if (!isPeople(noun)) return !(isDefinite && /^(?:group|groups|company|companies|firms|people|leaders|source)$/.test(noun)) && !(tied && isPeople(noun));
  // Lawyers, researchers, officials: outsiders where their number or what they do says so.
  if (tied) return false;
  const isCounted = QUANTIFIERS.has(words[0] ?? '') || words.slice(0, 3).some((word) => /^(?:outside|independent|uninvolved)$/.test(word));
  const isElsewhere = link > 0 && /^(?:at|in|from|of|with|based)$/.test(words[link] ?? '');
  const does = words.slice(core).some((word) => /^(?:who|which)$/.test(word)) || words.some((word) => WATCHES.test(word)) || isForOthers(words, link, core);
  if (LAWYERS.has(noun)) return isCounted || ((isElsewhere || does) && !isDefinite);
  return !isDefinite || isElsewhere || does;
}
