/**
 * Reads a page as an article: title, standfirst and body as blocks of text, each tied to the page's own text nodes.
 * Captions, promotions, repeated pull quotes and whatever else is not the article stay out. Only reads the page.
 */
import type { Article, ArticleEntry, Block } from '../model/article.ts';
import type { GiveUp } from '../model/page-state.ts';
import { articleScope } from './article-scope.ts';
import { findTitle, withStandfirst } from './headline.ts';
import { articleEntries, type LiveEntry, liveEntries, type PlacedBlock, withEntries, withoutReposts } from './live-entries.ts';
import { type Metadata, readMetadata, short } from './metadata.ts';
import { otherArticles } from './other-articles.ts';
import { withoutExtras } from './outside.ts';
import { blockOf, type PageBlock, pageBlocks } from './page-blocks.ts';
import { pageSizeProblem } from './page-size.ts';
import { type TextIndex, TextIndexBuilder } from './text-index.ts';
import { pageBudget, runAtOnce, runInSlices, type Steps, type WorkBudget } from './work-budget.ts';

export interface ReadArticle {
  readonly article: Article;
  readonly textIndex: TextIndex;
  /** Why the page was not read to its end; its text is empty then. */
  readonly gaveUp?: GiveUp;
}

const BLOCKS_A_STEP = 50;

/** Reads the page at once; an article without blocks where none can be made out. */
export function readArticle(document: Document): ReadArticle {
  return runAtOnce(readingSteps(document));
}

/** Reads the page in slices between which it lives on, and gives it up where that takes more work than the budget allows. */
export async function readArticleInSlices(document: Document, budget: WorkBudget = pageBudget()): Promise<ReadArticle & { readonly workMs: number }> {
  const { result, workMs } = await runInSlices(readingSteps(document), budget);
  return { ...(result ?? unread(document, { title: short(document.title), provenance: {} }, 'out-of-time')), workMs };
}

function* readingSteps(document: Document): Steps<ReadArticle> {
  const metadata = readMetadata(document);
  yield;
  const { body } = document;
  if (!body) return articleOf(document, metadata, new TextIndexBuilder().build(), []);
  const problem = yield* pageSizeProblem(document.documentElement);
  if (problem) return unread(document, metadata, problem);
  const title = findTitle(document, metadata.title);
  const entries = liveEntries(document, title, metadata.isLive === true);
  const scope = yield* articleScope(document, entries.length > 0 ? [] : otherArticles(title));
  const found = yield* pageBlocks(body, withEntries(scope, entries), new Set(title ? [title] : []));
  const text = withStandfirst(title, withoutReposts(withoutExtras(found, title?.textContent ?? metadata.title), entries));
  yield;
  return yield* indexed(document, metadata, title ? [blockOf('title', title), ...text] : text, entries);
}

function* indexed(document: Document, metadata: Metadata, pageBlocks: readonly PageBlock[], live: readonly LiveEntry[]): Steps<ReadArticle> {
  const builder = new TextIndexBuilder();
  const blocks: Block[] = [];
  const placed: PlacedBlock[] = [];
  for (const [number, { kind, nodes, element }] of pageBlocks.entries()) {
    if (number % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    builder.startBlock();
    for (const node of nodes) {
      if (node) builder.addNode(node);
      else builder.addSpace();
    }
    const [start, end] = builder.endBlock();
    if (end === start) continue;
    blocks.push({ kind, start, end });
    placed.push({ element, start, end });
  }
  return articleOf(document, metadata, builder.build(), blocks, articleEntries(placed, live));
}

function articleOf(document: Document, metadata: Metadata, textIndex: TextIndex, blocks: readonly Block[], entries: readonly ArticleEntry[] = []): ReadArticle {
  const { description: _, isLive: __, ...known } = metadata;
  const url = document.location?.href.replace(/#.*$/s, '') ?? '';
  return { article: { ...known, url, text: textIndex.text, blocks, ...(entries.length > 0 ? { entries } : {}) }, textIndex };
}

function unread(document: Document, metadata: Metadata, gaveUp: GiveUp): ReadArticle {
  return { ...articleOf(document, metadata, new TextIndexBuilder().build(), []), gaveUp };
}
