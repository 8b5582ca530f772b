/**
 * Which attributions a reader is shown: statements by the case's actors or about its disputes; never states of mind, promotions
 * or scare quotes. Knows no particular case.
 */
import type { Side, Speaker, StatementKind } from '../model/statement.ts';

export interface ShowQuestion {
  readonly kind: StatementKind | undefined;
  readonly speaker: Speaker;
  /** Whether it bears on a dispute or an event of the case. */
  readonly hasBearing: boolean;
  /** Whether the content names an actor of the case. */
  readonly namesActor: boolean;
  /** The text of the block that holds the cue. */
  readonly block: string;
  /** Words of the content. */
  readonly contentWords: number;
  /** The extractor's word for it, 0 to 1. */
  readonly confidence: number;
}

const PROMOTION =
  /^(?:read (?:also|more|next)|also read|related|see also|watch|catch all|subscribe|sign up|follow us|don't miss|get the|click here|download|advertisement|recommended|more from|share this|listen to|photo|image|getty|join our|stay tuned|for (?:the )?(?:latest|more)|newsletter|trending|editor's picks)\b|\bsubscribe to (?:our|the)\b|\b(?:whatsapp channel|google news|our newsletter|follow us on|keep up with us)\b/i;

const PARTIES: ReadonlySet<Side> = new Set(['plaintiff', 'defendant', 'court']);
/** Below this nothing is shown. */
export const LEAST_CONFIDENCE = 0.25;

/** Whether a block is a line that sells or links something instead of telling. */
export function isPromotion(block: string): boolean {
  return PROMOTION.test(block.trim());
}

/** Whether the attribution is shown as a statement. */
export function isShown(question: ShowQuestion): boolean {
  const { kind, speaker, contentWords } = question;
  if (kind === undefined || question.confidence < LEAST_CONFIDENCE || isPromotion(question.block)) return false;
  if (contentWords === 0 && kind !== 'no-comment') return false;
  if (speaker.status === 'actor' && PARTIES.has(speaker.side)) return true;
  // An outsider, or nobody in particular: only what bears on the case.
  return question.hasBearing || question.namesActor;
}
