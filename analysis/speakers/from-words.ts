/**
 * A party by the words that only its descriptions hold: where it comes from, or what it deals in.
 */
import { mostMentioned } from './cast.ts';
import type { Reader } from './from-phrase.ts';
import { mentionFrom } from './mentions.ts';
import type { Finding } from './persons.ts';
import { isFrom } from './vocabulary.ts';

/** Among the candidates the party that comes from where the words say, if the text names nobody else from there. */
export function fromPlace(modifiers: readonly string[], { cast, discourse }: Reader, candidates: readonly number[]): Finding | undefined {
  if (modifiers.length === 0) return undefined;
  const from = discourse.mentioned.filter((actor) => {
    const vocabulary = cast.vocabularies[actor];
    return vocabulary !== undefined && isFrom(vocabulary, modifiers) && cast.actors[actor]?.side !== 'court';
  });
  const sides = new Set(from.map((actor) => cast.actors[actor]?.side));
  const [side] = sides;
  if (sides.size !== 1 || (side !== 'plaintiff' && side !== 'defendant')) return undefined;
  const parties = from.filter((actor) => cast.actors[actor]?.kind === 'party' && candidates.includes(actor));
  const actor = mostMentioned(parties, discourse);
  return actor === undefined ? undefined : { actor, confidence: 0.85 };
}

/** So many sentences back others from the same country may be meant. */
const REACH = 3;

/** Whether others from the country of those people ("israelis") were spoken of right before: "Two Israelis were hacked. A lawyer for the Israelis …" */
export function areOthersMeant(people: string, { cast, discourse, scene }: Reader): boolean {
  const { words } = discourse.document;
  const stem = people.replace(/s$/, '').slice(0, -1);
  const here = discourse.sentenceOf(scene.at);
  for (let token = scene.at - 1; token >= 0 && here - discourse.sentenceOf(token) <= REACH; token--) {
    const mention = discourse.mentions[mentionFrom(discourse.mentions, token + 1) - 1];
    const isInside = mention !== undefined && mention.first <= token && mention.after > token;
    const isParty = isInside && mention.actors.some((actor) => cast.actors[actor]?.kind === 'party');
    if (!isParty && !isOwnWord(words, token, stem) && words[token]?.startsWith(stem)) return true;
  }
  return false;
}

/** "the Israelis" again, or "the Israelis' lawyer": the same people. */
function isOwnWord(words: readonly string[], token: number, stem: string): boolean {
  return words[token - 1] === 'the' && words[token]?.startsWith(stem) === true && words[token]?.endsWith('s') === true;
}

/** Whoever is at the head of a party, as headlines call him: "Spyware boss", "Pegasus chief". */
const AT_THE_HEAD = /^(?:boss|chief|ceo)$/;
const TITLE_BLOCKS = 2;
/** A word that stands in so many of a party's descriptions is its trade: "spyware", but not "security". */
const SHARE_OF_TRADE = 0.15;
const RIVAL = /^(?:another|other|rival|fellow|competing)$/;

/**
 * In a headline, the party whose trade or product the one word before "boss" names, if it is nobody else's whom the case file knows, and the text speaks of no
 * rival and names one of the party's own executives: "Spyware boss", but not "Spy chief", "a spyware boss".
 */
export function fromTrade(noun: string, modifiers: readonly string[], { cast, discourse, scene }: Reader, candidates: readonly number[]): Finding | undefined {
  const [word = ''] = modifiers;
  const { words } = discourse.document;
  if (!AT_THE_HEAD.test(noun) || modifiers.length !== 1 || words[scene.at] !== word || discourse.blockOf(scene.at) >= TITLE_BLOCKS) return undefined;
  if (words.some((each, at) => each === word && words.slice(Math.max(0, at - 2), at).some((before) => RIVAL.test(before)))) return undefined;
  const meant = discourse.mentioned.filter((actor) => cast.vocabularies[actor]?.modifiers.has(word));
  const sides = new Set(meant.map((actor) => cast.actors[actor]?.side));
  const [side] = sides;
  if (sides.size !== 1 || (side !== 'plaintiff' && side !== 'defendant')) return undefined;
  const actor = mostMentioned(
    meant.filter((each) => cast.actors[each]?.kind === 'party' && candidates.includes(each) && isTradeOf(cast.actors[each]?.epithets ?? [], word)),
    discourse,
  );
  const namesHead = discourse.mentioned.some((each) => cast.actors[each]?.kind === 'executive' && cast.actors[each]?.side === side);
  return actor === undefined || !namesHead ? undefined : { actor, confidence: 0.8 };
}

/** Whether the word is in many of the descriptions, or stands in them as a name ("Pegasus maker"). */
function isTradeOf(epithets: readonly string[], word: string): boolean {
  const all = epithets.map((epithet) => epithet.split(/\s+/));
  const name = word.charAt(0).toUpperCase() + word.slice(1);
  return (
    all.filter((each) => each.some((other) => other.toLowerCase() === word)).length >= SHARE_OF_TRADE * all.length || all.some((each) => each.includes(name))
  );
}
