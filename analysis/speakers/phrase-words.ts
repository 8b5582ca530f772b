/**
 * The words of a source phrase that name the speaker: without a date that opens it, without what the speaker did, cut into the noun
 * phrase and its head noun.
 */
import type { Document } from '../document.ts';
import { CALENDAR, LINKS, PAPERS, REPORTS, RULINGS } from './lexicon.ts';

const TIME = /^(?:\d{1,4}|last|this|early|late|the|year|month|week|,)$/;
const FILED = /^(?:filed|files|placed|tendered|sued|sues|brought|launched|lodged|submitted|served|signed|written|issued|put|released|sent|penned)$/;

/** The phrase without a date that opens it ("In December 2024 Judge …"), and a paper without where it was filed ("The complaint, filed in …"). */
export function headOf(document: Document, phrase: readonly number[]): readonly number[] {
  const wordAt = (index: number) => document.words[phrase[index] ?? -1] ?? '';
  const start = afterDate(phrase.length, wordAt);
  const isPaperWithin = (from: number, to: number) => phrase.slice(from, to).some((token) => isPaper(document.words[token] ?? ''));
  const verb = phrase.findIndex((_, index) => index > start && FILED.test(wordAt(index)) && wordAt(index - 1) !== ',');
  if (verb > start) {
    // "a declaration filed on Thursday by NSO's chief": whoever filed it speaks; so does the one who sued in "Facebook filed a lawsuit, …".
    const by = phrase.findIndex((_, index) => index > verb && wordAt(index) === 'by');
    if (by > 0 && isPaperWithin(start, verb)) return [...phrase.slice(start, verb), ...phrase.slice(by)];
    return phrase.slice(start, /^(?:who|which|that)$/.test(wordAt(verb - 1)) ? verb - 1 : verb);
  }
  const comma = phrase.findIndex((_, index) => index > start && wordAt(index) === ',');
  return phrase.slice(start, comma > start && isPaperWithin(start, comma) && !wordAt(comma - 1).startsWith("'") ? comma : undefined);
}

function afterDate(length: number, wordAt: (index: number) => string): number {
  if (!/^(?:in|on|at|during|last|since)$/.test(wordAt(0))) return 0;
  let after = 1;
  while ((TIME.test(wordAt(after)) || CALENDAR.test(wordAt(after))) && after < length - 1) after++;
  return after > 1 && /\d|[a-z]{3,}/.test(wordAt(after - 1)) ? after : 0;
}

function isPaper(word: string): boolean {
  return PAPERS.has(word) || RULINGS.has(word) || REPORTS.has(word);
}

const ENDS_CORE = /^(?:,|\(|—|–|--|;|who|which|whose|whom|that|we|i)$/;
/** "a lawyer tracking the case", "a priest living in Canada"; not "a phone tracking company". */
const DOES = /^(?:tracking|following|watching|monitoring|practi[sc]ing|living|residing|teaching)$/;
const OBJECT = /^(?:the|this|that|these|those|an?|its|their|in|at|from)$/;

/** A phrase cut at its joints. Indexes count the phrase's words. */
export interface Cut {
  /** Index behind the noun phrase: its first comma, relative pronoun or bracket. */
  readonly core: number;
  /** Index of the head noun in the core: "lawyers" in "the lawyers for the company". */
  readonly head: number;
  /** Index of the word that links the head noun to another, -1 where there is none. */
  readonly link: number;
}

/** Cuts the words of a phrase, lower case. */
export function cut(words: readonly string[]): Cut {
  const end = words.findIndex((word, index) => index > 0 && (ENDS_CORE.test(word) || (DOES.test(word) && OBJECT.test(words[index + 1] ?? ''))));
  // "a priest now living in Canada"
  const isNow = end > 1 && words[end - 1] === 'now';
  const core = end < 0 ? words.length : isNow ? end - 1 : end;
  const link = words.findIndex((word, index) => index > 0 && index < core && LINKS.has(word) && !/^(?:and|that)$/.test(word));
  const stop = link < 0 ? core : link;
  let head = stop - 1;
  while (head > 0 && /^['"”’‘“]?s?$|^['’]s$/.test(words[head] ?? '')) head--;
  return { core, head, link };
}

/** Without quotation marks and commas around it. */
export function bare(document: Document, tokens: readonly number[]): readonly number[] {
  const isMark = (token: number | undefined) => /^[“”"‘’',.:;—–-]+$/.test(document.words[token ?? -1] ?? '');
  let [start, end] = [0, tokens.length];
  while (start < end && isMark(tokens[start])) start++;
  while (end > start && isMark(tokens[end - 1])) end--;
  // "the company itself"
  if (end - start > 1 && /^(?:itself|himself|herself|themselves|ourselves)$/.test(document.words[tokens[end - 1] ?? -1] ?? '')) end--;
  while (end > start && isMark(tokens[end - 1])) end--;
  return tokens.slice(start, end);
}

/** The phrase as it stands in the text, its spaces single, cut to 200 characters. */
export function nameOf(document: Document, tokens: readonly number[]): string {
  const [first, last] = [document.tokens[tokens[0] ?? -1], document.tokens[tokens.at(-1) ?? -1]];
  return first && last ? document.text.slice(first.start, last.end).replace(/\s+/gu, ' ').slice(0, 200) : '';
}
