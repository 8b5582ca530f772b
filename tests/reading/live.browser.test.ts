/** Live blogs are read entry by entry, each with its own day; what is posted again is read once. */
import { expect, it } from 'vitest';
import { publishedAt } from '../../model/article.ts';
import { readArticle } from '../../reading/read-article.ts';

const TITLE = 'Ferry trial: company and council before the court';
const LEAD = 'The court hears company and council on the letter of March. We report from the hall, and from the quay, as it happens.';
const ENTRIES = [
  [
    '2021-05-05T16:20:00Z',
    'The judge rules',
    ['The court found that the company had asked for the new timetable itself, and threw its claim out.', 'An appeal is possible.'],
  ],
  ['2021-05-05T09:00:00Z', 'Second day', ['The council says that it has found the envelope of the letter, and will show it to the court in the afternoon.']],
  [
    '2021-05-04T11:30:00Z',
    'The company speaks',
    ['“We have asked for nothing, and we were given nothing,” the director of the company said on the stand, and sat down.', 'Nobody laughed in the hall.'],
  ],
  [
    '2021-05-04T09:05:00Z',
    'It begins',
    ['The hall is full. Passengers have come in their boots, straight from the quay, and some of them have brought umbrellas.'],
  ],
] as const;
type EntryOf = readonly [time: string, heading: string, paragraphs: readonly string[]];

const inner = ([time, heading, paragraphs]: EntryOf) =>
  `<time datetime="${time}">${time.slice(11, 16)}</time><h2>${heading}</h2><span class="byline">Ann Ro</span>${paragraphs.map((text) => `<p>${text}</p>`).join('')}<button>Share</button>`;
const page = (body: string, isSaid: boolean) =>
  Document.parseHTMLUnsafe(`<!doctype html><html lang="en"><head><title>${TITLE}</title>
    ${isSaid ? `<script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"${TITLE}","datePublished":"2021-05-04T08:00:00Z"}</script>` : ''}
    </head><body><nav><a href="/">The Ledger</a></nav><main><h1>${TITLE}</h1><p>${LEAD}</p>${body}</main><footer><p>© The Ledger</p></footer></body></html>`);

const ways: readonly (readonly [name: string, isSaid: boolean, wrap: (inner: string, at: number) => string])[] = [
  ['said by the page, in divisions', true, (html, at) => `<div class="update" id="entry-${at}">${html}</div>`],
  ['said by the page, in articles', true, (html, at) => `<article id="e${at}">${html}</article>`],
  ['seen by its articles, which have anchors and times', false, (html, at) => `<article><a href="#e${at}">Link</a>${html}</article>`],
  ['marked up', false, (html) => `<section itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">${html}</section>`],
];

it.each(ways)('%s', (_name, isSaid, wrap) => {
  const { article } = readArticle(page(`<div class="posts">${ENTRIES.map((entry, at) => wrap(inner(entry), at)).join('')}</div>`, isSaid));
  const at = (span: { start: number; end: number }) => article.text.slice(span.start, span.end);
  expect(article.blocks.map(at).filter((text) => text !== 'Link')).toEqual([
    TITLE,
    LEAD,
    ...ENTRIES.flatMap(([, heading, paragraphs]) => [heading, ...paragraphs]),
  ]);
  expect(article.entries?.map(({ published }) => published?.iso)).toEqual(ENTRIES.map(([time]) => time.slice(0, 10)));
  expect(article.entries?.map((entry) => at(entry).replace(/^Link\n/, ''))).toEqual(
    ENTRIES.map(([, heading, paragraphs]) => [heading, ...paragraphs].join('\n')),
  );
  expect(publishedAt(article, article.text.indexOf('We have asked'))?.iso).toBe('2021-05-04');
  expect(publishedAt(article, article.text.indexOf('The court found'))?.iso).toBe('2021-05-05');
});

it('what is posted again, or pinned above, is read once', () => {
  const again: EntryOf = ['2021-05-05T18:00:00Z', 'The day in short', [ENTRIES[0][2][0], ENTRIES[2][2][0]]];
  const { article } = readArticle(page([again, ...ENTRIES].map((entry, at) => `<article id="e${at}">${inner(entry)}</article>`).join(''), true));
  for (const text of again[2]) expect(article.text.split(text)).toHaveLength(2);
  expect(article.entries).toHaveLength(5);
});

it('an article with teasers that bear times is no live blog', () => {
  const teasers = ENTRIES.map(
    ([time, heading]) => `<article><a href="/x#top"><h3>${heading}</h3></a><time datetime="${time}">${time.slice(0, 10)}</time></article>`,
  );
  const story = ENTRIES.flatMap(([, , paragraphs]) =>
    paragraphs.map((text) => `<p>${text} So much for that, and there is more to be told of it on another day.</p>`),
  );
  expect(readArticle(page(`${story.join('')}<div>${teasers.join('')}</div>`, false)).article.entries).toBeUndefined();
});
