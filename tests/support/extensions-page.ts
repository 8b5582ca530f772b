/**
 * What a person sets on the browser's own page of extensions, set through that page: nothing else may.
 */
import type { Browser } from 'puppeteer-core';

/** The page's own interface, as far as it is used. */
declare const chrome: {
  developerPrivate: {
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(update: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
  };
};

/** Without it Chromium switches an unpacked extension off for good when that is loaded anew. */
export async function switchDeveloperModeOn(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  await page.close();
}

/** Lets the extension into private windows. It is loaded anew by that. */
export async function allowInPrivateWindows(browser: Browser, extensionId: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(async (id) => {
    // One that is unpacked is loaded anew in developer mode alone.
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
  }, extensionId);
  await page.close();
}
