/**
 * Parties by their place before a higher court: "the petitioner" asked it, "the respondents" answer. Who asked is data of the case; whether this text means
 * the case's own appeal, and not somebody else's petition, is read from the text.
 */
import type { Side } from '../../model/statement.ts';
import type { Cast } from './cast.ts';
import { mentionFrom } from './mentions.ts';
import type { Discourse } from './scene.ts';

/** Who asked a higher court, or who answers there. */
export type AppellateRole = 'appellant' | 'appellee';

/** The role that a word, lower case, means. */
export function appellateRoleOf(word: string): AppellateRole | undefined {
  if (/^(?:petitioner|appellant)s?$/.test(word)) return 'appellant';
  return /^(?:respondent|appellee)s?$/.test(word) ? 'appellee' : undefined;
}

/** Opens a talk of somebody's asking a court: "NSO petitioned", "a petition", "has appealed"; "the petition" goes on with it. */
const ASKS = /^(?:petition(?:s|ed|ing)?|certiorari|cert|appeal(?:s|ed|ing)?)$/;
const HIGHER = /^(?:certiorari|cert|justices|circuit|appeals|appellate)$/;

interface Asking {
  readonly sentence: number;
  /** Whether it is the case's own appeal that is spoken of. */
  readonly isOurs: boolean;
}

const askings = new WeakMap<Discourse, readonly Asking[]>();

/** The sentences in which somebody asks a court, in order. */
function askingsOf(discourse: Discourse): readonly Asking[] {
  const known = askings.get(discourse);
  if (known) return known;
  const { words } = discourse.document;
  const found: Asking[] = [];
  let start = 0;
  words.forEach((_, token) => {
    if (discourse.sentenceOf(token) === discourse.sentenceOf(token + 1) && token + 1 < words.length) return;
    const sentence = words.slice(start, token + 1);
    const asks = sentence.some((word, at) => ASKS.test(word) && !(word === 'petition' && /^(?:the|its|their|this|that)$/.test(sentence[at - 1] ?? '')));
    if (asks) found.push({ sentence: discourse.sentenceOf(token), isOurs: isOurs(discourse, sentence, start, token) });
    start = token + 1;
  });
  askings.set(discourse, found);
  return found;
}

/** Whether the sentence speaks of a higher court that is no other country's, or of the party that asked one. */
function isOurs(discourse: Discourse, sentence: readonly string[], first: number, last: number): boolean {
  for (let index = mentionFrom(discourse.mentions, first); (discourse.mentions[index]?.first ?? last + 1) <= last; index++) {
    const { onAppeal } = discourse.actors[discourse.mentions[index]?.actors[0] ?? -1] ?? {};
    if (onAppeal === 'appellant') return true;
  }
  return sentence.some((word, at) => {
    if (word !== 'supreme') return HIGHER.test(word);
    const before = sentence.slice(Math.max(0, at - 2), at);
    return sentence[at + 1] === 'court' && !before.some((each) => each === "'s" || /(?:ian|ish|eli|ese)$/.test(each));
  });
}

/** The side that has the role, where one of the text's sentences tells of the appeal and the last of them before `at` is about no other. */
export function sideOnAppeal(role: AppellateRole, { actors }: Cast, discourse: Discourse, at: number): Side | undefined {
  const sides = new Set(actors.flatMap(({ onAppeal, side }) => (onAppeal === role ? [side] : [])));
  const all = askingsOf(discourse);
  const here = discourse.sentenceOf(at);
  const last = all.findLast(({ sentence }) => sentence < here) ?? all.find(({ sentence }) => sentence >= here);
  return sides.size === 1 && last?.isOurs === true ? [...sides][0] : undefined;
}
