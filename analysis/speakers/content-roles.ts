/**
 * What each side's actors do in a content: are they accused there, or does the content negate an act of theirs?
 */
import type { Actor } from '../../model/case-file.ts';
import type { Side } from '../../model/statement.ts';
import type { Document } from '../document.ts';
import { hasNegation } from '../kinds/content.ts';
import { type Mention, mentionsAmong } from './mentions.ts';

/** What a side does in a content. */
export type ContentRole = 'accused' | 'addressed' | 'negated' | 'mentioned';

const STRENGTH: Readonly<Record<ContentRole, number>> = { mentioned: 0, negated: 1, accused: 2, addressed: 3 };
const OBJECT_VERBS = /^(?:accus|blam|fault|sue|sanction|disqualif|punish|fin(?:e|ing)$|unblock|order|identif|link|forc|compel|bar$|barring|ban$|stop)/;

/** The strongest role of each side in the content, whose tokens are given. */
export function rolesInContent(document: Document, actors: readonly Actor[], mentions: readonly Mention[], content: readonly number[]): Map<Side, ContentRole> {
  const roles = new Map<Side, ContentRole>();
  const note = (side: Side, role: ContentRole) => {
    const known = roles.get(side);
    if (known === undefined || STRENGTH[role] > STRENGTH[known]) roles.set(side, role);
  };
  const inside = new Set(content);
  for (const token of content) {
    const word = document.words[token];
    if (word === 'defendants' || word === 'defendant') note('defendant', 'addressed');
    if (word === 'plaintiffs' || word === 'plaintiff') note('plaintiff', 'addressed');
  }
  for (const mention of mentionsAmong(mentions, content)) {
    const sides = new Set(mention.actors.map((actor) => actors[actor]?.side));
    const side = sides.size === 1 ? [...sides][0] : undefined;
    if (side !== undefined) note(side, roleOf(document, mention, inside, mention.first - (content[0] ?? 0) <= 2));
  }
  return roles;
}

/** Sides whose actors the content calls by a description ("the Israeli firm"): hardly the speaker's own way to say "we". */
export function describedInContent(actors: readonly Actor[], mentions: readonly Mention[], content: readonly number[]): Set<Side> {
  const described = mentionsAmong(mentions, content).filter(({ by, isModifier }) => by === 'epithet' && !isModifier);
  return new Set(described.flatMap(({ actors: meant }) => meant.flatMap((actor) => actors[actor]?.side ?? [])));
}

/** `isOpening`: the mention opens the content, so that what stands before it is the cue. */
function roleOf(document: Document, mention: Mention, inside: ReadonlySet<number>, isOpening: boolean): ContentRole {
  const before = document.words[mention.first - 1] ?? '';
  const verb = ['the', 'a'].includes(before) ? (document.words[mention.first - 2] ?? '') : before;
  if (OBJECT_VERBS.test(verb) && (isOpening || inside.has(mention.first - 1))) return 'accused';
  if (isOpening && /^(?:of|for|as|to|with)$/.test(document.words[mention.after] ?? '')) return 'accused';
  if (verb === 'against' || verb === 'by') return verb === 'against' ? 'accused' : 'mentioned';
  if (!mention.isSubject && (!isOpening || mention.isPossessive || mention.isModifier)) return 'mentioned';
  const clause: string[] = [];
  for (let token = mention.after; inside.has(token) && clause.length < 12; token++) clause.push(document.words[token] ?? '');
  return hasNegation(clause.join(' ').replaceAll(" n't", "n't")) ? 'negated' : 'accused';
}
