/** Renders a page of the extension: the reader's language, its direction, and the page's component. */
import { type ComponentChild, render } from 'preact';
import { browser } from 'wxt/browser';
import { textsIn } from '../components/language.ts';
import { TextsContext } from '../components/text.tsx';
import { lookProperties } from '../model/look.ts';
import type { Settings } from '../model/settings.ts';
import { readSettings, watchSettings } from '../state/settings.ts';

/** The texts of the extension in the browser's language, or in English. */
export const browserTexts = textsIn((key, substitutions) => browser.i18n.getMessage(key as 'extensionName', substitutions), browser.i18n.getUILanguage());

/** Lines and colours of the kinds as the reader has chosen them, on this page as on others. */
function follow(): void {
  const { style } = document.documentElement;
  let set: string[] = [];
  const apply = ({ looks }: Settings) => {
    for (const name of set) style.removeProperty(name);
    const properties = lookProperties(looks);
    set = Object.keys(properties);
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
  };
  void readSettings().then(apply);
  watchSettings(apply);
}

export function mountPage(page: ComponentChild): void {
  follow();
  document.documentElement.lang = browserTexts.locale;
  document.documentElement.dir = browserTexts.direction;
  document.title = browser.i18n.getMessage('extensionName');
  render(<TextsContext.Provider value={browserTexts}>{page}</TextsContext.Provider>, document.body);
}
