/** Title, standfirst and body, and nothing else, on pages built in many ways: see skeletons.ts. */
import { expect, it } from 'vitest';
import { readArticle } from '../../reading/read-article.ts';
import { SKELETONS, STANDFIRST, STORY, TITLE } from './skeletons.ts';

it.each(Object.entries(SKELETONS))('%s', (_name, { html, hasStandfirst = false, shown = STORY.length }) => {
  const { article } = readArticle(Document.parseHTMLUnsafe(html));
  const body = STORY.slice(0, shown);
  expect(article.blocks.map(({ start, end }) => article.text.slice(start, end))).toEqual([TITLE, ...(hasStandfirst ? [STANDFIRST] : []), ...body]);
});
