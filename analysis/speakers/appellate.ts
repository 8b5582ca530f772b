/**
 * Parties by their place before a higher court: "the petitioner" asked it, "the respondents" answer. Who asked is data of the case; whether this text means
 * the case's own appeal is read from the text, and nobody is meant where anybody else may have asked a court.
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

const ASKED = /^(?:petitioned|appealed|cross-appealed)$/;
const FILED = /^(?:filed|lodged|submitted|brought)$/;
const PAPER = /^(?:petitions?|appeals?|cross-appeals?|certiorari)$/;
/** Between whoever asks and the verb. */
const HELPS = /^(?:has|had|have|also|then|later|already|recently|since|first|formally|promptly|,)$/;
const HIGHER = /^(?:certiorari|justices|circuit|appeals|appellate)$/;
const ABROAD = /(?:ian|ish|eli|ese|'s|uk|britain's)$/;
/** Those whom somebody questioned are respondents too. */
const POLLED = /^(?:surveys?|surveyed|polls?|polled|questionnaires?|interviewees)$/;

/** Who asks a court in a sentence: the party that the case file calls the appellant, somebody else, or nobody whom the words tell. */
type Asking = 'ours' | 'others';

const known = new WeakMap<Discourse, boolean>();

/** The side that has the role, where the text tells of the case's own appeal and of nobody else's. */
export function sideOnAppeal(role: AppellateRole, { actors }: Cast, discourse: Discourse): Side | undefined {
  const sides = new Set(actors.flatMap(({ onAppeal, side }) => (onAppeal === role ? [side] : [])));
  let isMeant = known.get(discourse);
  if (isMeant === undefined) {
    isMeant = tellsOfOurs(discourse);
    known.set(discourse, isMeant);
  }
  return sides.size === 1 && isMeant ? [...sides][0] : undefined;
}

function tellsOfOurs(discourse: Discourse): boolean {
  const { words } = discourse.document;
  let hasOurs = false;
  for (let token = 0; token < words.length; token++) {
    if (POLLED.test(words[token] ?? '')) return false;
    const asking = askingAt(discourse, token);
    if (asking === 'others') return false;
    hasOurs ||= asking === 'ours' && isBeforeHigherCourt(discourse, token);
  }
  return hasOurs;
}

function askingAt(discourse: Discourse, token: number): Asking | undefined {
  const { words } = discourse.document;
  const word = words[token] ?? '';
  if (ASKED.test(word)) return word === 'cross-appealed' ? 'others' : subjectOf(discourse, token);
  if (!PAPER.test(word)) return undefined;
  // "appeals court", "the appeals panel"
  if (word === 'appeals' && /^(?:courts?|panel|judges?|process)$/.test(words[token + 1] ?? '')) return undefined;
  if (word.startsWith('cross-')) return 'others';
  const before = words.slice(Math.max(0, token - 4), token);
  const verb = before.findLastIndex((each) => FILED.test(each));
  if (verb >= 0 && /^(?:an?|its|their|his|her)$/.test(before[verb + 1] ?? '')) return subjectOf(discourse, token - before.length + verb);
  const owner = ownerOf(discourse, token);
  return owner === undefined && /^(?:petitions)$/.test(word) ? 'others' : owner;
}

/** Whose asking it is by the subject of the verb; a pronoun tells nothing. */
function subjectOf(discourse: Discourse, verb: number): Asking | undefined {
  const { words } = discourse.document;
  let last = verb - 1;
  while (last > 0 && HELPS.test(words[last] ?? '')) last--;
  if (/^(?:it|they|he|she|which|who|be|been|being|is|was|were|and)$/.test(words[last] ?? '')) return undefined;
  return isAppellant(discourse, last) ? 'ours' : 'others';
}

/** "NSO's petition", "the petition from NSO": whose it is, if the words say so. */
function ownerOf(discourse: Discourse, paper: number): Asking | undefined {
  const { words } = discourse.document;
  if (/^(?:by|from|of)$/.test(words[paper + 1] ?? '')) {
    const next = words[paper + 2] === 'the' ? paper + 3 : paper + 2;
    const mention = discourse.mentions[mentionFrom(discourse.mentions, next)];
    return mention?.first === next ? (isOfAppellant(discourse, mention.actors[0]) ? 'ours' : 'others') : undefined;
  }
  for (let token = paper - 1; token >= Math.max(0, paper - 3); token--)
    if (/^['’]s?$/.test(words[token] ?? '')) return isAppellant(discourse, token - 1) ? 'ours' : 'others';
  return undefined;
}

/** Whether a mention of the appellant ends at the token. */
function isAppellant(discourse: Discourse, token: number): boolean {
  for (let index = mentionFrom(discourse.mentions, token + 1) - 1; index >= Math.max(0, mentionFrom(discourse.mentions, token + 1) - 2); index--) {
    const mention = discourse.mentions[index];
    if (mention && mention.first <= token && mention.after > token) return isOfAppellant(discourse, mention.actors[0]);
  }
  return false;
}

function isOfAppellant(discourse: Discourse, actor: number | undefined): boolean {
  return discourse.actors[actor ?? -1]?.onAppeal === 'appellant';
}

/** So many tokens around the word in which the court that is asked is named. */
const NEAR = 25;

/** Whether a higher court is named in the sentence, and none of another country. */
function isBeforeHigherCourt(discourse: Discourse, token: number): boolean {
  const { words } = discourse.document;
  const isHere = (other: number) => discourse.sentenceOf(other) === discourse.sentenceOf(token);
  let found = false;
  for (let other = Math.max(0, token - NEAR); other < Math.min(words.length, token + NEAR); other++) {
    if (!isHere(other)) continue;
    const isSupreme = words[other] === 'supreme' && words[other + 1] === 'court';
    if (isSupreme && words.slice(Math.max(0, other - 2), other).some((word) => ABROAD.test(word))) return false;
    found ||= isSupreme || HIGHER.test(words[other] ?? '');
  }
  return found;
}
