/** What is said of a reason that has no words of the page: in the language of the interface, whatever the analysis calls it. Pure. */
import type { Reason } from '../model/verdict.ts';
import type { BoundTexts } from './texts.ts';

/** Undefined for a reason that is words of the page. */
export function reasonInWords({ role, words, count }: Pick<Reason, 'role' | 'words' | 'count'>, texts: BoundTexts): string | undefined {
  if (role === 'title') return texts.t('reasonBothSides');
  if (role === 'length') return `${texts.t('reasonShort')} (${texts.count('words', count)})`;
  return role === 'language' ? languageName(words, texts.locale) : undefined;
}

/** The name of a page's language. What it says may be no tag. */
function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
