/**
 * Which common nouns can mean which actor, learnt from the case file: "firm" and "Israeli" from "Israeli spyware firm".
 * Knows no text.
 */
import type { Actor } from '../../model/case-file.ts';
import { plain } from '../document.ts';

export interface Vocabulary {
  /** Head nouns, lower case, in the singular and as written. */
  readonly heads: ReadonlySet<string>;
  /** Those among them that the actor's own descriptions use. */
  readonly own: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
  /** Towns that stand for the actor: "menlo park" from "Menlo Park-based company". */
  readonly places: ReadonlySet<string>;
}

/** Of whom nothing is known. */
export const NO_WORDS: Vocabulary = { heads: new Set(), own: new Set(), modifiers: new Set(), places: new Set() };

const COMPANY =
  'company companies corporation business firm firms enterprise maker vendor outfit developer seller supplier manufacturer contractor startup start-up giant group entity side';
const KIND_HEADS: Readonly<Partial<Record<Actor['kind'], string>>> = {
  party: COMPANY,
  court: 'court courts tribunal bench judges',
  judge: 'judge justice court jurist magistrate',
  counsel: 'lawyer attorney counsel litigator firm practice',
  executive: 'executive chief ceo boss head founder cofounder co-founder president director',
  witness: 'witness engineer executive manager',
  spokesperson: 'spokesperson spokesman spokeswoman representative',
  expert: 'researcher expert lab organisation organization group researchers',
  organisation: 'organisation organization foundation charity watchdog group entity side',
  government: 'government ministry department administration office agency state bureau',
  press: 'newspaper paper daily outlet',
};

/** The vocabulary of each actor, in the order given. */
export function vocabulariesOf(actors: readonly Actor[]): Vocabulary[] {
  return actors.map((actor) => {
    const heads = new Set((KIND_HEADS[actor.kind] ?? '').split(' ').filter(Boolean));
    // A lawyer is no firm.
    if (actor.pronoun === 'he' || actor.pronoun === 'she') for (const head of ['firm', 'practice']) heads.delete(head);
    const own = new Set<string>();
    const modifiers = new Set<string>();
    const places = new Set<string>();
    for (const term of [...(actor.epithets ?? []), ...actor.names]) {
      const words = plain(term).split(/\s+/);
      const town = /^(.+)-(?:based|headquartered) /.exec(plain(term))?.[1];
      if (town && !COUNTRIES.has(town)) places.add(town);
      const link = words.findIndex((word, index) => index > 0 && /^(?:of|behind|in|for|at)$/.test(word));
      const noun = link < 0 ? words : words.slice(0, link);
      const head = noun.at(-1);
      if (head === undefined || (words.length === 1 && !(actor.epithets ?? []).includes(term))) continue;
      own.add(head);
      heads.add(head);
      for (const word of [...noun.slice(0, -1), ...(link < 0 ? [] : words.slice(link + 1))]) modifiers.add(stemOf(word.replace(/'s$/, '')));
    }
    return { heads, own, modifiers, places };
  });
}

/** A country's or a state's name means its government first. */
const COUNTRIES = new Set(
  'israel us u.s. uk america britain england ireland france germany spain italy poland india china japan russia canada mexico switzerland sweden california'.split(
    ' ',
  ),
);

/** Words that describe anybody and so speak neither for nor against. */
const NEUTRAL = new Set(
  'legal own new big large small private public former local well-known controversial same embattled accused popular defence defense chief lead tech technology'.split(
    ' ',
  ),
);

/** Where somebody comes from tells him from all who come from elsewhere, even where the case file names only the others' places. */
const ORIGIN = new Set(
  'american us u.s. californian european british english irish french german dutch belgian spanish italian polish swiss austrian swedish danish norwegian finnish greek hungarian israeli indian chinese japanese korean russian ukrainian turkish saudi emirati canadian mexican brazilian australian african asian'.split(
    ' ',
  ),
);

/** Whether the word, lower case, says where somebody comes from: "israeli", "israelis". */
export function isOrigin(word: string): boolean {
  return ORIGIN.has(word) || ORIGIN.has(word.replace(/s$/, ''));
}

/** "Herzliya-based" and "Herzliya-headquartered" describe alike. */
export function stemOf(modifier: string): string {
  return modifier.replace(/-(?:based|area|led|headquartered|owned|run|founded|made|born)$/, '');
}

/** Words by which any actor is described: only these tell one from another. */
export function knownModifiers(vocabularies: readonly Vocabulary[]): ReadonlySet<string> {
  return new Set(vocabularies.flatMap(({ modifiers }) => [...modifiers]));
}

/** Whether a modifier is an origin or a place that the actor is called by. */
export function isFrom({ modifiers: own, places }: Vocabulary, modifiers: readonly string[]): boolean {
  const words = modifiers.map((word) => (isOrigin(word) ? word.replace(/s$/, '') : word));
  return words.some((word) => isOrigin(word) && own.has(word)) || [...places].some((place) => ` ${words.join(' ')} `.includes(` ${place} `));
}

/** Whether a description can mean the actor: its head noun must be known, and its modifiers must not be those of others only. */
export function fits(vocabulary: Vocabulary, noun: string, modifiers: readonly string[], known: ReadonlySet<string>): boolean {
  if (!vocabulary.heads.has(noun)) return false;
  return isDescribed(vocabulary, modifiers, known);
}

/** Whether none of the modifiers belongs to others only. */
export function isDescribed(vocabulary: Vocabulary, modifiers: readonly string[], known: ReadonlySet<string>): boolean {
  return modifiers.every((word) => NEUTRAL.has(word) || vocabulary.modifiers.has(word) || vocabulary.heads.has(word) || !(known.has(word) || ORIGIN.has(word)));
}
