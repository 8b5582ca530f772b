/**
 * Which common nouns can mean which actor, learnt from the case file: "firm" and "Israeli" from "Israeli spyware firm".
 * Knows no text.
 */
import type { Actor } from '../../model/case-file.ts';
import { plain } from '../document.ts';

export interface Vocabulary {
  /** Head nouns, lower case, in the singular and as written. */
  readonly heads: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
}

const KIND_HEADS: Readonly<Partial<Record<Actor['kind'], string>>> = {
  party: 'company companies corporation business',
  court: 'court courts',
  judge: 'judge justice court',
  counsel: 'lawyer attorney counsel litigator',
  executive: 'executive chief ceo boss head founder',
  witness: 'witness engineer executive',
  spokesperson: 'spokesperson spokesman spokeswoman representative',
  expert: 'researcher expert',
  organisation: 'organisation organization company group',
  government: 'government ministry department administration',
};

/** The vocabulary of each actor, in the order given. */
export function vocabulariesOf(actors: readonly Actor[]): Vocabulary[] {
  return actors.map((actor) => {
    const heads = new Set((KIND_HEADS[actor.kind] ?? '').split(' ').filter(Boolean));
    const modifiers = new Set<string>();
    if (actor.partyRole) for (const role of [actor.partyRole, `${actor.partyRole}s`]) heads.add(role);
    const describing = [...(actor.epithets ?? []), ...actor.names.filter((name) => /\s/.test(name))];
    for (const term of describing) {
      const words = plain(term).split(/\s+/);
      const link = words.findIndex((word, index) => index > 0 && /^(?:of|behind|in|for|at)$/.test(word));
      const noun = link < 0 ? words : words.slice(0, link);
      const head = noun.at(-1);
      if (head === undefined) continue;
      heads.add(head);
      for (const word of noun.slice(0, -1)) modifiers.add(word.replace(/'s$/, ''));
    }
    return { heads, modifiers };
  });
}

/** Words that describe anybody and so speak neither for nor against. */
const NEUTRAL = new Set(
  'legal own new big large small private public former local well-known controversial same embattled accused popular defence defense chief lead tech technology'.split(
    ' ',
  ),
);

/** Whether a description can mean the actor: its head noun must be known, and its modifiers must not be those of another. */
export function fits(vocabulary: Vocabulary, noun: string, modifiers: readonly string[]): boolean {
  if (!vocabulary.heads.has(noun)) return false;
  return modifiers.every((word) => NEUTRAL.has(word) || vocabulary.modifiers.has(word) || vocabulary.heads.has(word));
}
