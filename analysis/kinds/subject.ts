/**
 * Whose act a content speaks of, seen from its speaker: the speaker's own side, somebody else's, or unknown.
 */
import type { QuoteType } from '../../model/attribution.ts';
import type { Actor } from '../../model/case-file.ts';
import type { Side } from '../../model/statement.ts';
import type { Document } from '../document.ts';
import type { Mention } from '../speakers/mentions.ts';

const SELF = /^(?:it|its|they|their|we|our|i|my|he|his|she|her)$/;
/** In quoted words the speaker is "we" or "I"; "they" are somebody else. */
const SELF_QUOTED = /^(?:we|our|ours|us|i|my|me|mine)$/;
const SKIPPED = /^(?:that|the|a|an|as|of|to|for|in|on|at|and|but|both|all|still|also|under|circumstances|while|since|today|["“”'‘’,])$/;

/** The owner of the content's first subject. `content` are its tokens in order, `mentionAt` the mentions by their first token. */
export function subjectOf(
  document: Document,
  content: readonly number[],
  mentionAt: ReadonlyMap<number, Mention>,
  actors: readonly Actor[],
  side: Side | undefined,
  quoteType: QuoteType,
): 'own' | 'other' | 'unknown' {
  const self = quoteType === 'direct' ? SELF_QUOTED : SELF;
  let read = 0;
  for (const token of content) {
    const word = document.words[token] ?? '';
    if (self.test(word)) return 'own';
    const mention = mentionAt.get(token);
    if (mention) return ownerOf(mention, actors, side);
    // "denied hacking phones", "never having seen it": the speaker is the one who acts.
    if (read === 0 && /^(?:having|being|ever|any|doing|knowing|playing|using)$/.test(word)) return 'own';
    if (!SKIPPED.test(word) && ++read > 3) return 'unknown';
  }
  return 'unknown';
}

function ownerOf(mention: Mention, actors: readonly Actor[], side: Side | undefined): 'own' | 'other' | 'unknown' {
  const found = actors[mention.actors[0] ?? -1]?.side;
  if (found === undefined || side === undefined) return 'unknown';
  // "NSO's customers" act, not NSO.
  if (mention.isModifier) return 'unknown';
  return found === side ? 'own' : 'other';
}
