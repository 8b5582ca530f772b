/**
 * What a source phrase says of its speaker, before any context: an actor, a description, a pronoun, a paper, a stranger's name.
 * Knows the mentions that stand in the phrase; nothing of the text around it.
 */
import type { Document } from '../document.ts';
import { ANOTHER, type Description, describe } from './descriptions.ts';
import {
  COURTS,
  DETERMINERS,
  FIRST_PERSON,
  isCounterpart,
  isOwnedPeople,
  isOwnPeople,
  isPeople,
  NUMBERS,
  OPPONENTS,
  OUTSIDERS,
  PAPERS,
  POSSESSIVES,
  PRONOUNS,
  QUANTIFIERS,
  RELATIVES,
  REPORTS,
  RULINGS,
  SPOKESPEOPLE,
  TITLES,
} from './lexicon.ts';
import { readMention, type SideOf } from './mention-phrase.ts';
import type { Mention } from './mentions.ts';
import { areElsewhere, isOutsiderPhrase, isTiedByLink, isTiedPerson, looksOn } from './outsiders.ts';
import { readSides } from './phrase-sides.ts';
import { bare, cut, headOf, nameOf } from './phrase-words.ts';
import { isOfCalling, isWhereabouts, ownerIn, type Stranger, strangerIn } from './strangers.ts';
import { isOrigin } from './vocabulary.ts';

/** Through whom or what a party speaks: people, or papers. */
export type Voice = 'self' | 'people' | 'paper' | 'ruling';

export type { Description };

export type SourcePhrase =
  | {
      readonly type: 'mention';
      readonly mention: Mention;
      readonly voice: Voice;
      readonly isAgainst: boolean;
      /** Whether the party's workers speak, who may be on their own: "NSO employees" are, "NSO's staff" if the text tells of them. */
      readonly employed?: 'surely' | 'perhaps';
      readonly areSeveral?: boolean; // "NSO's lawyers": more than one person.
    }
  /** "the plaintiffs", "lawyers for the defendants". */
  | { readonly type: 'role'; readonly role: 'plaintiff' | 'defendant' }
  | Description
  | { readonly type: 'pronoun'; readonly word: 'it' | 'he' | 'she' | 'they'; readonly voice: Voice; readonly isAgainst: boolean; readonly noun: string }
  /** "the chief executive", "the witness": one person named before. */
  | { readonly type: 'person'; readonly noun: string }
  | { readonly type: 'named'; readonly stranger: Stranger }
  /** Described, not named, and no side's: "critics". */
  | { readonly type: 'outsider'; readonly name: string; readonly noun: string }
  /** "which", "who"; "we"; "the other side". */
  | { readonly type: 'relative' | 'first-person' | 'opposite' }
  | { readonly type: 'unknown'; readonly isOne?: boolean };

const UNKNOWN: SourcePhrase = { type: 'unknown' };
/** What stands behind its own name: "the Guardian newspaper". */
const NAMED_BEFORE = /^(?:newspaper|broadcaster|paper|newsletter|maker|retailer|carrier|publisher|vendor)$/;
/** One person, whoever that is. */
const SOMEBODY: SourcePhrase = { type: 'unknown', isOne: true };

/** What of the case a phrase is read with. */
export interface Known {
  readonly sideOf: SideOf;
  /** Towns that stand for somebody, lower case. */
  readonly places: ReadonlySet<string>;
}

