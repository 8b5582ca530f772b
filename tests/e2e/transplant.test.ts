/** On real pages, the same article is marked as on a plain one, and nothing of the page is touched. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleArticle } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension } from '../support/extension.ts';
import { watchTraces } from '../support/guest.ts';
import { realPages, transplant } from '../support/transplant.ts';

const sample = sampleArticle();
if (!sample) throw new Error('No fixture article is marked as the sample.');
const paragraphs = [sample.standfirst ?? '', ...sample.paragraphs].filter((text) => text !== '' && !text.startsWith('## '));
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const plainPage = (heading: string) =>
  `<!doctype html><html lang="en"><title>${escaped(sample.title)}</title><link rel="icon" href="data:,"><article>${heading}${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')}</article>`;

const pages = realPages();
const own = [sample.title, ...paragraphs].join('\n');
/** What is painted of our article, by kind, whatever the colours; the page's own words beside it are not the same text. */
async function paintedOn(page: Page): Promise<string[]> {
  const marks = await marksOf(page);
  return Object.entries(marks)
    .flatMap(([name, words]) =>
      words
        .filter((each) => own.includes(each.replace(/\s+/g, ' ')))
        .map((each) => `${name.replace(/-(?:light|dark|black|white)-\w+$/, '')}: ${each.replace(/\s+/g, ' ')}`),
    )
    .sort();
}

describe.skipIf(pages.length === 0)(`the article on ${pages.length} real pages (skipped without ../shared)`, () => {
  let extension: Extension;
  let expected: { withTitle: string[]; withoutTitle: string[] };
  let blank: Page;
  beforeAll(async () => {
    extension = await startExtension([
      ['/plain', plainPage(`<h1>${escaped(sample.title)}</h1>`)],
      ['/untitled', plainPage('')],
      ['/blank', '<!doctype html><title>Blank</title>'],
    ]);
    const read = async (path: string) => {
      const page = await extension.open(path);
      const painted = await paintedOn(page);
      await page.close();
      return painted;
    };
    expected = { withTitle: await read('/plain'), withoutTitle: await read('/untitled') };
    blank = await extension.open('/blank');
  });
  afterAll(() => extension?.close());

  test.for(pages.map((each) => [each.name, each] as const))('%s', async ([name, real]) => {
    const { html, replaced, hasTitle } = await transplant(blank, real, sample.title, paragraphs);
    expect(replaced).toBeGreaterThan(0);
    extension.server.pages.set(`/${name}`, html);
    const page = await extension.browser.newPage();
    try {
      const traces = await watchTraces(page);
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`http://news.example/${name}`);
      await page.bringToFront();
      expect(await paintedOn(page)).toEqual(hasTitle ? expected.withTitle : expected.withoutTitle);
      expect(await traces()).toEqual({ changes: [], shift: 0, problems: [] });
    } finally {
      await page.close();
      extension.server.pages.delete(`/${name}`);
    }
  });
});
