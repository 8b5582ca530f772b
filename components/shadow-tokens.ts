/**
 * The tokens for use in a shadow root on somebody else's page: light or dark by what they stand on, not by the reader's system, and in
 * px, since the page may have set what a rem is.
 */

/** The element in the shadow root that bears tokens says by this attribute whether it is `light` or `dark`. */
export const TONE_ATTRIBUTE = 'data-tone';

/** `tokens` is the text of tokens.css; `rem` is the reader's own text size in px. */
export function shadowTokens(tokens: string, rem: number): string {
  return tokens
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@media\s*\(prefers-color-scheme:\s*dark\)\s*\{\s*:root/g, `@media all{[${TONE_ATTRIBUTE}="dark"]`)
    .replace(/:root/g, `[${TONE_ATTRIBUTE}]`)
    .replace(/color-scheme:\s*light dark/g, 'color-scheme:light')
    .replace(/(?<![\w.#-])(\d*\.?\d+)rem\b/g, (_, number: string) => `${Number((Number(number) * rem).toFixed(2))}px`);
}
