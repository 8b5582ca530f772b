/**
 * Attributions inside another's content, by noun cues: "lawyers shot down the claim that …", "rejected the company's argument that …".
 * The tagger gives each token one role, that of the outermost attribution, and so cannot see them. Knows no actors.
 */
import type { Attribution } from '../../model/attribution.ts';
import type { Span } from '../../model/span.ts';
import type { Token } from '../text/tokens.ts';
import { quoteTypeOf } from './attribute.ts';

/** Nouns whose complement is what somebody says. Not every attribution noun: "order", "decision" have complements of other kinds. */
const NOUNS = new Set(
  'claim claims allegation allegations accusation accusations argument arguments assertion assertions contention contentions suggestion suggestions insistence notion idea charge position statement warning complaint plea request bid demand finding denial admission theory insinuation imputation hint hints submission submissions assurance assurances concern concerns suspicion belief explanation proposition premise implication'.split(
    ' ',
  ),
);
/** Nouns that are as often told about by a "that" of another kind: "the line that divides them". What is said begins with a noun or a pronoun. */
const DOUBTFUL_NOUNS = new Set('line view reports refrain mantra version tale'.split(' '));
const BEGINS_CLAUSE = /^(?:the|an?|its?|they|their|he|his|she|her|we|our|i|this|these|those|there|no|nobody|any|some|all|such|what|only)$/;
// By the page's words, so no plain object: "constructor" is a word too.
const COMPLEMENTS = new Map<string, RegExp>([
  ['that', /./],
  // "accusations of spying", "the claim of a split"
  ['of', /^(?:claims?|allegations?|accusations?|charge)$/],
  // "its plea to get the suit thrown out"
  ['to', /^(?:plea|request|bid|demand)$/],
  ['for', /^(?:plea|request|bid|demand)$/],
]);
const DETERMINERS = new Set(['the', 'a', 'an', 'this', 'that', 'any', 'those', 'these', 'such', 'every']);
const POSSESSIVES = new Set(['its', 'their', 'his', 'her', 'our', 'my']);
/** How sure a rule can be that it found one; below what the tagger is sure of. */
const CONFIDENCE = 0.7;
/** Longest name before a possessive mark, in tokens. */
const LONGEST_NAME = 5;

/** The attributions nested in the given ones; `parent` is the index of the one whose content holds them. Nothing is found within quotations. */
export function nestedAttributions(
  attributions: readonly Attribution[],
  tokens: readonly Token[],
  tokensIn: (spans: readonly Span[]) => number[],
): Attribution[] {
  return attributions.flatMap((outer, parent) => {
    const content = tokensIn(outer.contentSpans);
    return content.flatMap((token, place): Attribution[] => {
      const nested = nestedAt(token, content.slice(0, place), content.slice(place + 1), tokens);
      return nested ? [{ ...nested, parent }] : [];
    });
  });
}

const lower = (token: Token | undefined) => token?.text.toLowerCase().replaceAll('’', "'") ?? '';

/** Whether noun and complement announce what somebody says: "the claim that", "accusations of". */
function isAnnounced(noun: Token, complement: Token | undefined, first: Token | undefined): boolean {
  if (NOUNS.has(lower(noun))) return COMPLEMENTS.get(lower(complement))?.test(lower(noun)) === true;
  return DOUBTFUL_NOUNS.has(lower(noun)) && lower(complement) === 'that' && (BEGINS_CLAUSE.test(lower(first)) || /^\p{Lu}/u.test(first?.text ?? ''));
}

function nestedAt(noun: number, before: readonly number[], after: readonly number[], tokens: readonly Token[]): Attribution | undefined {
  const token = tokens[noun];
  if (!token || token.isQuoted) return undefined;
  const [next] = after;
  if (next !== noun + 1 || !isAnnounced(token, tokens[next], tokens[next + 1])) return undefined;
  const said = after.filter((index, place) => index === next + place && tokens[index]?.sentence === token.sentence);
  const last = said.findLast((index) => /[\p{L}\d]/u.test(tokens[index]?.text ?? ''));
  if (last === undefined || last - next < 2) return undefined;
  const contained = said.filter((index) => index <= last);
  const source = possessorOf(noun, before, tokens);
  const cueFirst = source === undefined && DETERMINERS.has(lower(tokens[noun - 1])) && before.includes(noun - 1) ? noun - 1 : noun;
  const span = (from: number, to: number): Span => [tokens[from]?.start ?? 0, tokens[to]?.end ?? 0];
  return {
    sourceSpans: source === undefined ? [] : [POSSESSIVES.has(lower(tokens[source])) ? span(source, source) : span(source, noun - 1)],
    cueSpans: [span(cueFirst, noun)],
    contentSpans: [span(next, last)],
    quoteType: quoteTypeOf(contained.flatMap((index) => tokens[index] ?? [])),
    confidence: CONFIDENCE,
  };
}

/** The first token of "its", "NSO's", "the company's" directly before the noun. */
function possessorOf(noun: number, before: readonly number[], tokens: readonly Token[]): number | undefined {
  const word = lower(tokens[noun - 1]);
  if (!before.includes(noun - 1)) return undefined;
  if (POSSESSIVES.has(word)) return noun - 1;
  // "its older claim": an adjective may stand between.
  if (POSSESSIVES.has(lower(tokens[noun - 2])) && before.includes(noun - 2)) return noun - 2;
  if (word !== "'s" && word !== "'") return undefined;
  let first = noun - 2;
  const name = (index: number) =>
    before.includes(index) && (/^\p{Lu}/u.test(tokens[index]?.text ?? '') || /^(?:company|firm|vendor|group|app|service|maker)$/.test(lower(tokens[index])));
  while (noun - first < LONGEST_NAME && name(first - 1)) first--;
  if (DETERMINERS.has(lower(tokens[first - 1])) && before.includes(first - 1)) first--;
  else if (/^\p{Ll}/u.test(tokens[first]?.text ?? '')) {
    // "the spyware vendor's": back to the determiner, if it is near.
    for (let index = first - 1; noun - index <= LONGEST_NAME && before.includes(index); index--) if (DETERMINERS.has(lower(tokens[index]))) return index;
  }
  return before.includes(first) ? first : undefined;
}
