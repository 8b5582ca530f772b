/** Renders a page of the extension: the reader's language, its direction, and the page's component. */
import { type ComponentChild, render } from 'preact';
import { browser } from 'wxt/browser';
import { TextsContext } from '../components/text.tsx';
import type { Texts } from '../components/texts.ts';

/** The texts of the extension in the browser's language. */
export const browserTexts: Texts = {
  lookup: (key, substitutions) => browser.i18n.getMessage(key as 'extensionName', substitutions),
  locale: browser.i18n.getUILanguage(),
};

export function mountPage(page: ComponentChild): void {
  document.documentElement.lang = browserTexts.locale;
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir' as 'extensionName') || 'ltr';
  document.title = browser.i18n.getMessage('extensionName');
  render(<TextsContext.Provider value={browserTexts}>{page}</TextsContext.Provider>, document.body);
}
