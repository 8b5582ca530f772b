/**
 * Article pages as various publishing systems build them, each around one and the same story: what stands around the story must
 * stay out, and all of it must be read. Our own words throughout; no page is a copy of one that exists.
 */

export const TITLE = 'Ferry company denies that it agreed to the new timetable';
export const STANDFIRST = 'The council points to a letter of March; the company says that nobody there has ever seen it.';
export const STORY: readonly string[] = [
  'The ferry company said on Monday that it had never agreed to the new timetable, and that the council knew as much.',
  'A spokesman for the council denied this, and pointed to a letter of March in which the company, he said, had asked for just that.',
  'The dispute goes back to the winter, when three boats lay idle for weeks, and passengers waited on the quay in the rain for hours.',
  'A court is to hear both sides in May; until then the old timetable stays in force, the judge ruled, whatever the letter may say.',
  'Passengers said that they would be glad of any boat at all, and that the island could not live on letters and on rulings alone.',
  '“We have asked for nothing, and we were given nothing,” the company wrote to its customers at the end of the week.',
];
/** Another story of the same paper, for what does not belong. */
const OTHER: readonly string[] = [
  'Three schools on the mainland will close for a week in autumn so that their roofs can be mended, the district said on Friday.',
  'Parents had asked for the repairs for years, and a petition with four thousand names was handed over in the spring of last year.',
  'The district, which is short of money, will pay for the work with a loan that it has to give back within twelve years, it said.',
  'Teachers welcomed the news, and said that buckets had stood in their corridors through the last three winters without a break.',
];

const each = (texts: readonly string[], wrap: (text: string, index: number) => string) => texts.map(wrap).join('\n');
const p = (text: string) => `<p>${text}</p>`;
const head = (extra = '') => `<head><meta charset="utf-8"><title>${TITLE} | The Ledger</title><meta property="og:title" content="${TITLE}">${extra}</head>`;
const page = (body: string, { root = 'lang="en"', extra = '' } = {}) => `<!doctype html><html ${root}>${head(extra)}<body>${body}</body></html>`;
const NAV = '<nav><a href="/">The Ledger</a><a href="/news">News</a><a href="/sport">Sport</a><a href="/boats">Boats</a></nav>';
const FOOTER = '<footer><p>© The Ledger. All rights reserved, and all wrongs too, by The Ledger and its heirs, wherever they may be found.</p></footer>';
const card = (text: string, at: number) => `<a href="/${at}" class="block p-4"><h3>${text.slice(0, 60)}</h3><span>${text.slice(0, 90)} …</span></a>`;

export interface Skeleton {
  readonly html: string;
  /** Whether the page shows a standfirst. */
  readonly hasStandfirst?: boolean;
  /** Paragraphs of the story that the page shows; all where it is not said. */
  readonly shown?: number;
}

