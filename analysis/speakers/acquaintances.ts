/**
 * Whom a text introduces: whose lawyer, spokesman or friend a stranger with a name is said to be.
 */
import { mostMentioned } from './cast.ts';
import { isPeople, LAWYERS, PRONOUNS } from './lexicon.ts';
import { readMention } from './mention-phrase.ts';
import { type Mention, mentionFrom, mentionsAmong } from './mentions.ts';
import { roleBehind } from './phrase-sides.ts';
import type { Discourse } from './scene.ts';
import { type Stranger, surnameOf } from './strangers.ts';

/** What says that somebody no longer is. */
const FORMERLY = /^(?:former|formerly|onetime|one-time|retired|ex)$|^ex-/;

/** Where a stranger's full name stands with whom it belongs to: "Jane Roe of Cooley", "Jane Roe, a lawyer for NSO". By surname. */
export class Acquaintances {
  readonly #known = new Map<string, { name: string; actor: number | undefined }>();
  readonly #looked = new Set<string>();
  readonly #given = new Map<string, Set<string>>();
  readonly #discourse: Discourse;
  #names: Map<string, number[]> | undefined;

  constructor(discourse: Discourse) {
    this.#discourse = discourse;
  }

  /** Keeps who a stranger was said to be. */
  add({ name, isPerson }: Stranger, actor: number | undefined): void {
    // Of two of that surname, it may be either.
    if (isPerson && this.#givenNamesOf(surnameOf(name)).size < 2) this.#known.set(surnameOf(name), { name, actor });
  }

  /** What the text says of the stranger; looks for the full name once. */
  of({ name, isPerson }: Stranger): { name: string; actor: number | undefined } {
    const surname = this.#asWritten(surnameOf(name));
    if (!isPerson && name.includes(' ')) return { name, actor: undefined };
    const known = this.#known.get(surname);
    if (known && (known.actor !== undefined || this.#looked.has(surname))) return known;
    this.#looked.add(surname);
    const found = this.#introductionOf(surname) ?? known ?? { name, actor: undefined };
    this.#known.set(surname, found);
    return found;
  }

  /** The "BLOCK" of a transcript as "Block", where the text has that with a given name. */
  #asWritten(surname: string): string {
    if (surname.length < 4 || surname !== surname.toUpperCase()) return surname;
    const plain = `${surname.charAt(0)}${surname.slice(1).toLowerCase()}`;
    return this.#givenNamesOf(plain).size > 0 ? plain : surname;
  }

  /** The given names with which the text has the surname; counted once, however often it is asked. */
  #givenNamesOf(surname: string): Set<string> {
    const known = this.#given.get(surname);
    if (known) return known;
    const { document } = this.#discourse;
    this.#names ??= capitalsOf(this.#discourse);
    const before = (this.#names.get(surname) ?? []).map((token) => document.tokens[token - 1]?.text ?? '');
    const names = new Set(before.filter((text) => /^\p{Lu}\p{Ll}[\p{L}’'-]*$/u.test(text)));
    this.#given.set(surname, names);
    return names;
  }

  #introductionOf(surname: string): { name: string; actor: number | undefined } | undefined {
    const { document } = this.#discourse;
    this.#names ??= capitalsOf(this.#discourse);
    for (const token of this.#names.get(surname)?.slice(0, 20) ?? []) {
      const given = document.tokens[token - 1];
      if (!given || !/^\p{Lu}[\p{L}.'’-]*$/u.test(given.text) || PRONOUNS.has(document.words[token - 1] ?? '')) continue;
      const name = `${given.text} ${surname}`;
      const actor = this.#partyOf(token) ?? this.#ownerOf(token);
      if (actor !== undefined) return { name, actor };
    }
    return undefined;
  }

  /** "Mr. Mornin, for the plaintiffs": the party of that role of which the text speaks most. */
  #partyOf(token: number): number | undefined {
    const { document, actors } = this.#discourse;
    const from = document.words[token + 1] === ',' ? token + 2 : token + 1;
    const role = roleBehind(document.words.slice(from, from + 4));
    if (!role) return undefined;
    const parties = actors.flatMap((actor, index) => (actor.kind === 'party' && actor.side === role ? [index] : []));
    return mostMentioned(parties, this.#discourse);
  }

  /** The actor in the apposition behind the name, or right before it. */
  #ownerOf(token: number): number | undefined {
    const { document, mentions } = this.#discourse;
    const sentence = document.tokens[token]?.sentence;
    const phrase: number[] = [];
    let commas = 0;
    for (let at = token - 1; at < token + 22 && document.tokens[at]?.sentence === sentence; at++) {
      const word = document.words[at] ?? '';
      if (word === ',' && (++commas > 1 || /^(?:and|but|while|as|when)$/.test(document.words[at + 1] ?? ''))) break;
      if (commas === 0 && at > token && !/^(?:of|at|for|from|with|,|the)$/.test(word) && !isMentioned(mentions, at)) break;
      phrase.push(at);
    }
    const words = phrase.map((at) => document.words[at] ?? '');
    const within = mentionsAmong(mentions, phrase);
    const isTied = words.some((word) => isPeople(word) || LAWYERS.has(word)) || /^(?:of|at|for|from|with)$/.test(words[2] ?? '');
    if (within.length === 0 || !isTied) return undefined;
    const stranger = { name: '', isPerson: true, first: token - 1, after: token + 1 };
    const read = readMention({ document, tokens: phrase, words, mentions: within, stranger, whole: '', sideOf: () => 'plaintiff' });
    if (read?.type !== 'mention' || read.isAgainst) return undefined;
    // "Jane Roe, a former State Department lawyer,"; not "a former clerk who is a lawyer for WhatsApp"
    return FORMERLY.test(document.words[read.mention.first - 1] ?? '') ? undefined : read.mention.actors[0];
  }
}

function isMentioned(mentions: readonly Mention[], token: number): boolean {
  const before = mentions[mentionFrom(mentions, token + 1) - 1];
  return before !== undefined && token < before.after;
}

/** Tokens by capitalised word, made once for each text that has strangers. */
function capitalsOf({ document }: Discourse): Map<string, number[]> {
  const found = new Map<string, number[]>();
  document.tokens.forEach(({ text }, token) => {
    if (!/^\p{Lu}\p{L}/u.test(text)) return;
    const list = found.get(text);
    if (list) list.push(token);
    else found.set(text, [token]);
  });
  return found;
}
