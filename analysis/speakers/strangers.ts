/**
 * Names of those who are no actors of the case, read from capital letters. Knows no lists of people.
 */
import type { Document } from '../document.ts';
import { CALENDAR, COURTS, DETERMINERS, FIRST_PERSON, isPeople, LAWYERS, NUMBERS, OUTSIDERS, PAPERS, PRONOUNS, REPORTS, RULINGS } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { isOrigin } from './vocabulary.ts';

export interface Stranger {
  readonly name: string;
  readonly isPerson: boolean;
  /** Tokens `[first, after)` of the name. */
  readonly first: number;
  readonly after: number;
}

const TITLES = new Set('mr mr. mrs mrs. ms ms. dr dr. professor prof. prof sen. sen senator judge rep. rep sir justice lord'.split(' '));
const JOINTS = /^(?:of|for|&|the|de|van|von|al|bin|ben|y)$/;
const ORGANISATION = new Set(
  (
    'of for the & group inc inc. corp corp. ltd ltd. llc lab labs institute university foundation news times post journal department ministry court council union agency ' +
    'association committee office network center centre international society project technologies security'
  ).split(' '),
);
/** "Atlanta-based", "Zuckerberg-led": a description, not a name. */
const MODIFIER = /-\p{Ll}+$/u;
/** Adjectives of place and such that describe the noun behind them when they are alone. */
const ADJECTIVE = /^(?:us|u\.s\.|uk|eu|\p{Lu}\p{Ll}+(?:an|ian|ish|ese|li|ch|nese))$/iu;

/** What a text calls a company when it does not name it. */
const DESCRIBED = /^(?:firm|company|group|giant|maker|vendor|outfit|business|startup|start-up|app|platform|messenger|network|service)$/;

/** The first name of a stranger in the phrase, outside all mentions. `places`: towns that stand for somebody, lower case, even behind "in". */
export function strangerIn(
  document: Document,
  tokens: readonly number[],
  mentions: readonly Mention[],
  places: ReadonlySet<string> = new Set(),
): Stranger | undefined {
  const isMentioned = (token: number) => mentions.some(({ first, after }) => token >= first && token < after);
  let run: number[] = [];
  for (const token of [...tokens, -1]) {
    if (token >= 0 && (isNamePart(document, tokens, token, run.length > 0) || isAmid(document, token, run)) && !isMentioned(token)) {
      run.push(token);
      continue;
    }
    const found = token < 0 || !isDescribing(document, run, token) ? strangerOf(document, run) : undefined;
    if (found && !isSite(document, tokens, found, places)) return found;
    run = [];
  }
  return undefined;
}

/** "a court of appeals in San Francisco", "the highest court in the United States": where somebody sits. */
function isSite(document: Document, tokens: readonly number[], { name, first }: Stranger, places: ReadonlySet<string>): boolean {
  const at = tokens.indexOf(first);
  const before = tokens.slice(0, at).map((token) => document.words[token] ?? '');
  const link = before.at(-1) === 'the' ? before.at(-2) : before.at(-1);
  return before.length > 1 && link === 'in' && !places.has(name.toLowerCase());
}

/** "a London solicitor", "a Delhi academic": the name tells which of a calling. */
export function isOfCalling(document: Document, tokens: readonly number[], { first, after }: Stranger): boolean {
  const next = document.words[after] ?? '';
  const isDescribed = tokens.includes(after) && /^\p{Ll}/u.test(document.tokens[after]?.text ?? '');
  const isOne = tokens.indexOf(first) === 1 && /^(?:an?|one)$/.test(document.words[tokens[0] ?? -1] ?? '');
  return isDescribed && isOne && (LAWYERS.has(next) || (OUTSIDERS.has(next) && !isPeople(next)));
}

function isAmid(document: Document, token: number, run: readonly number[]): boolean {
  return run.length > 0 && JOINTS.test(document.words[token] ?? '');
}

function isNamePart(document: Document, tokens: readonly number[], token: number, isInside: boolean): boolean {
  const text = document.tokens[token]?.text ?? '';
  const word = document.words[token] ?? '';
  if (!/^\p{Lu}/u.test(text) || MODIFIER.test(text) || FIRST_PERSON.has(word)) return false;
  // "THE COURT", "THE WITNESS" of a transcript
  const isTitled = TITLES.has(document.words[token - 1] ?? '');
  if ((COURTS.has(word) || isPeople(word)) && !isTitled && text.length > 3 && text === text.toUpperCase()) return false;
  if (CALENDAR.test(word) && !isInside) return false;
  return !isPlainOpening(document, tokens, token);
}

/** "US officials", "the Tel Aviv-area firm": capitals that describe a common noun. */
function isDescribing(document: Document, run: readonly number[], next: number): boolean {
  const text = document.tokens[next]?.text ?? '';
  if (MODIFIER.test(text) && /^\p{Lu}/u.test(text)) return true;
  const isCommon =
    /^\p{Ll}/u.test(text) && (isPeople(text) || OUTSIDERS.has(text) || COURTS.has(text) || /^(?:firm|company|maker|ministry|government|group)$/.test(text));
  // "the Menlo Park group": named by its place, or by its master.
  const before = document.words[(run[0] ?? 0) - 1] ?? '';
  if (run.length > 0 && run.length <= 3 && before === 'the' && DESCRIBED.test(text)) return true;
  if (run.length !== 1 || !ADJECTIVE.test(document.words[run[0] ?? -1] ?? '')) return false;
  // "a Moroccan rights activist"
  return isCommon || (/^(?:an?|one|another)$/.test(before) && /^\p{Ll}/u.test(text));
}

