/**
 * Colour by numbers: luminance and contrast (WCAG 2.2), and laying translucent colours over each other. Knows no page and no palette.
 */

/** Channels 0 to 255, alpha 0 to 1, in sRGB. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };

/** A colour written `#rrggbb`; anything else is black. */
export function fromHex(hex: string): Colour {
  const value = /^#[\da-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0;
  return { red: value >> 16, green: (value >> 8) & 255, blue: value & 255, alpha: 1 };
}

/** Relative luminance, 0 to 1. */
export function luminance({ red, green, blue }: Colour): number {
  const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two luminances, 1 to 21. */
export function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** What is seen where one colour lies over another. */
export function over(top: Colour, below: Colour): Colour {
  const alpha = top.alpha + below.alpha * (1 - top.alpha);
  if (alpha === 0) return { ...below, alpha: 0 };
  const mix = (a: number, b: number) => (a * top.alpha + b * below.alpha * (1 - top.alpha)) / alpha;
  return { red: mix(top.red, below.red), green: mix(top.green, below.green), blue: mix(top.blue, below.blue), alpha };
}

/** A colour with so much (0 to 1) of another in it, both `#rrggbb`. */
export function mixed(colour: string, other: string, share: number): string {
  const [a, b] = [fromHex(colour), fromHex(other)];
  const channel = (from: number, to: number) =>
    Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(a.red, b.red)}${channel(a.green, b.green)}${channel(a.blue, b.blue)}`;
}
