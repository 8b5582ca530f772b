/**
 * Texts with their roles in brackets: `[S …]` source, `[K …]` cue, `[C …]` content, closed with the number of the attribution where a text has
 * several: `[S1 NSO] [K1 said] [C1 …]`. Blocks are parted by " / ". For tests of what is done with attributions that are given.
 */
import { type Document, readDocument } from '../../../analysis/document.ts';
import { type Cast, type ResolvedSpeaker, resolveSpeakers } from '../../../analysis/speakers/resolve.ts';
import { articleOfText } from '../../../model/article.ts';
import type { Attribution } from '../../../model/attribution.ts';
import type { Span } from '../../../model/span.ts';
import { goldAttributions } from '../../../scripts/corpus/gold-attributions.ts';

interface Roles {
  S: Span[];
  K: Span[];
  C: Span[];
}

/** The text without its marks, and what they mark, in the order of the cues. */
export function readMarked(marked: string): { readonly document: Document; readonly attributions: readonly Attribution[] } {
  const roles = new Map<string, Roles>();
  const open: { role: keyof Roles; number: string; start: number }[] = [];
  let text = '';
  for (const [piece, role, number = ''] of marked.replaceAll(' / ', '\n\n').matchAll(/\[([SKC])(\d*) |\]|[^[\]]+/g)) {
    if (role) open.push({ role: role as keyof Roles, number, start: text.length });
    else if (piece === ']') {
      const mark = open.pop();
      if (!mark) continue;
      const known = roles.get(mark.number) ?? { S: [], K: [], C: [] };
      known[mark.role].push([mark.start, text.length]);
      roles.set(mark.number, known);
    } else text += piece;
  }
  const document = readDocument(articleOfText(text));
  const gold = [...roles.values()].sort((a, b) => (a.K[0]?.[0] ?? 0) - (b.K[0]?.[0] ?? 0)).map(({ S, K, C }) => ({ source: S, cue: K, content: C }));
  return { document, attributions: goldAttributions(document, gold) };
}

/** Resolves the speakers of a marked text, in the order of its cues. */
export function resolveMarked(marked: string, cast: Cast): ResolvedSpeaker[] {
  const { document, attributions } = readMarked(marked);
  return resolveSpeakers(document, attributions, cast);
}

/** The last speaker of a marked text as `name (side)`, or `-`. */
export function lastSpeaker(marked: string, cast: Cast): string {
  const speaker = resolveMarked(marked, cast).at(-1)?.speaker;
  return !speaker || speaker.status === 'unresolved' ? '-' : `${speaker.name} (${speaker.side})`;
}
