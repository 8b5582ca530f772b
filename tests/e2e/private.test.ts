/**
 * A private window: its pages are marked like any other, nothing of them is kept, and what the reader asks to be kept is refused in words.
 */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { sampleArticle } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension } from '../support/extension.ts';
import { allowInPrivateWindows } from '../support/extensions-page.ts';
import { bundledClient, pageAsker, readKept } from '../support/own-contexts.ts';
import { eventually } from '../support/own-root.ts';

declare const chrome: {
  windows: { create(window: { url: string; incognito: boolean }): Promise<unknown> };
  extension: { isAllowedIncognitoAccess(): Promise<boolean> };
  scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> };
};

const sample = sampleArticle();
const SECRET = 'secret.example';
const ADDRESS = `http://${SECRET}/sample`;
const POLL = { timeout: 60_000, interval: 200 };

let profile: string;
let extension: Extension;
/** A page of the extension in an ordinary window. */
let own: Page;
let secret: Page;
/** The sidebar of the private window, as a page. */
let panel: Page;

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'allegedly-private-'));
  extension = await startExtension([['/sample', articlePage(sample)]], profile);
  const { browser, origin } = extension;
  await allowInPrivateWindows(browser, origin.replace(/.*\//, ''));
  own = await browser.newPage();
  // While it is loaded anew the browser refuses.
  const isAllowed = () => own.goto(`${origin}/options.html`).then(() => own.evaluate(() => chrome.extension.isAllowedIncognitoAccess()));
  await eventually(() => isAllowed().catch(() => false), 'leave for private windows');
  // Its worker begins anew too; a page that is opened before it has begun is not what is tested here.
  const isReady = () => own.evaluate(() => chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.length > 0));
  await eventually(() => isReady().catch(() => false), 'the gate');
  secret = await openPrivately(ADDRESS);
  await marksOf(secret);
  panel = await openPrivately(`${origin}/sidepanel.html?tab=0`);
});

afterAll(() => extension?.close());

async function openPrivately(address: string): Promise<Page> {
  const shown = extension.browser.waitForTarget((target) => target.url() === address, { timeout: 60_000 });
  await own.evaluate((url) => chrome.windows.create({ url, incognito: true }).then(() => undefined), address);
  const page = await (await shown).page();
  if (!page) throw new Error('The private window has no page.');
  return page;
}

test('its pages are marked; what is to be kept is refused in words', async () => {
  const asker = await pageAsker(panel, await bundledClient());
  const refusal = { error: expect.stringMatching(/private windows nothing is kept/) };
  const articleId = `https://${SECRET}/sample`;
  expect(await asker.ask('note.write', { articleId, text: 'a private note' })).toEqual(refusal);
  expect(await asker.ask('statement.correct', { articleId, change: { type: 'kind', statementId: 'any', kind: 'no-comment' } })).toEqual(refusal);
  expect(await asker.ask('annotations.set', { scope: 'site', url: ADDRESS, isOn: false })).toEqual(refusal);
  expect(await asker.ask('annotations.set', { scope: 'everywhere', url: ADDRESS, isOn: true })).toEqual({ answer: {} });
  // Chromium has one store for private windows and another for the rest; the first is as empty.
  expect((await readKept(panel)).tables['articles']).toEqual([]);
});

test('none of it is in the store, the choices, or anywhere in the profile on the disk', async () => {
  await marksOf(await extension.open('/sample', 'open.example'));
  await expect.poll(async () => (await readKept(own)).tables['articles']?.map(({ url }) => url), POLL).toEqual(['http://open.example/sample']);
  const { tables, local } = await readKept(own);
  expect(JSON.stringify([tables, local])).not.toContain(SECRET);
  await Promise.all([secret.close(), panel.close()]);
  // What is known of open tabs is in memory alone (docs/THREATS.md).
  await extension.browser.close();
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const holding = (words: string) => files.filter(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(words)).map(({ name }) => name);
  expect(holding('open.example')).not.toEqual([]);
  expect(holding(SECRET)).toEqual([]);
});
