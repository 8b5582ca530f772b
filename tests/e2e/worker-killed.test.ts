/**
 * The worker is stopped before and during every message: what is kept afterwards is what is kept without, and whoever asked has the same
 * answer. One run of each message here; `npm run faults` makes 14 of each, at other moments.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BACKGROUND_MESSAGES } from '../../messaging/messages.ts';
import { articleOfText } from '../../model/article.ts';
import { articlePage } from '../../scripts/article-page.ts';
import { seeded } from '../../scripts/bench/random.ts';
import { tabIdOf, workerTarget } from '../../scripts/launch-extension.ts';
import { SAMPLE_CASE, SAMPLE_RECOGNITION } from '../cases/sample-case.ts';
import { articleOf, sampleArticle } from '../fixtures/articles/load.ts';
import { type Extension, marksOf, startExtension } from '../support/extension.ts';
import { type Asker, bundledClient, contentAsker, type Kept, type Outcome, pageAsker, readKept, writeKept } from '../support/own-contexts.ts';

const isFull = process.env['ALLEGEDLY_FAULTS'] === 'full';
/** Otherwise one run of each message, before or during as the seed says. */
const SEED = 20_201;
/** The moment in ms after the message was sent; another one in each of the rounds before and during. */
const MOMENTS = [4, 0, 1, 2, 8, 16, 40];
const SETTLED_MS = 20_000;

const METADATA = ['outlet', 'byline', 'published', 'modified', 'language', 'provenance'];

const sample = sampleArticle();

let extension: Extension;
let page: Page;
let panel: Page;
let askers: Record<'content' | 'page', Asker>;
let before: Kept;
let facts: { articleId: string; statementId: string; url: string; tabId: number };
/** What the page says of itself, as it was stored. */
let known: object;
/** Of a docked panel, as the background issues it where the browser opens no sidebar for a page. */
let ticket: string;
const tally = { runs: 0, inFlight: 0 };

beforeAll(async () => {
  extension = await startExtension([['/sample', articlePage(sample)]]);
  page = await extension.open('/sample');
  await marksOf(page);
  panel = await extension.openPanelFor(page);
  await panel.waitForSelector('.statement');
  const client = await bundledClient();
  askers = { content: await contentAsker(page, client), page: await pageAsker(panel, client) };
  const url = page.url();
  const tabId = await tabIdOf(extension.browser, url);
  const [article] = (await readKept(panel)).tables['articles'] ?? [];
  const articleId = String(article?.['id']);
  known = Object.fromEntries(METADATA.flatMap((key) => (article?.[key] === undefined ? [] : [[key, article[key]]])));
  const [first, second] = (await readKept(panel)).tables['statements'] ?? [];
  // Something of the reader's own, so that there is something to lose, and something to take back.
  await askers.page.ask('statement.correct', { articleId, change: { type: 'kind', statementId: second?.['id'], kind: 'demand' } });
  await askers.page.ask('note.write', { articleId, text: 'A note of mine' });
  ticket = `${tabId}.${crypto.randomUUID()}`;
  await panel.evaluate((key, value) => chrome.storage.session.set({ [key]: value }), `dock:${tabId}`, ticket);
  facts = { articleId, statementId: String(first?.['id']), url, tabId };
  await settled();
  before = await readKept(panel);
});

afterAll(async () => {
  console.log(`worker killed: ${tally.runs} runs, in ${tally.inFlight} of them before the answer had come`);
  await extension?.close();
});

