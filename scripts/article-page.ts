/**
 * Makes a news page of an article: masthead, navigation, the article, related links, footer, styles for light and dark.
 * Used by the demonstration and the end-to-end tests.
 */

export interface PageArticle {
  readonly title: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly standfirst?: string;
  /** ISO date. */
  readonly published?: string;
  /** In order; one that begins with `## ` is a sub-heading. */
  readonly paragraphs: readonly string[];
}

const STYLES = `
  :root { color-scheme: light dark; --ink: #1a1a1a; --soft: #5c5c5c; --line: #ddd; --paper: #fff; --accent: #7a1f1f; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --soft: #a5a5a5; --line: #3a3a3a; --paper: #1b1b1d; --accent: #e0a0a0; } }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 18px/1.6 Georgia, 'Noto Serif', serif; }
  header.site, footer { font-family: system-ui, sans-serif; font-size: 14px; border-block: 1px solid var(--line); padding: 12px 24px; }
  header.site b { font: 700 26px Georgia, serif; color: var(--accent); } nav a { margin-inline-end: 16px; color: var(--soft); text-decoration: none; }
  .columns { display: grid; grid-template-columns: minmax(0, 40rem) 16rem; gap: 48px; max-width: 62rem; margin: 24px auto; padding: 0 24px; }
  h1 { font-size: 38px; line-height: 1.15; margin: 0 0 12px; text-wrap: balance; } h2 { font-size: 22px; margin: 32px 0 8px; }
  .standfirst { font-size: 20px; color: var(--soft); margin: 0 0 16px; } .byline { font: 14px system-ui, sans-serif; color: var(--soft); border-bottom: 1px solid var(--line); padding-bottom: 16px; }
  aside { font: 15px/1.4 system-ui, sans-serif; border-top: 3px solid var(--accent); padding-top: 8px; } aside li { margin-block: 12px; } aside ul { list-style: none; padding: 0; }
  a { color: inherit; } @media (max-width: 800px) { .columns { grid-template-columns: 1fr; } h1 { font-size: 30px; } }
`;

/** The page as HTML. All text is escaped. */
export function articlePage({ title, outlet = 'The Bay Ledger', byline, standfirst, published, paragraphs }: PageArticle): string {
  const metadata = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: published,
    publisher: { '@type': 'Organization', name: outlet },
    author: byline && { '@type': 'Person', name: byline },
  };
  const body = paragraphs.map((text) => (text.startsWith('## ') ? `<h2>${escaped(text.slice(3))}</h2>` : `<p>${escaped(text)}</p>`)).join('\n      ');
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escaped(title)} | ${escaped(outlet)}</title>
  <meta property="og:title" content="${escaped(title)}">
  <meta property="og:site_name" content="${escaped(outlet)}">
  <link rel="icon" href="data:,">
  <script type="application/ld+json">${JSON.stringify(metadata).replaceAll('<', '\\u003c')}</script>
  <style>${STYLES}</style>
</head>
<body>
  <header class="site"><b>${escaped(outlet)}</b> <nav><a href="#news">News</a><a href="#business">Business</a><a href="#technology">Technology</a><a href="#opinion">Opinion</a></nav></header>
  <div class="columns">
    <main><article>
      <h1>${escaped(title)}</h1>
      ${standfirst ? `<p class="standfirst">${escaped(standfirst)}</p>` : ''}
      <p class="byline">${byline ? `By ${escaped(byline)}` : ''} ${published ? `<time datetime="${escaped(published)}">${escaped(published)}</time>` : ''}</p>
      ${body}
    </article></main>
    <aside><h2>More from us</h2><ul><li><a href="#1">Ferry fares to rise in spring</a></li><li><a href="#2">A museum for the county’s last cannery</a></li><li><a href="#3">What the new water rules mean for gardens</a></li></ul></aside>
  </div>
  <footer>© ${escaped(outlet)}. Sign up for our morning newsletter.</footer>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