/** Reads the phrase that the tokens form. `within` are all mentions that lie in it. */
export function readSource(document: Document, phrase: readonly number[], within: readonly Mention[], { sideOf, places }: Known): SourcePhrase {
  const tokens = bare(document, headOf(document, phrase));
  const words = tokens.map((token) => document.words[token] ?? '');
  const [first = ''] = words;
  if (words.length === 1 && FIRST_PERSON.has(first) && document.tokens[tokens[0] ?? -1]?.text !== 'US') return { type: 'first-person' };
  if (words.length === 1 && RELATIVES.has(first)) return { type: 'relative' };
  // "my old boss", "our people": whose, only the one who says so knows.
  if (/^(?:my|our)$/.test(first)) return /s$|^people$/.test(words[cut(words).head] ?? '') ? UNKNOWN : SOMEBODY;
  const inside = new Set(tokens);
  const mentions = within.filter((mention) => inside.has(mention.first));
  const stranger = strangerIn(document, tokens, mentions, places);
  const whole = nameOf(document, tokens);
  const isSomeone = stranger?.isPerson === true && !isWhereabouts(words.slice(0, tokens.indexOf(stranger.first)), false);
  const { head } = cut(words);
  const isOfActor =
    POSSESSIVES.has(first) || isTiedByLink(words) || mentions.some((mention) => mention.isPerson || isLinked(words, tokens.indexOf(mention.first), head));
  const isElsewhere = !/^(?:the|that|this|those|these)$/.test(first) && isPeople(words[head] ?? '') && areElsewhere(words.slice(0, head));
  if (!isSomeone && !isOfActor && (isElsewhere || looksOn(words))) return { type: 'outsider', name: whole, noun: words[head] ?? '' };
  const sides = readSides(words, mentions.length > 0);
  if (sides) return sides;
  const mentioned = mentions.length > 0 ? readMention({ document, tokens, words, mentions, stranger, whole, sideOf }) : undefined;
  if (mentioned) return mentioned;
  const owner = stranger && ownerIn(document, tokens, stranger, whole);
  if (owner && !isPlace(owner.name, places)) return { type: 'named', stranger: owner };
  // "Menlo Park's claim": the mark is the claim's
  const isMark = /^['’]s?$/.test(words.at(-1) ?? '');
  if (owner && isMark && stranger.after === tokens.at(-1)) return readPlace(owner.name.toLowerCase(), [], words, whole);
  const possessor = readPossessor(words, whole);
  if (possessor) return possessor;
  if (!stranger) return apartFrom(mentions, words, readDescription(words, whole));
  return readStranger(document, tokens, words, { stranger, whole, places });
}

/** A phrase in which a name stands that is no actor's: whose it is, or what it says of somebody else. */
function readStranger(
  document: Document,
  tokens: readonly number[],
  words: readonly string[],
  { stranger, whole, places }: { readonly stranger: Stranger; readonly whole: string; readonly places: ReadonlySet<string> },
): SourcePhrase {
  // "a spokesman in Herzliya"
  const local = readLocal(words, stranger.name.toLowerCase(), places);
  if (local) return local;
  const before = words.slice(0, tokens.indexOf(stranger.first));
  const isDescribed = tokens.some((token) => token === stranger.after && /^\p{Ll}/u.test(document.tokens[token]?.text ?? ''));
  const next = document.words[stranger.after] ?? '';
  if (isOfCalling(document, tokens, stranger)) return { type: 'outsider', name: whole, noun: next };
  // "one former Onavo engineer"
  if (isDescribed && before.at(-1) === 'former' && isPeople(next)) return { type: 'outsider', name: whole, noun: next };
  // "the Hollywood producer": not Hollywood
  if (isDescribed && !stranger.isPerson && before.join(' ') === 'the' && /(?:er|or|ist|man|woman)$/.test(next) && !isPeople(next) && !NAMED_BEFORE.test(next))
    return SOMEBODY;
  if (isWhereabouts(before, isDescribed)) return readDescription(words, whole);
  const name = stranger.name.toLowerCase();
  // "the North Carolinian": somebody by where he is from
  if (before.length === 1 && before[0] === 'the' && /\s\p{L}+(?:ian|ean)$/u.test(name)) return SOMEBODY;
  if (isPlace(name, places)) return readPlace(name, words.slice(tokens.indexOf(stranger.after - 1) + 1), words, whole);
  return { type: 'named', stranger };
}

function isPlace(name: string, places: ReadonlySet<string>): boolean {
  return places.has(name.toLowerCase()) || isOrigin(name.toLowerCase());
}

/** "a spokesman in Herzliya", "an executive in Menlo Park": of whoever is at home there. */
function readLocal(words: readonly string[], name: string, places: ReadonlySet<string>): SourcePhrase | undefined {
  const { head, link, core } = cut(words);
  const noun = words[head] ?? '';
  const isThere = link > 0 && /^(?:in|from)$/.test(words[link] ?? '') && words.slice(link + 1, core).join(' ') === name;
  if (!isThere || !places.has(name) || words.some((word) => /^(?:former|who)$/.test(word))) return undefined;
  if (!SPOKESPEOPLE.has(noun) && !/^(?:executive|manager)$/.test(noun)) return undefined;
  return { type: 'description', noun: undefined, modifiers: name.split(' '), voice: 'people', word: noun, isPlural: /s$/.test(noun) };
}

/** Whether an actor named at that place of the phrase is the head noun's: "a WhatsApp employee", "a privacy lawyer for WhatsApp". */
function isLinked(words: readonly string[], at: number, head: number): boolean {
  const link = words.slice(0, at).findLast((word) => word !== 'the') ?? '';
  return at <= head || (/^(?:for|of|at|from|representing)$/.test(link) && !words.slice(0, at).some((word) => /^(?:who|which|whom)$/.test(word)));
}

/** "the lawyer who beat NSO": nobody whom the text around could tell. */
function apartFrom(mentions: readonly Mention[], words: readonly string[], phrase: SourcePhrase): SourcePhrase {
  const isBare = phrase.type === 'person' || (phrase.type === 'description' && phrase.noun === undefined);
  return isBare && mentions.length > 0 && words.some((word) => /^(?:who|which|that)$/.test(word)) ? UNKNOWN : phrase;
}

/** "the Israelis", "Menlo Park": a place for a party; "the US tech major": a description that begins with one. */
function readPlace(name: string, behind: readonly string[], words: readonly string[], whole: string): SourcePhrase {
  if (behind.length > 0 || !(name.endsWith('s') || words.length === 1 || !isOrigin(name))) return readDescription(words, whole);
  return { type: 'description', noun: undefined, modifiers: name.split(' '), voice: 'people', word: 'people', isPlural: false };
}

/** "its lawyers", "the company's legal team", "a spokesman for the firm". */
function readPossessor(words: readonly string[], whole: string): SourcePhrase | undefined {
  const [first = ''] = words;
  // "IT Minister Jane Roe"
  const pronoun = words.length > 1 && whole.startsWith('IT ') ? undefined : PRONOUNS.get(first);
  const { core, link, head } = cut(words);
  const noun = words[head] ?? '';
  if (pronoun) {
    if (words.length === 1 || !POSSESSIVES.has(first)) return { type: 'pronoun', word: pronoun, voice: 'self', isAgainst: false, noun: '' };
    if (OPPONENTS.has(noun) || (isCounterpart(words) && /^(?:his|her)$/.test(first) && words.length <= 3 && link < 0))
      return { type: 'pronoun', word: pronoun, voice: 'self', isAgainst: true, noun };
    // "its opponents" are the other party or a crowd of critics.
    if (OPPONENTS.has(noun.replace(/s$/, '').replace(/ie$/, 'y'))) return UNKNOWN;
    if (isOwnedPeople(noun) || isOwnPeople(words)) return { type: 'pronoun', word: pronoun, voice: 'people', isAgainst: false, noun };
    const voice = voiceOf(noun) ?? voiceIn(words.slice(1, core));
    if (voice) return { type: 'pronoun', word: pronoun, voice, isAgainst: false, noun };
    // "his client" is a party, but which? "his rival" may be one
    return OUTSIDERS.has(noun) && noun !== 'client' && noun !== 'rival' ? { type: 'outsider', name: whole, noun } : UNKNOWN;
  }
  const mark = words.findIndex((word, index) => index > 0 && index < core && (word === "'s" || word === "'"));
  if (mark > 0) {
    const owned = words.slice(mark + 1, core);
    const voice = owned.length === 0 ? 'self' : isOwnedPeople(owned.at(-1) ?? '') ? 'people' : (voiceOf(owned.at(-1) ?? '') ?? voiceIn(owned));
    // "a witness from the app's engineering side": whose it is stands right before the mark.
    const from = link > 0 && link < mark ? link + 1 : 0;
    const behind = from > 0 ? (voiceIn(words.slice(0, link)) ?? voice) : voice;
    const owner = words.slice(from, mark);
    const ofThose = from === 0 && behind ? readPeoplesOwn(owner, owned.length === 0 ? 'people' : behind, owned.at(-1) ?? 'people') : undefined;
    if (ofThose) return ofThose;
    if (behind) return describe(owner, behind) ?? UNKNOWN;
    // "the firm's client", "his rival's"
    if (owned.at(-1) === 'client' || (owned.length === 0 && words[mark - 1] === 'rival')) return SOMEBODY;
    return owned.some((word) => OUTSIDERS.has(word)) ? { type: 'outsider', name: whole, noun: owned.at(-1) ?? '' } : UNKNOWN;
  }
  return link > 0 ? readLinked(words, link, core, whole) : undefined;
}

/** "a lawyer for the Israelis", "the Americans' brief": of whoever comes from there. */
function readPeoplesOwn(owner: readonly string[], voice: Voice, noun: string): Description | undefined {
  const [the = '', name = ''] = owner;
  if (owner.length !== 2 || the !== 'the' || !name.endsWith('s') || !isOrigin(name)) return undefined;
  return { type: 'description', noun: undefined, modifiers: [name], voice, word: noun, isPlural: noun.endsWith('s') };
}

/** "a spokesman for the firm", "a person close to its legal team". */
function readLinked(words: readonly string[], link: number, core: number, whole: string): SourcePhrase | undefined {
  const isClose = words[link] === 'close';
  const after = words.slice(words[link] === 'on' && words[link + 1] === 'behalf' ? link + 3 : isClose ? link + 2 : link + 1, core);
  const voice = isClose
    ? 'people'
    : /^(?:of|for|at|from|representing|by|with|on|behalf|in|speaking|acting)$/.test(words[link] ?? '')
      ? voiceIn(words.slice(0, link))
      : // "an adviser to the company"
        words[link] === 'to' && isOwnedPeople(words[link - 1] ?? '')
        ? 'people'
        : undefined;
  const [next = ''] = after;
  const owner = PRONOUNS.get(next);
  if (!voice) return undefined;
  if (owner && (POSSESSIVES.has(next) || after.length === 1)) return { type: 'pronoun', word: owner, voice, isAgainst: false, noun: words[link - 1] ?? '' };
  if (/^(?:another|any|every|other|one|some)$/.test(next)) return UNKNOWN;
  if (!/^(?:the|that|this)$/.test(next)) return undefined;
  if (after.length === 2 && NUMBERS.has(after[1] ?? '')) return { type: 'pronoun', word: 'they', voice, isAgainst: false, noun: 'number' };
  const ofThose = readPeoplesOwn(after, voice, words[link - 1] ?? '');
  if (ofThose) return ofThose;
  const possessor = readDescription(after, whole);
  if (possessor.type !== 'description' || possessor.noun === undefined) return undefined;
  return { ...possessor, voice };
}

/** The voice of a noun: that of people, of papers, of a ruling; undefined for any other. */
export function voiceOf(word: string): Voice | undefined {
  if (isPeople(word)) return 'people';
  if (PAPERS.has(word) || REPORTS.has(word)) return 'paper';
  return RULINGS.has(word) ? 'ruling' : undefined;
}

function voiceIn(words: readonly string[]): Voice | undefined {
  for (const word of words.toReversed()) {
    const voice = voiceOf(word);
    if (voice) return voice;
  }
  return undefined;
}

function readDescription(words: readonly string[], whole: string): SourcePhrase {
  const { core, head, link } = cut(words);
  const [first = ''] = words;
  const noun = words[head] ?? '';
  const isDefinite = /^(?:the|that|this|those|these)$/.test(first);
  // "the business press"
  if (noun === 'press' && link < 0) return { type: 'outsider', name: whole, noun };
  if (REPORTS.has(noun) && QUANTIFIERS.has(first)) return { type: 'outsider', name: whole, noun };
  if (/^\d+$/.test(noun) || NUMBERS.has(noun)) return readNumber(words, isDefinite, core, whole);
  if (COURTS.has(noun)) return describe(words, 'self') ?? UNKNOWN;
  if (/^(?:person|source)$/.test(noun) && isDefinite && link < 0 && core === words.length) return { type: 'outsider', name: '', noun };
  // "an ally of the company", "a veteran of the other team": for it, and perhaps of it
  if (/^(?:ally|allies|friends?|backers?|veterans?)$/.test(noun) && words[link] === 'of' && isTiedByLink(words)) return /s$/.test(noun) ? UNKNOWN : SOMEBODY;
  if (isTiedPerson(words, link < 0 ? core : link))
    return words.slice(0, core).some((word) => /^(?:people|sources|insiders|advis[eo]rs|aides|consultants)$/.test(word)) ? UNKNOWN : SOMEBODY;
  // "the former deputy solicitor general": somebody whom the text has named, or not.
  if (isDefinite && words[1] === 'former' && link < 0 && core === words.length) return SOMEBODY;
  if (isOutsiderPhrase(words, { isDefinite, noun, link, core })) return { type: 'outsider', name: whole, noun };
  const voice = voiceOf(noun);
  // "a former official": nobody's any more.
  if (voice === 'people' && !isDefinite && words.slice(0, head).some((word) => /^(?:former|retired|ex)$/.test(word)))
    return { type: 'outsider', name: whole, noun };
  if (voice === 'people' && !SPOKESPEOPLE.has(noun) && isDefinite && TITLES.has(noun) && link < 0)
    // "the incoming chief executive" is not the one before him.
    return words.slice(0, head).some((word) => /^(?:incoming|outgoing|new|next|designated|then|former|departing)$/.test(word))
      ? SOMEBODY
      : { type: 'person', noun };
  if (voice === undefined) return describe(words, 'self', whole) ?? UNKNOWN;
  const modifiers = words.slice(0, head).filter((word) => !DETERMINERS.has(word) && !NUMBERS.has(word));
  if (modifiers.some((word) => ANOTHER.test(word))) return UNKNOWN;
  const isNew = /^(?:an?|one|some|two|three|several)$/.test(first);
  // "an Israeli official" comes from where a party does, and need not be its own.
  if (voice === 'people' && isNew && modifiers.some(isOrigin)) return /s$/.test(noun) ? UNKNOWN : SOMEBODY;
  return { type: 'description', noun: undefined, modifiers, voice, word: noun, isPlural: /s$/.test(noun) };
}

/** "the eight" are those spoken of; "one of them" is somebody. */
function readNumber(words: readonly string[], isDefinite: boolean, core: number, whole: string): SourcePhrase {
  if (isDefinite && words.length === 2) return { type: 'pronoun', word: 'they', voice: 'self', isAgainst: false, noun: 'number' };
  const owner = words.findIndex((word, index) => index > 0 && index < core && POSSESSIVES.has(word));
  if (owner > 0) {
    const [pronoun, people = ''] = [PRONOUNS.get(words[owner] ?? ''), words[core - 1]];
    // "one of its lawyers"; "one of their advisers": whose?
    const isOwn = words[0] === 'one' && words[1] === 'of' && owner === 2 && isPeople(people);
    if (isOwn && pronoun) return { type: 'pronoun', word: pronoun, voice: 'people', isAgainst: false, noun: people.replace(/s$/, '') };
    return words[0] === 'one' ? SOMEBODY : UNKNOWN;
  }
  const isOutsider = words.slice(1, core).some((word) => OUTSIDERS.has(word) && !isPeople(word));
  if (isOutsider) return { type: 'outsider', name: whole, noun: words[0] ?? '' };
  return { type: 'outsider', name: '', noun: words[0] ?? '' };
}