export const SKELETONS: Readonly<Record<string, Skeleton>> = {
  'divisions and utility classes, no paragraphs': {
    hasStandfirst: true,
    html: page(`<div id="__next"><div class="sticky top-0 flex">${NAV}</div><div class="mx-auto max-w-2xl px-4">
      <h1 class="text-4xl font-bold">${TITLE}</h1><div class="article-dek mt-2 text-xl text-gray-600">${STANDFIRST}</div>
      <div class="flex gap-2 text-sm"><span>By Ann Ro</span><span>3 May 2021</span><button>Share</button></div>
      <div class="prose">${each(STORY, (text) => `<div class="mt-4 text-lg leading-7">${text}</div>`)}</div>
      <div class="mt-12 grid grid-cols-3">${each(OTHER, card)}</div></div>${FOOTER}</div>`),
  },
  AMP: {
    html: page(
      `<amp-sidebar id="menu" layout="nodisplay"><ul><li><a href="/">Home</a></li></ul></amp-sidebar><header>${NAV}</header>
      <main><article><h1>${TITLE}</h1><p class="byline">By Ann Ro</p><amp-img src="a.jpg" width="4" height="3"></amp-img>
      ${each(STORY.slice(0, 3), p)}<amp-ad width="300" height="250" type="x"></amp-ad><div class="amp-ad-label">Advertisement</div>${each(STORY.slice(3), p)}
      <amp-list src="/more"><div class="more-list">${each(OTHER, card)}</div></amp-list></article></main>${FOOTER}`,
      { root: 'amp lang="en"' },
    ),
  },
  'a newsletter with subscription boxes in the text': {
    hasStandfirst: true,
    html: page(`<div class="main-menu">${NAV}<button>Subscribe</button></div><div class="single-post"><article class="post">
      <div class="post-header"><h1 class="post-title">${TITLE}</h1><h3 class="subtitle">${STANDFIRST}</h3><div class="meta"><a href="/@ann">Ann Ro</a> · May 3</div></div>
      <div class="available-content"><div class="body markup">${each(STORY.slice(0, 2), p)}
      <div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p>The Ledger Letter is written by readers. To get new posts and to support the work, become a subscriber, free or paid.</p></div><form><input type="email"><input type="submit" value="Subscribe"></form></div></div>
      ${each(STORY.slice(2), p)}<p class="button-wrapper"><a class="button primary" href="/share"><span>Share this letter</span></a></p></div></div></article>
      <div id="discussion"><h4>Discussion about this post</h4><div class="comment-list"><div class="comment"><p>I have sat on that quay myself, and the company lies as it has always lied, believe me.</p></div></div></div></div>${FOOTER}`),
  },
  'paragraphs parted by line breaks': {
    html: page(`<div id="top">${NAV}</div><div id="content"><h1>${TITLE}</h1><div class="date">3 May 2021</div>
      <div class="text">${STORY.join('<br><br>\n')}</div></div><div id="side"><b>More news</b><ul>${each(OTHER, (text) => `<li><a href="/x">${text.slice(0, 50)}</a></li>`)}</ul></div>${FOOTER}`),
  },
  'elements of its own making': {
    html: page(`<ledger-header>${NAV}</ledger-header><ledger-story><story-head><h1 slot="title">${TITLE}</h1></story-head><story-body>
      ${each(STORY, (text) => `<story-paragraph><p>${text}</p></story-paragraph>`)}</story-body><story-recirculation>${each(OTHER, card)}</story-recirculation></ledger-story>${FOOTER}`),
  },
  'tables within tables': {
    html: page(`<table width="100%"><tr><td colspan="3">${NAV}</td></tr><tr><td width="120"><a href="/a">News</a><br><a href="/b">Sport</a><br><a href="/c">Weather</a></td>
      <td><table><tr><td><h1>${TITLE}</h1></td></tr><tr><td>${each(STORY, p)}</td></tr></table></td>
      <td width="160"><table><tr><td><b>Today</b><br>${each(OTHER, (text) => `<a href="/y">${text.slice(0, 55)}</a><br>`)}</td></tr></table></td></tr>
      <tr><td colspan="3"><font size="1">© The Ledger</font></td></tr></table>`),
  },
  'a blog with boxes of related posts in the text': {
    html: page(`<div class="site"><header class="site-header">${NAV}</header><main class="site-main"><article class="post type-post hentry category-boats tag-related">
      <header class="entry-header"><h1 class="entry-title">${TITLE}</h1><div class="entry-meta">By <a rel="author" href="/ann">Ann Ro</a> on <time datetime="2021-05-03">May 3, 2021</time></div></header>
      <div class="entry-content">${each(STORY.slice(0, 2), p)}
      <div class="wp-block-group is-related"><p><strong>Also read:</strong> <a href="/z">${OTHER[0]}</a></p></div>${p(STORY[2] ?? '')}
      <p><em>Read more: <a href="/z">${OTHER[1]}</a></em></p>${each(STORY.slice(3), p)}
      <div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a href="/t">Print</a></li><li><a href="/e">Email</a></li></ul></div>
      <div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>${each(OTHER, (text) => `<div class="jp-relatedposts-post"><a href="/p">${text}</a></div>`)}</div></div>
      <footer class="entry-footer">Filed under: <a href="/boats">Boats</a></footer></article>
      <div class="author-box"><h4>About Ann Ro</h4><p>Ann Ro has written about boats, quays and rain for The Ledger since the spring of 1999. She lives on the island.</p></div>
      <div id="comments" class="comments-area"><ol class="comment-list"><li class="comment"><p>I have sat on that quay myself, and the company lies as it has always lied, believe me.</p></li></ol></div></main>${FOOTER}</div>`),
  },
  'a text that ends at a paywall': {
    shown: 3,
    html: page(`${NAV}<main><article><h1>${TITLE}</h1><div class="article-body">${each(STORY.slice(0, 3), p)}<div class="fade"></div></div>
      <div class="paywall-barrier" data-paywall><h2>Subscribe to continue reading</h2><p>You have read all your free articles of this month. Get full access for a year, at a price that hardly anybody has regretted.</p><ul><li>Cancel whenever you like</li><li>Read on all your devices</li></ul><button>Subscribe</button><p>Already a subscriber? <a href="/login">Log in</a></p></div></article></main>${FOOTER}`),
  },
  'endless scrolling: another article below': {
    html: page(`${NAV}<main><article id="a1"><h1>${TITLE}</h1>${each(STORY, p)}</article><hr>
      <article id="a2"><h1>Schools will close for a week so that roofs can be mended</h1>${each([...OTHER, ...OTHER.map((text) => `Again: ${text}`)], p)}</article></main>${FOOTER}`),
  },
  'endless scrolling: another article below, in divisions': {
    html: page(`${NAV}<div class="feed"><div class="story-wrap"><div class="head"><h1>${TITLE}</h1><span class="byline">By Ann Ro</span></div><div class="body">${each(STORY, p)}</div></div>
      <div class="story-wrap"><div class="head"><h1>Schools will close for a week so that roofs can be mended</h1><span class="byline">By Bo Li</span></div><div class="body">${each([...OTHER, ...OTHER.map((text) => `Again: ${text}`)], p)}</div></div></div>${FOOTER}`),
  },
  'a consent dialog before the article': {
    html: page(`<div id="consent-banner" role="dialog" aria-modal="true"><h2>We value your privacy</h2><p>We and our 842 partners store and read information on a device, such as cookies, and process personal data, such as unique identifiers, to show and to measure advertisements, and to get to know those who look at them.</p><p>You may choose anew at any time, by a link at the foot of every page, and your choice will be told to all of our partners.</p><button>Agree</button></div>
      ${NAV}<main><h1>${TITLE}</h1>${each(STORY, p)}</main>${FOOTER}`),
  },
  'a summary in points above (which repeats the text), advertisements and a caption between': {
    html: page(`${NAV}<div class="Page-content"><h1 class="Page-headline">${TITLE}</h1><div class="KeyPoints"><ul><li>Company and council disagree on a letter of March.</li><li>A court is to hear both of them in May, and not before.</li></ul></div>
      <div class="RichTextStoryBody">${each(STORY.slice(0, 2), p)}<figure><picture><img src="x.jpg"></picture><figcaption>A boat on the quay in the rain. (Photo: Ann Ro)</figcaption></figure>
      <div class="Advertisement"><p>Advertisement</p></div>${each(STORY.slice(2, 4), p)}<p>Story continues below advertisement</p><div class="ad-slot"></div>${each(STORY.slice(4), p)}</div></div>${FOOTER}`),
  },
  'a short item': {
    shown: 2,
    html: page(`${NAV}<main><article><h1>${TITLE}</h1>${each(STORY.slice(0, 2), p)}</article><aside><h2>More</h2>${each(OTHER, card)}</aside></main>${FOOTER}`),
  },
  'in the light of a component with slots': {
    html: page(`${NAV}<ledger-card><template shadowrootmode="open"><div class="frame"><slot></slot></div><p>Shown by a component, and no part of the story at all.</p></template>
      <article><h1>${TITLE}</h1>${each(STORY, p)}</article></ledger-card>${FOOTER}`),
  },
  'data attributes, sections and an author’s note': {
    hasStandfirst: true,
    html: page(`${NAV}<section name="articleBody"><header><h1 data-testid="headline">${TITLE}</h1><p id="article-summary" data-testid="standfirst">${STANDFIRST}</p><p>Listen to this article · 4:31 min <a href="/l">Learn more</a></p></header>
      ${each(STORY, (text, at) => `<div class="css-s99gbd StoryBodyCompanionColumn" data-testid="companionColumn-${at}"><div class="css-53u6y8"><p class="css-at9mc1 evys1bk0">${text}</p></div></div>`)}
      <div class="bottom-of-article"><div><p>Ann Ro has written about boats, quays and rain for The Ledger since 1999. <a href="/ann">More about Ann Ro</a></p></div></div></section><aside>${each(OTHER, card)}</aside>${FOOTER}`),
  },
};
