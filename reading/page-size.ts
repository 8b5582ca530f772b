/**
 * Whether a page is of a size that can be read: Readability cannot be stopped once it runs, and its time grows with depth times text.
 * Limits are far above any article; what is beyond them is a dump, an application or an attack.
 */
import type { GiveUp } from '../model/page-state.ts';
import type { Steps } from './work-budget.ts';

/** Elements and text nodes together. */
export const MAX_NODES = 100_000;
/** Elements one within the other. */
export const MAX_DEPTH = 400;
/** UTF-16 code units of text outside scripts and styles. */
export const MAX_CHARACTERS = 600_000;
const NODES_A_STEP = 4_000;
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'svg']);

/** Why the page is too much, or undefined where it is not. Looks no further than it must. */
export function* pageSizeProblem(root: Element): Steps<GiveUp | undefined> {
  let depth = 0;
  let nodes = 0;
  let characters = 0;
  let node: Node | null = root;
  while (node) {
    if (++nodes > MAX_NODES) return 'too-many-nodes';
    if (nodes % NODES_A_STEP === 0) yield;
    if (node.nodeType === 3) characters += (node as Text).length;
    if (characters > MAX_CHARACTERS) return 'too-long';
    const child: Node | null = UNSEEN.has((node as Element).tagName) ? null : node.firstChild;
    if (child) {
      if (++depth > MAX_DEPTH) return 'too-deep';
      node = child;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  return undefined;
}
