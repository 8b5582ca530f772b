/**
 * Statements and notes as a W3C Web Annotation collection (JSON-LD), and back. Each statement is an annotation whose target is the
 * words (quote and position selectors) and whose bodies name its kind and its speaker. Pure.
 */
import * as v from 'valibot';
import { MAX_QUOTE } from '../../model/correction.ts';
import type { Note, StoredArticle, StoredStatement } from '../../model/records.ts';
import { hull } from '../../model/span.ts';
import { STATEMENT_KINDS, type StatementKind } from '../../model/statement.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** Names of kinds and actors as addresses; nothing is to be fetched there. */
const KIND = 'urn:allegedly:kind:';
const ACTOR = 'urn:allegedly:actor:';

export interface Annotated {
  readonly articles: readonly StoredArticle[];
  readonly statements: readonly StoredStatement[];
  readonly notes: readonly Note[];
}

/** The collection as JSON-LD text. */
export function toWebAnnotations({ articles, statements, notes }: Annotated): string {
  const urls = new Map(articles.map(({ id, url }) => [id, url]));
  const items = [
    ...statements.flatMap((statement) => {
      const url = urls.get(statement.articleId);
      return url === undefined ? [] : [annotationOf(statement, url)];
    }),
    ...notes.map((note) => ({
      type: 'Annotation',
      id: `urn:allegedly:note:${encoded(note.id)}`,
      motivation: 'commenting',
      modified: new Date(note.at).toISOString(),
      body: { type: 'TextualBody', value: note.text, format: 'text/plain', purpose: 'commenting' },
      target: noteTarget(urls.get(note.articleId) ?? note.articleId, note),
    })),
  ];
  const collection = {
    '@context': CONTEXT,
    id: 'urn:allegedly:collection',
    type: 'AnnotationCollection',
    label: 'Statements read with Allegedly',
    total: items.length,
    first: { id: 'urn:allegedly:page', type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}

/** The article, or the words in it. */
function noteTarget(url: string, { about }: Note): string | object {
  return about ? { type: 'SpecificResource', source: url, selector: [{ type: 'TextQuoteSelector', ...about }] } : url;
}

function annotationOf(statement: StoredStatement, url: string): object {
  const { key, kind, speaker, words, prefix, suffix, contentSpans, cueSpans } = statement;
  const spans = contentSpans.length > 0 ? contentSpans : cueSpans;
  const [start, end] = hull(spans) ?? [0, 0];
  const name = speaker.status === 'unresolved' ? undefined : speaker.name;
  return {
    type: 'Annotation',
    id: `urn:allegedly:statement:${encoded(key)}`,
    motivation: 'classifying',
    body: [
      { type: 'SpecificResource', source: `${KIND}${kind}`, purpose: 'classifying' },
      ...(speaker.status === 'actor' ? [{ type: 'SpecificResource', source: `${ACTOR}${encoded(speaker.actorId)}`, purpose: 'identifying' }] : []),
      ...(name === undefined ? [] : [{ type: 'TextualBody', value: name, format: 'text/plain', purpose: 'identifying' }]),
    ],
    target: {
      type: 'SpecificResource',
      source: url,
      selector: [
        { type: 'TextQuoteSelector', exact: words, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}

/** What an annotation of another's collection says of some words. */
export interface ReadAnnotation {
  readonly url: string;
  readonly kind: StatementKind;
  readonly actorId?: string;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string; readonly start: number; readonly end: number };
}

const Text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const SelectorSchema = v.variant('type', [
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: v.pipe(Text(MAX_QUOTE), v.minLength(1)),
    prefix: v.optional(Text(200), ''),
    suffix: v.optional(Text(200), ''),
  }),
  v.object({
    type: v.literal('TextPositionSelector'),
    start: v.pipe(v.number(), v.integer(), v.minValue(0)),
    end: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
]);
const AnnotationSchema = v.object({
  body: v.array(v.object({ source: v.optional(Text(2_000)), purpose: v.optional(Text(100)) })),
  target: v.object({ source: Text(4_000), selector: v.array(SelectorSchema) }),
});
const CommentSchema = v.object({
  motivation: v.literal('commenting'),
  body: v.object({ type: v.literal('TextualBody'), value: v.pipe(Text(20_000), v.minLength(1)) }),
  target: v.union([Text(4_000), v.object({ source: Text(4_000), selector: v.array(SelectorSchema) })]),
});
const CollectionSchema = v.object({
  '@context': v.literal(CONTEXT),
  type: v.literal('AnnotationCollection'),
  first: v.object({ items: v.pipe(v.array(v.unknown()), v.maxLength(200_000)) }),
});

/** A comment on an article, or on some words of it. */
export interface ReadComment {
  readonly url: string;
  readonly text: string;
  readonly about?: { readonly exact: string; readonly prefix: string; readonly suffix: string };
}

/** Whether the value calls itself a collection of web annotations. */
export function isWebAnnotations(raw: unknown): boolean {
  return v.is(CollectionSchema, raw);
}

export interface ReadCollection {
  readonly found: readonly ReadAnnotation[];
  readonly comments: readonly ReadComment[];
  /** How many annotations are neither. */
  readonly others: number;
}

/** The statements and comments in a collection. */
export function fromWebAnnotations(raw: unknown): ReadCollection {
  const { items } = v.parse(CollectionSchema, raw).first;
  const comments = items.flatMap((item): ReadComment[] => {
    // Most are none: a guard that refuses costs more than this look.
    if ((item as { motivation?: unknown } | null)?.motivation !== 'commenting') return [];
    const parsed = v.safeParse(CommentSchema, item);
    if (!parsed.success) return [];
    const { target, body } = parsed.output;
    if (typeof target === 'string') return [{ url: target, text: body.value }];
    const quote = target.selector.find((selector) => selector.type === 'TextQuoteSelector');
    return [{ url: target.source, text: body.value, ...(quote ? { about: { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix } } : {}) }];
  });
  const found = items.flatMap((item): ReadAnnotation[] => {
    const parsed = v.safeParse(AnnotationSchema, item);
    if (!parsed.success) return [];
    const { body, target } = parsed.output;
    const sources = body.map(({ source = '' }) => source);
    const kind = STATEMENT_KINDS.find((each) => sources.includes(`${KIND}${each}`));
    const actor = sources.find((source) => source.startsWith(ACTOR));
    const quote = target.selector.find((selector) => selector.type === 'TextQuoteSelector');
    const position = target.selector.find((selector) => selector.type === 'TextPositionSelector');
    if (!kind || !quote) return [];
    const { exact, prefix, suffix } = quote;
    const { start = 0, end = exact.length } = position ?? {};
    return [{ url: target.source, kind, ...(actor ? { actorId: decoded(actor.slice(ACTOR.length)) } : {}), quote: { exact, prefix, suffix, start, end } }];
  });
  return { found, comments, others: items.length - found.length - comments.length };
}

/** Percent-encoded; half a sign, which has no encoding, as the sign for what is none. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Percent-decoded; as it is where that cannot be. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