/** What each message is sent with; one that says what is the case already would prove nothing. */
const CASES: Readonly<Record<string, () => object>> = {
  'page.candidate': () => ({ caseIds: ['whatsapp-v-nso'] }),
  // The page's own article: its reader may send it at any time, as when the worker comes back.
  'article.read': () => ({
    article: { ...articleOf({ ...sample, url: facts.url, paragraphs: [`By ${sample.byline} ${sample.published}`, ...sample.paragraphs] }), ...known },
  }),
  'page.unread': () => ({ url: facts.url, title: sample.title, reason: 'too-deep' }),
  'page.painted': () => ({ shown: 0, waiting: before.tables['statements']?.length ?? 0, orphans: 0 }),
  'page.left': () => ({ url: facts.url }),
  'passage.seen': () => ({ statementId: facts.statementId }),
  'sidebar.open': () => ({ statementId: facts.statementId }),
  'dock.look': () => ({ ticket }),
  'dock.relay': () => ({ ticket, message: 'selection.read', body: {} }),
  'statement.record': () => ({ caseId: 'whatsapp-v-nso', question: { side: 'defendant' } }),
  'page.read': () => ({ tabId: facts.tabId }),
  'sample.read': () => ({ article: articleOfText(sample.paragraphs.join('\n'), { url: 'https://sample.example/' }) }),
  'annotations.set': () => ({ scope: 'site', url: 'https://other.example/a', isOn: false }),
  'choice.forget': () => ({ scope: 'site', url: 'https://other.example/' }),
  'density.set': () => ({ density: 'disputes' }),
  'kind.set': () => ({ kind: 'finding', isOn: false }),
  'look.set': () => ({ kind: 'claim', look: { line: 'dotted', light: '#1c5aa6' } }),
  'outlets.set': () => ({ domains: ['news.example'] }),
  'case.set': () => ({ caseId: 'whatsapp-v-nso', isOn: true }),
  'case.import': () => ({ caseFile: JSON.parse(SAMPLE_CASE), recognition: JSON.parse(SAMPLE_RECOGNITION) }),
  'case.remove': () => ({ caseId: 'harbor-v-lumen' }),
  'article.delete': () => ({ articleId: facts.articleId }),
  'store.delete': () => ({ scope: 'site', site: 'news.example' }),
  'backup.note': () => ({ what: 'saved' }),
  'note.write': () => ({ articleId: facts.articleId, text: 'Another note of mine' }),
  'statement.correct': () => ({ articleId: facts.articleId, change: { type: 'kind', statementId: facts.statementId, kind: 'no-comment' } }),
  'correction.turn': () => ({ articleId: facts.articleId, to: 'undo' }),
};

/** The same numbers from 0 to 1 in each run. */
const chance = seeded(SEED);

declare const chrome: { storage: { session: { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void> } } };

type Message = keyof typeof BACKGROUND_MESSAGES;

/** These have the page read (again): they come first, while it has something to read. */
const READING: readonly Message[] = ['page.candidate', 'article.read', 'page.read'];
const OTHERS = (Object.keys(BACKGROUND_MESSAGES) as Message[]).filter((message) => !READING.includes(message));

test('every message has its case', () => {
  expect(Object.keys(BACKGROUND_MESSAGES).filter((message) => !(message in CASES))).toEqual([]);
});

describe.each(READING)('%s', survives);

test('from here on the page has nothing to read', async () => {
  await fallSilent();
  await settled();
  // From now on the page says so itself whenever it looks again, as it does when its statements change.
  before = await readKept(panel);
});

describe.each(OTHERS)('%s', survives);

/** The tests of one message. */
function survives(message: Message): void {
  let expected: { outcome: Outcome; kept: Kept };

  test('without a kill', async () => {
    expected = { outcome: await asked(message, () => undefined), kept: await settled(message) };
    expect(expected.outcome).toBeDefined();
    // Or it would not be the page's own, and whichever was read last would differ.
    if (message === 'article.read') expect(expected.kept.tables).toEqual((comparable(before) as Kept).tables);
  });

  const chosen = chance();
  const rounds = isFull ? MOMENTS : [MOMENTS[Math.floor(chosen * MOMENTS.length)] ?? 0];

  if (isFull || chosen * 4 < 1) {
    test('killed before it', async () => {
      for (const _ of rounds) await same(message, expected, kill);
    });
  }
  if (isFull || chosen * 4 >= 1) {
    test('killed during it', async () => {
      for (const moment of rounds) {
        let killing: Promise<void> | undefined;
        await same(message, expected, () => {
          setTimeout(() => {
            killing = kill();
          }, moment);
        });
        await killing;
      }
    });
  }
}

