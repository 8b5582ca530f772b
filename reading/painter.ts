/**
 * Paints statements on the page with CSS Custom Highlights, and tells which one stands at a point. Never touches the page's tree.
 * The rules that give the highlights their look are in `highlight-rules.ts`.
 */
import { STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';
import { Behind } from './behind.ts';
import { ForcedColours } from './forced-colours.ts';
import { activeName, FLASH, HIGHLIGHT_NAMES, highlightName } from './highlight-rules.ts';
import { isDark, type Look, lookOn, type Palette, TONES, USUAL } from './palette.ts';

/** What is to be marked: a statement's kind and the ranges of its words. */
export interface Mark {
  readonly id: string;
  readonly kind: StatementKind;
  readonly isFaint: boolean;
  readonly ranges: readonly Range[];
}

const FLASH_MS = 1_800;
const ACTIVE_PRIORITY = 50;
const FLASH_PRIORITY = 100;

export class Painter {
  readonly #window: Window & typeof globalThis;
  #marks: readonly Mark[] = [];
  #idOf = new Map<Range, string>();
  #active: string | undefined;
  #flashTimer: number | undefined;
  readonly #forced: ForcedColours;
  /** The lines and colours of what is painted next; the rules in the page must be of the same. */
  palette: Palette = USUAL;

  constructor(window: Window & typeof globalThis) {
    this.#window = window;
    this.#forced = new ForcedColours(window);
  }

  /** Marks just these statements, in place of those marked before. */
  paint(marks: readonly Mark[]): void {
    const active = this.#active;
    this.#unmark();
    this.#marks = marks;
    const behind = new Behind(this.#window);
    const byName = new Map<string, { kind: StatementKind; ranges: Range[] }>();
    for (const { id, kind, isFaint, ranges } of marks) {
      const name = highlightName(kind, lookOf(behind, ranges, isFaint, this.palette));
      const entry = byName.get(name) ?? { kind, ranges: [] };
      entry.ranges.push(...ranges);
      byName.set(name, entry);
      for (const range of ranges) this.#idOf.set(range, id);
    }
    for (const [name, { kind, ranges }] of byName) {
      const highlight = new this.#window.Highlight(...ranges);
      // Where statements overlap, findings and denials are seen over the claims they stand in.
      highlight.priority = STATEMENT_KINDS.indexOf(kind);
      this.#window.CSS.highlights.set(name, highlight);
    }
    this.#forced.apply(marks.flatMap(({ ranges }) => ranges));
    if (active !== undefined) this.activate(active);
  }

  /** Takes every mark away. */
  clear(): void {
    this.#unmark();
    this.#forced.clear();
  }

  #unmark(): void {
    this.#window.clearTimeout(this.#flashTimer);
    // By name and not by looking: Firefox gives content scripts neither the registry's iterators nor its forEach.
    for (const name of HIGHLIGHT_NAMES) this.#window.CSS.highlights.delete(name);
    this.#marks = [];
    this.#idOf = new Map();
    this.#active = undefined;
  }

  /** What is painted, in the order given. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** Whether every mark still stands where it was painted: a page that renders anew collapses ranges without a word. */
  get isIntact(): boolean {
    return this.#marks.every(({ ranges }) => ranges.every((range) => !range.collapsed && range.startContainer.isConnected));
  }

  /** Sets one statement's words off from the others, for as long as its card is open; none for undefined. */
  activate(id: string | undefined): void {
    for (const tone of TONES) this.#window.CSS.highlights.delete(activeName(tone));
    const mark = this.#marks.find((each) => each.id === id);
    this.#active = mark?.id;
    if (!mark) return;
    const highlight = new this.#window.Highlight(...mark.ranges);
    highlight.priority = ACTIVE_PRIORITY;
    this.#window.CSS.highlights.set(activeName(lookOf(new Behind(this.#window), mark.ranges, false, this.palette).tone), highlight);
  }

  /** Whether a card beside these words is better dark. */
  isOnDark(ranges: readonly Range[]): boolean {
    return isDark(luminanceBehind(new Behind(this.#window), ranges));
  }

  /** Whether the page as a whole is dark. */
  get isPageDark(): boolean {
    const { body } = this.#window.document;
    return body !== null && isDark(new Behind(this.#window).luminance(body));
  }

  /** The statement whose words are at a point of the viewport (CSS px); of several, the one with the fewest words. */
  statementAt(x: number, y: number): string | undefined {
    const found = this.#rangesAt(x, y).flatMap((range) => this.#idOf.get(range) ?? []);
    const length = (id: string) => this.#marks.find((mark) => mark.id === id)?.ranges.reduce((sum, range) => sum + range.toString().length, 0) ?? 0;
    return found.length < 2 ? found[0] : found.sort((a, b) => length(a) - length(b))[0];
  }

  /**
   * By the page's own hit testing and the ranges' lines. `highlightsFromPoint` would be shorter, but Chromium 156 finds nothing with it
   * on screens of more than one device pixel a CSS pixel, and the caret's position knows nothing of text that cannot be selected.
   */
  #rangesAt(x: number, y: number): Range[] {
    const element = this.#window.document.elementFromPoint(x, y);
    if (!element) return [];
    const isAt = ({ left, right, top, bottom }: DOMRect) => x >= left && x <= right && y >= top && y <= bottom;
    return this.#marks.flatMap(({ ranges }) => ranges).filter((range) => element.contains(range.startContainer) && [...range.getClientRects()].some(isAt));
  }

  /** Scrolls to some ranges and lights them up for a moment. False where there is nothing to show. */
  flash(ranges: readonly Range[]): boolean {
    if (!this.scrollTo(ranges)) return false;
    this.#window.clearTimeout(this.#flashTimer);
    const highlight = new this.#window.Highlight(...ranges);
    highlight.priority = FLASH_PRIORITY;
    this.#window.CSS.highlights.set(FLASH, highlight);
    this.#flashTimer = this.#window.setTimeout(() => this.#window.CSS.highlights.delete(FLASH), FLASH_MS);
    return true;
  }

  /** Brings some ranges into view. False where there is nothing to show. */
  scrollTo(ranges: readonly Range[], isAtOnce = false): boolean {
    const element = ranges[0]?.startContainer.parentElement;
    if (!element) return false;
    const isStill = isAtOnce || this.#window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'center', behavior: isStill ? 'instant' : 'smooth' });
    return true;
  }
}

function luminanceBehind(behind: Behind, ranges: readonly Range[]): number {
  const element = ranges[0]?.startContainer.parentElement;
  return element ? behind.luminance(element) : 1;
}

function lookOf(behind: Behind, ranges: readonly Range[], isFaint: boolean, palette: Palette): Look {
  return lookOn(luminanceBehind(behind, ranges), isFaint, palette);
}
