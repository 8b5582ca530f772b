/** A good guest on pages that are strict, peculiar or easily broken: marks stand, and the page does not notice. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';
import { type Extension, markedWords, marksOf, startExtension } from '../support/extension.ts';
import { type Traces, watchTraces } from '../support/guest.ts';
import { hover, ownElements } from '../support/own-root.ts';

const article = fixtureArticles().find(({ id }) => id === 'quadranet-2020-tech');
if (!article) throw new Error('A fixture article is missing.');
const CLAIM = 'one address belonging to the hosting company';
const CLEAN = { changes: [], shift: 0, problems: [] };
const html = articlePage(article);

const react = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../node_modules/${name}/umd/${name}.development.js`), 'utf8').replaceAll('</script', '<\\/script');
/** Server-rendered paragraphs that React takes over: within an element, or the whole document. */
function hydrating(isWhole: boolean): string {
  const paragraphs = JSON.stringify([article?.title, ...(article?.paragraphs ?? [])]).replaceAll('<', '\\u003c');
  const main = `<main><article><h1>${article?.title}</h1>${article?.paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></main>`;
  const build = `const [title, ...paragraphs] = ${paragraphs}; const e = React.createElement;
    const main = e('main', null, e('article', null, e('h1', null, title), paragraphs.map((text) => e('p', { key: text }, text))));`;
  const start = isWhole
    ? `ReactDOM.hydrateRoot(document, e('html', { lang: 'en' }, e('head', null, e('title', null, title), e('link', { rel: 'icon', href: 'data:,' })), e('body', null, main)), { onRecoverableError: (error) => console.error(error) }); window.hydrated = true;`
    : `setTimeout(() => { ReactDOM.hydrateRoot(document.querySelector('#root'), main, { onRecoverableError: (error) => console.error(error) }); window.hydrated = true; }, 4000);`;
  const body = isWhole ? main : `<div id="root">${main}</div>`;
  const script = `<script>${react('react')}</script><script>${react('react-dom')}</script><script>document.currentScript.parentNode.querySelectorAll('script').forEach((each) => each.remove()); ${build} ${start}</script>`;
  return `<!DOCTYPE html><html lang="en"><head><title>${article?.title}</title><link rel="icon" href="data:,"></head><body>${body}${script}</body></html>`;
}

const STRICT = "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'";
const strict = html
  .replace(/<style>[\s\S]*?<\/style>/, '')
  .replace(/<script[\s\S]*?<\/script>/, '')
  .replace('<link rel="icon" href="data:,">', '');
const framed = html.replace('</article>', '<iframe srcdoc="<p>NSO Group denied what WhatsApp said.</p>"></iframe></article>');
const rtl = html.replace('<html lang="en">', '<html lang="en" dir="rtl">');

let extension: Extension;
beforeAll(async () => {
  extension = await startExtension([
    ['/plain', html],
    ['/strict', strict],
    ['/framed', framed],
    ['/rtl', rtl],
    [
      '/story-in-frame',
      `<!doctype html><title>A frame</title><link rel="icon" href="data:,"><h1>What the others write</h1><iframe src="/plain" width="1000" height="700"></iframe>`,
    ],
    ['/design', html.replace('<body>', '<body><script>document.designMode = "on"</script>')],
    ['/react-root', hydrating(false)],
    ['/react-document', hydrating(true)],
    ['/favicon.ico', ''],
  ]);
  extension.server.headers.set('/strict', { 'content-security-policy': STRICT });
});
afterAll(() => extension?.close());

async function visit(path: string): Promise<{ page: Page; traces: () => Promise<Traces> }> {
  const page = await extension.browser.newPage();
  const traces = await watchTraces(page);
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`http://news.example${path}`);
  await page.bringToFront();
  return { page, traces };
}

describe.each(['/plain', '/strict', '/framed', '/rtl'])('%s', (path) => {
  test('is marked, a card opens, and nothing of the page is touched or complained of', async () => {
    const { page, traces } = await visit(path);
    expect(await markedWords(page)).toContain(CLAIM);
    const { card } = await hover(page, CLAIM);
    expect(card.text).toContain('Claudiu Gheorghe');
    expect(await traces()).toEqual(CLEAN);
    await page.close();
  });
});

test('within frames nothing is marked', async () => {
  const { page } = await visit('/framed');
  await marksOf(page);
  expect(await page.frames()[1]?.evaluate(() => CSS.highlights.size)).toBe(0);
  await page.close();
});

test('a story in a frame is the frame’s: neither it nor the page around it is marked', async () => {
  const { page, traces } = await visit('/story-in-frame');
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  for (const frame of page.frames())
    expect(await frame.evaluate(() => [CSS.highlights.size, document.querySelectorAll('allegedly-chip').length])).toEqual([0, 0]);
  expect((await traces()).problems).toEqual([]);
  await page.close();
});

test('a page that is being written is left alone', async () => {
  const { page } = await visit('/design');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await page.evaluate(() => [CSS.highlights.size, document.querySelectorAll('allegedly-chip').length])).toEqual([0, 0]);
  await page.close();
});

describe.each(['/react-root', '/react-document'])('React 18 takes over the page: %s', (path) => {
  test('without an error, and the marks stand', async () => {
    const { page, traces } = await visit(path);
    await marksOf(page);
    await page.waitForFunction(() => (window as unknown as { hydrated?: boolean }).hydrated, { timeout: 20_000, polling: 100 });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await markedWords(page)).toContain(CLAIM);
    expect((await traces()).problems).toEqual([]);
    await page.close();
  });
});

test('on paper there are the words and no chip or card', async () => {
  const { page } = await visit('/plain');
  await marksOf(page);
  await hover(page, CLAIM);
  await page.emulateMediaType('print');
  expect((await ownElements(page)).filter(({ box }) => box !== undefined)).toEqual([]);
  await page.close();
});
