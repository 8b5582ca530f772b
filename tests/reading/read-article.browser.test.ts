/** What of a page is the article, in documents of a real browser: each line of the table is put into the middle of the same story. */
import { describe, expect, it } from 'vitest';
import { Anchors } from '../../reading/anchoring/anchors.ts';
import { readArticle } from '../../reading/read-article.ts';
import { relocated } from '../../reading/relocate.ts';

const STORY = [
  'The ferry company said on Monday that it had never agreed to the new timetable, and that the council knew as much.',
  'A spokesman for the council denied this, and pointed to a letter of March in which the company, he said, had asked for just that.',
  'The dispute goes back to the winter, when three boats lay idle for weeks, and passengers waited on the quay in the rain for hours.',
  'A court is to hear both sides in May; until then the old timetable stays in force, the judge ruled, whatever the letter may say.',
  'Passengers said that they would be glad of any boat at all, and that the island could not live on letters and on rulings alone.',
];
const TITLE = 'Ferry company denies that it agreed to anything';

function read(middle: string, { before = '', after = '', head = '' } = {}) {
  const [first = '', second = '', ...rest] = STORY.map((text) => `<p>${text}</p>`);
  const html = `<html><head><title>${TITLE}</title>${head}</head><body><header><a href="/">The Ledger</a></header>
    <main><article><h1>${TITLE}</h1>${before}${first}${second}${middle}${rest.join('\n')}${after}</article></main>
    <footer><p>All rights reserved, and all wrongs too, by The Ledger and its heirs, wherever they may be found.</p></footer></body></html>`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  return { page, ...readArticle(page) };
}

const blocksOf = ({ article }: ReturnType<typeof read>) => article.blocks.map(({ kind, start, end }) => [kind, article.text.slice(start, end)]);

describe('what is not the article stays out, and the article stays whole', () => {
  it.each([
    ['a caption', '<figure><img src="x"><figcaption>A boat on the quay in the rain, in March.</figcaption></figure>'],
    ['a caption by its class', '<div class="wp-caption"><img src="x"><p class="wp-caption-text">A boat on the quay in the rain, in March.</p></div>'],
    ['words beside a picture', '<figure><img src="x"><div>A boat on the quay in the rain. Photo: Ann Ro</div></figure>'],
    ['a related link', '<p>Read more: <a href="/b">The council denies that it has no boats of its own</a></p>'],
    [
      'a list of related links',
      '<p>Related articles</p><ul><li><a href="/b">The council denies that it has no boats</a></li><li><a href="/c">Islanders say enough</a></li></ul>',
    ],
    ['a box of related links', '<div class="story-related"><a href="/b">The council denies that it has no boats of its own</a></div>'],
    ['an aside', '<aside><p>The council denies that it has no boats of its own, and more of the like.</p></aside>'],
    ['a newsletter box', '<div class="newsletter-box"><p>Sign up for our letter, which says all that there is to say on boats.</p></div>'],
    ['a pull quote', `<blockquote class="pullquote">“${STORY[3]?.slice(11, 40)}”</blockquote>`],
    ['a shortened pull quote', '<blockquote>The ferry company said on Monday … that the council knew as much</blockquote>'],
    ['something hidden', '<p hidden>The council denies that it has no boats of its own, and more of the like.</p>'],
    ['a button', '<button>Listen to this article, read by a machine</button>'],
  ])('%s', (_name, middle) => {
    expect(blocksOf(read(middle))).toEqual([['title', TITLE], ...STORY.map((text) => ['paragraph', text])]);
  });

  it('comments under it', () => {
    const comments =
      '<section id="comments" class="comments"><h2>2 comments</h2><ol class="comment-list"><li><p>I say that the ferry company lies, and has always lied, and will again.</p></li></ol></section>';
    expect(blocksOf(read('', { after: comments }))).toEqual([['title', TITLE], ...STORY.map((text) => ['paragraph', text])]);
  });
});

