/**
 * Which attributions a reader of an article about the case is shown: statements by its actors, about its disputes, or by anybody in the midst
 * of it; never states of mind, promotions or scare quotes. Knows no particular case.
 */

import type { Side, Speaker, StatementKind } from '../model/statement.ts';
import { SHOW_FROM } from './confidence.ts';

export interface ShowQuestion {
  readonly kind: StatementKind | undefined;
  readonly speaker: Speaker;
  /** Whether it bears on a dispute or an event of the case. */
  readonly hasBearing: boolean;
  /** Whether the content names an actor of the case. */
  readonly namesActor: boolean;
  /** Whether its paragraph or the one before names an actor of the case. */
  readonly isAmidCase: boolean;
  /** The text of the block that holds the cue. */
  readonly block: string;
  /** Words of the content. */
  readonly contentWords: number;
  /** How probable it is that all of it is right, 0 to 1. */
  readonly confidence: number;
}

/** Openings and phrases that only lines have which sell or link something … */
const PROMOTION =
  /^(?:read (?:also|more|next)|also read|see also|catch all|subscribe|sign up|follow us|don't miss|click here|advertisement|recommended for you|more from|share this|join our|stay tuned|for (?:the )?latest|editor's picks)\b|\bsubscribe to (?:our|the)\b|\b(?:whatsapp channel|our newsletter|follow us on|keep up with us)\b/i;
/** … and openings that make one only of a line that is no sentence. */
const LINE_OPENING = /^(?:related|watch|get the|download|listen(?: to)?|photo|image|recommended|trending|newsletter|for more|getty)\b/i;
const IS_SENTENCE = /[.!?…]["”’')]*$/;

/** Confidence from which a statement is more likely right than not. */
const FIRM = 0.5;

const PARTIES: ReadonlySet<Side> = new Set(['plaintiff', 'defendant', 'court']);
/** Whether a block is a line that sells or links something instead of telling. */
export function isPromotion(block: string): boolean {
  const line = block.trim();
  return PROMOTION.test(line) || (LINE_OPENING.test(line) && (!IS_SENTENCE.test(line) || /^[\w ]+[:|]/.test(line)));
}

/** Whether the attribution is shown as a statement. */
export function isShown(question: ShowQuestion): boolean {
  const { kind, speaker, contentWords } = question;
  if (kind === undefined || question.confidence < SHOW_FROM || isPromotion(question.block)) return false;
  if (contentWords === 0 && kind !== 'no-comment') return false;
  if (speaker.status === 'actor' && PARTIES.has(speaker.side)) return true;
  // An outsider, or one who is not clear: only what bears on the case, or stands in the midst of it beyond doubt.
  return question.hasBearing || question.namesActor || (question.isAmidCase && question.confidence >= FIRM);
}
