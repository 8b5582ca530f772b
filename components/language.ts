/**
 * The language that the interface is in, and its direction. That of the messages, not of the browser: a browser in a language that we do
 * not speak shows ours in English, and what the browser says of its own direction is not about our messages. Pure.
 */
import type { Lookup, Texts } from './texts.ts';

export type Direction = 'ltr' | 'rtl';

/** Scripts that are written from right to left, as ISO 15924 names them, of living languages. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

/** The direction in which a language is written. `tag` is BCP 47; what is no tag is written from left to right. */
export function directionOf(tag: string): Direction {
  const script = localeOf(tag)?.maximize().script;
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

/**
 * The locale for dates, numbers and plurals beside messages in a language: the browser's own where it is of that language ("en-GB"), else
 * the messages'. Both are BCP 47.
 */
export function formatLocale(messages: string, browser: string): string {
  const own = localeOf(browser);
  return own !== undefined && own.language === localeOf(messages)?.language ? own.baseName : messages;
}

/** The texts that `lookup` gives, with their locale and direction. The messages say which language they are in under `languageTag`. */
export function textsIn(lookup: Lookup, browserLanguage: string): Texts & { readonly direction: Direction } {
  const tag = lookup('languageTag') || 'en';
  return { lookup, locale: formatLocale(tag, browserLanguage), direction: directionOf(tag) };
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
