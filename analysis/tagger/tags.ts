/**
 * The tags: begin and inside of source, cue and content, and outside. Knows how gold attributions become tags.
 */
import type { Span } from '../../model/span.ts';
import type { Token } from '../text/tokens.ts';

export const TAGS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;
export const TAG_COUNT = TAGS.length;

export type Role = 'source' | 'cue' | 'content';
/** In the order in which a token that bears two roles is given to one: what is outermost in nested attributions comes first. */
const ROLES: readonly Role[] = ['content', 'source', 'cue'];
const BEGIN: Readonly<Record<Role, number>> = { source: 1, cue: 3, content: 5 };

export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** The indexes of the tokens that the spans touch, in order. */
export function tokensIn(spans: readonly Span[], tokens: readonly Token[]): number[] {
  const found = new Set<number>();
  for (const [start, end] of spans) {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    for (let index = low; index < tokens.length && (tokens[index]?.start ?? end) < end; index++) found.add(index);
  }
  return [...found].sort((a, b) => a - b);
}

/** The tag of every token. Each token bears one role; the first attribution that wants it has it. */
export function tagsOf(gold: readonly GoldAttribution[], tokens: readonly Token[]): number[] {
  const roles: (Role | undefined)[] = tokens.map(() => undefined);
  const owners: number[] = tokens.map(() => -1);
  gold.forEach((attribution, owner) => {
    for (const role of ROLES) {
      for (const index of tokensIn(attribution[role], tokens)) {
        if (roles[index]) continue;
        roles[index] = role;
        owners[index] = owner;
      }
    }
  });
  return tokens.map((token, index) => {
    const role = roles[index];
    if (!role) return 0;
    const begins = roles[index - 1] !== role || owners[index - 1] !== owners[index] || tokens[index - 1]?.block !== token.block;
    return BEGIN[role] + (begins ? 0 : 1);
  });
}
