/** Forms that a news page takes: live blogs, text behind a click, shadow trees; and how marks look without colours and on paper. */
import type { Page, Protocol } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STATEMENT_KINDS } from '../../model/statement.ts';
import { highlightRules } from '../../reading/highlight-rules.ts';
import { articlePage } from '../../scripts/article-page.ts';
import { bundleOf } from '../../scripts/bench/browser.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';
import { type Extension, markedWords, marksOf, startExtension } from '../support/extension.ts';
import { eventually } from '../support/own-root.ts';

const articleOf = (wanted: string) => {
  const found = fixtureArticles().find(({ id }) => id === wanted);
  if (!found) throw new Error(`There is no fixture ${wanted}.`);
  return found;
};
const article = articleOf('injunction-2025');
const other = articleOf('quadranet-2020-tech');
const third = articleOf('default-2020-service');
const html = articlePage(article);

const entry = (id: string, time: string, { title, paragraphs }: typeof article) =>
  `<article id="${id}"><time datetime="${time}">${time.slice(11, 16)}</time><h2>${title}</h2>${paragraphs.map((text) => `<p>${text}</p>`).join('')}<button>Share</button></article>`;
const live = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>NSO trial live</title><link rel="icon" href="data:,">
  <script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"WhatsApp v NSO Group, as it happens","datePublished":"2025-10-17T08:00:00Z"}</script></head>
  <body><main><h1>WhatsApp v NSO Group, as it happens</h1><p>Our reporters follow the case of WhatsApp against NSO Group in Oakland all day.</p>
  <div id="posts">${[
    entry('second', '2025-10-18T09:00:00Z', article),
    entry('first', '2025-10-17T11:00:00Z', other),
    entry('opening', '2025-10-17T09:00:00Z', {
      ...other,
      title: 'Good morning',
      paragraphs: ['The rain has stopped in Oakland, and the queue before the courthouse is longer than it was a week ago.'],
    }),
  ].join('')}</div></main></body></html>`;
/** The page with its last paragraphs put into something else. */
const withLast = (count: number, wrap: (paragraphs: string) => string) => {
  const all = [...html.matchAll(/<p>.*?<\/p>/gs)].map(([paragraph]) => paragraph);
  const last = all.slice(-count);
  return html.replace(last.join('\n      '), wrap(last.join('\n')));
};
const later = html.replace(
  '</article>',
  `<button id="more" onclick="document.querySelector('#rest').content && document.querySelector('article').append(document.querySelector('#rest').content)">Continue reading</button><template id="rest">${other.paragraphs.map((text) => `<p>${text}</p>`).join('')}</template></article>`,
);

let extension: Extension;
beforeAll(async () => {
  extension = await startExtension([
    ['/plain', html],
    ['/live', live],
    ['/details', withLast(4, (last) => `<details><summary>Read on</summary>${last}</details>`)],
    ['/lazy', withLast(4, (last) => `<section style="content-visibility:auto;contain-intrinsic-size:auto 4000px">${last}</section>`)],
    ['/later', later],
    [
      '/quiet',
      `<!doctype html><html lang="en"><title>A quiet week</title><link rel="icon" href="data:,"><style>body{margin:0;background:#fff;color:#111}p{margin:0;font:20px/40px Georgia}</style>${'<p>Who says so, and who denies it</p>'.repeat(7)}</html>`,
    ],
    ['/late-entry', entry('third', '2025-10-18T15:00:00Z', third)],
  ]);
});
afterAll(() => extension?.close());

async function visit(path: string): Promise<Page> {
  const page = await extension.open(path);
  await page.bringToFront();
  return page;
}

/** The words of all marks, by the id of the entry that they stand in. */
function marksByEntry(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const found: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights)
      if (name.startsWith('allegedly-'))
        for (const range of highlight as unknown as Iterable<Range>) {
          const id = (range.startContainer.parentElement?.closest('article') ?? document.body).id;
          found[id] = [...(found[id] ?? []), range.toString()].sort();
        }
    return found;
  });
}

describe('a live blog', () => {
  test('is marked entry by entry, and an entry that comes on top gets its marks while the others keep theirs', async () => {
    const page = await visit('/live');
    await marksOf(page);
    const before = await marksByEntry(page);
    expect(
      Object.keys(before)
        .filter((id) => id !== '')
        .sort(),
    ).toEqual(['first', 'second']);
    for (const [id, { title, paragraphs }] of [
      ['first', other],
      ['second', article],
    ] as const)
      for (const words of before[id] ?? []) expect([words, [title, ...paragraphs].some((text) => text.includes(words.trim()))]).toEqual([words, true]);
    await page.evaluate(async () => {
      const late = new DOMParser().parseFromString(await (await fetch('/late-entry')).text(), 'text/html').body;
      document.querySelector('#posts')?.prepend(...late.childNodes);
    });
    const after = await eventually(async () => {
      const now = await marksByEntry(page);
      return now['third'] && now;
    }, 'marks of the late entry');
    for (const words of after['third'] ?? [])
      expect([words, [third.title, ...third.paragraphs].some((text) => text.includes(words.trim()))]).toEqual([words, true]);
    expect({ first: after['first'], second: after['second'] }).toEqual({ first: before['first'], second: before['second'] });
    await page.close();
  });
});

