/**
 * Descriptions whose speaker the context must tell: "the company", "a former prosecutor". Works on lower-case words alone.
 */
import { DETERMINERS, NUMBERS } from './lexicon.ts';
import { isCalling } from './outsiders.ts';
import { cut } from './phrase-words.ts';
import type { Voice } from './source-phrase.ts';

/** A description that needs the context: "the company", "a spokesman", "the filing". */
export interface Description {
  readonly type: 'description';
  /** The head that must fit; undefined for a bare voice. */
  readonly noun: string | undefined;
  readonly modifiers: readonly string[];
  readonly voice: Voice;
  /** The word of a bare voice or paper. */
  readonly word: string;
  readonly isPlural: boolean;
  /** "a company": said of whoever has not been spoken of, unless its words are an actor's. */
  readonly isNew?: boolean;
  /** Somebody new by his own words, unless they are an actor's. */
  readonly newcomer?: string;
}

/** Opens a phrase that means nobody in particular. */
const ANY = /^(?:any|every|each|no|another|one|some|neither)$/;
/** Says that it is not the one spoken of, or which of two only the outcome tells. */
export const ANOTHER = /^(?:winning|losing|victorious|defeated|rival|competing|unnamed|unrelated|separate|similar)$/;

/** Undefined where the words mean nobody in particular. `whole`, if given, is the phrase as it stands in the text, by which a newcomer may be called. */
export function describe(words: readonly string[], voice: Voice, whole = ''): Description | undefined {
  const { head } = cut(words);
  const noun = words[head];
  if (noun === undefined) return undefined;
  const isNewcomer = whole !== '' && isCalling(words, noun);
  if (ANY.test(words[0] ?? '') && !isNewcomer) return undefined;
  const modifiers = words.slice(0, head).filter((word) => !DETERMINERS.has(word) && !NUMBERS.has(word));
  if (modifiers.some((word) => ANOTHER.test(word))) return undefined;
  const description: Description = {
    type: 'description',
    noun,
    modifiers,
    voice,
    word: noun,
    isPlural: /s$/.test(noun) && !/ss$/.test(noun),
    isNew: /^an?$/.test(words[0] ?? ''),
  };
  return isNewcomer ? { ...description, newcomer: whole } : description;
}
