/**
 * Whose word a report, a leak or a ruling is: that of whoever spoke of it before.
 */
import { again, type Finding } from './persons.ts';
import type { Scene } from './scene.ts';

/** Whether the text around speaks of a leak: its papers are no side's. */
export function isLeak({ discourse, at }: Scene): boolean {
  const { words } = discourse.document;
  for (let token = at; token >= 0 && discourse.blockOf(at) - discourse.blockOf(token) <= 2; token--)
    if (/^leak(?:s|ed)?$/.test(words[token] ?? '')) return true;
  return false;
}

/** The press or the watchdog that spoke of its findings last. */
export function whoReported({ turns, discourse, at }: Scene): Finding | undefined {
  const last = turns.findLast(({ actor }) => ['press', 'expert'].includes(discourse.actors[actor ?? -1]?.kind ?? ''));
  return last && discourse.sentenceOf(at) - last.sentence <= 6 ? again(last, 0.65) : undefined;
}

/** Whoever decided last wrote the ruling. */
export function author({ turns, discourse, at }: Scene): Finding | undefined {
  const last = turns.findLast(({ side, actor }) => side === 'court' && actor !== undefined);
  return last && discourse.sentenceOf(at) - last.sentence <= 12 ? again(last, 0.8) : undefined;
}