function strangerOf(document: Document, all: readonly number[]): Stranger | undefined {
  const run = [...all];
  while (run.length > 0 && (JOINTS.test(document.words[run.at(-1) ?? -1] ?? '') || /^(?:and|'s)$/.test(document.words[run.at(-1) ?? -1] ?? ''))) run.pop();
  while (run.length > 1 && TITLES.has(document.words[run[0] ?? -1] ?? '')) run.shift();
  const [head, tail] = [run[0], run.at(-1)];
  const [first, last] = [document.tokens[head ?? -1], document.tokens[tail ?? -1]];
  if (head === undefined || tail === undefined || !first || !last) return undefined;
  const words = run.map((token) => document.words[token] ?? '');
  // "Company says clients alone decide": a headline's capitals.
  if (words.length === 1 && DESCRIBED.test(words[0] ?? '')) return undefined;
  // "Israeli Snooping Firm"
  if (isOrigin(words[0] ?? '') && DESCRIBED.test(words.at(-1) ?? '')) return undefined;
  const isPerson = words.length >= 2 && words.length <= 4 && !words.some((word) => ORGANISATION.has(word));
  return { name: document.text.slice(first.start, last.end).replace(/\s+/gu, ' '), isPerson, first: head, after: tail + 1 };
}

/** "Lawyers", "Researchers": a common noun that is capital only because it opens the sentence. */
function isPlainOpening(document: Document, tokens: readonly number[], token: number): boolean {
  const word = document.words[token] ?? '';
  const isOpening = document.tokens[token - 1]?.sentence !== document.tokens[token]?.sentence || document.tokens[token - 1]?.opensQuote === true;
  if (token !== tokens[0] && !isOpening) return false;
  if (DETERMINERS.has(word) || NUMBERS.has(word) || PRONOUNS.has(word) || FIRST_PERSON.has(word)) return true;
  if (isPeople(word) || PAPERS.has(word) || RULINGS.has(word) || OUTSIDERS.has(word) || REPORTS.has(word) || COURTS.has(word)) return true;
  if (
    /^(?:both|neither|either|in|on|from|by|per|according|former|other|such|hers|his|theirs|ours|mine|counsel|figures|data|court|colleagues|aides|associates|deputies)$/.test(
      word,
    )
  )
    return true;
  const next = document.tokens[tokens[tokens.indexOf(token) + 1] ?? -1]?.text ?? '';
  return isOpening && next !== '' && !/^\p{Lu}|^['’]s?$|^[,(&]|^(?:of|and)$/u.test(next);
}

/** What somebody's own may be that speaks for him. */
const OWN =
  /^(?:accounts?|answers?|arguments?|assertions?|claims?|comments?|contentions?|defen[cs]e|denials?|filings?|insistence|lawyers?|letters?|motions?|papers?|positions?|promises?|remarks?|replies|reply|reports?|responses?|stance|statements?|suggestions?|testimony|verdict|version|view|warnings?|words?|declarations?|affidavits?|briefs?|suits?|lawsuits?|complaints?|refusals?)$/;
/** "Hulio's signed, sworn statement" */
const MOST_BEFORE_OWN = 4;
const VERB = /^(?:said|told|wrote|put|had|will|would|did|gave|thought|held|saw|\p{L}{2,}ed|\p{L}{2,}s)$/u;

/** Whose name the phrase is, with its mark: "Lainer's" before "statement". Before a verb the mark is part of the name: "Moody's warns". */
export function ownerIn(document: Document, tokens: readonly number[], stranger: Stranger, whole: string): Stranger | undefined {
  const isWhole = stranger.first === tokens[0] && stranger.after === tokens.at(-1);
  if (!isWhole || !/^['’]s?$/.test(document.words[stranger.after] ?? '')) return undefined;
  const behind = document.words.slice(stranger.after + 1, stranger.after + 1 + MOST_BEFORE_OWN);
  return VERB.test(behind[0] ?? '') && !behind.some((word) => OWN.test(word)) ? { ...stranger, name: whole } : stranger;
}

/** The surname by which a person's name goes on to be called. */
export function surnameOf(name: string): string {
  return name.split(' ').at(-1) ?? name;
}

/** "an appellate lawyer in Washington", "the people who make Pegasus": the name says where or what somebody is, not who. */
export function isWhereabouts(before: readonly string[], isDescribed: boolean): boolean {
  if (before.some((word, index) => index > 0 && /^(?:who|which|whose|that)$/.test(word))) return true;
  // "a researcher at a London university"
  if (before.length > 2 && /^an?$/.test(before.at(-1) ?? '') && /^(?:at|of|from|in|for|with)$/.test(before.at(-2) ?? '') && isDescribed) return true;
  return before.length > 1 && /^(?:in|behind)$/.test(before.findLast((word) => !/^(?:the|an?)$/.test(word)) ?? '');
}
