/**
 * For whom somebody speaks whom the text has not introduced, where it says so right behind the name.
 */
import { type Cast, mostMentioned, partiesOf } from './cast.ts';
import { mentionFrom } from './mentions.ts';
import { roleBehind } from './phrase-sides.ts';
import type { Scene } from './scene.ts';
import type { Stranger } from './strangers.ts';

/** So many words behind a name may say for whom it speaks. */
const BEHIND_NAME = 4;
/** "Wyden called for NSO to be banned" is no word of NSO's. */
const SPEAKS = /^(?:said|says|argued|argues|added|adds|replied|replies|insisted|insists|spoke|speaks)$/;
const FROM_SEAT = /^from the (plaintiffs?|defendants?|defen[cs]e)(?: ['’])? (?:table|side|bench|lectern|chair|corner)\b/;

/** "Cagney said for WhatsApp", "Luca Marzorati put in from the plaintiffs' table". */
export function partyBehind({ after, isPerson, name }: Stranger, scene: Scene, cast: Cast): number | undefined {
  const { discourse } = scene;
  const { words } = discourse.document;
  if (!isPerson && name.includes(' ')) return undefined;
  const here = discourse.sentenceOf(scene.at);
  for (let token = after; token < after + BEHIND_NAME && discourse.sentenceOf(token) === here && !scene.contentTokens.has(token); token++) {
    const seat = FROM_SEAT.exec(words.slice(token, token + 5).join(' '))?.[1];
    if (seat !== undefined) return mostMentioned(partiesOf(cast, seat.startsWith('p') ? 'plaintiff' : 'defendant'), discourse);
  }
  if (!SPEAKS.test(words[after] ?? '') || words[after + 1] !== 'for' || scene.contentTokens.has(after + 1)) return undefined;
  const role = roleBehind(words.slice(after + 1, after + 5));
  if (role) return mostMentioned(partiesOf(cast, role), discourse);
  const next = words[after + 2] === 'the' ? after + 3 : after + 2;
  const mention = discourse.mentions[mentionFrom(discourse.mentions, next)];
  const [actor] = mention?.first === next && !mention.isPossessive && !mention.isModifier ? mention.actors : [];
  // "spoke for NSO critics"
  const isWhole =
    mention !== undefined && (scene.contentTokens.has(mention.after) || !/^(?!that$)\p{Ll}/u.test(discourse.document.tokens[mention.after]?.text ?? ''));
  return isWhole && cast.actors[actor ?? -1]?.kind === 'party' ? actor : undefined;
}
