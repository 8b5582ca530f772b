/**
 * An article as text: what the reader hands to the analysis. Knows nothing of the DOM it came from.
 */
import * as v from 'valibot';
import { type PreciseDate, PreciseDateSchema } from './date.ts';

export const BLOCK_KINDS = ['title', 'standfirst', 'heading', 'paragraph', 'list-item', 'quote'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** One block of the article, `[start, end)` in UTF-16 code units of `Article.text`. Blocks are in order and do not overlap. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
}

/** An entry of a live blog: a section, `[start, end)` in UTF-16 code units of `Article.text`, with the day on which it was posted. */
export interface ArticleEntry {
  readonly start: number;
  readonly end: number;
  readonly published?: PreciseDate;
}

/** Where a page says something of itself, the most trusted first. */
export const METADATA_ORIGINS = ['json-ld', 'meta', 'link', 'html', 'title', 'time', 'page'] as const;
export type MetadataOrigin = (typeof METADATA_ORIGINS)[number];

/** An article: its metadata and its text, cut into blocks. */
export interface Article {
  /** The address that the reader sees, without its fragment. */
  readonly url: string;
  /** The address that the page calls its own, where that can be trusted. */
  readonly canonicalUrl?: string;
  /** One that the page calls its own and that is not believed: a front page, another site. */
  readonly distrustedCanonical?: string;
  readonly title: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly published?: PreciseDate;
  readonly modified?: PreciseDate;
  /** BCP 47 language tag, where the page gives one. */
  readonly language?: string;
  /** Where each of these was read, by the name of the field. */
  readonly provenance?: Readonly<Record<string, MetadataOrigin>>;
  /** The blocks' texts, joined by line feeds. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** A live blog's entries, in order, where the article is one. */
  readonly entries?: readonly ArticleEntry[];
}

/** When what stands at the offset (UTF-16) was published: with its entry of a live blog, else with the article. */
export function publishedAt({ published, entries = [] }: Pick<Article, 'published' | 'entries'>, offset: number): PreciseDate | undefined {
  return entries.find(({ start, end }) => start <= offset && offset < end)?.published ?? published;
}

/** Longest text that is analysed, in UTF-16 code units; a longer message is refused. */
export const MAX_TEXT = 2_000_000;

const Offset = v.pipe(v.number(), v.integer());
const Short = v.pipe(v.string(), v.maxLength(4_000));

export const ProvenanceSchema = v.record(v.pipe(v.string(), v.maxLength(40)), v.picklist(METADATA_ORIGINS));

export const ArticleSchema = v.pipe(
  v.strictObject({
    url: Short,
    canonicalUrl: v.exactOptional(Short),
    distrustedCanonical: v.exactOptional(Short),
    title: Short,
    outlet: v.exactOptional(Short),
    byline: v.exactOptional(Short),
    published: v.exactOptional(PreciseDateSchema),
    modified: v.exactOptional(PreciseDateSchema),
    language: v.exactOptional(Short),
    provenance: v.exactOptional(ProvenanceSchema),
    text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
    blocks: v.pipe(v.array(v.strictObject({ kind: v.picklist(BLOCK_KINDS), start: Offset, end: Offset })), v.maxLength(50_000), v.readonly()),
    entries: v.exactOptional(
      v.pipe(v.array(v.strictObject({ start: Offset, end: Offset, published: v.exactOptional(PreciseDateSchema) })), v.maxLength(5_000), v.readonly()),
    ),
  }),
  v.check(({ text, blocks }) => {
    let last = 0;
    return blocks.every((block) => {
      const fits = block.start >= last && block.start <= block.end && block.end <= text.length;
      last = block.end;
      return fits;
    });
  }, 'blocks must be in order, must not overlap and must lie within the text'),
  v.check(({ text, entries = [] }) => {
    let last = 0;
    return entries.every(({ start, end }) => {
      const fits = start >= last && start <= end && end <= text.length;
      last = end;
      return fits;
    });
  }, 'entries must be in order, must not overlap and must lie within the text'),
);

/**
 * An article of plain text: a block for each line that is not blank, the first one the title if it is the given title.
 * Offsets are those of the given text.
 */
export function articleOfText(text: string, metadata: Omit<Article, 'text' | 'blocks' | 'title' | 'url'> & { url?: string; title?: string } = {}): Article {
  const blocks: Block[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const lead = line[0].length - line[0].trimStart().length;
    const trimmed = line[0].trim();
    if (trimmed === '') continue;
    const start = line.index + lead;
    const isTitle = blocks.length === 0 && trimmed === metadata.title?.trim();
    blocks.push({ kind: isTitle ? 'title' : 'paragraph', start, end: start + trimmed.length });
  }
  return { ...metadata, url: metadata.url ?? '', title: metadata.title ?? '', text, blocks };
}