describe('text behind a click', () => {
  test.each([
    ['/details', (page: Page) => page.click('summary')],
    ['/lazy', (page: Page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight))],
  ])('%s: carries in the end the marks that it has on a plain page', async (path, open) => {
    const plain = await visit('/plain');
    const words = await markedWords(plain);
    await plain.close();
    const page = await visit(path);
    await marksOf(page);
    await open(page);
    await eventually(async () => (await markedWords(page)) === words, 'the marks of the plain page');
    await page.close();
  });

  test('paragraphs that a button adds are marked, and those before keep their marks', async () => {
    const page = await visit('/later');
    const before = (await markedWords(page)).split(' ⁄ ');
    await page.click('#more');
    const claim = 'one address belonging to the hosting company';
    await eventually(async () => (await markedWords(page)).includes(claim), 'the marks of what was added');
    expect((await markedWords(page)).split(' ⁄ ')).toEqual(expect.arrayContaining(before));
    await page.close();
  });
});

describe('without colours, and on paper', () => {
  let painterCode = '';
  beforeAll(async () => {
    painterCode = await bundleOf('../../../reading/painter.ts');
  });

  /** A page that is left alone, with the rules that the extension gives to pages: the same words in seven lines, six of them marked by the painter. */
  async function painted(media: Protocol.Emulation.SetEmulatedMediaRequest, isFaint: boolean): Promise<Page> {
    const page = await visit('/quiet');
    await page.addStyleTag({ content: highlightRules() });
    await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', media);
    await page.evaluate(painterCode);
    await page.evaluate(
      (kinds, isUnsure) => {
        const { Painter } = (window as unknown as { bench: { Painter: new (of: Window) => { paint: (marks: object[]) => void } } }).bench;
        const ranges = [...document.querySelectorAll('p')].map((line) => {
          const range = document.createRange();
          range.selectNodeContents(line.firstChild as Node);
          return range;
        });
        new Painter(window).paint(kinds.map((kind, at) => ({ id: kind, kind, isFaint: isUnsure, ranges: [ranges[at + 1]] })));
      },
      STATEMENT_KINDS,
      isFaint,
    );
    return page;
  }

  async function pictures(page: Page): Promise<string[]> {
    const taken: string[] = [];
    for (let at = 0; at <= STATEMENT_KINDS.length; at++)
      taken.push(await page.screenshot({ encoding: 'base64', clip: { x: 0, y: at * 40, width: 400, height: 40 } }));
    return taken;
  }

  const forced = { name: 'forced-colors', value: 'active' };
  test.each<[string, Protocol.Emulation.SetEmulatedMediaRequest]>([
    ['forced colours', { features: [forced] }],
    ['forced colours, dark', { features: [forced, { name: 'prefers-color-scheme', value: 'dark' }] }],
    ['paper', { media: 'print' }],
  ])('%s: the mark of each kind is there, and told from the others', async (_name, media) => {
    for (const isFaint of [false, true]) {
      const page = await painted(media, isFaint);
      expect(new Set(await pictures(page)).size).toBe(STATEMENT_KINDS.length + 1);
      await page.close();
    }
  });

  test('forced colours: marks are not drawn as selected text is, links keep the colour that is forced on them', async () => {
    const page = await visit('/plain');
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('article p')) each.innerHTML = `<span>${each.innerHTML}</span> <a href="#x">${each.innerHTML}</a>`;
    });
    await marksOf(page);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', { features: [forced] });
    const coloursOf = () =>
      page.evaluate(() => {
        const marked = [...CSS.highlights]
          .filter(([name]) => name.startsWith('allegedly-'))
          .flatMap(([, ranges]) => [...(ranges as unknown as Iterable<Range>)].flatMap(({ startContainer: { parentElement } }) => parentElement ?? []));
        const isFreed = marked.every((each) => getComputedStyle(each).forcedColorAdjust === 'preserve-parent-color');
        const colours = (elements: Element[], name: string) =>
          [...new Set(elements.filter(({ localName }) => localName === name).map((each) => getComputedStyle(each).color))].join();
        const all = [...document.querySelectorAll('article p *')];
        return { isFreed, count: marked.length, marked: [colours(marked, 'span'), colours(marked, 'a')], all: [colours(all, 'span'), colours(all, 'a')] };
      });
    const found = await eventually(async () => {
      const now = await coloursOf();
      return now.isFreed && now;
    }, 'the lines');
    expect(found.count).toBeGreaterThan(4);
    expect(found.marked[0]).toBe(found.all[0]);
    expect(found.marked[1] === '' || found.marked[1] === found.all[1]).toBe(true);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await page.close();
  });
});