/**
 * Takes the article off the page. Cases that come and go have the gate started anew in open tabs, and a page that it finds is read and
 * stored again: on a busy machine that would come in the middle of a later message, which then seems to have brought an article back.
 */
async function fallSilent(): Promise<void> {
  // Puppeteer's own way would count as the reader's gesture for some seconds, in which the sidebar opens.
  const session = await page.createCDPSession();
  await session.send('Runtime.evaluate', { expression: 'document.title = ""; document.head.replaceChildren(); document.body.replaceChildren();' });
  await session.detach();
  const readsNothing = () =>
    panel.evaluate(
      async (key) => ((await chrome.storage.session.get(key))[key] as { statements?: number } | undefined)?.statements === 0,
      `tab:${facts.tabId}`,
    );
  await expect.poll(readsNothing, { timeout: SETTLED_MS }).toBe(true);
}

/** Puts everything back, disturbs, asks; gives what came of it. */
async function asked(message: Message, disturb: () => Promise<void> | undefined | void): Promise<Outcome> {
  await writeKept(panel, before);
  await disturb();
  const { from } = BACKGROUND_MESSAGES[message];
  let isAnswered = false;
  inFlight = () => !isAnswered;
  const outcome = await askers[(from as readonly string[]).includes('content') ? 'content' : 'page'].ask(message, CASES[message]?.() ?? {});
  isAnswered = true;
  return comparable(outcome) as Outcome;
}

let inFlight = () => false;

async function kill(): Promise<void> {
  if (inFlight()) tally.inFlight++;
  const worker = await (await workerTarget(extension.browser)).worker();
  await worker?.close().catch(() => undefined);
}

async function same(message: Message, expected: { outcome: Outcome; kept: Kept }, disturb: () => Promise<void> | void): Promise<void> {
  tally.runs++;
  expect(await asked(message, disturb)).toEqual(expected.outcome);
  await expect.poll(() => settled(message), { timeout: SETTLED_MS, interval: 100 }).toEqual(expected.kept);
}

/** What is kept, once it no longer changes. */
async function settled(message?: Message): Promise<Kept> {
  const deadline = Date.now() + SETTLED_MS;
  for (let last = '', equal = 0; ; ) {
    const kept = comparable(await readKept(panel), message) as Kept;
    const text = JSON.stringify(kept);
    equal = text === last ? equal + 1 : 0;
    if (equal === 2 || Date.now() > deadline) return kept;
    last = text;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

/** Times, ids that are made anew each time and what is derived are of no account, nor are the answers kept for whoever asks again. */
function comparable(value: unknown, message?: Message): unknown {
  const text = JSON.stringify(value, (key, each: unknown) => {
    // The library's index is kept whenever an open sidebar has the time.
    if (key === 'requests' || key === 'kept') return undefined;
    // A change that is noted twice is looked up twice, and no more.
    if (key === 'changes' && Array.isArray(each)) return [...new Set(each.map(({ articleId }: { articleId?: string }) => articleId ?? 'deleted'))].sort();
    if (key === 'corrections' && Array.isArray(each)) return each.toSorted((a: { at: number }, b: { at: number }) => a.at - b.at);
    // A page whose reader starts anew says how far it is when it can; the message that says so is looked at for itself.
    if ((key === 'shown' || key === 'waiting') && message !== 'page.painted') return undefined;
    if (key === 'imported') return Object.keys(each as object);
    if (['at', 'firstReadAt', 'lastReadAt', 'revision'].includes(key)) return undefined;
    return typeof each === 'object' && each !== null && 'isUndone' in each ? { ...each, id: 'made' } : each;
  });
  return JSON.parse(text.replace(/added-[\w-]+/g, 'added'));
}
