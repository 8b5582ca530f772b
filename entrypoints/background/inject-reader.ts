/** Puts the reader into a tab. The gate asks for it on likely pages, the popup on any page that the reader of the news wants read. */
import { browser } from 'wxt/browser';
import { highlightRules } from '../../reading/highlight-rules.ts';
import { paletteOf } from '../../reading/palette.ts';
import { readSettings } from '../../state/settings.ts';

const SCRIPT = '/content-scripts/reader.js';

/**
 * Injects styles and script into a tab's top frame; a reader that is there already is replaced.
 * Throws an error fit to be shown where the browser does not let extensions into the page.
 */
export async function injectReader(tabId: number): Promise<void> {
  const target = { tabId };
  try {
    // Styles of an earlier injection would pile up; removing what is not there does nothing.
    const css = highlightRules(paletteOf((await readSettings()).looks));
    await browser.scripting.removeCSS({ target, css }).catch(() => undefined);
    await browser.scripting.insertCSS({ target, css });
    await browser.scripting.executeScript({ target, files: [SCRIPT] });
  } catch (cause) {
    throw new Error(browser.i18n.getMessage('pageClosed'), { cause });
  }
}
