/**
 * Starts a Firefox with the built extension loaded, for the end-to-end tests. The page server of this machine is its proxy: names under
 * `.example` lead there, and whatever else it asks for is refused.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { needFirefox } from './install-browser.ts';

export const FIREFOX_FOLDER = join(import.meta.dirname, '../.output/firefox-mv3-granted');
/** As in wxt.config.ts. */
const EXTENSION_ID = 'allegedly@allegedly.example';
/** The number in the addresses of the extension's pages, which Firefox draws by lot elsewhere. */
const UUID = '6f1d2c3b-4a59-4e68-8b7a-9c0d1e2f3a4b';
/** `moz-extension://…`, without a slash at its end. */
export const FIREFOX_ORIGIN = `moz-extension://${UUID}`;

export interface FirefoxOptions {
  /** Of the page server. */
  readonly port: number;
  readonly isHeadless?: boolean;
  /** A profile that outlives the browser; without one it is new and thrown away. */
  readonly profile?: string;
  readonly folder?: string;
}

export async function launchFirefox({ port, isHeadless = true, profile, folder = FIREFOX_FOLDER }: FirefoxOptions): Promise<Browser> {
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`There is no built extension in ${folder}. Run: npx wxt build -b firefox --mv3 --mode granted`);
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: needFirefox().executablePath,
    headless: isHeadless,
    defaultViewport: null,
    args: ['--remote-allow-system-access'],
    ...(profile === undefined ? {} : { userDataDir: profile }),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: UUID }),
      // An extension that is loaded for one run keeps its store all the same, as an installed one does.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
    },
  });
  await firefox.installExtension(folder);
  return firefox;
}
