/**
 * What a source phrase says of its speaker, before any context: an actor, a description, a pronoun, a paper, a stranger's name.
 * Knows the mentions that stand in the phrase; nothing of the text around it.
 */
import type { Document } from '../document.ts';
import type { Mention } from './mentions.ts';

/** Through whom or what a party speaks: people, or papers. */
export type Voice = 'self' | 'people' | 'paper' | 'ruling';

export type SourcePhrase =
  | { readonly type: 'mention'; readonly mention: Mention; readonly voice: Voice; readonly isAgainst: boolean }
  /** "the company", "a spokesman", "the complaint"; `noun` is the head that must fit, undefined for a bare voice. */
  | { readonly type: 'description'; readonly noun: string | undefined; readonly modifiers: readonly string[]; readonly voice: Voice; readonly paper?: string }
  | { readonly type: 'pronoun'; readonly word: 'it' | 'he' | 'she' | 'they'; readonly voice: Voice }
  | { readonly type: 'named'; readonly name: string; readonly isPerson: boolean }
  | { readonly type: 'unknown' };

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const PEOPLE = set(
  'lawyer lawyers attorney attorneys counsel team representative representatives rep reps spokesperson spokesman spokeswoman spokespeople spokespersons spokesmen ' +
    'official officials executive executives ceo chief head boss president director founder founders cofounder co-founder co-founders management leadership engineer engineers ' +
    'manager managers staffers litigator litigators office department solicitor solicitors barrister officer board owner owners leader leaders side camp',
);
const PAPERS = set(
  'filing filings complaint complaints lawsuit lawsuits suit brief briefs motion motions papers paper document documents petition declaration memo memorandum opposition reply pleading pleadings ' +
    'statement statements response letter submission submissions records exhibit exhibits deposition depositions testimony post tweet email spokesperson blog report reports website appeal countersuit action',
);
const RULINGS = set('ruling order opinion verdict decision judgment judgement injunction');
const OUTSIDERS = set(
  'user users customer customers client clients victim victims target targets critic critics rival rivals investor investors shareholder shareholders competitor competitors opponent opponents ' +
    'activist activists journalist journalists researcher researchers expert experts analyst analysts observer observers lawmaker lawmakers former ex-employee people those someone many some anyone everyone',
);
const PRONOUNS: Readonly<Record<string, 'it' | 'he' | 'she' | 'they'>> = {
  it: 'it',
  he: 'he',
  she: 'she',
  they: 'they',
  its: 'it',
  their: 'they',
  his: 'he',
  her: 'she',
};
const OPENERS = set('the a an this that both one another " “ \' ‘ by from to some several two three four five six seven eight nine ten dozens of other');
const LINKS = set('for of representing at from by with in on behalf');

/** Reads the phrase that the tokens form. `within` are all mentions that lie in it. */
export function readSource(document: Document, phrase: readonly number[], within: readonly Mention[]): SourcePhrase {
  const tokens = headOf(document, phrase);
  const mentions = within.filter(({ first }) => tokens.includes(first));
  const words = tokens.map((token) => document.words[token] ?? '');
  const mention = mentionThatSpeaks(mentions, document, tokens);
  const stranger = strangerIn(document, tokens, mentions);
  if (mention) return readMention(document, tokens, mention, stranger);
  const possessor = readPossessor(words);
  if (possessor) return possessor;
  if (stranger) return { type: 'named', ...stranger };
  return readDescription(words);
}

const TIME =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d{1,4}|last|this|early|late|the|year|month|week|,)$/;

/** The phrase without a date that opens it ("In December 2024 Judge …"), and a paper without where it was filed ("The complaint, filed in …"). */
export function headOf(document: Document, phrase: readonly number[]): readonly number[] {
  const wordAt = (index: number) => document.words[phrase[index] ?? -1] ?? '';
  let start = 0;
  if (/^(?:in|on|at|during|last|since)$/.test(wordAt(0))) {
    let after = 1;
    while (TIME.test(wordAt(after)) && after < phrase.length - 1) after++;
    if (after > 1 && /\d|[a-z]{3,}/.test(wordAt(after - 1))) start = after;
  }
  // "Facebook filed a lawsuit in Oakland, alleging …": whoever filed it speaks.
  const verb = phrase.findIndex(
    (_, index) => index > start && /^(?:filed|files|sued|sues|brought|launched|lodged)$/.test(wordAt(index)) && wordAt(index - 1) !== ',',
  );
  if (verb > start) return phrase.slice(start, verb);
  const comma = phrase.findIndex((_, index) => index > start && wordAt(index) === ',');
  const isPaper =
    comma > start && phrase.slice(start, comma).some((token) => PAPERS.has(document.words[token] ?? '') || RULINGS.has(document.words[token] ?? ''));
  return phrase.slice(start, isPaper ? comma : undefined);
}

