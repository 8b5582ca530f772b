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
  /** Whether the name is one person's. */
  readonly isPerson: boolean;
  /** One of several joined: "WhatsApp and Facebook". */
  readonly isJoined: boolean;
}

interface Term {
  readonly words: readonly string[];
  readonly isCased: boolean;
  readonly by: Mention['by'];
  readonly actors: number[];
}

export interface MentionIndex {
  /** By their first word, lower case; longest first. */
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  /** Actors that are single persons. */
  readonly people: ReadonlySet<number>;
}

export function indexMentions(actors: readonly Actor[]): MentionIndex {
  const terms = new Map<string, Term>();
  const add = (term: string, by: Mention['by'], actor: number) => {
    // Courts and offices of state are also written small: "the solicitor general".
    const isOffice = ['court', 'government'].includes(actors[actor]?.kind ?? '') && /\s/.test(term);
    const isCased = by !== 'epithet' && !isOffice;
    const words = tokenize(term, [{ start: 0, end: term.length }]).map(({ text }) => (isCased ? straight(text) : plain(text)));
    const key = `${by} ${isCased} ${words.join(' ')}`;
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
  const isPerson = ({ pronoun, kind }: Actor) => (pronoun === 'he' || pronoun === 'she') && kind !== 'government';
  return { terms: index, people: new Set(actors.flatMap((actor, at) => (isPerson(actor) ? [at] : []))) };
}

const ELSE = /^(?:another|other|rival|similar|fellow|any|every|competing|no)$/;

/** All mentions in order of the text. A short name counts only for actors whose full name stands somewhere in it. */
export function findMentions(document: Document, index: MentionIndex): Mention[] {
  const found: { first: number; term: Term }[] = [];
  const named = new Set<number>();
  for (let first = 0; first < document.tokens.length; ) {
    const term = index.terms.get(document.words[first] ?? '')?.find((candidate) => matches(document, first, candidate));
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
    if (actors.length === 0 || first < (mentions.at(-1)?.after ?? 0)) continue;
    // "another surveillance vendor" is not the one that the case knows by these words.
    if (term.by === 'epithet' && ELSE.test(document.words[first - 1] ?? '')) continue;
    const mention = mentionAt(document, first, term, actors, index.people.has(actors[0] ?? -1));
    const before = mentions.at(-1);
    if (before && isJoin(document, before.after, first)) {
      mentions[mentions.length - 1] = { ...before, isJoined: true };
      mentions.push({ ...mention, isJoined: true, isSubject: mention.isSubject || before.isSubject });
    } else mentions.push(mention);
  }
  return mentions;
}

/** Whether nothing but "and its owner," stands between two mentions. */
function isJoin(document: Document, from: number, to: number): boolean {
  if (to - from > 4 || to <= from) return false;
  const words = document.words.slice(from, to);
  return (
    /^,?(?:and|,)/.test(words.join('')) && words.includes('and') && words.every((word) => /^(?:and|,|its|the|their|parent|owner|company|affiliate)$/.test(word))
  );
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

function mentionAt(document: Document, first: number, term: Term, actors: readonly number[], isPerson: boolean): Mention {
  const after = first + term.words.length;
  const next = document.words[after] ?? '';
  const isPossessive = next === "'s" || (next === "'" && document.tokens[after]?.start === document.tokens[after - 1]?.end);
  const isModifier = THINGS.has(next);
  let before = first - 1;
  while (ARTICLES.has(document.words[before] ?? '') && before >= 0 && document.words[before] !== 'that') before--;
  const isFirst = document.tokens[before]?.sentence !== document.tokens[first]?.sentence;
  const word = document.words[before] ?? '';
  const isSubject = !isPossessive && !isModifier && (isFirst || BEFORE_SUBJECT.has(word) || document.tokens[before]?.opensQuote === true);
  return { first, after, actors, by: term.by, isPossessive, isModifier, isSubject, isPerson, isJoined: false };
}

/** Index of the first mention that begins at the token or behind it. */
export function mentionFrom(mentions: readonly Mention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.first ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mentions that lie wholly among the tokens, which are in order. */
export function mentionsAmong(mentions: readonly Mention[], tokens: readonly number[]): Mention[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return [];
  const inside = new Set(tokens);
  const found: Mention[] = [];
  for (let index = mentionFrom(mentions, first); index < mentions.length; index++) {
    const mention = mentions[index];
    if (!mention || mention.first > last) break;
    if (inside.has(mention.first) && inside.has(mention.after - 1)) found.push(mention);
  }
  return found;
}
