/**
 * How probable it is that an attribution is shown rightly: its extent, its kind and its side. A logistic calibration (Platt 1999) of what
 * the stages say of themselves, fitted on held-out articles by `scripts/train/calibrate.ts`.
 */
import fitted from './confidence.json' with { type: 'json' };

/** What the stages are sure of, each 0 to 1. */
export interface StageConfidence {
  readonly extraction: number;
  readonly speaker: number;
  readonly kind: number;
  /** Whether somebody was found to speak. Who is said to be unclear cannot be wrong. */
  readonly isResolved: boolean;
}

export interface Calibration {
  /** Of bias, extraction, speaker, kind and unresolved, in this order. */
  readonly weights: readonly number[];
  /** Statements less probable than this are not shown. */
  readonly showFrom: number;
}

/** What the logistic function is fed. */
export function calibrationInputs({ extraction, speaker, kind, isResolved }: StageConfidence): number[] {
  return [1, logit(extraction), isResolved ? logit(speaker) : 0, logit(kind), isResolved ? 0 : 1];
}

/** 0 to 1. */
export function confidenceOf(stages: StageConfidence, { weights }: Calibration = fitted): number {
  const sum = calibrationInputs(stages).reduce((total, input, index) => total + input * (weights[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Statements less probable than this are not shown. */
export const SHOW_FROM: number = fitted.showFrom;

/** Log odds, kept finite. */
function logit(probability: number): number {
  const kept = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(kept / (1 - kept));
}
