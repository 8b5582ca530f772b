/**
 * What is behind the words of an element: the page's backgrounds laid over each other, as a luminance. Remembers what it has asked,
 * since asking for styles is the dear part; to be made anew for each painting. Only reads the page.
 */
import { type Colour, luminance, over, WHITE } from './colour.ts';

/** Assumed behind light and behind dark words where a picture or gradient hides the colour. */
const BEHIND_LIGHT_WORDS = 0.02;
const BEHIND_DARK_WORDS = 0.9;

export class Behind {
  readonly #window: Window & typeof globalThis;
  readonly #known = new Map<Element, Colour | 'picture'>();

  constructor(window: Window & typeof globalThis) {
    this.#window = window;
  }

  /** Luminance, 0 to 1, of what the element's words stand on. */
  luminance(element: Element): number {
    const behind = this.#behind(element);
    if (behind !== 'picture') return luminance(behind);
    const ink = this.#parse(this.#window.getComputedStyle(element).color);
    return ink && luminance(ink) > 0.4 ? BEHIND_LIGHT_WORDS : BEHIND_DARK_WORDS;
  }

  #behind(element: Element): Colour | 'picture' {
    const known = this.#known.get(element);
    if (known) return known;
    const style = this.#window.getComputedStyle(element);
    const own = this.#parse(style.backgroundColor);
    const below = () => (element.parentElement ? this.#behind(element.parentElement) : this.#canvas());
    let seen: Colour | 'picture';
    if (style.backgroundImage !== 'none') seen = 'picture';
    else if (own && own.alpha >= 1) seen = own;
    else {
      const rest = below();
      seen = rest === 'picture' || !own || own.alpha === 0 ? rest : over(own, rest);
    }
    this.#known.set(element, seen);
    return seen;
  }

  /** What the browser itself paints under a page without a background. */
  #canvas(): Colour {
    const scheme = this.#window.getComputedStyle(this.#window.document.documentElement).colorScheme;
    const isDark = /\bdark\b/.test(scheme) && (!/\blight\b/.test(scheme) || this.#window.matchMedia('(prefers-color-scheme: dark)').matches);
    return isDark ? { red: 18, green: 18, blue: 18, alpha: 1 } : WHITE;
  }

  /** A computed colour; those of wider spaces (`oklch`, `color`) are left to the browser to convert. */
  #parse(colour: string): Colour | undefined {
    const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]+)\)$/.exec(colour)?.[1] ?? '').split(/[\s,/]+/).map(Number);
    if (red !== undefined && green !== undefined && blue !== undefined && !Number.isNaN(red + green + blue + alpha)) return { red, green, blue, alpha };
    return colour === 'transparent' ? { red: 0, green: 0, blue: 0, alpha: 0 } : this.#converted(colour);
  }

  #converted(colour: string): Colour | undefined {
    const context = new this.#window.OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!context) return undefined;
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return { red, green, blue, alpha: alpha / 255 };
  }
}
