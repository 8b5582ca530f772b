/**
 * A party by the words that only its descriptions hold: where it comes from, or what it deals in.
 */
import { mostMentioned } from './cast.ts';
import type { Reader } from './from-phrase.ts';
import type { Finding } from './persons.ts';
import { isFrom, isNeutral } from './vocabulary.ts';

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

/** Whoever is at the head of a party, as headlines call him: "Spyware boss", "Pegasus chief". */
const AT_THE_HEAD = /^(?:boss|chief|ceo)$/;

/** Among the candidates the party whose descriptions alone hold all the words before "boss", if the text speaks of nobody else whom they fit. */
export function fromTrade(noun: string, modifiers: readonly string[], { cast, discourse }: Reader, candidates: readonly number[]): Finding | undefined {
  const words = modifiers.filter((word) => !isNeutral(word));
  if (!AT_THE_HEAD.test(noun) || words.length === 0) return undefined;
  const meant = discourse.mentioned.filter((actor) => {
    const vocabulary = cast.vocabularies[actor];
    return vocabulary !== undefined && words.every((word) => vocabulary.modifiers.has(word) || vocabulary.own.has(word));
  });
  const sides = new Set(meant.map((actor) => cast.actors[actor]?.side));
  const [side] = sides;
  if (sides.size !== 1 || (side !== 'plaintiff' && side !== 'defendant')) return undefined;
  const actor = mostMentioned(
    meant.filter((each) => cast.actors[each]?.kind === 'party' && candidates.includes(each)),
    discourse,
  );
  return actor === undefined ? undefined : { actor, confidence: 0.8 };
}
