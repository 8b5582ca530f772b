/**
 * Tells when the pointer rests on a statement's words and when it has left them. Only listens: no click, link, selection or key of the
 * page is touched, and nothing happens while the reader selects or drags.
 */

export interface Point {
  /** CSS px of the viewport. */
  readonly x: number;
  readonly y: number;
}

export interface Pointing {
  readonly statementAt: (x: number, y: number) => string | undefined;
  /** The pointer rests on a statement, or a finger has tapped it. */
  readonly onRest: (statementId: string, at: Point) => void;
  /** The pointer is neither on the statement that it rested on nor on our own element, and has not been for a while. */
  readonly onAway: () => void;
  /** Our own element: while the pointer is on it nothing changes. */
  readonly own: Element;
}

/** A pointer that passes over words does not want to know about them. */
const REST_MS = 180;
/** Long enough to cross the gap between the words and the card. */
const AWAY_MS = 350;
/** Hit tests are no more frequent than this. */
const EVERY_MS = 40;
/** A finger that has moved further than this, in px, has not tapped. */
const TAP_SLOP = 10;
const INTERACTIVE =
  'a, button, input, select, textarea, label, summary, video, audio, [role="button"], [role="link"], [contenteditable=""], [contenteditable="true"]';

export function watchPointing(window: Window & typeof globalThis, pointing: Pointing, signal: AbortSignal): void {
  watchHover(window, pointing, signal);
  watchTaps(window, pointing, signal);
}

const hasSelection = (window: Window) => window.getSelection()?.isCollapsed === false;
const listening = (signal: AbortSignal) => ({ signal, passive: true, capture: true }) as const;

/** A mouse or a pen that rests on words and leaves them. */
function watchHover(window: Window & typeof globalThis, { statementAt, onRest, onAway, own }: Pointing, signal: AbortSignal): void {
  let over: string | undefined;
  let rest: number | undefined;
  let away: number | undefined;
  let next: number | undefined;
  let last: Point = { x: 0, y: 0 };

  const stop = (...timers: (number | undefined)[]) => {
    for (const timer of timers) window.clearTimeout(timer);
  };
  const leave = () => {
    over = undefined;
    stop(rest);
    away ??= window.setTimeout(() => {
      away = undefined;
      onAway();
    }, AWAY_MS);
  };
  const stay = () => {
    stop(away);
    away = undefined;
  };
  const look = () => {
    next = undefined;
    const id = statementAt(last.x, last.y);
    if (id === undefined) return leave();
    if (id === over) return;
    over = id;
    stay();
    stop(rest);
    rest = window.setTimeout(() => {
      if (!hasSelection(window)) onRest(id, last);
    }, REST_MS);
  };
  const move = ({ pointerType, buttons, target, clientX, clientY }: PointerEvent) => {
    if (pointerType === 'touch') return;
    last = { x: clientX, y: clientY };
    if (buttons !== 0) return stop(rest, next);
    if (target === own) {
      stop(rest, next);
      next = undefined;
      over = undefined;
      return stay();
    }
    next ??= window.setTimeout(look, EVERY_MS);
  };

  window.addEventListener('pointermove', move, listening(signal));
  window.addEventListener('pointerdown', () => stop(rest), listening(signal));
  window.document.documentElement.addEventListener('pointerleave', leave, { signal, passive: true });
  signal.addEventListener('abort', () => stop(rest, away, next));
}

/** A finger that taps words, outside links and controls. */
function watchTaps(window: Window & typeof globalThis, { statementAt, onRest, onAway, own }: Pointing, signal: AbortSignal): void {
  let pressedAt: Point | undefined;
  window.addEventListener(
    'pointerdown',
    ({ clientX, clientY }) => {
      pressedAt = { x: clientX, y: clientY };
    },
    listening(signal),
  );
  window.addEventListener(
    'pointerup',
    ({ pointerType, target, clientX, clientY }) => {
      if (pointerType !== 'touch' || target === own || !pressedAt || hasSelection(window)) return;
      if (Math.hypot(clientX - pressedAt.x, clientY - pressedAt.y) > TAP_SLOP) return;
      const id = (target as Partial<Element> | null)?.closest?.(INTERACTIVE) ? undefined : statementAt(clientX, clientY);
      if (id === undefined) onAway();
      else onRest(id, { x: clientX, y: clientY });
    },
    listening(signal),
  );
}