/** A person before an organisation: "WhatsApp's head, Will Cathcart". */
function mentionThatSpeaks(mentions: readonly Mention[], document: Document, tokens: readonly number[]): Mention | undefined {
  const head = mentions.find(
    (mention) =>
      mention.by !== 'epithet' && mention.after - mention.first > 1 && isNameRun(document, mention) && !/ for | of /.test(wordsOf(document, mention)),
  );
  const first = mentions[0];
  if (!first || !head || head === first) return first;
  // The longer name may belong to an apposition ("Facebook, parent of WhatsApp LLC,"): only one directly behind its role counts.
  const between = tokens.filter((token) => token >= first.after && token < head.first).map((token) => document.words[token] ?? '');
  return between.some((word) => PEOPLE.has(word)) || between.length === 0 || (between.length === 1 && between[0] === ',') ? head : first;
}

function wordsOf(document: Document, { first, after }: Mention): string {
  return document.words.slice(first, after).join(' ');
}

function isNameRun(document: Document, { first, after }: Mention): boolean {
  return document.tokens.slice(first, after).every(({ text }) => /^\p{Lu}/u.test(text));
}

/** A run of capitalised words outside all mentions: the name of somebody who is no actor. */
function strangerIn(document: Document, tokens: readonly number[], mentions: readonly Mention[]): { name: string; isPerson: boolean } | undefined {
  const isMentioned = (token: number) => mentions.some(({ first, after }) => token >= first && token < after);
  let best: number[] = [];
  let run: number[] = [];
  const close = () => {
    while (/^(?:of|for|the|and|&|'s|de|van|von|al)$/.test(document.words[run.at(-1) ?? -1] ?? '')) run.pop();
    if (best.length === 0) best = run;
    run = [];
  };
  for (const token of tokens) {
    const text = document.tokens[token]?.text ?? '';
    const isCapital =
      /^\p{Lu}/u.test(text) &&
      !isMentioned(token) &&
      !(token === tokens[0] && OPENERS.has(document.words[token] ?? '')) &&
      !isPlainOpening(document, tokens, token);
    const goesOn = run.length > 0 && /^(?:of|for|&|the|de|van|von|al)$/.test(document.words[token] ?? '') && !isMentioned(token);
    if (isCapital || goesOn) run.push(token);
    else close();
  }
  close();
  while (best.length > 1 && TITLES.has(document.words[best[0] ?? -1] ?? '')) best.shift();
  const [first, last] = [document.tokens[best[0] ?? -1], document.tokens[best.at(-1) ?? -1]];
  if (!first || !last) return undefined;
  const words = best.map((token) => document.words[token] ?? '');
  const isPerson = words.length >= 2 && words.length <= 4 && !words.some((word) => ORGANISATION.has(word));
  return { name: document.text.slice(first.start, last.end).replace(/\s+/gu, ' '), isPerson };
}

const TITLES = set('mr mr. mrs mrs. ms ms. dr dr. professor prof. prof sen. senator judge rep. sir');
const ORGANISATION = set(
  'of for the & group inc inc. corp corp. ltd ltd. llc lab institute university foundation news times post journal department ministry court council union agency association committee office',
);

/** "Lawyers", "Researchers": a common noun that is capital only because it opens the sentence. */
function isPlainOpening(document: Document, tokens: readonly number[], token: number): boolean {
  if (token !== tokens[0]) return false;
  const word = document.words[token] ?? '';
  const isOpening = document.tokens[token - 1]?.sentence !== document.tokens[token]?.sentence;
  const next = document.tokens[tokens[1] ?? -1]?.text ?? '';
  return (
    word in PRONOUNS ||
    PEOPLE.has(word) ||
    PAPERS.has(word) ||
    RULINGS.has(word) ||
    OUTSIDERS.has(word) ||
    (isOpening && tokens.length > 1 && !/^\p{Lu}|^['’]s$/u.test(next))
  );
}

function readMention(document: Document, tokens: readonly number[], mention: Mention, stranger: { name: string; isPerson: boolean } | undefined): SourcePhrase {
  const before = tokens.filter((token) => token < mention.first).map((token) => document.words[token] ?? '');
  const rest = tokens.filter((token) => token >= mention.after).map((token) => document.words[token] ?? '');
  const comma = rest.findIndex((word) => word === ',' || word === '(' || word === 'who' || word === 'which');
  const behind = (comma < 0 ? rest : rest.slice(0, comma)).filter((word) => word !== "'s" && word !== "'");
  const around = [...before, ...behind];
  if (before.includes('against')) return { type: 'mention', mention, voice: 'paper', isAgainst: true };
  const isOutsider = around.some((word) => OUTSIDERS.has(word)) || before.some((word) => /^(?:suing|targeted|criticizing|criticising|hacked|who)$/.test(word));
  if (isOutsider) return stranger ? { type: 'named', ...stranger } : { type: 'unknown' };
  const voice: Voice = around.some((word) => PEOPLE.has(word))
    ? 'people'
    : around.some((word) => PAPERS.has(word))
      ? 'paper'
      : around.some((word) => RULINGS.has(word))
        ? 'ruling'
        : 'self';
  // "Jane Roe, a lawyer for WhatsApp": the role ties her to the party; without one she speaks for herself.
  if (stranger?.isPerson && voice !== 'people' && before.length > 1) return { type: 'named', ...stranger };
  if (
    voice === 'self' &&
    behind.length > 0 &&
    !mention.isPossessive &&
    behind.some((word) => /^[a-z]/.test(word) && !/^(?:itself|and|also|has|had|later|inc\.?|co|ltd)$/.test(word)) &&
    mention.isModifier
  )
    return { type: 'unknown' };
  return { type: 'mention', mention, voice, isAgainst: false };
}

/** "its lawyers", "the company's legal team", "a spokesman for the firm". */
function readPossessor(words: readonly string[]): SourcePhrase | undefined {
  const pronoun = PRONOUNS[words[0] ?? ''];
  if (pronoun && Object.hasOwn(PRONOUNS, words[0] ?? '')) {
    if (words.length === 1) return { type: 'pronoun', word: pronoun, voice: 'self' };
    const isPossessive = /^(?:its|their|his|her)$/.test(words[0] ?? '');
    if (!isPossessive) return { type: 'pronoun', word: pronoun, voice: 'self' };
    const voice = voiceOf(words.slice(1));
    return voice ? { type: 'pronoun', word: pronoun, voice } : { type: 'unknown' };
  }
  const mark = words.findIndex((word, index) => word === "'s" || (word === "'" && index > 0));
  if (mark > 0) {
    const voice = voiceOf(words.slice(mark + 1));
    return voice ? describe(words.slice(0, mark), voice) : { type: 'unknown' };
  }
  const link = words.findIndex((word, index) => index > 0 && LINKS.has(word));
  if (link > 0 && link < words.length - 1) {
    const voice = voiceOf(words.slice(0, link));
    const possessor = words.slice(words[link] === 'on' ? link + 3 : link + 1);
    if (voice && possessor.length > 0 && voiceOf(possessor) === undefined && /^(?:the|that|this)$/.test(possessor[0] ?? '')) return describe(possessor, voice);
  }
  return undefined;
}

function voiceOf(words: readonly string[]): Voice | undefined {
  if (words.some((word) => OUTSIDERS.has(word))) return undefined;
  if (words.some((word) => PEOPLE.has(word))) return 'people';
  if (words.some((word) => PAPERS.has(word))) return 'paper';
  return words.some((word) => RULINGS.has(word)) ? 'ruling' : undefined;
}

function describe(words: readonly string[], voice: Voice): SourcePhrase {
  const bare = words.filter((word) => !OPENERS.has(word));
  const end = bare.findIndex(
    (word, index) => index > 0 && (word === ',' || word === 'of' || word === 'in' || word === 'behind' || word === 'who' || word === 'which'),
  );
  const kept = end < 0 ? bare : bare.slice(0, end);
  const noun = kept.at(-1);
  return noun === undefined ? { type: 'unknown' } : { type: 'description', noun, modifiers: kept.slice(0, -1), voice };
}

function readDescription(words: readonly string[]): SourcePhrase {
  const bare = words.filter((word) => !OPENERS.has(word));
  const head = bare.find((word, index) => PAPERS.has(word) || RULINGS.has(word) || (PEOPLE.has(word) && !PEOPLE.has(bare[index + 1] ?? '')));
  if (bare.some((word) => OUTSIDERS.has(word))) return describe(words, 'self');
  if (head !== undefined) {
    const voice = voiceOf([head]) ?? 'people';
    return { type: 'description', noun: undefined, modifiers: bare.filter((word) => word !== head), voice, paper: head };
  }
  return bare.length === 0 ? { type: 'unknown' } : describe(words, 'self');
}
