/** Draws what is marked in open tabs anew where the reader has chosen other lines or colours. */
import { browser } from 'wxt/browser';
import type { Settings } from '../../model/settings.ts';
import { highlightRules } from '../../reading/highlight-rules.ts';
import { paletteOf } from '../../reading/palette.ts';
import { readTabStates } from '../../state/tab-states.ts';

export async function restyleTabs({ looks }: Settings, { looks: before }: Settings): Promise<void> {
  if (JSON.stringify(looks) === JSON.stringify(before)) return;
  const [css, old] = [looks, before].map((each) => highlightRules(paletteOf(each)));
  const tabs = await readTabStates();
  // A tab that may no longer be entered keeps what it has until it is read again.
  await Promise.allSettled(
    tabs.map(async ({ tabId }) => {
      if (css) await browser.scripting.insertCSS({ target: { tabId }, css });
      if (old) await browser.scripting.removeCSS({ target: { tabId }, css: old });
    }),
  );
}
