/**
 * Where a text mentions the case's actors: by name, by surname once the full name stands in the text, by a description.
 * Longest match wins; time grows linearly with the text. Knows nothing of attributions.
 */
import type { Actor } from '../../model/case-file.ts';
import { type Document, plain } from '../document.ts';
import { tokenize } from '../text/tokens.ts';

export interface Mention {
  /** Tokens `[first, after)`. */
  readonly first: number;
  readonly after: number;
  /** Indexes into the list of actors; several where a description fits several. */
  readonly actors: readonly number[];
  readonly by: 'name' | 'short-name' | 'epithet';
  /** "NSO's". */
  readonly isPossessive: boolean;
  /** Describes the noun behind it: "WhatsApp users". */
  readonly isModifier: boolean;
  /** Looks like the subject of its clause. */
  readonly isSubject: boolean;
}

interface Term {
  readonly words: readonly string[];
  readonly isCased: boolean;
  readonly by: Mention['by'];
  readonly actors: number[];
}

/** Terms by their first word, lower case; longest first. */
export type MentionIndex = ReadonlyMap<string, readonly Term[]>;

export function indexMentions(actors: readonly Actor[]): MentionIndex {
  const terms = new Map<string, Term>();
  const add = (term: string, by: Mention['by'], actor: number) => {
    const isCased = by !== 'epithet';
    const words = tokenize(term, [{ start: 0, end: term.length }]).map(({ text }) => (isCased ? straight(text) : plain(text)));
    const key = `${by} ${words.join(' ')}`;
    const known = terms.get(key);
    if (known) {
      if (!known.actors.includes(actor)) known.actors.push(actor);
    } else terms.set(key, { words, isCased, by, actors: [actor] });
  };
  actors.forEach((actor, index) => {
    for (const name of actor.names) add(name, 'name', index);
    for (const name of actor.shortNames ?? []) add(name, 'short-name', index);
    for (const epithet of actor.epithets ?? []) add(epithet, 'epithet', index);
  });
  const index = new Map<string, Term[]>();
  for (const term of terms.values()) {
    const first = term.words[0]?.toLowerCase();
    if (first === undefined) continue;
    const list = index.get(first);
    if (list) list.push(term);
    else index.set(first, [term]);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** All mentions in order of the text. A short name counts only for actors whose full name stands somewhere in it. */
export function findMentions(document: Document, index: MentionIndex): Mention[] {
  const found: { first: number; term: Term }[] = [];
  const named = new Set<number>();
  for (let first = 0; first < document.tokens.length; ) {
    const term = index.get(document.words[first] ?? '')?.find((candidate) => matches(document, first, candidate));
    if (!term) {
      first++;
      continue;
    }
    if (term.by === 'name') for (const actor of term.actors) named.add(actor);
    found.push({ first, term });
    // A short name may turn out to be somebody else's; what follows it must stay findable.
    first += term.by === 'short-name' ? 1 : term.words.length;
  }
  const mentions: Mention[] = [];
  for (const { first, term } of found) {
    const actors = term.by === 'short-name' ? term.actors.filter((actor) => named.has(actor)) : term.actors;
    if (actors.length > 0 && first >= (mentions.at(-1)?.after ?? 0)) mentions.push(mentionAt(document, first, term, actors));
  }
  return mentions;
}

function straight(text: string): string {
  return text.replaceAll('’', "'").replaceAll('‘', "'");
}

function matches(document: Document, first: number, { words, isCased }: Term): boolean {
  if (document.tokens[first]?.block !== document.tokens[first + words.length - 1]?.block) return false;
  return words.every((word, offset) => {
    const at = first + offset;
    if (!isCased) return document.words[at] === word;
    const text = document.tokens[at]?.text;
    // Headlines in capitals keep no letter case.
    return text !== undefined && (straight(text) === word || (word.length > 2 && straight(text) === word.toUpperCase()));
  });
}

const THINGS = new Set(
  (
    'users user accounts account servers server messages message calls call customers customer clients client app apps platform platforms software spyware technology ' +
    'infrastructure systems system page pages post posts channel network employee employees engineers product products code malware lawsuit suit case filing victims executives'
  ).split(' '),
);
const BEFORE_SUBJECT = new Set('that and but when while as because if though although whereas after before since until where , : ; ( — – -'.split(' '));
const ARTICLES = new Set(['the', 'a', 'an', 'this', 'that', 'its', 'their']);

function mentionAt(document: Document, first: number, term: Term, actors: readonly number[]): Mention {
  const after = first + term.words.length;
  const next = document.words[after] ?? '';
  const isPossessive = next === "'s" || (next === "'" && document.tokens[after]?.start === document.tokens[after - 1]?.end);
  const isModifier = THINGS.has(next);
  let before = first - 1;
  while (ARTICLES.has(document.words[before] ?? '') && before >= 0 && document.words[before] !== 'that') before--;
  const isFirst = document.tokens[before]?.sentence !== document.tokens[first]?.sentence;
  const word = document.words[before] ?? '';
  const isSubject = !isPossessive && !isModifier && (isFirst || BEFORE_SUBJECT.has(word) || document.tokens[before]?.opensQuote === true);
  return { first, after, actors, by: term.by, isPossessive, isModifier, isSubject };
}
