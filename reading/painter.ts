/**
 * Paints statements on the page with CSS Custom Highlights, one for each kind. Never touches the page's tree.
 * The rules that give the highlights their look are in `highlights.css`.
 */
import { STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';

/** What is to be marked: a statement's kind and the ranges of its words. */
export interface Mark {
  readonly id: string;
  readonly kind: StatementKind;
  readonly isFaint: boolean;
  readonly ranges: readonly Range[];
}

const PREFIX = 'allegedly-';
const FLASH = `${PREFIX}flash`;
const FLASH_MS = 1_800;
/** Below this relative luminance of what is behind the text the light colours are used. */
const DARK_BELOW = 0.22;

export class Painter {
  readonly #window: Window & typeof globalThis;
  #marks: readonly Mark[] = [];
  #flashTimer: number | undefined;

  constructor(window: Window & typeof globalThis) {
    this.#window = window;
  }

  /** Marks just these statements, in place of those marked before. */
  paint(marks: readonly Mark[]): void {
    this.clear();
    this.#marks = marks;
    const tone = marks.some(({ ranges }) => isOnDark(ranges[0])) ? 'dark-' : '';
    for (const kind of STATEMENT_KINDS) {
      for (const isFaint of [true, false]) {
        const ranges = marks.filter((mark) => mark.kind === kind && mark.isFaint === isFaint).flatMap((mark) => mark.ranges);
        if (ranges.length === 0) continue;
        const highlight = new this.#window.Highlight(...ranges);
        // Where statements overlap, findings and denials are seen over the claims they stand in.
        highlight.priority = STATEMENT_KINDS.indexOf(kind);
        this.#window.CSS.highlights.set(`${PREFIX}${tone}${kind}${isFaint ? '-faint' : ''}`, highlight);
      }
    }
  }

  /** What is painted now. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** Takes every mark away. */
  clear(): void {
    this.#window.clearTimeout(this.#flashTimer);
    for (const name of [...this.#window.CSS.highlights.keys()]) if (name.startsWith(PREFIX)) this.#window.CSS.highlights.delete(name);
    this.#marks = [];
  }

  /** Whether every mark still stands where it was painted: a page that renders anew collapses ranges without a word. */
  get isIntact(): boolean {
    return this.#marks.every(({ ranges }) => ranges.every((range) => !range.collapsed && range.startContainer.isConnected));
  }

  /** Scrolls to some ranges and lights them up for a moment. False where there is nothing to show. */
  flash(ranges: readonly Range[]): boolean {
    const element = ranges[0]?.startContainer.parentElement;
    if (!element) return false;
    const isStill = this.#window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'center', behavior: isStill ? 'instant' : 'smooth' });
    this.#window.clearTimeout(this.#flashTimer);
    const highlight = new this.#window.Highlight(...ranges);
    highlight.priority = 100;
    this.#window.CSS.highlights.set(FLASH, highlight);
    this.#flashTimer = this.#window.setTimeout(() => this.#window.CSS.highlights.delete(FLASH), FLASH_MS);
    return true;
  }
}

/** Whether what is behind a range is dark: the first background above it that can be seen. */
export function isOnDark(range: Range | undefined): boolean {
  for (let element = range?.startContainer.parentElement; element; element = element.parentElement) {
    const colour = channels(getComputedStyle(element).backgroundColor);
    if (colour && colour.alpha > 0.5) return luminance(colour) < DARK_BELOW;
  }
  // Nothing is painted: the browser's own canvas, which follows the page's colour scheme.
  if (!range) return false;
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return /\bdark\b/.test(scheme) && (!/\blight\b/.test(scheme) || matchMedia('(prefers-color-scheme: dark)').matches);
}

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Computed colours are `rgb(r, g, b)` or `rgba(r, g, b, a)`; newer spaces are read as unknown. */
function channels(colour: string): Colour | undefined {
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]+)\)$/.exec(colour)?.[1] ?? '').split(/[\s,/]+/).map(Number);
  return red === undefined || green === undefined || blue === undefined || Number.isNaN(red) ? undefined : { red, green, blue, alpha };
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance({ red, green, blue }: Colour): number {
  const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
