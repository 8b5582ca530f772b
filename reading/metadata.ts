/**
 * What a page says of itself: outlet, byline, dates, its canonical address, its language, each with where it was read. The place that
 * is most to be trusted comes first: JSON-LD, then meta elements, then what is visible. Never changes the page.
 */
import type { MetadataOrigin } from '../model/article.ts';
import type { PreciseDate } from '../model/date.ts';
import { canonicalUrls } from './canonical-url.ts';
import { isObject, jsonText, readJsonLd } from './json-ld.ts';
import { readDate } from './page-dates.ts';

export interface Metadata {
  readonly title: string;
  readonly description?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly published?: PreciseDate;
  readonly modified?: PreciseDate;
  readonly canonicalUrl?: string;
  readonly distrustedCanonical?: string;
  readonly language?: string;
  /** The page says that it is a live blog. */
  readonly isLive?: boolean;
  /** Where each of these was read. */
  readonly provenance: Readonly<Record<string, MetadataOrigin>>;
}

/** Something that was read, and where. */
type Found<T> = readonly [value: T | undefined, origin: MetadataOrigin];

const LONGEST_BYLINE = 100;
/** Longer titles and names, in UTF-16 code units, are cut: the whole article would be refused for one of them. */
const LONGEST = 1_000;
/** Lists within lists that are looked into for a name. */
const MOST_LISTS = 5;
/** BCP 47 asks programs to take tags of 35 characters. */
const LONGEST_TAG = 35;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

/** Reads a page's metadata. What is missing, or cannot be made sense of, is left out. */
export function readMetadata(document: Document): Metadata {
  const { article, isLive, resolve } = readJsonLd(document, document.URL.replace(/[?#].*$/s, ''));
  const { trusted, distrusted } = canonicalUrls(document);
  const json = (key: string) => jsonText(article?.[key]);
  const contents = metaContents(document);
  const meta = (...names: string[]) => names.map((name) => contents.get(name.toLowerCase())).find((content) => content !== undefined);
  const published = firstOf<PreciseDate>(
    [dateOf(json('datePublished') ?? json('dateCreated')), 'json-ld'],
    [dateOf(meta('article:published_time', 'og:article:published_time', ...PUBLISHED)), 'meta'],
    [dateOf(timeElement(document)), 'time'],
  );
  const modified = firstOf<PreciseDate>(
    [dateOf(json('dateModified')), 'json-ld'],
    [dateOf(meta('article:modified_time', 'og:updated_time', 'lastmod', 'last-modified')), 'meta'],
  );
  const outlet = firstOf(
    [clean(nameOf(resolve(article?.['publisher']))), 'json-ld'],
    [clean(meta('og:site_name', 'application-name', 'twitter:app:name:iphone')), 'meta'],
  );
  const found: Readonly<Record<string, Found<unknown> | undefined>> = {
    title: firstOf(
      [clean(json('headline')), 'json-ld'],
      [clean(meta('og:title', 'twitter:title', 'dc.title')), 'meta'],
      [titleOf(document, outlet?.[0]), 'title'],
    ),
    description: firstOf([clean(meta('og:description', 'description', 'twitter:description')), 'meta'], [clean(json('description')), 'json-ld']),
    outlet,
    byline: firstOf(
      [bylineOf(namesOf(article?.['author'], resolve)), 'json-ld'],
      [bylineOf(meta('author', 'article:author', 'byl', 'parsely-author', 'dc.creator', 'sailthru.author')), 'meta'],
      [bylineOf(bylineElement(document)), 'page'],
    ),
    published,
    // A page that was changed before it was published has mixed something up.
    modified: modified?.[0] && published?.[0] && modified[0].iso < published[0].iso ? undefined : modified,
    canonicalUrl: firstOf([trusted, 'link']),
    language: firstOf(
      [languageOf(document.documentElement.lang), 'html'],
      [languageOf(meta('og:locale', 'content-language')), 'meta'],
      [languageOf(json('inLanguage')), 'json-ld'],
    ),
  };
  const known = Object.entries(found).filter((entry): entry is [string, Found<unknown>] => entry[1] !== undefined);
  return {
    title: '',
    ...(distrusted === undefined ? {} : { distrustedCanonical: distrusted }),
    ...(isLive || document.querySelector('[itemtype*="LiveBlogPosting"]') ? { isLive: true } : {}),
    ...(Object.fromEntries(known.map(([field, [value]]) => [field, value])) as Partial<Metadata>),
    provenance: Object.fromEntries(known.map(([field, [, origin]]) => [field, origin])),
  };
}

const PUBLISHED = [
  'datePublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
];

/** The first that says something. */
function firstOf<T>(...values: Found<T>[]): Found<T> | undefined {
  return values.find(([value]) => value !== undefined);
}

function dateOf(value: string | undefined): PreciseDate | undefined {
  return value === undefined ? undefined : readDate(value);
}

/** Text without needless space; undefined for none, and for an address where a name belongs. */
function clean(value: string | undefined): string | undefined {
  const text = value?.replace(/\s+/g, ' ').trim();
  return text && !/^https?:/.test(text) ? short(text) : undefined;
}

/** No longer than a title or name may be; never half a sign. */
export function short(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '') : text;
}

/** The document's title without the outlet's name at its end. */
function titleOf(document: Document, outlet: string | undefined): string | undefined {
  const title = clean(document.title);
  const parts = title?.split(/\s+[|–—-]\s+/) ?? [];
  return outlet && parts.length > 1 && parts.at(-1)?.toLowerCase() === outlet.toLowerCase() ? parts.slice(0, -1).join(' - ') : title;
}

function nameOf(value: unknown): string | undefined {
  let first = value;
  for (let lists = 0; Array.isArray(first) && lists < MOST_LISTS; lists++) first = first[0];
  return isObject(first) ? jsonText(first['name']) : jsonText(first);
}

function namesOf(value: unknown, resolve: (value: unknown) => unknown): string | undefined {
  const names = [value].flat().flatMap((each) => clean(nameOf(resolve(each))) ?? []);
  return names.length > 0 ? [...new Set(names)].join(', ') : undefined;
}

function bylineOf(value: string | undefined): string | undefined {
  const byline = clean(value)?.replace(/^by:?\s+/i, '');
  return byline && byline.length <= LONGEST_BYLINE * 2 ? byline : undefined;
}

function languageOf(value: string | undefined): string | undefined {
  const tag = value?.trim().replaceAll('_', '-') ?? '';
  return tag.length <= LONGEST_TAG && LANGUAGE.test(tag) ? tag : undefined;
}

/** What the page's meta elements say, by name in small letters; the first of each name. One pass: looking for each would be forty. */
function metaContents(document: Document): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  for (const element of document.getElementsByTagName('meta')) {
    const content = element.getAttribute('content')?.trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && !contents.has(name)) contents.set(name, content);
    }
  }
  return contents;
}

function timeElement(document: Document): string | undefined {
  const marked = document.querySelector('[itemprop~="datePublished"]');
  const time = document.querySelector('time[pubdate][datetime], article time[datetime], main time[datetime], header time[datetime]');
  return marked?.getAttribute('datetime') ?? marked?.getAttribute('content') ?? time?.getAttribute('datetime') ?? marked?.textContent ?? undefined;
}

function bylineElement(document: Document): string | undefined {
  const elements = document.querySelectorAll('[rel~="author"], [itemprop~="author"], [class*="byline" i]');
  return [...elements].map((element) => clean(element.textContent ?? '')).find((words) => words !== undefined && words.length < LONGEST_BYLINE);
}
