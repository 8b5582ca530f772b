/**
 * Cues of several words that mean other things than their words one by one: "waved away", "takes issue with", "will have none of". Own list, for
 * English news about lawsuits. Verbs stand as lemmas, and one word may stand behind them ("takes strong issue").
 */
import { formsOf } from '../text/verb-forms.ts';
import type { Stance } from './cue-lexicon.ts';

/** By stance, in the order in which they are looked for. */
const PHRASES: readonly (readonly [Stance, readonly string[]])[] = [
  [
    'deny',
    [
      'shoot down|knock down|bat down|bat away|bat aside|swat away|swat aside|swat down|turn aside',
      'push back|pick apart|tear apart|tear into|shake off|cast doubt|throw doubt|poke holes|poke fun|make nothing|part company|want no part',
      'brush off|brush aside|brush away|wave off|wave away|wave aside|laugh off|shrug off|shrug aside|sweep aside|cast aside|play down|talk down',
      'take issue|take exception|take umbrage|pour scorn|pour cold|throw cold|make light|explain away|wash hands|distance itself|distance himself|distance themselves',
      'rule out|have nothing to do with|have none of|have no truck|beg to differ|tell it differently|tell a different|give short shrift|give the lie|swear blind|see it differently|see it otherwise|remember it otherwise|remember it differently|read it otherwise|read it differently|see things differently',
    ],
  ],
  ['accuse', ['lay blame|lay the blame|put blame|put the blame|pin blame|pin the blame|heap blame|point the finger|point a finger|hold responsible']],
  ['label', ['hit out|lash out|take aim|write off|dress up']],
  ['vow', ['vow to|pledge to|promise to|threaten to|swear to']],
  ['demand', ['call for|call on|call upon|press for|push for']],
  // An answer may reject or accuse in turn: what is said tells.
  ['maintain', ['hit back|fire back|punch back|bite back|clap back|strike back|snap back|shoot back|stand by|stand firm|stick to|stick by|hold firm|dig in']],
  ['concede', ['own up|come clean']],
  ['claim', ['point to|point out|set out|set forth|lay out|make plain|make clear|make the case|make the point|put down to|chalk up to|put it down|spell out']],
  ['decide', ['turn down|throw out|toss out|toss aside|strike down|side with|find for|rule for|rule against']],
];

/** Rejections without a verb of their own, or that hold a negation and are not negated by it. */
const NOT = "(?: not| n't|n't| never)";
const OWN_NEGATION = new RegExp(
  `\\b(?:was|were|is|are)${NOT} (?:persuaded|convinced|impressed|moved)\\b|\\b(?:do|does|did|would|could|will)${NOT} (?:buy|accept|recogni[sz]e)\\b|\\b(?:would|will|wo)${NOT} (?:have it|hear of|go along|wear)\\b|\\b(?:has|have|had|having) no (?:patience|time|truck)\\b|\\b(?:would|will) have no (?:patience|time|truck)\\b`,
);
const UNMOVED =
  /\bun(?:persuaded|convinced|impressed|moved)\b|\b(?:dismissive|scornful|contemptuous) of\b|\bg(?:ave|ives?) (?:\w+ )?no credit\b|\b(?:flat|blunt|firm|outright|categorical) (?:rejection|denial)\b/;

const PATTERNS: readonly (readonly [Stance, RegExp])[] = PHRASES.map(([stance, lines]) => [
  stance,
  new RegExp(`\\b(?:${lines.flatMap(alternativesOf).join('|')})\\b`),
]);

function alternativesOf(line: string): string[] {
  return line.split('|').map((phrase) => {
    const [verb = '', ...rest] = phrase.split(' ');
    return `(?:${formsOf(verb).join('|')}) (?:[\\w'’]+ )?${rest.join(' ')}`;
  });
}

/** The stance of the phrase that the cue's words, lower case and joined by spaces, hold; undefined where they hold none. */
export function stanceOfPhrase(cue: string): Stance | undefined {
  if (UNMOVED.test(cue) || holdsOwnNegation(cue)) return 'deny';
  return PATTERNS.find(([, pattern]) => pattern.test(cue))?.[0];
}

/** Whether the cue rejects by a negation ("was not persuaded", "does not buy") instead of negating what it says. */
export function holdsOwnNegation(cue: string): boolean {
  return OWN_NEGATION.test(cue);
}

/** Ends of phrases that may stand behind what is rejected: "waved the worry away", "gave the brief short shrift". */
const TAILS: readonly (readonly string[])[] = [['away'], ['aside'], ['off'], ['down'], ['out'], ['short', 'shrift']];

/** Words of an object that a phrase may close behind. */
const LONGEST_OBJECT = 8;
/** "that question" is an object, "that NSO was paying clients" is none. */
const LONGEST_WITH_THAT = 4;
const CLAUSE = /^(?:how|why|["“]|it|he|she|they|we|i)$/;

/** The cue's words with the end of their phrase, where it closes the content ("bats" and "that worry away" give "bats away"). */
export function withTail(cue: readonly string[], content: readonly string[]): readonly string[] {
  const tail = TAILS.find((words) => words.every((word, at) => content.at(at - words.length) === word));
  // Behind a clause ("that NSO was paying clients off") it is the clause's.
  if (
    !tail ||
    content.length > (content[0] === 'that' ? LONGEST_WITH_THAT : LONGEST_OBJECT) ||
    CLAUSE.test(content[0] ?? '') ||
    stanceOfPhrase(cue.join(' ')) !== undefined
  )
    return cue;
  const whole = [...cue, ...tail];
  return stanceOfPhrase(whole.join(' ')) === undefined ? cue : whole;
}