describe('what is the article stays in', () => {
  it.each([
    ['a heading', '<h2>What the letter says</h2>', ['heading', 'What the letter says']],
    [
      'a quotation that repeats nothing',
      '<blockquote><p>“We have asked for nothing, and we were given nothing,” the company wrote.</p></blockquote>',
      ['quote', '“We have asked for nothing, and we were given nothing,” the company wrote.'],
    ],
    [
      'words of a sentence whose class sounds like a menu',
      '<p>The <span class="comment-term menu">harbour master</span> said that he had seen no letter, nor a boat.</p>',
      ['paragraph', 'The harbour master said that he had seen no letter, nor a boat.'],
    ],
    [
      'a link that runs a script',
      '<p>The <a href="javascript:void(0)">harbour master</a> said that he had seen no letter, nor a boat.</p>',
      ['paragraph', 'The harbour master said that he had seen no letter, nor a boat.'],
    ],
    [
      'a list',
      '<ul><li>The letter of March says that the company asked for it, says the council.</li></ul>',
      ['list-item', 'The letter of March says that the company asked for it, says the council.'],
    ],
  ])('%s', (_name, middle, block) => {
    expect(blocksOf(read(middle))).toContainEqual(block);
  });

  it('the standfirst, once, wherever it stands', () => {
    const words = 'The council points to a letter; the company points to the council.';
    for (const before of [`<p class="standfirst">${words}</p>`, `<div class="article-dek"><p>${words}</p></div>`]) {
      const blocks = blocksOf(read('', { before }));
      expect(blocks.filter(([, text]) => text === words)).toEqual([['standfirst', words]]);
    }
  });

  it('the title once, though the page repeats it', () => {
    expect(blocksOf(read('', { before: `<h2>${TITLE}</h2>` })).filter(([, text]) => text === TITLE)).toEqual([['title', TITLE]]);
  });
});

it('changes nothing on the page', () => {
  const { page } = read('<figure><img src="x"><figcaption>A boat.</figcaption></figure>');
  const before = page.documentElement.outerHTML;
  readArticle(page);
  expect(page.documentElement.outerHTML).toBe(before);
});

it('words that run over a line break of the page’s source have their place', () => {
  const { article, textIndex } = read('<p>The harbour\n      master said that he had\nseen no letter, nor a boat.</p>');
  const words = 'harbour master said that he had seen';
  const at = article.text.indexOf(words);
  expect(
    textIndex
      .rangesOf([at, at + words.length])
      .map((range) => range.toString().replace(/\s+/g, ' '))
      .join(''),
  ).toBe(words);
});

it('a range of the page has its span, without what stands between and is not the article', () => {
  const { page, article, textIndex } = read('<figure><img src="x"><figcaption>A boat on the quay.</figcaption></figure>');
  const paragraphs = page.querySelectorAll('article > p');
  const range = page.createRange();
  range.setStart(paragraphs[1]?.firstChild as Node, 2);
  range.setEnd(paragraphs[2]?.firstChild as Node, 11);
  const span = textIndex.spanOf(range);
  expect(span && article.text.slice(...span)).toBe(`${STORY[1]?.slice(2)}\n${STORY[2]?.slice(0, 11)}`);
  range.selectNodeContents(page.querySelector('footer') as Node);
  expect(textIndex.spanOf(range)).toBeUndefined();
});

it('statements keep their words when the text changes, and are orphans when they are gone', () => {
  const before = read('').article.text;
  const now = read('<p>Update: the harbour master has resigned over the letter, it was said.</p>').article.text.replace(
    STORY[4] ?? '',
    'No one would say more.',
  );
  const spanOf = (words: string) => [before.indexOf(words), before.indexOf(words) + words.length] as const;
  const statement = (id: string, words: string) => ({
    id,
    kind: 'claim' as const,
    speaker: { status: 'unresolved' as const },
    sourceSpans: [],
    cueSpans: [],
    contentSpans: [spanOf(words)],
    quoteType: 'indirect' as const,
    confidence: 1,
  });
  const moved = relocated(
    [statement('kept', 'until then the old timetable stays in force'), statement('gone', 'the island could not live on letters')],
    before,
    now,
  );
  expect(moved.map(({ contentSpans }) => contentSpans.map((span) => now.slice(...span)))).toEqual([['until then the old timetable stays in force'], []]);
  expect(new Anchors(now).describe(moved[0]?.contentSpans[0] ?? [0, 0])?.quote.exact).toBe('until then the old timetable stays in force');
});
