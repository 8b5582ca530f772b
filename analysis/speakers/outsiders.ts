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

/** "one person in their camp", "somebody who works on its defense": somebody's, but whose? */
export function isTiedPerson(words: readonly string[], noun: string, from: number): boolean {
  if (!/^(?:person|people|somebody|someone)$/.test(noun)) return false;
  const behind = words.slice(from);
  return behind.some((word) => POSSESSIVES.has(word)) || /\b(?:defen[cs]e|camp|team|side)\b/.test(behind.join(' '));
}

/** Whether the head noun is an outsider's and nothing ties it to whoever the text speaks of. */
export function isOutsiderPhrase(words: readonly string[], { isDefinite, noun, link, core }: Head): boolean {
  if (!OUTSIDERS.has(noun)) return false;
  const behind = words.slice(link < 0 ? core : link);
  const tied = behind.some((word) => PRONOUNS.has(word)) || TIED.test(behind.join(' '));
  const isFamiliar = words.some((word) => /^(?:familiar|briefed|knowledge)$/.test(word));
  if (isFamiliar) return true;
  if (words.some((word) => /^(?:ties|links|linked|connected|employed|working)$/.test(word)) && tied) return false;
  if (!isPeople(noun)) return !(isDefinite && /^(?:group|groups|company|companies|firms|people|leaders|source)$/.test(noun)) && !(tied && isPeople(noun));
  // Lawyers, researchers, officials: outsiders where their number or what they do says so.
  if (tied) return false;
  const isCounted = QUANTIFIERS.has(words[0] ?? '');
  const isElsewhere = link > 0 && /^(?:at|in|from|of|with)$/.test(words[link] ?? '');
  const does = words.slice(core).some((word) => /^(?:who|which)$/.test(word));
  if (LAWYERS.has(noun)) return isCounted || ((isElsewhere || does) && !isDefinite);
  return !isDefinite || isElsewhere || does;
}
