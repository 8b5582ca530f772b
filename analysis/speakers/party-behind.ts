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

/** "Cagney said for WhatsApp", "Luca Marzorati put in from the plaintiffs' table". */
export function partyBehind({ after, isPerson, name }: Stranger, scene: Scene, cast: Cast): number | undefined {
  const { discourse } = scene;
  const { words } = discourse.document;
  if (!isPerson && name.includes(' ')) return undefined;
  for (let token = after; token < after + BEHIND_NAME && discourse.sentenceOf(token) === discourse.sentenceOf(scene.at); token++) {
    if (scene.contentTokens.has(token)) return undefined;
    const role = roleBehind(words.slice(token, token + 4));
    if (role) return mostMentioned(partiesOf(cast, role), discourse);
    if (words[token] !== 'for') continue;
    const next = words[token + 1] === 'the' ? token + 2 : token + 1;
    const mention = discourse.mentions[mentionFrom(discourse.mentions, next)];
    const [actor] = mention?.first === next && !mention.isPossessive && !mention.isModifier ? mention.actors : [];
    if (cast.actors[actor ?? -1]?.kind === 'party') return actor;
  }
  return undefined;
}
