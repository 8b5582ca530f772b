/**
 * Whether a page has been translated since it was first looked at: browsers and translation services say so on the root element.
 */

export interface PageLanguage {
  readonly lang: string;
  readonly isTranslated: boolean;
}

export function pageLanguage({ documentElement }: Document): PageLanguage {
  return {
    lang: documentElement.lang.toLowerCase().split('-')[0] ?? '',
    isTranslated: /\btranslated-(?:ltr|rtl)\b/.test(documentElement.className),
  };
}

/** Whether the page shows another language than it did. */
export function isTranslatedSince(before: PageLanguage, now: PageLanguage): boolean {
  return (now.isTranslated && !before.isTranslated) || (before.lang !== '' && now.lang !== '' && now.lang !== before.lang);
}
