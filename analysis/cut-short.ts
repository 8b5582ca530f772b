/**
 * Whether an article ends before its end: a paywall, a teaser, a wire excerpt. From such a text nobody may conclude that a side was
 * not heard. Knows no page and no outlet.
 */
import type { Article } from '../model/article.ts';

const WALL =
  /\b(?:subscribe|sign (?:in|up)|log ?in|register|become a (?:member|subscriber))\b.{0,40}\b(?:to (?:continue|keep|read|finish)|for full access|to unlock)|\bto (?:continue|keep) reading\b|\b(?:this|the full) (?:article|story|content) is (?:for|available to|only available to|reserved for) (?:our )?(?:subscribers|members)\b|\balready (?:a subscriber|have an account)\b|\[\+?\d+ chars\]/i;
const OPEN_END = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*(?:read more|continue reading)?$/i;
/** How many blocks at the end are looked at. */
const LAST_BLOCKS = 3;

/** Whether the text that was readable stops short of the article's end. */
export function isCutShort({ text, blocks }: Article): boolean {
  const last = blocks
    .filter(({ kind }) => kind !== 'title' && kind !== 'heading')
    .slice(-LAST_BLOCKS)
    .map(({ start, end }) => text.slice(start, end).trim());
  return last.some((block) => WALL.test(block)) || OPEN_END.test(last.at(-1) ?? '');
}
