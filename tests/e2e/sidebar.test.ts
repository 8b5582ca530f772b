import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage } from '../../scripts/article-page.ts';
import { sidePanel, tabIdOf, wholeList } from '../../scripts/launch-extension.ts';
import { fixtureArticles, sampleArticle } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension } from '../support/extension.ts';

const sample = sampleArticle();
const unrelated = fixtureArticles().find(({ id }) => id === 'no-sports');
if (!sample || !unrelated) throw new Error('A fixture article is missing.');

let extension: Extension;
let page: Page;
beforeAll(async () => {
  extension = await startExtension([
    ['/sample', articlePage(sample)],
    ['/unrelated', articlePage(unrelated)],
  ]);
  page = await extension.open('/sample');
  await marksOf(page);
});
afterAll(() => extension?.close());

/** Clicks the chip where it stands: its shadow root is closed to scripts, but not to the mouse. */
async function clickChip(): Promise<void> {
  await page.bringToFront();
  const box = await page.evaluate(() => {
    const { left, top, width, height } = (document.querySelector('allegedly-chip') as Element).getBoundingClientRect();
    return { x: left + width / 3, y: top + height / 2 };
  });
  await page.mouse.click(box.x, box.y);
}

describe('the real side panel', () => {
  test('opens by the chip on the page, and shows the article’s statements in reading order', async () => {
    await clickChip();
    const panel = await sidePanel(extension.browser);
    await wholeList(panel, await tabIdOf(extension.browser, page.url()));
    const words = await panel.$$eval('.statement .words', (elements) => elements.map((element) => element.textContent ?? ''));
    expect(words.length).toBeGreaterThanOrEqual(12);
    const text = [sample.title, sample.standfirst, ...sample.paragraphs].join('\n');
    // A few words alone ("it again") may stand elsewhere too.
    const firsts = words.map((each) => (each.split(' … ')[0] ?? '').trim()).filter((each) => each.length > 12);
    const places = firsts.map((each) => text.indexOf(each)).filter((at) => at >= 0);
    expect(places.length).toBeGreaterThan(words.length * 0.8);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(await panel.$eval('.article-head h2', (element) => element.textContent)).toBe(sample.title);
  });

  test('a click on a statement scrolls to its words and lights them up', async () => {
    const panel = await sidePanel(extension.browser);
    await page.evaluate(() => scrollTo(0, 0));
    const last = (await panel.$$('.statement .words')).at(-1);
    const words = await last?.evaluate((element) => element.textContent ?? '');
    await last?.click();
    await page.waitForFunction(() => CSS.highlights.has('allegedly-flash'));
    const lit = await page.evaluate(() => [...(CSS.highlights.get('allegedly-flash') ?? [])].map((range) => range.toString()).join(''));
    expect(lit.replace(/\s+/g, ' ')).toContain((words ?? '').split(' … ')[0]?.slice(0, 30));
    await page.waitForFunction(() => scrollY > 200);
    await page.waitForFunction(() => !CSS.highlights.has('allegedly-flash'));
  });

  test('the timeline shows every event, where the article stands, and how far the record goes', async () => {
    const panel = await sidePanel(extension.browser);
    await panel.click('#tab-timeline');
    await panel.waitForSelector('.event');
    await panel.waitForFunction(() => document.querySelectorAll('.event').length >= 60);
    await panel.waitForSelector('#article-place');
    expect(await panel.$eval('#article-place', (place) => place.textContent)).toMatch(/7 May 2025|May 7, 2025/);
    expect(await panel.$eval('.timeline-head', (head) => head.textContent)).toContain('May 2026');
    await panel.$$eval('.citations summary', (summaries) => {
      for (const summary of summaries) (summary as HTMLElement).click();
    });
    await panel.waitForFunction(() => document.querySelectorAll('.citations a').length >= document.querySelectorAll('.citations').length);
    const links = await panel.$$eval('.citations a', (anchors) => anchors.map((anchor) => [anchor.protocol, anchor.rel, anchor.target]));
    expect(links.length).toBeGreaterThanOrEqual(60);
    for (const link of links) expect(link).toEqual([expect.stringMatching(/^https?:$/), 'noopener noreferrer', '_blank']);
  });

  test('a statement leads to its event on the timeline', async () => {
    const panel = await sidePanel(extension.browser);
    await panel.click('#tab-article');
    await panel.waitForSelector('.statement .link');
    const title = await panel.evaluate(() => {
      const link = [...document.querySelectorAll<HTMLElement>('.statement .link')].find((each) => each.textContent?.startsWith('Timeline:'));
      link?.click();
      return link?.textContent?.replace('Timeline:', '').trim() ?? '';
    });
    expect(title).not.toBe('');
    await panel.waitForFunction((wanted) => document.activeElement?.querySelector('h3')?.textContent === wanted, {}, title);
  });

  test('the keyboard moves between the views', async () => {
    const panel = await sidePanel(extension.browser);
    await panel.focus('#tab-timeline');
    await panel.keyboard.press('ArrowLeft');
    await panel.waitForSelector('#tab-article[aria-selected="true"]');
    await panel.keyboard.press('End');
    await panel.waitForSelector('[role="tab"]:last-child[aria-selected="true"]');
    await panel.keyboard.press('Home');
    await panel.waitForSelector('#tab-article[aria-selected="true"]');
    await panel.click('#tab-article');
  });

  test('follows the active tab', async () => {
    const panel = await sidePanel(extension.browser);
    const other = await extension.open('/unrelated');
    await other.bringToFront();
    await panel.waitForSelector('.notice');
    await page.bringToFront();
    await panel.waitForSelector('.statement');
    await other.close();
  });
});

test('the popup tells the verdict and the counts, and opens the sidebar', async () => {
  const other = await extension.open('/sample');
  await marksOf(other);
  await other.close();
  const popup = await extension.openPopupFor(page);
  await popup.waitForSelector('.side-counts');
  expect(await popup.$eval('.verdict summary', (element) => element.textContent)).toContain('WhatsApp v. NSO Group');
  expect(await popup.$eval('.side-counts', (element) => element.textContent)).toMatch(/Plaintiff\d+.*\d+ Claim.*Defendant\d+.*\d+ Denial/);
  const panels = () => extension.browser.targets().filter((target) => target.url().endsWith('/sidepanel.html')).length;
  const before = panels();
  const closed = new Promise((resolve) => popup.once('close', resolve));
  await popup.click('#open-sidebar');
  // It closes itself once the browser has opened the sidebar, and would show an error otherwise.
  await closed;
  expect(panels()).toBeGreaterThanOrEqual(before);
});

test('a page that was not recognised can be read by hand, and says why nothing was marked', async () => {
  const other = await extension.open('/unrelated');
  const popup = await extension.openPopupFor(other);
  await popup.waitForSelector('#read-page:not([disabled])');
  await popup.click('#read-page');
  await popup.waitForSelector('.verdict[data-status="no"]');
  await popup.close();
  await other.close();
});
